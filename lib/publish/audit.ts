import { resolve as resolvePath } from 'node:path';
import { listProblems } from '../content/problems/problem-list';
import { comparePlaces, type Problem } from '../content/problems/problems';
import { visibleFrom } from '../content/visible';
import { canonicalSpelling, matchRoute } from '../site/routes';
import { type FiledMention, kinOf } from '../store/mention-rows';
import type { Store } from '../store/store';
import { addressOfFile } from './audit/address-of-file';
import { findAliasFaults } from './audit/aliases';
import { findDaysWithoutTime } from './audit/days';
import { createDestinations, type Destinations } from './audit/destinations';
import { groupBy } from './audit/group-by';
import { findLinkFaults } from './audit/links';
import { findMissingPictures } from './audit/pictures';
import { findTakenParts } from './audit/series';
import { createShowings, type Showings } from './audit/showings';
import { createSuggestions } from './audit/suggestions';
import { findTagCollisions } from './audit/tags';

/** Of one file; what follows after so many is told by their number. */
const MAX_OF_FILE = 100;

/**
 * Everything that is wrong with the content: with each file by itself, and between them.
 * @param now epoch milliseconds
 * @returns by file in code-point order, line and column
 */
export function audit(store: Store, now: number): readonly Problem[] {
  const mentions = store.mentions();
  return inOrder([...store.problems(), ...findBetween(store, now, mentions, mentions)]);
}

/**
 * What is wrong with one file: the same as `audit` says of it.
 * @param now epoch milliseconds
 * @param file path inside the content folder
 */
export function auditFile(store: Store, now: number, file: string): readonly Problem[] {
  return auditFiles(store, now, [file]);
}

/**
 * What is wrong with some files: the same as `audit` says of them.
 * @param now epoch milliseconds
 * @param files paths inside the content folder
 */
export function auditFiles(
  store: Store,
  now: number,
  files: readonly string[],
): readonly Problem[] {
  const single = files.flatMap((file) => store.problemsOfFile(file));
  return inOrder([...single, ...auditBetween(store, now, files)]);
}

/**
 * What is wrong between some files and all the others, and not with one by itself.
 * @param now epoch milliseconds
 * @param files paths inside the content folder
 */
export function auditBetween(
  store: Store,
  now: number,
  files: readonly string[],
): readonly Problem[] {
  const judged = new Set(files);
  const own = files.flatMap((file) => store.mentions(file));
  const between = findBetween(store, now, own, listKin(store, own));
  return inOrder(between.filter(({ file }) => judged.has(file)));
}

/** Everything that mentions are judged beside, themselves included. */
function listKin(store: Store, own: readonly FiledMention[]): readonly FiledMention[] {
  const homes = own
    .filter(({ kind }) => kind === 'alias')
    .map(({ file }) => kinOf({ kind: 'alias', target: addressOfFile(file) ?? '' }));
  // A file that claims where another lives, and the other way round, lead to each other.
  const kin = new Set([...own.map(kinOf), ...homes]);
  return [...kin].flatMap((name) => (name === undefined ? [] : store.mentionsOfKin(name)));
}

/**
 * What shows only between files.
 * @param own mentions of the files that are judged
 * @param all mentions of the files that they are judged beside
 */
function findBetween(
  store: Store,
  now: number,
  own: readonly FiledMention[],
  all: readonly FiledMention[],
): readonly Problem[] {
  const showings = createShowings(store, now);
  const destinations = createDestinations(store, resolvePath('public'));
  const suggest = createSuggestions(store, destinations.edition(now));
  const { articleOf } = showings;
  return [
    ...findLinkFaults(own, { destinations, showings, suggest }),
    ...findMissingPictures(own, destinations, showings),
    ...findDaysWithoutTime(own, articleOf, now),
    ...findTagCollisions(all),
    ...findTakenParts(all, (file) => articleOf(file)?.withdrawn !== undefined),
    ...findAliasFaults(
      all,
      (path) => isOccupied(path, now, store, destinations, showings),
      (file) => articleOf(file)?.draft === true,
    ),
  ];
}

/** Whether something else than a redirect answers at a path, or will when its embargo ends. */
function isOccupied(
  path: string,
  now: number,
  store: Store,
  { answersItself }: Destinations,
  { articleOf }: Showings,
): boolean {
  const route = matchRoute(canonicalSpelling(path));
  const file = route?.kind === 'article' ? store.findArticleFile(route.slug) : undefined;
  const article = file === undefined ? undefined : articleOf(file);
  return article ? visibleFrom(article) !== undefined : answersItself(encodeURI(path), now);
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) => comparePlaces(a, b) || (a.code < b.code ? -1 : 1));
  const once = new Map(
    sorted.map((found, index) => [found.more === undefined ? placeAndCode(found) : index, found]),
  );
  // No error gives way to a warning: one that is not told would pass for none.
  return [...groupBy([...once.values()], ({ file }) => file).values()].flatMap((ofFile) =>
    listProblems(ofFile, MAX_OF_FILE),
  );
}

function placeAndCode({ file, line, column, code }: Problem): string {
  return `${line}:${column} ${code} ${file}`;
}
