import { realpathSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Changes that follow one another within this time are one change: an editor's save, a git pull. */
const SETTLE_MS = 40;

/** How often the folder itself is looked at: a watcher dies with it, and no event tells of a new one. */
const HEARTBEAT_MS = 1_000;

/** A folder that is watched. */
export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/**
 * Calls `onChange` when files of a folder have changed, and once when the watching has begun: what
 * changed before that would stay unseen. The folder may be a symbolic link, be replaced by another,
 * or go away for a while. Hidden files (`.git`) are not watched.
 * @param onError hears what the watching itself stumbles over
 */
export function watchFolder(
  directory: string,
  onChange: () => void,
  onError: (cause: unknown) => void,
): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let watched: Folder | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  const renew = () => {
    const folder = findFolder(directory);
    if (folder?.identity === watched?.identity) return;
    watcher?.close().catch(onError);
    watched = folder;
    watcher = folder && watchPath(folder.path, changed, onError);
  };
  renew();
  const heartbeat = setInterval(renew, HEARTBEAT_MS);
  return {
    close: async () => {
      clearInterval(heartbeat);
      clearTimeout(timer);
      await watcher?.close();
    },
  };
}

function watchPath(
  path: string,
  changed: () => void,
  onError: (cause: unknown) => void,
): FSWatcher {
  return watch(path, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (inside) => isHidden(path, inside),
  })
    .on('all', changed)
    .on('ready', changed)
    .on('error', onError);
}

/** A folder as it is on the disk; another one in its place has another identity. */
interface Folder {
  readonly path: string;
  readonly identity: string;
}

function findFolder(directory: string): Folder | undefined {
  try {
    const path = realpathSync(directory);
    const { dev, ino } = statSync(path);
    return { path, identity: `${path} ${dev} ${ino}` };
  } catch {
    // Gone, for now; whoever reads the folder says so.
    return undefined;
  }
}

/** Whether a path, or a folder on the way to it from `directory`, is hidden: `.git`, swap files. */
export function isHidden(directory: string, path: string): boolean {
  return relative(directory, path)
    .split(sep)
    .some((part) => /^\.[^.]/.test(part));
}
