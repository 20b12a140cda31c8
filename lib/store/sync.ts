import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Newsroom, parseArticle, slugOfFile } from '../content/article';
import type { Author } from '../content/author-file';
import { type Problem, problem } from '../content/problems';
import { defaultSite, type Site } from '../content/site-file';
import { indexTagNames } from '../content/tags-file';
import { putArticle, relistArticle, removeArticle } from './article-rows';
import {
  type ContentFile,
  codeOf,
  type FileKind,
  hasAuthorsFolder,
  listContentFiles,
} from './content-tree';
import type { Database } from './database';
import { type FrameFile, putFrameFile, removeFrame, taken } from './frame-rows';

/** Files a transaction; small enough that a stop loses little, large enough to be quick. */
const BATCH = 500;

/** What a sync did. */
export interface SyncResult {
  /** Files read anew, and files that are gone. */
  readonly changed: number;
  readonly removed: number;
  /** Problems of the files read anew. */
  readonly problems: readonly Problem[];
}

/** How a sync goes about it. */
export interface SyncOptions {
  /** Reads files that have not changed too: another build may understand them otherwise. */
  readonly rereadAll?: boolean;
  /** Told after each batch how many of how many files were read. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Brings the store up to date with the content folder, file by file. A file with an error changes
 * nothing but its list of problems: the last good version of what it holds stays.
 * @throws when the folder cannot be read
 */
export function syncContent(
  database: Database,
  directory: string,
  { rereadAll = false, onProgress = () => undefined }: SyncOptions = {},
): SyncResult {
  const { files, unreadable } = listContentFiles(directory);
  const known = new Map(database.list('listFiles').map((row) => [row.text('path'), row]));
  const present = new Set(files.map(({ path }) => path));
  const isUnseen = (path: string) =>
    unreadable.some((folder) => path.startsWith(`${folder.path}/`));
  const gone = [...known.values()].filter(
    (row) => !present.has(row.text('path')) && !isUnseen(row.text('path')),
  );
  // An address that its file gave up may be claimed by another that was refused it.
  const freed = new Set(gone.map((row) => slugOfFile(row.text('path'))));
  const isFreed = ({ path }: ContentFile) => freed.size > 0 && freed.has(slugOfFile(path));
  const isStale = (file: ContentFile) =>
    rereadAll || known.get(file.path)?.text('signature') !== file.signature || isFreed(file);
  const problems: Problem[] = unreadable.map(({ path, reason }) =>
    problem('file-unreadable', { file: path, line: 1, column: 1 }, reason),
  );

  // What articles are read by comes first.
  const frame = files.filter((file): file is FrameFile => file.kind !== 'article' && isStale(file));
  database.transaction(() => {
    for (const row of gone) removeFile(database, row.text('path'), row.text('kind') as FileKind);
    // Written down, so that a stop before they are read is made good by the next sync.
    for (const { path } of files.filter(isFreed)) database.run('forgetSignature', { path });
    for (const file of frame) problems.push(...readFrameFile(database, directory, file));
  });

  const newsroom = loadNewsroom(database, directory);
  const fingerprint = fingerprintOf(newsroom);
  const isNewFrame =
    database.find('findSetting', { key: 'newsroom' })?.text('value') !== fingerprint;
  const stale = files.filter((file) => file.kind === 'article' && (isNewFrame || isStale(file)));
  for (let start = 0; start < stale.length; start += BATCH) {
    database.transaction(() => {
      for (const file of stale.slice(start, start + BATCH)) {
        problems.push(...readArticleFile(database, directory, file, newsroom));
      }
    });
    onProgress(Math.min(start + BATCH, stale.length), stale.length);
  }
  database.run('keepSetting', { key: 'newsroom', value: fingerprint });
  return { changed: frame.length + stale.length, removed: gone.length, problems };
}

/** What the store knows of the site, the tags and the authors. */
export function loadNewsroom(
  database: Database,
  directory: string,
): Newsroom & { readonly authors: ReadonlyMap<string, Author> } {
  const setting = (key: string) => database.find('findSetting', { key })?.text('value');
  const site = setting('site');
  const tags = setting('tags');
  const authors = new Map(
    database.list('listAuthors').map((row) => {
      const author: Author = JSON.parse(row.text('details'));
      return [author.key, author] as const;
    }),
  );
  return {
    site: site === undefined ? defaultSite : (JSON.parse(site) as Site),
    tagNames: indexTagNames(tags === undefined ? [] : JSON.parse(tags)),
    authors,
    ...(hasAuthorsFolder(directory) && {
      authorNames: new Map([...authors].map(([key, { name }]) => [key, name])),
    }),
  };
}

function fingerprintOf({ site, tagNames, authorNames }: Newsroom): string {
  const parts = [
    site.timeZone,
    site.sections,
    [...tagNames.byKey],
    authorNames ? [...authorNames].sort() : null,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function readFrameFile(database: Database, directory: string, file: FrameFile): readonly Problem[] {
  const bytes = readBytes(directory, file.path);
  const problems = 'problems' in bytes ? bytes.problems : putFrameFile(database, file, bytes.bytes);
  keepFile(database, file, problems);
  return problems;
}

function readArticleFile(
  database: Database,
  directory: string,
  file: ContentFile,
  newsroom: Newsroom,
): readonly Problem[] {
  const read = readBytes(directory, file.path);
  const parsed =
    'problems' in read
      ? { ok: false as const, problems: read.problems }
      : parseArticle(read.bytes, file.path, newsroom);
  if (!parsed.ok) {
    relistArticle(database, file.path, newsroom.site.timeZone);
    keepFile(database, file, parsed.problems);
    return parsed.problems;
  }
  const { article, body, bodyLine, warnings } = parsed;
  const owner = database.find('findOwner', { slug: article.slug })?.text('path');
  const problems =
    owner === undefined || owner === file.path
      ? warnings
      : [...warnings, taken(file.path, article.slug, owner)];
  if (problems === warnings)
    putArticle(database, article, { path: file.path, body, bodyLine }, newsroom.site.timeZone);
  keepFile(database, file, problems);
  return problems;
}

function readBytes(
  directory: string,
  path: string,
): { readonly bytes: Uint8Array } | { readonly problems: readonly Problem[] } {
  try {
    return { bytes: new Uint8Array(readFileSync(join(directory, path))) };
  } catch (cause) {
    return {
      problems: [problem('file-unreadable', { file: path, line: 1, column: 1 }, codeOf(cause))],
    };
  }
}

function keepFile(
  database: Database,
  { path, kind, signature }: ContentFile,
  problems: readonly Problem[],
): void {
  database.run('keepFile', { path, kind, signature, problems: JSON.stringify(problems) });
}

function removeFile(database: Database, path: string, kind: FileKind): void {
  if (kind === 'article') removeArticle(database, path);
  else removeFrame(database, path, kind);
  database.run('removeFile', { path });
}
