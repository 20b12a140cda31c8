import { type FSWatcher, lstatSync, watch } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** What is heard of one name in a folder. `isRenamed`: it came, went, or is another than before. */
type OnEvent = (path: string, isRenamed: boolean) => void;

/** Watches on every folder of a folder: one for each, however many files lie in it. */
export interface WatchedFolders {
  /**
   * Brings the watches in line at a path of which an event told; files that came with a new folder
   * are told by no event. @param isRenamed as the event said
   */
  readonly renew: (path: string, isRenamed: boolean) => Promise<void>;
  readonly close: () => void;
}

/**
 * Watches a folder and all folders in it. Paths are seen from it, with `/`; what is hidden is told
 * of no more than what lies behind symbolic links.
 * @param onError hears of folders that cannot be watched
 */
export async function watchFolders(
  root: string,
  onEvent: OnEvent,
  onError: (cause: unknown) => void,
): Promise<WatchedFolders> {
  const watchers = new Map<string, FSWatcher>();
  let isClosed = false;
  const unlessGone = (cause: unknown) => {
    if (!isGone(cause)) onError(cause);
  };
  const end = (folder: string) => {
    if (!watchers.has(folder)) return;
    for (const [path, watcher] of watchers) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue;
      watcher.close();
      watchers.delete(path);
    }
  };
  const begin = (folder: string) => {
    const watcher = watch(join(root, folder), (event, name) => {
      if (name === null) onEvent(folder, false);
      else if (!name.startsWith('.')) onEvent(inside(folder, name), event === 'rename');
    });
    watcher.on('error', (cause) => {
      unlessGone(cause);
      // A later one may have taken its place.
      if (watchers.get(folder) === watcher) end(folder);
    });
    watchers.set(folder, watcher);
  };
  const add = async (folder: string): Promise<void> => {
    try {
      // Before its entries are read: what comes meanwhile is told by an event.
      begin(folder);
      for await (const entry of await opendir(join(root, folder), { bufferSize: READ_AT_ONCE })) {
        const path = inside(folder, entry.name);
        if (isClosed) return;
        if (entry.isDirectory() && !entry.name.startsWith('.') && !watchers.has(path))
          await add(path);
      }
    } catch (cause) {
      unlessGone(cause);
    }
  };
  await add('');
  return {
    renew: async (path, isRenamed) => {
      const isThere = isFolder(join(root, path));
      if (isRenamed || !isThere) end(path);
      if (isThere && !isClosed && !watchers.has(path)) await add(path);
    },
    close: () => {
      isClosed = true;
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** Entries of a folder that are read at once. */
const READ_AT_ONCE = 256;

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a folder went while it was looked at; Windows says so in its own way. */
function isGone(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EPERM';
}
