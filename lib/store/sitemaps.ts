import type { Article } from '../content/article';
import { NEWS_MS } from '../content/visible';
import { articleOf } from './article-rows';
import type { Database } from './database';
import type { SitemapMonth } from './edition';
import { allArticles } from './list-names';
import { monthsSeen } from './lists';
import { type Stretch, stretchOfMonth } from './stretch';

/** Addresses in one part of a site map: a tenth of what sitemaps.org allows, so that one is quickly made. */
export const PART_SIZE = 5_000;

/** The most that a news sitemap may name (Google, "Create a news sitemap"). */
const MOST_NEWS = 1_000;

/** The months of which there is a site map, newest first; each with what is in it. */
export function sitemapMonths(
  database: Database,
  now: number,
  timeZone: string,
): readonly SitemapMonth[] {
  return monthsSeen(database, allArticles, now).flatMap(({ year, month, count }) => {
    const at = { list: allArticles, ...seenOf(stretchOfMonth(year, month, timeZone), now) };
    const published = database.find('newestAtHome', at)?.number('published_at');
    if (published === undefined) return [];
    const named = count > PART_SIZE ? countAtHome(database, at) : count;
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    const revised = database.find('lastRevision', { month: key, now })?.number('revised_at');
    return {
      ...{ year, month },
      parts: Math.ceil(named / PART_SIZE),
      modified: Math.max(published, revised ?? published),
    };
  });
}

/** How many parts the site map of a month has; 0 where it would name nothing. */
export function partsOfSitemap(
  database: Database,
  { year, month }: { readonly year: number; readonly month: number },
  now: number,
  timeZone: string,
): number {
  const stretch = seenOf(stretchOfMonth(year, month, timeZone), now);
  return Math.ceil(countAtHome(database, { list: allArticles, ...stretch }) / PART_SIZE);
}

/**
 * The articles that one part of the site map of a month names: the first that came out first, so that
 * a part that is full stays as it is.
 * @param part from 1
 * @returns none past the last part
 */
export function articlesOfSitemap(
  database: Database,
  { year, month, part }: { readonly year: number; readonly month: number; readonly part: number },
  now: number,
  timeZone: string,
): readonly Article[] {
  return atHome(database, seenOf(stretchOfMonth(year, month, timeZone), now), {
    limit: PART_SIZE,
    offset: (part - 1) * PART_SIZE,
  });
}

/** The articles of the last 48 hours, newest first; the newest when they are too many. */
export function latestNews(database: Database, now: number): readonly Article[] {
  const stretch = { since: now - NEWS_MS, before: now + 1 };
  const count = countAtHome(database, { list: allArticles, ...stretch });
  const offset = Math.max(0, count - MOST_NEWS);
  return [...atHome(database, stretch, { limit: MOST_NEWS, offset })].reverse();
}

function countAtHome(database: Database, at: Stretch & { readonly list: string }): number {
  return database.find('countAtHome', { ...at })?.number('count') ?? 0;
}

function atHome(
  database: Database,
  stretch: Stretch,
  slice: { readonly limit: number; readonly offset: number },
): readonly Article[] {
  return database.list('listAtHome', { list: allArticles, ...stretch, ...slice }).map(articleOf);
}

/** The part of a stretch that is not under embargo. */
function seenOf({ since, before }: Stretch, now: number): Stretch {
  return { since, before: Math.min(before, now + 1) };
}
