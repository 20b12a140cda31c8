import type { Article } from '@/lib/content/article';
import type { Html } from '@/lib/content/markdown/render';
import { paths } from '@/lib/site/routes';
import { Kicker } from './Kicker';
import styles from './Lead.module.css';
import { LeadFigure } from './LeadFigure';
import { Rendered } from './Rendered';
import { Text } from './Text';
import { Time } from './Time';

interface Props {
  readonly article: Article;
  /** First paragraphs, when there are any; a picture takes their place. */
  readonly opening: Html | undefined;
  readonly authors: readonly { readonly name: string }[];
  readonly timeZone: string;
  /** True when nothing stands beside it. */
  readonly isAlone: boolean;
}

/** The first story of the front page; without a picture it begins right here. */
export function Lead({ article, opening, authors, timeZone, isAlone }: Props) {
  return (
    <article className={styles.lead}>
      <Kicker section={article.section} />
      <h2 className={isAlone ? styles.aloneHeadline : styles.headline}>
        <a className={styles.link} href={paths.article(article.slug)}>
          <Text isLarge>{article.title}</Text>
        </a>
      </h2>
      <p className={styles.sapo}>
        <Text>{article.description}</Text>
      </p>
      <p className={styles.meta}>
        <Text>{authors.map(({ name }) => `${name}, `).join('')}</Text>
        <Time date={article.published} timeZone={timeZone} />
      </p>
      {article.image ? (
        <div className={styles.picture}>
          <LeadFigure slug={article.slug} image={article.image} />
        </div>
      ) : (
        opening && <Rendered className={styles.opening} html={opening} />
      )}
    </article>
  );
}
