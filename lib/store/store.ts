import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Article } from '../content/article';
import type { Problem } from '../content/problems/problems';
import type { Configuration } from '../site/configuration';
import { articleOf } from './article-rows';
import { anchorsOf, problemsOf } from './bodies';
import {
  type ArticleSight,
  beginEpoch,
  type Change,
  changesSince,
  type Position,
  positionOf,
} from './changes';
import { createEdition, type EditionSource } from './create-edition';
import { createRendering } from './create-rendering';
import { type Database, isLost, openFilled } from './database';
import type { Edition } from './edition';
import { createEnumeration, type Enumeration } from './enumeration';
import { loadNewsroom } from './load-newsroom';
import { type FiledMention, mentionOf } from './mention-rows';
import { openReader } from './reader';
import { cleanPaths } from './scope';
import { createSearcher } from './search/searcher';
import { type SyncResult, syncContent } from './sync';
import { turnedBetween } from './turned';

/** The content folder, read and kept up to date, and the questions that can be asked of it. */
export interface Store {
  /** The clock by which everything is decided, epoch milliseconds. */
  readonly now: () => number;
  readonly edition: (now: number) => Edition;
  /**
   * Reads what has changed: of these paths (files or folders, relative to the content folder, with
   * `/`, there or gone), or of the whole folder. One sync follows the other.
   */
  readonly sync: (paths?: readonly string[]) => Promise<SyncResult>;

  /** Where the history of the store has come to, whoever wrote it. */
  readonly position: () => Position;
  /** Undefined: everything may have changed (another epoch, or more than the journal holds). */
  readonly changesSince: (position: Position) => readonly Change[] | undefined;
  /**
   * Articles that the clock alone has changed, `since < turn <= until`, epoch milliseconds; undefined
   * when everything may have changed: they are more than 500, or change what all pages name.
   */
  readonly turned: (since: number, until: number) => readonly ArticleSight[] | undefined;

  /** What is wrong with each file by itself, as last read; with bodies as far as rendered. */
  readonly problems: () => readonly Problem[];
  readonly problemsOfFile: (path: string) => readonly Problem[];
  /** What files say that is judged beside the others; of one file, or of all. */
  readonly mentions: (file?: string) => readonly FiledMention[];
  /** Those that are judged beside each other, by what `kinOf` says of them. */
  readonly mentionsOfKin: (kin: string) => readonly FiledMention[];
  /** Paths of the files that the site reads, inside the content folder, in their order. */
  readonly files: () => readonly string[];
  /** What may have an address, for who wants all of them. */
  readonly enumeration: Enumeration;
  /** Path of the file that holds an article, inside the content folder. */
  readonly findArticleFile: (slug: string) => string | undefined;
  /** What a file of an article holds, or held when it was last good; readers may see it or not. */
  readonly articleOfFile: (path: string) => Article | undefined;
  /** Ids in an article's body that a link may lead to; undefined when it is not rendered yet. */
  readonly anchorsOf: (slug: string) => readonly string[] | undefined;

  /** The next instant at which the clock alone changes what is in print. */
  readonly nextChange: (now: number) => number | undefined;
  /** Where an old address leads: to each that claims it, in the order of their files. */
  readonly findAliases: (path: string) => readonly string[];
  /** Folder of the file that holds an article, absolute. */
  readonly findArticleFolder: (slug: string) => string | undefined;
  readonly contentDirectory: string;
  /** True in development: whoever writes sees what readers do not see yet. */
  readonly isPreview: boolean;
  /** Starts what searches, so that the first reader who does need not wait for it. */
  readonly warmSearch: () => void;
  readonly close: () => void;
}

/** What a store is opened with. */
export interface StoreOptions {
  readonly configuration: Configuration;
  readonly now: () => number;
  /** Changes with the rules by which files are read; files read by others are read again. */
  readonly rulesVersion: string;
  readonly isPreview?: boolean;
  /** Renders bodies as files are read, for who wants them all; otherwise when first asked for. */
  readonly rendersAll?: boolean;
  /** Whether articles can be searched; true unless told otherwise. */
  readonly isSearchable?: boolean;
  /** Hears of problems when files are read and bodies first rendered. */
  readonly report: (problems: readonly Problem[]) => void;
  readonly onProgress?: (done: number, total: number) => void;
  /** Hears of an article that was taken out because its body could not be rendered. */
  readonly onTakenOut?: (path: string) => void;
}

/**
 * Opens the store of a content folder and brings it up to date.
 * @throws when the content folder cannot be read or the data folder cannot be written
 */
