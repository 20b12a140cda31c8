import type { Newsroom } from '../content/article';
import type { TagNames } from '../content/tags-file';
import { fold } from '../vietnamese/fold';
import { isOneSlipAway } from '../vietnamese/nearest';
import { slug as slugOf } from '../vietnamese/slug';
import { spellingKey } from '../vietnamese/spelling-key';
import type { Database } from './database';
import { listOfAuthor, listOfSection, listOfTag } from './list-names';

/** Whether the file of an article means something else in another newsroom. */
export type IsAffected = (path: string) => boolean;

/**
 * Finds the articles that another newsroom reads otherwise. A file about which nothing was said names
 * sections, authors and settled tags as they are; it is affected when one of those it names changes, or
 * when a tag of its own comes to mean, or to resemble, a settled one. All others are read again: files
 * with problems, for these name what there is, and what stands in no list.
 * @param old by which all articles have been read
 */
export function findAffected(database: Database, old: Newsroom, next: Newsroom): IsAffected {
  if (isAnother(old, next)) return () => true;
  const paths = (name: 'listFilesOfList' | 'listFilesOfTags', parameters: Record<string, string>) =>
    database.list(name, parameters).map((row) => row.text('path'));
  const lists = [
    ...changedSections(old, next).map(listOfSection),
    ...changedAuthors(old, next).map(listOfAuthor),
    ...changedTags(old.tagNames, next.tagNames).map(listOfTag),
  ];
  const meant = changedMeanings(database, old.tagNames, next.tagNames);
  const affected = new Set([
    ...database.list('listWithProblems').map((row) => row.text('path')),
    ...database.list('listUnlisted').map((row) => row.text('path')),
    ...lists.flatMap((list) => paths('listFilesOfList', { list })),
    ...(meant.length > 0 ? paths('listFilesOfTags', { targets: JSON.stringify(meant) }) : []),
  ]);
  return (path) => affected.has(path);
}

/** All of a newsroom by which an article is read; another text reads some article otherwise. */
export function textOfNewsroom({ site, tagNames, authorNames }: Newsroom): string {
  const sections = site.sections.map(({ key, name }) => [key, name]);
  const authors = authorNames ? [...authorNames].sort() : null;
  return JSON.stringify([site.timeZone, sections, textOf(tagNames), authors]);
}

function textOf({ declared, byKey, spellings }: TagNames): string {
  const names = declared.map(({ slug, name }) => [slug, name]);
  const keys = [...byKey].map(([key, { slug, name }]) => [key, slug, name]);
  return JSON.stringify([names, keys, spellings.map(({ written }) => written)]);
}

/** Whether every article may be read otherwise. */
function isAnother(old: Newsroom, next: Newsroom): boolean {
  return (
    old.site.timeZone !== next.site.timeZone ||
    (old.site.sections.length === 0) !== (next.site.sections.length === 0) ||
    (old.authorNames === undefined) !== (next.authorNames === undefined)
  );
}

function changedSections(old: Newsroom, next: Newsroom): readonly string[] {
  const nameIn = ({ site }: Newsroom, wanted: string) =>
    site.sections.find(({ key }) => key === wanted)?.name;
  return old.site.sections
    .map(({ key }) => key)
    .filter((key) => nameIn(old, key) !== nameIn(next, key));
}

function changedAuthors({ authorNames: old }: Newsroom, { authorNames }: Newsroom) {
  return [...(old ?? [])]
    .filter(([key, name]) => authorNames?.get(key) !== name)
    .map(([key]) => key);
}

/** Settled tags that an article which writes them as settled would have no more, or otherwise. */
function changedTags(old: TagNames, next: TagNames): readonly string[] {
  return old.declared
    .filter(({ slug, name }) => {
      const meant = next.byKey.get(spellingKey(name));
      return meant?.slug !== slug || meant.name !== name;
    })
    .map(({ slug }) => slug);
}

/** Unsettled tags, as written, that are settled now, or may resemble what is or was settled. */
function changedMeanings(database: Database, old: TagNames, next: TagNames): readonly string[] {
  if (textOf(old) === textOf(next)) return [];
  const spellings = changedSpellings(old, next);
  return database
    .list('listTagTargets')
    .map((row) => row.text('target'))
    .filter((written) => {
      const folded = fold(written);
      return (
        next.byKey.has(spellingKey(written)) ||
        next.bySlug.has(slugOf(written)) ||
        // More than resemble it: other spellings of one tag are alike when folded.
        spellings.some((spelling) => isOneSlipAway(folded, spelling))
      );
    });
}

/** Names and synonyms, folded, that came or went. */
function changedSpellings(old: TagNames, next: TagNames): readonly string[] {
  const missing = (from: TagNames, other: TagNames) => {
    const written = new Set(other.spellings.map((spelling) => spelling.written));
    return from.spellings.filter((spelling) => !written.has(spelling.written));
  };
  return [...missing(old, next), ...missing(next, old)].map(({ folded }) => folded);
}
