import type { Article } from '@/lib/content/article';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { Item } from './Item';
import { Kicker } from './Kicker';
import styles from './News.module.css';

/** The newest headlines, beside the lead. */
export function News({ articles }: { readonly articles: readonly Article[] }) {
  if (articles.length === 0) return null;
  return (
    <section className={styles.news} aria-labelledby="tin_moi">
      <h2 className={styles.heading} id="tin_moi">
        {strings.news}
      </h2>
      <div className={styles.items}>
        {articles.map(({ slug, title, section }) => (
          <Item
            key={slug}
            title={title}
            path={paths.article(slug)}
            kicker={<Kicker section={section} />}
          />
        ))}
      </div>
    </section>
  );
}
