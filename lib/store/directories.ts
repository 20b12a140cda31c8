import type { Newsroom } from '../content/article';
import type { Author } from '../content/author-file';
import type { Section } from '../content/site-file';
import type { DeclaredTag } from '../content/tags-file';
import { compareNames, comparePersons } from '../vietnamese/collate';
import type { Database } from './database';
import type { CountedList } from './edition';
import { allArticles, keyOfList, type ListKind, rangeOfLists } from './list-names';

/** Someone who signs articles. */
export type Signer = Pick<Author, 'key' | 'name' | 'kind' | 'role'>;

/** All names that lead to lists, in Vietnamese order. */
export interface Directories {
  /** The sections in the order of the site; without `site.yaml` those that articles name. */
  readonly sections: () => readonly Section[];
  /** By key of a section that has articles: how many, and when the newest was published. */
  readonly sectionCounts: () => ReadonlyMap<string, CountedList<string>>;
  /** All tags that an article carries. */
  readonly tags: () => readonly CountedList<DeclaredTag>[];
  /** All authors who signed an article; persons by given name, then desks. */
  readonly authors: () => readonly CountedList<Signer>[];
}

/** The directories of a moment. @param now epoch milliseconds */
export function createDirectories(
  database: Database,
  newsroom: Newsroom & { readonly authors: ReadonlyMap<string, Author> },
  now: number,
): Directories {
  const { site, tagNames, authors } = newsroom;
  return {
    sections: () =>
      site.sections.length > 0
        ? site.sections
        : countedLists(database, 'section', now)
            .map(({ entry, label }) => ({ key: entry, name: label, aliases: [] }))
            .sort((a, b) => compareNames(a.name, b.name)),
    sectionCounts: () =>
      new Map(countedLists(database, 'section', now).map((counted) => [counted.entry, counted])),
    tags: once(() =>
      countedLists(database, 'tag', now)
        .map(({ entry: slug, count, newest, label }) => {
          const declared = tagNames.bySlug.get(slug);
          return { entry: declared ?? { slug, name: label }, count, newest };
        })
        .sort((a, b) => compareNames(a.entry.name, b.entry.name)),
    ),
    authors: once(() =>
      countedLists(database, 'author', now)
        .flatMap(({ entry: key, count, newest, label }): readonly CountedList<Signer>[] => {
          const author = authors.get(key);
          if (author) return [{ entry: author, count, newest }];
          if (newsroom.authorNames) return [];
          return [{ entry: { key, name: label, kind: 'person' }, count, newest }];
        })
        .sort((a, b) => compareSigners(a.entry, b.entry)),
    ),
  };
}

/** Gathers a directory when it is first asked for: a page may ask more than once. */
function once<T>(gather: () => T): () => T {
  let gathered: { readonly found: T } | undefined;
  return () => {
    gathered ??= { found: gather() };
    return gathered.found;
  };
}

/** Lists of a kind that have something to show, with how much, since when, and how it is called. */
function countedLists(
  database: Database,
  kind: ListKind,
  now: number,
): readonly (CountedList<string> & { readonly label: string })[] {
  const range = rangeOfLists(kind);
  const future = new Map(
    database
      .list('countFutureByList', { all: allArticles, now, ...range })
      .map((row) => [row.text('list'), row.number('count')]),
  );
  return database
    .list('listLists', { ...range, now })
    .map((row) => ({
      entry: keyOfList(row.text('list')),
      count: row.number('count') - (future.get(row.text('list')) ?? 0),
      newest: row.numberOrNull('newest') ?? 0,
      label: row.textOrNull('label') ?? '',
    }))
    .filter(({ count }) => count > 0);
}

function compareSigners(
  a: Pick<Author, 'name' | 'kind'>,
  b: Pick<Author, 'name' | 'kind'>,
): number {
  if (a.kind !== b.kind) return a.kind === 'person' ? -1 : 1;
  return a.kind === 'person' ? comparePersons(a.name, b.name) : compareNames(a.name, b.name);
}
