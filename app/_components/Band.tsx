import type { ReactNode } from 'react';
import type { Path } from '@/lib/site/routes';
import styles from './Band.module.css';
import { Text } from './Text';

interface Props {
  /** Of the heading; with an underscore, which no heading of an article can have. */
  readonly id: string;
  readonly heading: string;
  /** Where the heading leads. */
  readonly path?: Path;
  readonly children: ReactNode;
}

/** A part of a page under a heavy rule. */
export function Band({ id, heading, path, children }: Props) {
  return (
    <section className={styles.band} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {path ? (
          <a className={styles.link} href={path}>
            <Text>{heading}</Text>
          </a>
        ) : (
          <Text>{heading}</Text>
        )}
      </h2>
      {children}
    </section>
  );
}
