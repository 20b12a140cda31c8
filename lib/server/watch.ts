import { realpathSync, statSync } from 'node:fs';
import { type WatchedFolders, watchFolders } from './watched-folders';

/** Changes that follow one another within this time are one change: an editor's save, a git pull. */
const SETTLE_MS = 30;

/** A change that does not end is told in parts. */
const LONGEST_MS = 500;

/**
 * More events than these are no more looked at one by one. The system's own queue holds twice as
 * many and loses what comes then, without a word.
 */
const MOST_EVENTS = 8_000;

/** How often the folder itself is looked at: a watch dies with it, and no event tells of a new one. */
const HEARTBEAT_MS = 1_000;

/** A folder that is watched. */
export interface FolderWatch {
  readonly close: () => Promise<void>;
}

/**
 * Calls `onChange` with the paths that have changed, seen from the folder, with `/`: files, or
 * folders that came, went or moved with all that is in them. Without paths everything may have: the
 * watching has begun, the folder is another, or more has happened than could be followed. The folder
 * may be a symbolic link, be replaced by another, or go away for a while. Hidden files (`.git`) are
 * not watched.
 * @param onError hears what the watching itself stumbles over
 */
export function watchFolder(
  directory: string,
  onChange: (paths: readonly string[] | undefined) => void,
  onError: (cause: unknown) => void,
): FolderWatch {
  let watched: Folder | undefined;
  let watching: Watching | undefined;
  const renew = () => {
    const folder = findFolder(directory);
    if (folder?.identity === watched?.identity) return;
    watching?.close();
    watched = folder;
    watching = folder && startWatching(folder.path, tell, onError);
    if (!folder) onChange(undefined);
  };
  const tell = (paths: readonly string[] | undefined) => {
    const before = watching;
    renew();
    // Of another folder all is told once it is watched.
    if (watching === before) onChange(paths);
  };
  renew();
  const heartbeat = setInterval(renew, HEARTBEAT_MS);
  return {
    close: async () => {
      clearInterval(heartbeat);
      await watching?.close();
    },
  };
}

interface Watching {
  readonly close: () => Promise<void>;
}

/** Watches one folder for as long as it is this one. */
function startWatching(
  root: string,
  onChange: (paths: readonly string[] | undefined) => void,
  onError: (cause: unknown) => void,
): Watching {
  /** Paths that events told of, and whether one said that another thing is there now. */
  let pending = new Map<string, boolean>();
  let events = 0;
  let timer: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  let isClosed = false;
  let folders: WatchedFolders | undefined;
  let last: Promise<void> = Promise.resolve();

  const onEvent = (path: string, isRenamed: boolean) => {
    events += 1;
    // Past this all is looked at anyway.
    if (events <= MOST_EVENTS) pending.set(path, isRenamed || pending.get(path) === true);
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLE_MS);
    limit ??= setTimeout(tell, LONGEST_MS);
  };
  const takePending = () => {
    const taken = { paths: pending, isTooMuch: events > MOST_EVENTS || pending.has('') };
    pending = new Map();
    events = 0;
    clearTimeout(timer);
    clearTimeout(limit);
    limit = undefined;
    return taken;
  };
  const begin = async () => {
    folders?.close();
    folders = await watchFolders(root, onEvent, onError);
    if (isClosed) folders.close();
    else onChange(undefined);
  };
  const tellNow = async () => {
    const { paths, isTooMuch } = takePending();
    if (isTooMuch) return await begin();
    for (const [path, isRenamed] of paths) await folders?.renew(path, isRenamed);
    if (!isClosed && paths.size > 0) onChange([...paths.keys()]);
  };
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(() => (isClosed ? undefined : work())).catch(onError);
  };
  const tell = () => inTurn(tellNow);

  inTurn(begin);
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(limit);
      await last;
      folders?.close();
    },
  };
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
