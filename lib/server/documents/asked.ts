import { LRUCache } from 'lru-cache';
import { matchRoute, type Path, paths } from '../../site/routes';
import { addressesOf, type Topic } from '../../site/topics';
import { monotonicClock } from '../../store/environment';
import { topicsOfPath } from '../document';

/** What readers have lately asked for. */
export interface Asked {
  /** Notes that a path was asked for; true when that is news. */
  readonly note: (path: string) => boolean;
  /** Paths that were asked for within the last minutes, the last first. */
  readonly list: () => readonly AskedPath[];
}

/** A path that was asked for, with the topics of its document. */
export interface AskedPath {
  readonly path: Path;
  readonly topics: readonly Topic[];
}

/** How long after it was asked for a page is printed again without being asked for. */
const LATELY_MS = 10 * 60_000;

/** How exactly it is known when a page was asked for. */
const NEWS_MS = 10_000;

/** Paths that are remembered; the change of a page that is not costs its next reader some ms. */
const REMEMBERED = 2_000;

/** Pages that are printed again after one change; the others are printed when they are asked for. */
const MOST_PRINTED = 200;

/** Changed articles that are printed before anyone has asked. */
const MOST_NEW = 20;

/** Makes a memory of what is asked for. */
export function createAsked(): Asked {
  const known = new LRUCache<string, { readonly at: number; readonly topics: readonly Topic[] }>({
    max: REMEMBERED,
  });
  return {
    note: (path) => {
      const at = monotonicClock();
      const before = known.get(path);
      if (before && before.at > at - NEWS_MS) return false;
      known.set(path, { at, topics: before?.topics ?? topicsOfPath(path as Path) });
      return true;
    },
    list: () => {
      const oldest = monotonicClock() - LATELY_MS;
      return [...known.entries()]
        .filter(([, { at }]) => at > oldest)
        .sort(([, one], [, other]) => other.at - one.at)
        .map(([path, { topics }]) => ({ path: path as Path, topics }));
    },
  };
}

/**
 * What is printed again after a change, most important first: the articles that changed, the front
 * page, sections, tags, then what was last asked for.
 * @param lately what readers asked for that is touched, the last first
 * @param changed slugs of the articles that changed
 */
export function chooseReprints(
  lately: readonly AskedPath[],
  changed: readonly string[],
): readonly Path[] {
  const own = changed.slice(0, MOST_NEW).map(paths.article);
  const changedPaths = new Set(changed.map(paths.article));
  const ranked = lately
    .map(({ path }) => ({ path, rank: changedPaths.has(path) ? 0 : rankOf(path) }))
    .sort((one, other) => one.rank - other.rank);
  return [...new Set([...own, ...ranked.map(({ path }) => path)])].slice(0, MOST_PRINTED);
}

/**
 * First pages that readers may be getting from a server of files, of which we do not hear.
 * @example listFirstPages(new Set([topics.tag('ky-anh'), topics.day(day)])) // ['/chu-de/ky-anh']
 */
export function listFirstPages(touched: ReadonlySet<Topic>): readonly Path[] {
  const found = new Set<Path>();
  for (const topic of touched) {
    for (const { path } of addressesOf(topic)) if (rankOf(path) < otherPages) found.add(path);
  }
  return [...found].sort((one, other) => rankOf(one) - rankOf(other)).slice(0, MOST_PRINTED);
}

const otherPages = 4;

function rankOf(path: Path): number {
  const route = matchRoute(path);
  const ranks: Readonly<Record<string, number>> = { front: 1, section: 2, tag: 3 };
  const isFirst = route && 'page' in route && route.page === 1;
  return (isFirst && ranks[route.kind]) || otherPages;
}
