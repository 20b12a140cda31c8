import { matchRoute, type Path, pathOf, type Route } from '../site/routes';
import { addressOf, type Topic } from '../site/topics';
import type { Edition } from '../store/edition';
import { PAGE_SIZE } from '../store/lists';
import type { Store } from '../store/store';
import { resolve } from './resolve';

/**
 * Addresses of touched topics where no page is any more: gone, withdrawn, under embargo again, or
 * past the new end of a list. What was there is not to be shown even once more.
 * @param now epoch milliseconds
 * @param touched as `touchedSince` gives them
 */
export function goneAmong(store: Store, now: number, touched: ReadonlySet<Topic>): readonly Path[] {
  const edition = store.edition(now);
  // Whatever left a list has its own topic among them, so a list is shorter by no more pages.
  const left = [...touched].filter((topic) => topic.startsWith('article:')).length;
  const shorterBy = Math.ceil(left / PAGE_SIZE);
  const gone = [...touched].flatMap((topic) => {
    const address = addressOf(topic);
    const route = address && matchRoute(address.path);
    if (!address || !route) return [];
    const isThere = resolve(store, edition, address.path).kind === 'document';
    if (!address.hasPages || !('page' in route)) return isThere ? [] : [address.path];
    const end = isThere ? (countPages(edition, route) ?? 0) : 0;
    return Array.from({ length: isThere ? shorterBy : Math.max(1, shorterBy) }, (_, index) =>
      pathOf({ ...route, page: end + 1 + index }),
    );
  });
  return [...new Set(gone)];
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
