import { slugOfFile } from '../../content/article';
import { canonicalSpelling, matchRoute, paths } from '../../site/routes';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';
import { findNearest } from '../../vietnamese/nearest';
import { addressOfFile } from './address-of-file';
import { groupBy } from './group-by';
import { decode } from './target';

/** Finds the address that was most likely meant by one that leads nowhere. */
export type Suggest = (path: string) => string | undefined;

/** For more broken addresses than this a suggestion would only take time. */
const MAX_SUGGESTIONS = 200;

/**
 * Suggests addresses that exist; what exists is gathered when it is first needed.
 * @param edition of the moment at which the suggestion must hold
 */
export function createSuggestions(store: Store, edition: Edition): Suggest {
  let gathered: ReadonlyMap<string, readonly string[]> | undefined;
  const given = new Map<string, string | undefined>();
  return (path) => {
    if (given.has(path) || given.size >= MAX_SUGGESTIONS) return given.get(path);
    gathered ??= gatherNames(store, edition);
    const suggestion = nearestTo(canonicalSpelling(decode(path)), gathered);
    const isSeen = suggestion !== undefined && isVisible(suggestion, edition);
    given.set(path, isSeen ? suggestion : undefined);
    return given.get(path);
  };
}

/** Last parts of the addresses that exist, by what stands before them. */
function gatherNames(store: Store, edition: Edition): ReadonlyMap<string, readonly string[]> {
  const addresses = [
    ...[paths.tags(), paths.authors(), paths.archive(), paths.corrections()],
    ...edition.sections().map(({ key }) => paths.section(key)),
    ...edition.tags().map(({ entry }) => paths.tag(entry.slug)),
    ...edition.authors().map(({ entry }) => paths.author(entry.key)),
    ...store.files().flatMap((path) => addressOfFile(path) ?? []),
  ].map(partsOf);
  const groups = groupBy(addresses, ({ before }) => before);
  return new Map([...groups].map(([before, group]) => [before, group.map(({ last }) => last)]));
}

function nearestTo(
  path: string,
  names: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const { before, last } = partsOf(path);
  // A path of a Markdown file, as editors' programs complete it, or an address without its head.
  const slug = slugOfFile(last.replace(/\.html?$/, ''));
  const heads = [paths.article(''), paths.author(''), paths.sitePage('')].map(partsOf);
  const exact = heads.find((head) => slug !== '' && names.get(head.before)?.includes(slug));
  if (exact) return `${exact.before}${slug}`;
  const group = names.get(before);
  if (group) {
    const nearest = findNearest(last, likely(last, group));
    return nearest === undefined ? undefined : before + nearest;
  }
  const whole = [...names].flatMap(([head, group]) =>
    Math.abs(head.length - before.length) > 2 ? [] : group.map((name) => head + name),
  );
  return findNearest(path, likely(path, whole));
}

/** @example partsOf('/chu-de/ky-anh') // { before: '/chu-de/', last: 'ky-anh' } */
function partsOf(path: string): { readonly before: string; readonly last: string } {
  const cut = path.lastIndexOf('/') + 1;
  return { before: path.slice(0, cut), last: path.slice(cut) };
}

/**
 * Leaves out names that two slips cannot lead to: cheap, where measuring the distance to a whole
 * archive is not. Two swaps touch four of five pieces at most, so that one of them is whole.
 */
function likely(written: string, names: readonly string[]): readonly string[] {
  const step = Math.ceil(written.length / 5);
  const pieces = Array.from({ length: 5 }, (_, n) => written.slice(n * step, (n + 1) * step));
  return names.filter(
    (name) =>
      Math.abs(name.length - written.length) <= 2 && pieces.some((piece) => name.includes(piece)),
  );
}

function isVisible(path: string, edition: Edition): boolean {
  const route = matchRoute(path);
  return route?.kind !== 'article' || edition.findArticle(route.slug) !== undefined;
}
