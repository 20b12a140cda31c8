import type { Article } from '@/lib/content/article';
import { paths } from '@/lib/site/routes';
import { Kicker } from './Kicker';
import styles from './ListItem.module.css';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly article: Article;
  readonly timeZone: string;
  readonly isBig?: boolean;
  /** False where all articles are of one section. */
  readonly hasKicker?: boolean;
}

/** An article in a list, its date in a column of its own where there is room. */
export function ListItem({ article, timeZone, isBig = false, hasKicker = true }: Props) {
  return (
    <article className={styles.item}>
      {hasKicker && <Kicker section={article.section} />}
      <h3 className={isBig ? styles.big : styles.headline}>
        <a className={styles.link} href={paths.article(article.slug)}>
          <Text>{article.title}</Text>
        </a>
      </h3>
      <p className={styles.sapo}>
        <Text>{article.description}</Text>
      </p>
      <p className={styles.meta}>
        <Time date={article.published} timeZone={timeZone} />
      </p>
    </article>
  );
}
