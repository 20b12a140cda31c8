import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import type { CorrectedArticle } from '@/lib/store/edition';
import styles from './CorrectionList.module.css';
import { Empty } from './Empty';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly entries: readonly CorrectedArticle[];
  readonly timeZone: string;
}

/** All corrections, newest first, each with the article that it mends. */
export function CorrectionList({ entries, timeZone }: Props) {
  if (entries.length === 0) return <Empty>{strings.noCorrections}</Empty>;
  return (
    <ul className={styles.list}>
      {entries.map(({ article, correction: { date, text } }) => (
        <li className={styles.entry} key={`${article.slug} ${date.epochMs} ${text}`}>
          <p className={styles.meta}>
            <Time date={date} timeZone={timeZone} />
          </p>
          <div>
            <h2 className={styles.headline}>
              <a className={styles.link} href={paths.article(article.slug)}>
                <Text>{article.title}</Text>
              </a>
            </h2>
            <p className={styles.text}>
              <Text>{text}</Text>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
