import type { Article } from '../content/article';
import { calendarDayOf } from '../vietnamese/dates';

/** Neighbours in a list that were published in one year. */
export interface YearOfArticles {
  readonly year: number;
  readonly articles: readonly Article[];
}

/**
 * Parts a list by year, in its own order.
 * @param articles newest first
 * @param timeZone an IANA name: the site's, in which the years are counted
 */
export function partByYear(
  articles: readonly Article[],
  timeZone: string,
): readonly YearOfArticles[] {
  const years: { year: number; articles: Article[] }[] = [];
  for (const article of articles) {
    const { year } = calendarDayOf(article.published.epochMs, timeZone);
    const last = years.at(-1);
    if (last?.year === year) last.articles.push(article);
    else years.push({ year, articles: [article] });
  }
  return years;
}