export async function createStore(options: StoreOptions): Promise<Store> {
  const { configuration, now, rulesVersion, isPreview = false, report, onProgress } = options;
  const { siteUrl, indexable, webSubHub } = configuration;
  const contentDirectory = resolve(configuration.contentDirectory);
  const rules = [rulesVersion, siteUrl, contentDirectory].join(' ');
  const reader = openReader();
  // Its thread takes a second to start: the first file that is read is to wait for less of it.
  reader.warm();
  const { rendersAll = false, isSearchable = true } = options;
  const sources = { reader, siteUrl, directory: contentDirectory, now, rendersAll, isSearchable };
  const file = join(configuration.dataDirectory, 'store.sqlite');
  const searcher = createSearcher({ file, contentDirectory });
  const open = () => {
    mkdirSync(configuration.dataDirectory, { recursive: true });
    return openFilled(file, (opened) =>
      catchUp(opened, rules, (rereadAll) =>
        syncContent({
          ...{ ...sources, database: opened, rereadAll, onProgress },
          retryStopped: true,
        }),
      ),
    );
  };
  let { database, filled } = await open();
  report(filled.problems);
  let told = new Set(filled.treeProblems.map(keyOf));

  const readBody = createRendering({
    ...{ reader, siteUrl, report },
    database: () => database,
    onTakenOut: options.onTakenOut ?? (() => undefined),
  });
  const source = (): EditionSource => ({
    ...{ database, siteUrl, indexable, webSubHub, isPreview, searcher },
    // Before the rest is read: what is written meanwhile is read again by the next to ask.
    position: positionOf(database),
    newsroom: loadNewsroom(database, contentDirectory),
    readBody,
  });
  let current = source();
  /** Another store may have written what a position that is asked for here tells of. */
  const currentSource = () => {
    const { epoch, version } = positionOf(database);
    if (epoch !== current.position.epoch || version !== current.position.version)
      current = source();
    return current;
  };

  // A sync that failed leaves what nobody names again.
  let owesAll = false;
  const syncNow = async (paths?: readonly string[]): Promise<SyncResult> => {
    const within = paths && !owesAll ? cleanPaths(paths) : undefined;
    const { treeProblems } = filled;
    owesAll = true;
    try {
      const options = { ...sources, database, within, treeProblems, onProgress };
      filled = await syncContent(options);
    } catch (cause) {
      if (!isLost(cause)) throw cause;
      // Someone took the data folder away; all of it is derived, and made again. Until it is, the
      // old one answers as well as it can.
      const lost = database;
      ({ database, filled } = await open());
      lost.close();
      searcher.close();
    }
    owesAll = false;
    current = source();
    // What is wrong with folders and links is told once.
    report(filled.problems.filter((found) => !told.has(keyOf(found))));
    told = new Set(filled.treeProblems.map(keyOf));
    return filled;
  };
  let last: Promise<unknown> = Promise.resolve();

  return {
    now,
    edition: (moment) => createEdition(currentSource(), moment),
    sync: (paths) => {
      const begin = () => syncNow(paths);
      const next = last.then(begin, begin);
      last = next;
      return next;
    },
    position: () => positionOf(database),
    changesSince: (position) => changesSince(database, position),
    turned: (since, until) => turnedBetween(database, currentSource().newsroom, since, until),
    problems: () => [...filled.treeProblems, ...database.list('listProblems').flatMap(problemsOf)],
    problemsOfFile: (path) => {
      const row = database.find('findProblems', { path });
      const ofTree = filled.treeProblems.filter(({ file }) => file === path);
      return row ? [...ofTree, ...problemsOf(row)] : ofTree;
    },
    mentions: (file) =>
      (file === undefined
        ? database.list('listMentions')
        : database.list('listMentionsOfFile', { file })
      ).map(mentionOf),
    mentionsOfKin: (kin) => database.list('listKin', { kin }).map(mentionOf),
    files: () => database.list('listFiles').map((row) => row.text('path')),
    enumeration: createEnumeration(() => database),
    findArticleFile: (slug) => database.find('findOwner', { slug })?.text('path'),
    articleOfFile: (path) => {
      const row = database.find('findArticleOfFile', { path });
      return row && articleOf(row);
    },
    anchorsOf: (slug) => anchorsOf(database, slug),
    nextChange: (moment) => database.find('nextTurn', { now: moment })?.number('instant'),
    findAliases: (path) => database.list('findAliases', { path }).map((row) => row.text('target')),
    findArticleFolder: (slug) => {
      const path = database.find('findOwner', { slug })?.text('path');
      return path === undefined ? undefined : join(contentDirectory, path, '..');
    },
    contentDirectory,
    isPreview,
    warmSearch: searcher.warm,
    close: () => {
      searcher.close();
      database.close();
    },
  };
}

function keyOf({ file, code }: Problem): string {
  return `${code} ${file}`;
}

/** The first sync. What other rules, or those for another origin, made of the files is made anew. */
async function catchUp(
  database: Database,
  rules: string,
  sync: (rereadAll: boolean) => Promise<SyncResult>,
): Promise<SyncResult> {
  const rereadAll = database.find('findSetting', { key: 'reader' })?.text('value') !== rules;
  if (rereadAll)
    database.transaction(() => {
      database.run('forgetRenderings');
      beginEpoch(database);
    });
  const result = await sync(rereadAll);
  database.run('keepSetting', { key: 'reader', value: rules });
  return result;
}
