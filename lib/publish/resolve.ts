import { visible } from '../content/visible';
import {
  canonicalSpelling,
  matchRoute,
  type Path,
  pathOf,
  paths,
  type Route,
} from '../site/routes';
import type { Edition } from '../store/edition';
import type { Store } from '../store/store';
import { isCalendarDay } from '../vietnamese/dates';
import { existsForMachines, homeOf, movedTo } from './machine-addresses';
import { findPictureFile } from './picture-file';

/** What an address is answered with. */
export type Answer =
  | { readonly kind: 'document'; readonly path: Path }
  | { readonly kind: 'withdrawn'; readonly path: Path }
  /** A file on disk; sent only when the article shows it, which its body must be known for. */
  | {
      readonly kind: 'picture';
      readonly file: string;
      readonly slug: string;
      readonly name: string;
    }
  /** What is looked for is for `lib/server` to read from the query; it alone has one that matters. */
  | { readonly kind: 'search' }
  | { readonly kind: 'moved'; readonly location: Path }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-long' };

/** The status of each answer, looked up and never chosen on the spot (RFC 9110 §15). */
export const statusOf = {
  document: 200,
  withdrawn: 410,
  picture: 200,
  search: 200,
  moved: 308,
  missing: 404,
  malformed: 400,
  'too-long': 414,
} as const satisfies Record<Answer['kind'], number>;

/** No path of the site comes near this length; what stands behind a `?` does not count. */
const MAX_LENGTH = 2000;

/**
 * Decides what an address gets: the page, a permanent redirect in one hop, the notice that it was
 * withdrawn, or nothing. The query is no part of an address here.
 * @param target the request target as it came, for example `/chu-de/ky-anh?x=1`
 */
export function resolve(store: Store, edition: Edition, target: string): Answer {
  const written = target.split('?', 1)[0] ?? '';
  if (written.length > MAX_LENGTH) return { kind: 'too-long' };
  const decoded = decode(written);
  if (decoded === undefined) return { kind: 'malformed' };
  const spelling = canonicalSpelling(decoded);
  if (spelling === paths.search()) return { kind: 'search' };
  const route = matchRoute(spelling);
  const found = route && find(route, store, edition);
  if (route && found) {
    const path = pathOf(route);
    // A proxy may write a comma in a picture's name plain or encoded: sent on, it would come again.
    const isCanonical = route.kind === 'picture' ? decoded === spelling : path === written;
    if (!isCanonical) return { kind: 'moved', location: path };
    return found === true ? { kind: 'document', path } : found;
  }
  const old = homeOf(route);
  // One that readers may not see yet takes no address from one that they see.
  const aliased = store
    .findAliases(old ? pathOf(old) : spelling)
    .map(matchRoute)
    .map((target) => (route && target && old ? movedTo(route, target) : target))
    .find((target) => target && find(target, store, edition));
  return aliased ? { kind: 'moved', location: pathOf(aliased) } : { kind: 'missing' };
}

function decode(written: string): string | undefined {
  // An encoded slash would let one address be written as two; a URI is ASCII (RFC 3986 §2).
  if (!/^\/[\u0021-\u007e]*$/.test(written) || /%2f|%5c|\\/i.test(written)) return undefined;
  try {
    const decoded = decodeURIComponent(written);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no address has one
    return /[\u0000-\u001f\u007f]/.test(decoded) ? undefined : decoded;
  } catch {
    // Not UTF-8 behind the percent signs: the address is malformed, which is the answer.
    return undefined;
  }
}

/** Whether something lives at a route now; true, or the answer when it is more than a page. */
function find(route: Route, store: Store, edition: Edition): true | Answer | undefined {
  switch (route.kind) {
    case 'front':
      return exists(edition.listAll(route.page));
    case 'article': {
      const article = edition.findArticle(route.slug);
      if (!article) return undefined;
      return visible(article, edition.now) === 'withdrawn'
        ? { kind: 'withdrawn', path: pathOf(route) }
        : true;
    }
    case 'section':
      return exists(
        edition.findSection(route.section) && edition.listSection(route.section, route.page),
      );
    case 'tag':
      return exists(edition.findTag(route.tag) && edition.listTag(route.tag, route.page));
    case 'author':
      return exists(
        edition.findAuthor(route.author) && edition.listAuthor(route.author, route.page),
      );
    case 'year':
      return exists(edition.months(route.year)[0]);
    case 'month':
      return isCalendarDay(route.year, route.month, 1)
        ? holdsArticles(edition.listMonth(route.year, route.month, route.page))
        : undefined;
    case 'day': {
      const { year, month, day } = route.day;
      return isCalendarDay(year, month, day)
        ? holdsArticles(edition.listDay(route.day, route.page))
        : undefined;
    }
    case 'corrections':
      return exists(edition.corrections(route.page));
    case 'site-page':
      return exists(edition.findSitePage(route.slug));
    case 'picture':
      return findPicture(route.slug, route.file, store, edition);
    case 'tags':
    case 'authors':
    case 'archive':
      return true;
    default:
      return existsForMachines(route, edition) ? true : undefined;
  }
}

function exists(found: unknown): true | undefined {
  return found ? true : undefined;
}

function holdsArticles(page: { readonly total: number } | undefined): true | undefined {
  return page && page.total > 0 ? true : undefined;
}

function findPicture(
  slug: string,
  file: string,
  store: Store,
  edition: Edition,
): Answer | undefined {
  const article = edition.findArticle(slug);
  if (!article || visible(article, edition.now) === 'withdrawn') return undefined;
  const found = findPictureFile(store, slug, file);
  return found === undefined ? undefined : { kind: 'picture', file: found, slug, name: file };
}
