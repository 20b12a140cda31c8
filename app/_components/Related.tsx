import type { Article } from '@/lib/content/article';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { Item } from './Item';
import styles from './Related.module.css';
import { Time } from './Time';

interface Props {
  readonly articles: readonly Article[];
  readonly timeZone: string;
}

/** What else to read, beside the text where there is room. */
export function Related({ articles, timeZone }: Props) {
  if (articles.length === 0) return null;
  return (
    <aside className={styles.related} aria-labelledby="doc_them">
      <h2 className={styles.heading} id="doc_them">
        {strings.readOn}
      </h2>
      {articles.map(({ slug, title, published }) => (
        <Item
          key={slug}
          title={title}
          path={paths.article(slug)}
          meta={<Time date={published} timeZone={timeZone} />}
        />
      ))}
    </aside>
  );
}
