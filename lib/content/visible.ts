import type { Article } from './article';

/**
 * What readers may see of an article at a moment. `withdrawn` shows that it is gone and why;
 * `hidden` shows nothing at all.
 */
export type Visibility = 'live' | 'withdrawn' | 'hidden';

/**
 * The one rule of drafts, embargoes and withdrawals, for every surface.
 * @param now epoch milliseconds; an article is out from its second on
 */
export function visible(
  article: Pick<Article, 'draft' | 'published' | 'withdrawn'>,
  now: number,
): Visibility {
  const from = visibleFrom(article);
  if (from === undefined || from > now) return 'hidden';
  return article.withdrawn ? 'withdrawn' : 'live';
}

/**
 * The instant from which readers may see an article or that it is gone; undefined for a draft.
 * The store keeps it as a number, so that SQL only compares.
 */
export function visibleFrom({
  draft,
  published,
}: Pick<Article, 'draft' | 'published'>): number | undefined {
  return draft ? undefined : published.epochMs;
}
