import { createHash } from 'node:crypto';
import type { Newsroom } from '../content/article';
import type { Problem } from '../content/problems/problems';
import { beginEpoch } from './changes';
import type { ContentWriting } from './content-rows';
import { type ContentFile, hasArticlesFolder } from './content-tree';
import type { Database } from './database';
import type { FileReading } from './file-reading';
import { putFile, removeFile } from './file-rows';
import { forgetGone } from './last-good';
import { loadNewsroom } from './load-newsroom';
import { type PlanOptions, planSync, type SyncPlan } from './plan-sync';
import type { Reader } from './reader';
import { findAffected, textOfNewsroom } from './reread';
import { watchChanges } from './watch-changes';

/**
 * Files read and written at once. More of them are a bulk, in which a stop loses little, and after
 * which everything counts as changed.
 */
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
export interface SyncOptions extends PlanOptions {
  readonly reader: Reader;
  readonly siteUrl: string;
  /**
   * The clock, epoch milliseconds. It is asked as something is written: what the journal says of an
   * article must hold when others can read it, and reading files takes a while.
   */
  readonly now: () => number;
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
  const { database, directory, reader, siteUrl, rendersAll, onProgress } = options;
  const { isSearchable = true } = options;
  const layout = hasArticlesFolder(directory) ? 'articles' : 'anywhere';
  const plan = await planSync(options);
  const frame = await readFrameFiles(options, plan);
  // By another frame any file may be read otherwise; where articles lie decides which files are some.
  const isOther = frame.isNew || settingOf(database, 'layout') !== layout;
  if (options.within && isOther) return await syncContent({ ...options, within: undefined });
  const { newsroom } = frame;
  const stale = plan.articles.filter((file) => plan.isStale(file) || frame.isAffected(file.path));
  const context = { newsroom, siteUrl, directory };
  const withBody = rendersAll === true || stale.length <= RENDERED_AT_ONCE;
  const readBatch = (start: number) => {
    const batch = stale.slice(start, start + BATCH);
    const reading = reader.read(
      batch.map(({ kind, path }) => ({ kind, path, withBody, withSearch: isSearchable })),
      context,
    );
    // It is awaited a batch later; a failure before that is told by whoever failed.
    reading.catch(() => undefined);
    return reading;
  };

  const problems: (readonly Problem[])[] = [plan.treeProblems];
  const writer = createWriter(options, plan, frame, stale.length);
  let next = readBatch(0);
  for (let start = 0; start === 0 || start < stale.length; start += BATCH) {
    const readings = await next;
    // The next files are read while these are written.
    next = readBatch(start + BATCH);
    const batch = stale.slice(start, start + BATCH);
    const isLast = start + BATCH >= stale.length;
    problems.push(writer.write(batch, readings, { isFirst: start === 0, isLast }));
    onProgress?.(Math.min(start + BATCH, stale.length), stale.length);
  }
  if (settingOf(database, 'layout') !== layout)
    database.run('keepSetting', { key: 'layout', value: layout });
  const changed = [...plan.frame, ...stale].map(({ path }) => path);
  const { treeProblems, gone } = plan;
  return { changed, removed: gone.length, problems: problems.flat(), treeProblems };
}

/** The files that are no articles, and the newsroom that they make. */
interface FrameReading {
  readonly readings: readonly FileReading[];
  /** Before and after they are written. */
  readonly known: Newsroom;
  readonly newsroom: Newsroom;
  readonly fingerprint: string;
  /** Whether articles have been read by another newsroom; they were all, or some when it was stopped. */
  readonly isNew: boolean;
  /** Whether an article must be read again for that. */
  readonly isAffected: (path: string) => boolean;
}

async function readFrameFiles(options: SyncOptions, plan: SyncPlan): Promise<FrameReading> {
  const { database, reader, siteUrl, directory } = options;
  const known = loadNewsroom(database, directory);
  const readings = await reader.read(
    plan.frame.map(({ kind, path }) => ({ kind, path, withBody: true, withSearch: false })),
    { newsroom: known, siteUrl, directory },
  );
  const newsroom = hasFrame(plan)
    ? database.rehearse(() => {
        writeFrame(writingOf(options, plan, known), plan, readings);
        return loadNewsroom(database, directory);
      })
    : known;
  const fingerprint = fingerprintOf(newsroom);
  const stored = settingOf(database, 'newsroom');
  const isNew = stored !== fingerprint;
  // Only what was read by a newsroom that is known whole can be told from what another would read.
  const isKnown = stored === fingerprintOf(known);
  const every = () => true;
  const none = () => false;
  const isAffected = isNew ? (isKnown ? findAffected(database, known, newsroom) : every) : none;
  return { readings, known, newsroom, fingerprint, isNew, isAffected };
}

function hasFrame({ frame, gone }: SyncPlan): boolean {
  return frame.length > 0 || gone.some(({ kind }) => kind !== 'article');
}

function writeFrame(
  writing: ContentWriting,
  { frame, gone }: SyncPlan,
  readings: readonly FileReading[],
): readonly Problem[] {
  for (const { path, kind } of gone) if (kind !== 'article') removeFile(writing, path, kind);
  return frame.flatMap((file, index) => put(writing, file, readings[index]));
}

/** Writes batches of articles; the first with the frame, the last with what is gone. */
function createWriter(options: SyncOptions, plan: SyncPlan, frame: FrameReading, stale: number) {
  const { database, now, rereadAll = false } = options;
  const { newsroom, fingerprint } = frame;
  const isEverything = rereadAll || plan.frame.length + stale + plan.gone.length > BATCH;
  const watch = (batch: readonly ContentFile[]) => {
    if (isEverything) return () => beginEpoch(database);
    const gone = plan.gone.filter(({ kind }) => kind === 'article');
    const paths = [...batch, ...gone].map(({ path }) => path);
    const parts = { hasFrame: hasFrame(plan), hasNewFrame: frame.isNew };
    return watchChanges({ database, newsroom, paths, ...parts, now: now() });
  };
  const write = (
    batch: readonly ContentFile[],
    readings: readonly FileReading[],
    { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
  ): readonly Problem[] => {
    const problems: Problem[] = [];
    database.transaction(() => {
      const keepChanges = watch(batch);
      if (isFirst) {
        forgetGone(database, now());
        problems.push(...writeFrame(writingOf(options, plan, frame.known), plan, frame.readings));
      }
      const writing = writingOf(options, plan, newsroom);
      for (const [index, file] of batch.entries())
        problems.push(...put(writing, file, readings[index]));
      if (isLast) {
        for (const { path, kind } of plan.gone) removeFile(writing, path, kind);
        database.run('keepSetting', { key: 'newsroom', value: fingerprint });
      }
      keepChanges();
    });
    return problems;
  };
  return { write };
}

function writingOf(options: SyncOptions, plan: SyncPlan, { site }: Newsroom): ContentWriting {
  const { database, now } = options;
  return { database, timeZone: site.timeZone, isPresent: plan.isPresent, now: now() };
}

function put(
  writing: ContentWriting,
  file: ContentFile,
  reading: FileReading | undefined,
): readonly Problem[] {
  if (!reading) throw new Error(`${file.path}: not read`);
  return putFile(writing, file, reading);
}

function settingOf(database: Database, key: string): string | undefined {
  return database.find('findSetting', { key })?.text('value');
}

function fingerprintOf(newsroom: Newsroom): string {
  return createHash('sha256').update(textOfNewsroom(newsroom)).digest('hex');
}
