import { createHash } from 'node:crypto';
import { type Newsroom, slugOfFile } from '../content/article';
import { type Problem, problem } from '../content/problems/problems';
import type { ContentWriting } from './content-rows';
import { type ContentFile, type FileKind, listContentFiles } from './content-tree';
import type { Database } from './database';
import type { FileReading } from './file-reading';
import { putFile, removeFile } from './file-rows';
import { forgetGone } from './last-good';
import { loadNewsroom } from './load-newsroom';
import type { Reader } from './reader';

/** Files read and written at once; more of them are a bulk, in which a stop loses little. */
const BATCH = 500;

/** Files whose bodies are rendered as they are read, so that what is wrong there is told at once. */
const RENDERED_AT_ONCE = 100;

/** What a sync did. */
export interface SyncResult {
  /** Files read anew, and how many files are gone. */
  readonly changed: readonly string[];
  readonly removed: number;
  /** Problems of the files read anew. */
  readonly problems: readonly Problem[];
  /** Problems of folders and links, which stand in no row. */
  readonly treeProblems: readonly Problem[];
}

/** What a sync works with, and how it goes about it. */
export interface SyncOptions {
  readonly database: Database;
  readonly reader: Reader;
  /** The content folder. */
  readonly directory: string;
  readonly siteUrl: string;
  /** The clock, epoch milliseconds. */
  readonly now: number;
  /** Reads files that have not changed too: other rules may understand them otherwise. */
  readonly rereadAll?: boolean;
  /** Reads files again whose reading had to be stopped: a busy machine may have been the cause. */
  readonly retryStopped?: boolean;
  /** Whether articles can be searched afterwards; true unless told otherwise. */
  readonly isSearchable?: boolean;
  /** Renders every body as it is read, however many there are. */
  readonly rendersAll?: boolean;
  /** Told after each batch how many of how many files were read. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Brings the store up to date with the content folder, file by file. Nothing is written before it
 * is read, so that whoever asks meanwhile sees all of a change or, of up to `BATCH` files, none.
 * @throws when the folder cannot be read
 */
export async function syncContent(options: SyncOptions): Promise<SyncResult> {
  const { database, reader, directory, siteUrl, now, onProgress } = options;
  const plan = planSync(options);
  const { frame, gone, isPresent, treeProblems } = plan;
  const known = loadNewsroom(database, directory);
  const frameReadings = await reader.read(
    frame.map(({ kind, path }) => ({ kind, path, withBody: true })),
    { newsroom: known, siteUrl, directory },
  );
  const problems: (readonly Problem[])[] = [treeProblems];
  const writing = (timeZone: string): ContentWriting => ({
    ...{ database, timeZone, isPresent, now },
    isSearchable: options.isSearchable !== false,
  });
  const writeFrame = () => {
    const frameWriting = writing(known.site.timeZone);
    for (const { path, kind } of gone) if (kind !== 'article') removeFile(frameWriting, path, kind);
    return frame.flatMap((file, index) => put(frameWriting, file, frameReadings[index]));
  };
  const hasNewFrame = frame.length > 0 || gone.some(({ kind }) => kind !== 'article');
  const newsroom = hasNewFrame
    ? database.rehearse(() => {
        writeFrame();
        return loadNewsroom(database, directory);
      })
    : known;
  const fingerprint = fingerprintOf(newsroom);
  const isNewFrame =
    database.find('findSetting', { key: 'newsroom' })?.text('value') !== fingerprint;
  const stale = plan.articles.filter((file) => isNewFrame || plan.isStale(file));
  const context = { newsroom, siteUrl, directory };
  const withBody = options.rendersAll === true || stale.length <= RENDERED_AT_ONCE;
  const readBatch = (start: number) => {
    const batch = stale.slice(start, start + BATCH);
    const reading = reader.read(
      batch.map(({ kind, path }) => ({ kind, path, withBody })),
      context,
    );
    // It is awaited a batch later; a failure before that is told by whoever failed.
    reading.catch(() => undefined);
    return reading;
  };

  let next = readBatch(0);
  for (let start = 0; start === 0 || start < stale.length; start += BATCH) {
    const readings = await next;
    // The next files are read while these are written.
    next = readBatch(start + BATCH);
    const isLast = start + BATCH >= stale.length;
    database.transaction(() => {
      if (start === 0) {
        forgetGone(database, now);
        problems.push(writeFrame());
      }
      const articleWriting = writing(newsroom.site.timeZone);
      for (const [index, file] of stale.slice(start, start + BATCH).entries()) {
        problems.push(put(articleWriting, file, readings[index]));
      }
      if (!isLast) return;
      for (const { path, kind } of gone) removeFile(articleWriting, path, kind);
      database.run('keepSetting', { key: 'newsroom', value: fingerprint });
    });
    onProgress?.(Math.min(start + BATCH, stale.length), stale.length);
  }
  const changed = [...frame, ...stale].map(({ path }) => path);
  return { changed, removed: gone.length, problems: problems.flat(), treeProblems };
}

/** What the folder holds and the store does not know yet. */
function planSync({ database, directory, rereadAll = false, retryStopped = false }: SyncOptions) {
  const { files, unreadable, links, ignored } = listContentFiles(directory);
  const known = new Map(database.list('listFiles').map((row) => [row.text('path'), row]));
  const present = new Set(files.map(({ path }) => path));
  const isUnseen = (path: string) =>
    unreadable.some((unseen) => path === unseen.path || path.startsWith(`${unseen.path}/`));
  const gone = [...known.values()]
    .map((row) => ({ path: row.text('path'), kind: row.text('kind') as FileKind }))
    .filter(({ path }) => !present.has(path) && !isUnseen(path));
  // An address that its file gave up may be claimed by another that was refused it.
  const freed = new Set(gone.map(({ path }) => slugOfFile(path)));
  const isFreed = ({ path }: ContentFile) => freed.size > 0 && freed.has(slugOfFile(path));
  const again = new Set(retryStopped ? listStopped(database) : []);
  const isStale = (file: ContentFile) =>
    rereadAll ||
    known.get(file.path)?.text('signature') !== file.signature ||
    isFreed(file) ||
    again.has(file.path);
  const at = (file: string) => ({ file, line: 1, column: 1 });
  return {
    gone,
    isPresent: (path: string) => present.has(path) || isUnseen(path),
    frame: files.filter((file) => file.kind !== 'article' && isStale(file)),
    articles: files.filter(({ kind }) => kind === 'article'),
    isStale,
    treeProblems: [
      ...unreadable.map(({ path, reason }) => problem('file-unreadable', at(path), reason)),
      ...links.map((path) => problem('symbolic-link', at(path))),
      ...ignored.map(({ path, remedy, meant }) => problem('file-ignored', at(path), remedy, meant)),
    ],
  };
}

function listStopped(database: Database): readonly string[] {
  return database.list('listStopped').map((row) => row.text('path'));
}

function put(
  writing: ContentWriting,
  file: ContentFile,
  reading: FileReading | undefined,
): readonly Problem[] {
  if (!reading) throw new Error(`${file.path}: not read`);
  return putFile(writing, file, reading);
}

function fingerprintOf({ site, tagNames, authorNames }: Newsroom): string {
  const parts = [
    site.timeZone,
    site.sections.map(({ key, name }) => [key, name]),
    [...tagNames.byKey],
    authorNames ? [...authorNames].sort() : null,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
