import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Path } from '../../site/routes';
import { codeOf } from '../../store/content-tree';
import { systemClock } from '../../store/environment';
import type { DocumentFolder } from '../document-folder';
import { unfinished } from './files';

/** Keeps a folder of documents within its limit: the least used go first. */
export interface Sweeper {
  /** Writes when there is room for so many bytes; one writing follows the other. */
  readonly withRoom: (bytes: number, write: () => Promise<unknown>) => Promise<void>;
  /** Looks through the folder now. */
  readonly sweep: () => Promise<void>;
}

/** After how much of the limit was written the folder is looked through again. */
const SHARE_WRITTEN = 0.05;

/** How much of the limit is left full. */
const SHARE_KEPT = 0.9;

/** Files that are looked at at once. */
const SLICE = 16;

/** What was not finished after this time never will be: its server has stopped. */
const UNFINISHED_MS = 60_000;

/**
 * Makes a sweeper. Other servers write into the same folder, so it looks at what is there and keeps
 * no accounts.
 * @param onFailure hears of a sweep that nobody waited for
 */
export function createSweeper(
  directory: string,
  folder: DocumentFolder,
  limitBytes: number,
  onFailure: (cause: unknown) => void,
): Sweeper {
  let bytesThere = 0;
  let bytesWritten = 0;
  let running: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const sweepNow = async () => {
    bytesWritten = 0;
    const { kept, total } = await measure(directory);
    let left = total;
    for (const { path, file, bytes } of [...kept].sort(leastUsedFirst)) {
      if (left <= limitBytes * SHARE_KEPT) break;
      if (path === undefined) await unlink(file).catch(gone);
      else await folder.remove(path);
      left -= bytes;
    }
    bytesThere = left + bytesWritten;
  };
  const sweep = () => {
    running ??= sweepNow().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    sweep,
    withRoom: (bytes, write) => {
      const run = async () => {
        // One that ran already may have looked before the last writing.
        for (let time = 0; time < 2 && bytesThere + bytes > limitBytes; time += 1) await sweep();
        bytesThere += bytes;
        bytesWritten += bytes;
        await write();
        if (bytesWritten > limitBytes * SHARE_WRITTEN) sweep().catch(onFailure);
      };
      const turn = last.then(run);
      // Who writes hears of it.
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** A document on the disk with its compressed forms, or one that was moved aside. */
interface KeptFiles {
  /** Undefined for one that was moved aside. */
  readonly path: Path | undefined;
  readonly file: string;
  bytes: number;
  /** Epoch milliseconds. */
  used: number;
}

/** What was moved aside goes before what is in service. */
function leastUsedFirst(one: KeptFiles, other: KeptFiles): number {
  const inService = ({ path }: KeptFiles) => (path === undefined ? 0 : 1);
  return inService(one) - inService(other) || one.used - other.used;
}

async function measure(
  directory: string,
): Promise<{ readonly kept: readonly KeptFiles[]; readonly total: number }> {
  const kept = new Map<string, KeptFiles>();
  let total = 0;
  const look = async (inside: string) => {
    const found = await stat(join(directory, inside)).catch(gone);
    if (!found) return;
    if (inside.endsWith(unfinished)) {
      // Its modification time is already that of the document.
      if (found.ctimeMs < systemClock() - UNFINISHED_MS)
        await unlink(join(directory, inside)).catch(gone);
      return;
    }
    const isOld = inside.endsWith('.old');
    const name = inside.replace(/\.(?:br|gz)$/, '');
    const files = kept.get(name) ?? {
      ...{ path: isOld ? undefined : pathOfFile(name), file: join(directory, name) },
      ...{ bytes: 0, used: 0 },
    };
    kept.set(name, files);
    files.bytes += found.size;
    files.used = Math.max(files.used, found.atimeMs, found.mtimeMs);
    total += found.size;
  };
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(directory, folder), { withFileTypes: true }).catch(gone);
    const inside = (name: string) => (folder === '' ? name : `${folder}/${name}`);
    const files = (entries ?? []).filter((entry) => entry.isFile() && isOurs(entry.name));
    for (let start = 0; start < files.length; start += SLICE)
      await Promise.all(files.slice(start, start + SLICE).map(({ name }) => look(inside(name))));
    for (const entry of entries ?? []) if (entry.isDirectory()) await walk(inside(entry.name));
  };
  await walk('');
  return { kept: [...kept.values()], total };
}

/** The folder says of itself what begins with a dot; other such files were never finished. */
function isOurs(name: string): boolean {
  return !name.startsWith('.') || name.endsWith(unfinished);
}

/** The path whose document lies in a file; `fileOf` says which. */
function pathOfFile(name: string): Path {
  return `/${name.replace(/(?:^index)?\.html$/, '')}` as Path;
}

/** Another server may sweep at the same time. */
function gone(cause: unknown): undefined {
  if (/^(ENOENT|ENOTDIR)$/.test(codeOf(cause))) return undefined;
  throw cause;
}
