import { spellingKey } from '../vietnamese/spelling-key';

/** The name of the list that holds every article. */
export const allArticles = 'all';

/** The name under which corrections are counted by month. */
export const allCorrections = 'corrections';

const prefixes = { section: 'section:', tag: 'tag:', author: 'author:' } as const;

const series = 'series:';

/** A kind of list of which there are many. */
export type ListKind = keyof typeof prefixes;

/** Name of the list of a section. @example listOfSection('thoi-su') // 'section:thoi-su' */
export function listOfSection(key: string): string {
  return `${prefixes.section}${key}`;
}

/** Name of the list of a tag. */
export function listOfTag(slug: string): string {
  return `${prefixes.tag}${slug}`;
}

/** Name of the list of an author. */
export function listOfAuthor(key: string): string {
  return `${prefixes.author}${key}`;
}

/** Name of the list of a series. */
export function listOfSeries(name: string): string {
  return `${series}${seriesKey(name)}`;
}

/** Whether a list is that of a series, which has no page of its own. */
export function isListOfSeries(list: string): boolean {
  return list.startsWith(series);
}

/**
 * The form in which two written names are the same series: a name that differs by one mark names
 * another.
 * @example seriesKey('HOÀ BÌNH') === seriesKey('Hòa Bình') // true
 * @example seriesKey('Kỷ luật') === seriesKey('Kỹ luật') // false
 */
export function seriesKey(name: string): string {
  return spellingKey(name);
}

/** Between which names all lists of a kind stand; the second is the first that is none. */
export function rangeOfLists(kind: ListKind): { readonly first: string; readonly last: string } {
  const first = prefixes[kind];
  // ';' follows ':' in code-point order.
  return { first, last: `${first.slice(0, -1)};` };
}

/** Whether a list is one of a kind. */
export function isListOf(kind: ListKind, list: string): boolean {
  return list.startsWith(prefixes[kind]);
}

/** What a list is named after. @example keyOfList('tag:ky-anh') // 'ky-anh' */
export function keyOfList(list: string): string {
  return list.slice(list.indexOf(':') + 1);
}
