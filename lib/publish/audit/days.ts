import type { Article } from '../../content/article';
import { type Problem, problem } from '../../content/problems/problems';
import { visible } from '../../content/visible';
import type { FiledMention } from '../../store/mention-rows';

/** The window of news sitemaps (Google, "News sitemap"): older articles need no time. */
const NEWS_MS = 48 * 3_600_000;

/**
 * News that carries a day and no time.
 * @param mentions those of kind `day`
 * @param now epoch milliseconds
 */
export function findDaysWithoutTime(
  mentions: readonly FiledMention[],
  articleOf: (file: string) => Article | undefined,
  now: number,
): readonly Problem[] {
  return mentions
    .filter(({ kind }) => kind === 'day')
    .flatMap((mention) => {
      const article = articleOf(mention.file);
      const isNews =
        article && visible(article, now) === 'live' && now - article.published.epochMs < NEWS_MS;
      return isNews ? [problem('date-without-time', mention, mention.target)] : [];
    });
}
