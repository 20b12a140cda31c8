import next from 'next';
import { isCompressible, toBrotli, toGzip } from '../../server/document';
import { createFinishOfBuild, type Finish } from '../../server/finish';
import { checked, finishBody } from '../../server/press';
import { createRenderer, type Render } from '../../server/renderer';
import { codeOf } from '../../store/content-tree';
import type { Job } from './jobs';
import { NoFolder, type OutFolder } from './out-folder';

/** What became of some pages. */
export interface Printed {
  readonly written: number;
  readonly unchanged: number;
  readonly failed: readonly FailedFile[];
  /** Why nothing more can be written. */
  readonly obstacle?: Obstacle;
}

/** What could not be made or copied; its file is as it was. */
export interface FailedFile {
  readonly file: string;
  readonly reason: string;
}

/** What keeps an export from going on: a disk, what lies where a folder must be, a process that died. */
export type Obstacle =
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'disk'; readonly code: string }
  | { readonly kind: 'no-folder'; readonly path: string };

/** Makes pages and writes them. */
export interface Printer {
  readonly print: (jobs: readonly Job[]) => Promise<Printed>;
  readonly close: () => Promise<void>;
}

/** What a printer writes. */
export interface PrinterOptions {
  /** Folder of the application, with `.next`. */
  readonly applicationDirectory: string;
  readonly compress: boolean;
  /** The moment of which all pages are, epoch milliseconds. */
  readonly moment: number;
}

/** Pages under way at once: while one waits for the store's readers, another is drawn. */
const AT_ONCE = 4;

/** Starts Next.js in this process and prints with it, from the store that is open here. */
export async function openPrinter(folder: OutFolder, options: PrinterOptions): Promise<Printer> {
  // tsx asks for them, and those of the build are most of what a short export would read.
  process.setSourceMapsEnabled(false);
  const app = next({ dev: false, dir: options.applicationDirectory, quiet: true });
  await app.prepare();
  const render = createRenderer(app.getRequestHandler());
  const finish = createFinishOfBuild(options.applicationDirectory);
  const print = createPrint({ render, finish, folder, compress: options.compress });
  return { print, close: () => app.close() };
}

/** What makes pages, and where they go. */
interface PrintParts extends Pick<PrinterOptions, 'compress'> {
  /** Answers with a page as Next.js does. */
  readonly render: Render;
  readonly finish: Finish;
  readonly folder: OutFolder;
}

/** What prints pages into a folder, several at once. */
export function createPrint(parts: PrintParts): Printer['print'] {
  return (jobs) => printAll(jobs, parts.folder, (job) => draw(parts, job));
}

/** The files of a page: its own, and its compressed forms. */
type Drawn = readonly (readonly [file: string, bytes: Uint8Array])[];

async function printAll(
  jobs: readonly Job[],
  folder: OutFolder,
  drawJob: (job: Job) => Promise<Drawn>,
): Promise<Printed> {
  const waiting = [...jobs];
  const failed: FailedFile[] = [];
  let written = 0;
  let obstacle: Obstacle | undefined;
  const work = async () => {
    for (let job = waiting.shift(); job && !obstacle; job = waiting.shift()) {
      try {
        const files = await drawJob(job);
        // All of them, also when the first was new.
        const changes = files.map(([file, bytes]) => folder.write(file, bytes));
        if (changes.includes(true)) written += 1;
      } catch (cause) {
        obstacle = obstacleOf(cause);
        if (!obstacle) failed.push({ file: job.file, reason: reasonOf(cause) });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const unchanged = jobs.length - written - failed.length;
  return { written, unchanged, failed, ...(obstacle && { obstacle }) };
}

async function draw({ render, finish, compress }: PrintParts, { path, file }: Job): Promise<Drawn> {
  const rendered = checked(await render(path));
  const { body } = finishBody(rendered, finish);
  if (!compress || !isCompressible(rendered.contentType)) return [[file, body]];
  const [br, gz] = await Promise.all([toBrotli(body), toGzip(body)]);
  return [
    [`${file}.br`, br],
    [`${file}.gz`, gz],
    [file, body],
  ];
}

/** What keeps a file from being written, whatever the file. */
export function obstacleOf(cause: unknown): Obstacle | undefined {
  if (cause instanceof NoFolder) return { kind: 'no-folder', path: cause.path };
  const code = codeOf(cause);
  return /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO)$/.test(code) ? { kind: 'disk', code } : undefined;
}

/** In short why something failed. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
