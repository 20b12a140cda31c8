import type { Article } from '../content/article';
import type { EditorialDate } from '../vietnamese/dates';
import { articleOf } from './article-rows';
import type { Database, Row } from './database';
import type { CorrectionsPage, ListPage } from './edition';
import { allCorrections } from './list-names';
import { type Stretch, stretchOfMonth } from './stretch';

/** Articles on one page of a list. */
export const PAGE_SIZE = 20;

/** A month with the articles of a list that it holds. */
export interface MonthCount {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly count: number;
}

/**
 * A page of a whole list. The month that holds its first article is found from the counts, so that
 * an offset is only ever counted inside one month, however deep the page.
 * @param page from 1
 * @returns undefined past the last page; page 1 of an empty list is an empty page
 */
export function pageOfList(
  database: Database,
  list: string,
  page: number,
  now: number,
  timeZone: string,
): ListPage | undefined {
  const found = findPage(monthsSeen(database, list, now), page, timeZone);
  if (!found) return undefined;
  const { before, offset, ...counts } = found;
  const stretch = seenOf({ since: Number.MIN_SAFE_INTEGER, before }, now);
  const articles = stretchOf(database, list, stretch, offset);
  const newest = newestOf(database, list, now);
  return { articles, ...counts, ...(newest && { newest }) };
}

/** A page of the corrections that readers may see, newest first; found as a page of a list is. */
export function pageOfCorrections(
  database: Database,
  page: number,
  now: number,
  timeZone: string,
): CorrectionsPage | undefined {
  const future = database.list('listFutureCorrections', { now });
  const found = findPage(monthsLeft(database, allCorrections, future), page, timeZone);
  if (!found) return undefined;
  const { before, offset, ...counts } = found;
  const parameters = { before, now, limit: PAGE_SIZE, offset };
  const entries = database.list('listCorrections', parameters).flatMap((row) => {
    const article = articleOf(row);
    const correction = article.corrections[row.number('position')];
    return correction ? [{ article, correction }] : [];
  });
  return { entries, ...counts };
}

/** Where a page of a list begins: so many places after the first of what came before an instant. */
function findPage(months: readonly MonthCount[], page: number, timeZone: string) {
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const pageCount = pagesOf(total);
  if (page > pageCount) return undefined;
  let offset = (page - 1) * PAGE_SIZE;
  const month = months.find(({ count }) => {
    if (offset < count) return true;
    offset -= count;
    return false;
  });
  const before = month
    ? stretchOfMonth(month.year, month.month, timeZone).before
    : Number.MAX_SAFE_INTEGER;
  return { page, pageCount, total, before, offset };
}

/** Months of a list that have something to show, newest first: all there is but what is to come. */
export function monthsSeen(database: Database, list: string, now: number): readonly MonthCount[] {
  return monthsLeft(database, list, database.list('listFutureMonths', { list, now }));
}

/** @param hidden the months of what readers may not see yet, each as often as it has some */
function monthsLeft(
  database: Database,
  list: string,
  hidden: readonly Row[],
): readonly MonthCount[] {
  const future = new Map<string, number>();
  for (const row of hidden) {
    future.set(row.text('month'), (future.get(row.text('month')) ?? 0) + 1);
  }
  return database
    .list('listMonths', { list })
    .map((row) => {
      const [year = 0, month = 0] = row.text('month').split('-').map(Number);
      return { year, month, count: row.number('count') - (future.get(row.text('month')) ?? 0) };
    })
    .filter(({ count }) => count > 0);
}

/**
 * A page of the part of a list that lies between two instants; the part is short (a month, a day).
 * @param page from 1
 * @returns undefined past the last page
 */
export function pageOfStretch(
  database: Database,
  list: string,
  page: number,
  now: number,
  stretch: Stretch,
): ListPage | undefined {
  const total = countStretch(database, list, stretch, now);
  const pageCount = pagesOf(total);
  if (page > pageCount) return undefined;
  const seen = seenOf(stretch, now);
  const articles = stretchOf(database, list, seen, (page - 1) * PAGE_SIZE);
  const newest = page === 1 ? articles[0] : stretchOf(database, list, seen, 0, 1)[0];
  return { articles, page, pageCount, total, ...(newest && { newest: newest.published }) };
}

/** How many articles of a stretch readers may see. */
export function countStretch(
  database: Database,
  list: string,
  stretch: Stretch,
  now: number,
): number {
  return database.find('countStretch', { list, ...seenOf(stretch, now) })?.number('count') ?? 0;
}

/** Publication date of the newest article of a list that readers may see. */
export function newestOf(database: Database, list: string, now: number): EditorialDate | undefined {
  const slug = database.find('newestInList', { list, now })?.text('slug');
  const row = slug === undefined ? undefined : database.find('findArticle', { slug });
  return row && articleOf(row).published;
}

/** How the newest article of a list that readers may see writes its name. */
export function labelOf(database: Database, list: string, now: number): string | undefined {
  return database.find('newestInList', { list, now })?.text('label');
}

/** The newest articles of a list that readers may see, newest first. */
export function newestOfList(
  database: Database,
  list: string,
  now: number,
  limit: number,
): readonly Article[] {
  const stretch = seenOf({ since: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }, now);
  return stretchOf(database, list, stretch, 0, limit);
}

/** Number of pages that hold a number of things; an empty list has one. */
export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

/** The part of a stretch that is not under embargo. */
function seenOf({ since, before }: Stretch, now: number): Stretch {
  return { since, before: Math.min(before, now + 1) };
}

function stretchOf(
  database: Database,
  list: string,
  stretch: Stretch,
  offset: number,
  limit = PAGE_SIZE,
): readonly Article[] {
  return database.list('listStretch', { list, ...stretch, limit, offset }).map(articleOf);
}
