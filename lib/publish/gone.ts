import { matchRoute, type Path, pathOf, type Route } from '../site/routes';
import { addressesOf, type Topic, topics } from '../site/topics';
import type { Change } from '../store/changes';
import type { Edition } from '../store/edition';
import { PAGE_SIZE } from '../store/lists';
import type { Store } from '../store/store';
import { resolve } from './resolve';

/**
 * Addresses of touched topics where no page is any more: gone, withdrawn, under embargo again, or
 * past the new end of a list. What was there is not to be shown even once more.
 * @param now epoch milliseconds
 * @param touched as `touchedSince` gives them
 * @param changes by which they were touched
 */
export function goneAmong(
  store: Store,
  now: number,
  touched: ReadonlySet<Topic>,
  changes: readonly Change[],
): readonly Path[] {
  const edition = store.edition(now);
  // A list is shorter by no more pages than what left some list fills.
  const shorterBy = Math.ceil(changes.filter(hasLeftLists).length / PAGE_SIZE);
  // Of articles the clock takes none away, and those that are only near changed ones are there still.
  const changed = new Set(
    changes.flatMap((change) => (change.kind === 'article' ? topics.article(change.slug) : [])),
  );
  const asked = [...touched].filter(
    (topic) => !topic.startsWith(topics.article('')) || changed.has(topic),
  );
  const gone = asked.flatMap(addressesOf).flatMap(({ path, numbered }) => {
    const route = matchRoute(path);
    if (!route) return [];
    const isThere = resolve(store, edition, path).kind === 'document';
    // Parts of site maps are so large that their last going is no more than a file too many.
    if (numbered !== 'pages' || !('page' in route)) return isThere ? [] : [path];
    const end = isThere ? (countPages(edition, route) ?? 0) : 0;
    return Array.from({ length: isThere ? shorterBy : Math.max(1, shorterBy) }, (_, index) =>
      pathOf({ ...route, page: end + 1 + index }),
    );
  });
  return [...new Set(gone)];
}

/** Whether an article is in some list no more, or at another date, which is another month or day. */
function hasLeftLists(change: Change): boolean {
  if (change.kind !== 'article' || !change.before) return false;
  const { before, after } = change;
  const hasMoved = before.article.published.epochMs !== after?.article.published.epochMs;
  const isLeft = (list: string) => hasMoved || after?.listings[list] === undefined;
  return Object.keys(before.listings).some(isLeft);
}

type ListRoute = Extract<Route, { readonly page: number }>;

function countPages(edition: Edition, route: ListRoute): number | undefined {
  switch (route.kind) {
    case 'front':
      return edition.listAll(1)?.pageCount;
    case 'section':
      return edition.listSection(route.section, 1)?.pageCount;
    case 'tag':
      return edition.listTag(route.tag, 1)?.pageCount;
    case 'author':
      return edition.listAuthor(route.author, 1)?.pageCount;
    case 'month':
      return edition.listMonth(route.year, route.month, 1)?.pageCount;
    case 'day':
      return edition.listDay(route.day, 1)?.pageCount;
    case 'corrections':
      return edition.corrections(1)?.pageCount;
  }
}
