import { relative, sep } from 'node:path';
import { watch } from 'chokidar';

/** Changes that follow one another within this time are one change: an editor's save, a git pull. */
const SETTLE_MS = 40;

/** A folder that is watched. */
export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/**
 * Calls `onChange` when files of a folder have changed, and once when the watching has begun: what
 * changed before that would stay unseen. Hidden files (`.git`) are not watched.
 * @param onError hears what the watching itself stumbles over
 */
export function watchFolder(
  directory: string,
  onChange: () => void,
  onError: (cause: unknown) => void,
): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  const watcher = watch(directory, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => isHidden(directory, path),
  });
  watcher.on('all', changed);
  watcher.on('ready', changed);
  watcher.on('error', onError);
  return {
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Whether a path, or a folder on the way to it from `directory`, is hidden: `.git`, swap files. */
export function isHidden(directory: string, path: string): boolean {
  return relative(directory, path)
    .split(sep)
    .some((part) => /^\.[^.]/.test(part));
}
