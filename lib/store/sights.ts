import { createHash } from 'node:crypto';
import { articleOf } from './article-rows';
import type { ArticleSight } from './changes';
import type { Database, Row } from './database';
import { isListOfSeries, listOfSeries } from './list-names';
import { PAGE_SIZE } from './lists';
import { listsOfKin, slugsAround } from './related';
import { stretchOfMonth } from './stretch';

/** More parts than a series may have to be followed; a change of a longer one counts as everything. */
const MOST_NEAR = 5_000;

/** Looks at articles as they stand at one state of the store. */
export type Look = (slug: string) => ArticleSight | undefined;

/** Makes a look at the store. @param now epoch milliseconds */
export function createLook(database: Database, now: number, timeZone: string): Look {
  return (slug) => {
    const row = database.find('findArticle', { slug });
    if (!row) return undefined;
    const article = articleOf(row);
    const isOut = article.published.epochMs <= now;
    const rows = isOut ? listingsOf(database, slug) : [];
    const lists = rows.filter((listing) => !isListOfSeries(listing.text('list')));
    return {
      article,
      body: bodyHash(database, slug),
      near: rows.length > 0 ? nearOf(database, article, now) : [],
      listings: placesOf(database, lists, slug, now, timeZone),
    };
  };
}

/** Whether it can be said which pages show an article; of an endless series it cannot. */
export function isFollowed(sight: ArticleSight | undefined): boolean {
  return !sight || sight.near.length <= MOST_NEAR;
}

function listingsOf(database: Database, slug: string): readonly Row[] {
  const article = database.find('findArticleId', { slug })?.number('id') ?? null;
  return database.list('listListings', { article });
}

function bodyHash(database: Database, slug: string): string {
  const markdown = database.find('findBody', { slug })?.text('markdown') ?? '';
  return createHash('sha256').update(markdown).digest('base64url').slice(0, 16);
}

function nearOf(
  database: Database,
  article: ArticleSight['article'],
  now: number,
): readonly string[] {
  const near = new Set(
    listsOfKin(article).flatMap(({ list }) => slugsAround(database, list, article, now)),
  );
  if (article.series) {
    const list = listOfSeries(article.series.name);
    const parts = database.list('listNewest', { list, now, limit: MOST_NEAR + 2 });
    for (const part of parts) near.add(part.text('slug'));
  }
  near.delete(article.slug);
  return [...near];
}

/** By list: the page on which an article stands, and how it writes the list's name. */
function placesOf(
  database: Database,
  listings: readonly Row[],
  slug: string,
  now: number,
  timeZone: string,
): ArticleSight['listings'] {
  const [first] = listings;
  if (!first) return {};
  // An article stands in one month, whatever the list.
  const month = first.text('month');
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  const before = Math.min(stretchOfMonth(year, ofYear, timeZone).before, now + 1);
  const published_at = first.number('published_at');
  const places = listings.map((listing) => {
    const list = listing.text('list');
    const count = (name: CountName, parameters: Record<string, string | number>) =>
      database.find(name, { list, ...parameters })?.number('count') ?? 0;
    // Months are counted already, days are not.
    const newer =
      count('countNewerMonths', { month }) -
      count('countFutureMonths', { month, now }) +
      count('countNewer', { published_at, before, slug });
    const page = Math.floor(newer / PAGE_SIZE) + 1;
    return [list, { page, label: listing.text('label') }] as const;
  });
  return Object.fromEntries(places);
}

type CountName = 'countNewer' | 'countNewerMonths' | 'countFutureMonths';
