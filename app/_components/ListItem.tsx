import type { Article } from '@/lib/content/article';
import { paths } from '@/lib/site/routes';
import { Item } from './Item';
import { Kicker } from './Kicker';
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
    <Item
      isListed
      isBig={isBig}
      title={article.title}
      path={paths.article(article.slug)}
      kicker={hasKicker && <Kicker section={article.section} />}
      sapo={article.description}
      meta={<Time date={article.published} timeZone={timeZone} />}
    />
  );
}
