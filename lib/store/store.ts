import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../content/problems';
import type { Configuration } from '../site/configuration';
import { createEdition, type EditionSource } from './create-edition';
import { type Database, isLost, openDatabase } from './database';
import type { Edition } from './edition';
import { allArticles } from './list-names';
import { loadNewsroom, type SyncResult, syncContent } from './sync';

/** The content folder, read and kept up to date, and the questions that can be asked of it. */
export interface Store {
  /** The clock by which everything is decided, epoch milliseconds. */
  readonly now: () => number;
  readonly edition: (now: number) => Edition;
  /** Reads what has changed in the content folder. */
  readonly sync: () => SyncResult;
  /** What is wrong with the files of the folder, as last read. */
  readonly problems: () => readonly Problem[];
  /** The next instant at which the clock alone changes what is in print. */
  readonly nextChange: (now: number) => number | undefined;
  /** Where an old address leads. */
  readonly findAlias: (path: string) => string | undefined;
  /** Folder of the file that holds an article, absolute. */
  readonly findArticleFolder: (slug: string) => string | undefined;
  readonly contentDirectory: string;
  readonly close: () => void;
}

/** What a store is opened with. */
export interface StoreOptions {
  readonly configuration: Configuration;
  readonly now: () => number;
  readonly buildId: string;
  /** Hears of problems when files are read and bodies first rendered. */
  readonly report: (problems: readonly Problem[]) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Opens the store of a content folder and brings it up to date.
 * @throws when the content folder cannot be read or the data folder cannot be written
 */
export function createStore({
  configuration,
  now,
  buildId,
  report,
  onProgress,
}: StoreOptions): Store {
  const { siteUrl, indexable } = configuration;
  const contentDirectory = resolve(configuration.contentDirectory);
  const reader = [buildId, siteUrl, contentDirectory].join(' ');
  let caughtUp: SyncResult = { changed: 0, removed: 0, problems: [] };
  const open = () => {
    mkdirSync(configuration.dataDirectory, { recursive: true });
    return openDatabase(join(configuration.dataDirectory, 'store.sqlite'), (opened) => {
      caughtUp = catchUp(opened, contentDirectory, reader, onProgress);
    });
  };
  let database = open();
  report(caughtUp.problems);

  const source = (): EditionSource => ({
    database,
    newsroom: loadNewsroom(database, contentDirectory),
    siteUrl,
    indexable,
    report,
  });
  let current = source();

  return {
    now,
    edition: (moment) => createEdition(current, moment),
    sync: () => {
      let result: SyncResult;
      try {
        result = syncContent(database, contentDirectory, { onProgress });
      } catch (cause) {
        if (!isLost(cause)) throw cause;
        // Someone took the data folder away; all of it is derived, and made again.
        database.close();
        database = open();
        result = caughtUp;
      }
      current = source();
      report(result.problems);
      return result;
    },
    problems: () =>
      database.list('listProblems').flatMap((row) => JSON.parse(row.text('problems')) as Problem[]),
    nextChange: (moment) => {
      const due = [
        database.find('nextPublication', { list: allArticles, now: moment }),
        database.find('nextCorrection', { now: moment }),
      ].flatMap((row) => row?.number('instant') ?? []);
      return due.length > 0 ? Math.min(...due) : undefined;
    },
    findAlias: (path) => database.find('findAlias', { path })?.text('target'),
    findArticleFolder: (slug) => {
      const path = database.find('findOwner', { slug })?.text('path');
      return path === undefined ? undefined : join(contentDirectory, path, '..');
    },
    contentDirectory,
    close: () => database.close(),
  };
}

/** The first sync. What another build, or one for another origin, made of the files is made anew. */
function catchUp(
  database: Database,
  contentDirectory: string,
  reader: string,
  onProgress: StoreOptions['onProgress'],
): SyncResult {
  const rereadAll = database.find('findSetting', { key: 'reader' })?.text('value') !== reader;
  if (rereadAll) database.run('forgetHtml');
  const result = syncContent(database, contentDirectory, { rereadAll, onProgress });
  database.run('keepSetting', { key: 'reader', value: reader });
  return result;
}
