import type { ReactNode } from 'react';
import type { Article } from '@/lib/content/article';
import { strings } from '@/lib/site/strings';
import styles from './Story.module.css';
import { Text } from './Text';

interface Props {
  readonly title: string;
  readonly sapo?: string;
  readonly series?: Article['series'] | undefined;
  readonly byline?: ReactNode;
  /** Beside and below the text. */
  readonly after?: ReactNode;
  readonly children: ReactNode;
}

/** A text to be read: headline, sapo, author and date in the rail, one column of text. */
export function Story({ title, sapo, series, byline, after, children }: Props) {
  return (
    <article className={styles.story}>
      <header className={styles.head}>
        {series && <p className={styles.series}>{strings.series(series.name, series.part)}</p>}
        <h1 className={styles.title}>
          <Text>{title}</Text>
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
