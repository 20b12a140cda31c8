import type { Article } from '@/lib/content/article';
import { strings } from '@/lib/site/strings';
import { Band } from './Band';
import { ListItem } from './ListItem';

const SHOWN = 5;

interface Props {
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly timeZone: string;
}

/** What is new, for those who did not find what they came for. */
export function Newest({ articles, timeZone }: Props) {
  if (articles.length === 0) return null;
  return (
    <Band id="moi_nhat" heading={strings.newestArticles}>
      {articles.slice(0, SHOWN).map((article) => (
        <ListItem key={article.slug} article={article} timeZone={timeZone} />
      ))}
    </Band>
  );
}
