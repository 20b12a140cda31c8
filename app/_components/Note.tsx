import type { ReactNode } from 'react';
import styles from './Note.module.css';
import { Text } from './Text';

interface Props {
  readonly heading: string;
  readonly children: ReactNode;
}

/** Plain words about the article itself: a correction, a withdrawal. */
export function Note({ heading, children }: Props) {
  return (
    <section className={styles.note} aria-labelledby="ghi_chu">
      <h2 className={styles.heading} id="ghi_chu">
        <Text>{heading}</Text>
      </h2>
      {children}
    </section>
  );
}
