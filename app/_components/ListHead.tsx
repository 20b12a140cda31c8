import type { ReactNode } from 'react';
import styles from './ListHead.module.css';
import { Text } from './Text';

interface Props {
  readonly title: ReactNode;
  readonly kicker?: string | undefined;
  readonly sapo?: string | undefined;
  readonly meta?: ReactNode;
  readonly children?: ReactNode;
}

/** The head of a page that lists or answers. */
export function ListHead({ title, kicker, sapo, meta, children }: Props) {
  return (
    <header className={styles.head}>
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <h1 className={styles.title}>
        <Text isLarge>{title}</Text>
      </h1>
      {sapo && (
        <p className={styles.sapo}>
          <Text>{sapo}</Text>
        </p>
      )}
      {children}
      {meta && <p className={styles.meta}>{meta}</p>}
    </header>
  );
}
