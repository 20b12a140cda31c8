import type { Newsroom } from '../content/article';
import type { ArticleSight } from './changes';
import type { Database } from './database';
import { isListOf } from './list-names';
import { labelOf } from './lists';

/**
 * Where nothing declares sections or authors, the newest article of a list says how all pages write
 * its name: a change of it touches pages that are close to no changed article.
 * @param sights articles that may have changed a name
 * @param beforeOf how a list was written before
 * @param now epoch milliseconds
 */
export function changesNames(
  database: Database,
  newsroom: Newsroom,
  sights: readonly ArticleSight[],
  beforeOf: (list: string) => string | undefined,
  now: number,
): boolean {
  return derivedLists(newsroom, sights).some((list) => {
    const [before, after] = [beforeOf(list), labelOf(database, list, now)];
    // Each page names all sections; an author who comes or goes is on no other's page.
    const isNamed = isListOf('section', list) || (before !== undefined && after !== undefined);
    return isNamed && before !== after;
  });
}

/** The lists of articles whose names no file declares. */
export function derivedLists(
  { site, authorNames }: Newsroom,
  sights: readonly ArticleSight[],
): readonly string[] {
  const isDerived = (list: string) =>
    (site.sections.length === 0 && isListOf('section', list)) ||
    (authorNames === undefined && isListOf('author', list));
  return [...new Set(sights.flatMap(({ listings }) => Object.keys(listings)))].filter(isDerived);
}
