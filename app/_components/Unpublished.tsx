import type { Article } from '@/lib/content/article';
import { lifeOf } from '@/lib/content/visible';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { Band } from './Band';
import { Item } from './Item';
import { momentOf } from './PreviewPanel';

interface Props {
  readonly articles: readonly Article[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

/** Above the front page while an editor writes: what is not out yet, and when it will be. */
export function Unpublished({ articles, now, timeZone }: Props) {
  if (articles.length === 0) return null;
  return (
    <Band id="chua_dang" heading={strings.unpublished}>
      {articles.map((article) => {
        const { stage } = lifeOf(article, now, timeZone);
        return (
          <Item
            key={article.slug}
            title={article.title}
            path={paths.article(article.slug)}
            meta={
              stage.kind === 'embargoed'
                ? strings.comesOut(momentOf(stage.until, timeZone))
                : strings.draft
            }
          />
        );
      })}
    </Band>
  );
}
