import type { ReactNode } from 'react';
import styles from './Story.module.css';
import { Text } from './Text';

interface Props {
  readonly title: string;
  readonly sapo?: string;
  /** Above the headline, such as the part of a series. */
  readonly kicker?: string | undefined;
  readonly byline?: ReactNode;
  /** Beside and below the text. */
  readonly after?: ReactNode;
  readonly children: ReactNode;
}

/** A text to be read: headline, sapo, author and date in the rail, one column of text. */
export function Story({ title, sapo, kicker, byline, after, children }: Props) {
  return (
    <article className={styles.story}>
      <header className={styles.head}>
        {kicker && (
          <p className={styles.kicker}>
            <Text>{kicker}</Text>
          </p>
        )}
        <h1 className={styles.title}>
          <Text isLarge>{title}</Text>
        </h1>
        {sapo && (
          <p className={styles.sapo}>
            <Text>{sapo}</Text>
          </p>
        )}
      </header>
      {byline}
      <div className={styles.column}>{children}</div>
      {after}
    </article>
  );
}
