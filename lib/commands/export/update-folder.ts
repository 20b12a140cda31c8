import { join } from 'node:path';
import { touchedSince } from '../../publish/touched';
import { isCompressible } from '../../server/document';
import { mediaTypeOf } from '../../site/media-types';
import type { Path } from '../../site/routes';
import { strings } from '../../site/strings';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';
import type { Progress } from '../check/progress';
import { type Copy, listPictureFiles, listPublicFiles, namesOfPictures } from './copies';
import {
  type ExportState,
  readExportState,
  readFileList,
  writeExportState,
  writeFileList,
} from './export-state';
import { type ExportPage, type Job, listExportPages } from './jobs';
import { directionFiles, writeDirections } from './old-addresses';
import { type OutFolder, openOutFolder } from './out-folder';
import type { PrintStart } from './print-protocol';
import { obstacleOf } from './printer';
import { MANY_PAGES, type Order, type Printers, printPages } from './printers';
import { createTally, type Outcome, type Tally } from './tally';

/** What a folder is brought up to date with. */
export interface UpdateParts {
  readonly store: Store;
  readonly start: Omit<PrintStart, 'writer'>;
  /** Of the build, and of how it writes: another one writes all anew. */
  readonly by: string;
  readonly printers: Printers;
  readonly progress: Progress;
  readonly stop: AbortSignal;
}

/** One update under way. */
interface Update extends UpdateParts {
  readonly edition: Edition;
  readonly folder: OutFolder;
  readonly tally: Tally;
  readonly state: ExportState | undefined;
}

/** What the folder shall hold, and which of its pages must be printed. */
interface Plan {
  readonly files: Set<string>;
  /** How many of them are only compressed forms of others. */
  readonly forms: number;
  readonly withdrawn: readonly Path[];
  readonly copies: readonly Copy[];
  readonly order: Order;
}

/**
 * Brings a folder up to date: prints what has changed since it was last right, or what is missing,
 * copies files, and takes away what exports wrote and nothing asks for any more. What it says of
 * itself is written last, so that it may be stopped at any point.
 */
export async function updateFolder(parts: UpdateParts): Promise<Outcome> {
  const { store, start, by, stop } = parts;
  const { moment, out } = start;
  // Before anything is read: what changes meanwhile is printed the next time.
  const position = store.position();
  const folder = openOutFolder(out, 'main');
  const state = readExportState(folder);
  const tally = createTally();
  const update = { ...parts, edition: store.edition(moment), folder, tally, state };
  try {
    const before = readFileList(folder);
    const plan = planUpdate(update);
    // Before anything is written, so that its files are known whenever it stops.
    writeFileList(folder, new Set([...before, ...plan.files]));
    if (!state) writeExportState(folder, { failed: [] });
    await print(plan, update);
    if (!tally.isHindered() && !stop.aborted) await writeOthers(plan, update);
    if (tally.isHindered() || stop.aborted) return tally.outcome(stop.aborted);
    tally.expected(plan.files.size - plan.forms);
    for (const file of before) {
      if (!plan.files.has(file) && folder.remove(file)) tally.removed();
    }
    writeFileList(folder, plan.files);
    const failed = tally.outcome(false).failed.map(({ file }) => file);
    writeExportState(folder, { right: { position, moment, by }, failed });
  } catch (cause) {
    const obstacle = obstacleOf(cause);
    if (!obstacle) throw cause;
    tally.hindered(obstacle);
  }
  return tally.outcome(stop.aborted);
}

function planUpdate(update: Update): Plan {
  const { store, edition, start } = update;
  const isDue = createDueTest(update);
  const files = new Set<string>();
  const withdrawn: Path[] = [];
  const few: Job[] = [];
  let forms = 0;
  let count = 0;
  for (const page of pagesOf(update)) {
    const [file, ...others] = formsOf(page, start.compress);
    for (const form of [file, ...others]) files.add(form);
    forms += others.length;
    if (page.status === 410) withdrawn.push(page.path);
    if (!isDue(page)) continue;
    count += 1;
    if (count <= MANY_PAGES) few.push(jobOf(page));
  }
  const copies = listPublicFiles(join(start.applicationDirectory, 'public'));
  for (const file of [...copies.map((copy) => copy.file), ...directionFiles]) files.add(file);
  for (const file of namesOfPictures(store, edition)) files.add(file);
  const jobs = count <= MANY_PAGES ? [few] : dueJobs(update, isDue);
  return { files, forms, withdrawn, copies, order: { jobs, count } };
}

function* pagesOf({ store, edition }: Update): Generator<ExportPage> {
  for (const pages of listExportPages(store, edition)) yield* pages;
}

function* dueJobs(update: Update, isDue: (page: ExportPage) => boolean): Generator<readonly Job[]> {
  const { store, edition } = update;
  for (const pages of listExportPages(store, edition)) yield pages.filter(isDue).map(jobOf);
}

/** What a printer needs to know of a page. */
function jobOf({ path, file }: ExportPage): Job {
  return { path, file };
}

function formsOf({ path, file }: Job, compress: boolean): readonly [string, ...string[]] {
  return compress && isCompressible(mediaTypeOf(path))
    ? [file, `${file}.br`, `${file}.gz`]
    : [file];
}

/** Whether a page must be printed: it may have changed, is not there, or failed the last time. */
function createDueTest(update: Update): (page: ExportPage) => boolean {
  const { store, start, by, folder, state } = update;
  const right = state?.right?.by === by ? state.right : undefined;
  const touched = right && touchedSince(store, right, start.moment);
  if (!touched) return () => true;
  const failed = new Set(state?.failed);
  return ({ file, topics }) =>
    topics.some((topic) => touched.has(topic)) || failed.has(file) || !folder.has(file);
}

async function print({ order }: Plan, { printers, progress, tally, stop }: Update): Promise<void> {
  let done = 0;
  progress.show(0, order.count, strings.exportPrinting);
  await printPages(
    order,
    printers,
    (printed) => {
      tally.printed(printed);
      done += printed.written + printed.unchanged + printed.failed.length;
      progress.show(done, order.count, strings.exportPrinting);
    },
    stop,
  );
}

/** What is no page: files that are copied, and directions for servers of files. */
async function writeOthers(plan: Plan, update: Update): Promise<void> {
  const { store, edition, folder, tally } = update;
  const copy = ({ from, file }: Copy) => tally.tried(file, () => folder.copy(from, file));
  for (const file of plan.copies) copy(file);
  const present = new Set<string>();
  for await (const pictures of listPictureFiles(store, edition)) {
    for (const picture of pictures) {
      present.add(picture.file);
      copy(picture);
    }
  }
  // Named by an article, but not in its folder.
  for (const file of namesOfPictures(store, edition))
    if (!present.has(file)) plan.files.delete(file);
  for (const { file, text } of writeDirections(store, edition, plan.withdrawn)) {
    tally.tried(file, () => folder.write(file, Buffer.from(text)));
  }
}
