import { strings } from '../site/strings';
import type { Store } from '../store/store';
import type { SyncResult } from '../store/sync';
import type { CatchUp } from './documents';
import type { EarlyWatch } from './early-watch';
import type { TakenOver } from './publishing';

/** Takes over what changes in the content folder. */
export interface FreshKeeper {
  /**
   * Reads what has changed, of these paths inside the content folder or of all, and brings the
   * documents up to date. Settles when this is done, and all of it that was begun before.
   */
  readonly takeOver: (paths?: readonly string[]) => Promise<void>;
  /** Takes over what a watch of the content folder tells, from now on. */
  readonly follow: (watch: EarlyWatch) => void;
  /** Closes the watch too. */
  readonly close: () => Promise<void>;
}

/** What is kept fresh, and who hears of it. */
export interface FreshKeeperParts {
  readonly store: Store;
  readonly catchUp: () => Promise<CatchUp>;
  /** Hears of what was taken over, also when another server on the same data had read it first. */
  readonly onTakenOver: (taken: TakenOver, synced: SyncResult) => void;
  /** The content could not be read; it is tried again. */
  readonly onFailure: () => void;
  readonly logFailure: (line: string, cause: unknown) => void;
}

/** How long after a failure the content folder is read again; twice as long after each further one. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** Makes what keeps a server as fresh as its content folder. */
export function createFreshKeeper(parts: FreshKeeperParts): FreshKeeper {
  const { store, catchUp, onTakenOver, onFailure, logFailure } = parts;
  let last: Promise<unknown> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let watched: EarlyWatch | undefined;

  const takeOverNow = async (paths?: readonly string[]) => {
    const synced = await store.sync(paths);
    const { topics } = await catchUp();
    const { changed, removed } = synced;
    onTakenOver({ changed, removed, topics }, synced);
  };
  const takeOver = async (paths?: readonly string[]) => {
    const before = last;
    const own = takeOverNow(paths);
    last = Promise.allSettled([before, own]);
    await own;
    await before;
  };
  const takeOverSoon = (paths: readonly string[] | undefined, pause = FIRST_PAUSE_MS) => {
    clearTimeout(retry);
    takeOver(paths).catch((cause) => {
      logFailure(strings.contentUnread, cause);
      onFailure();
      // Nothing else would ask again: the file that was saved is not saved again.
      clearTimeout(retry);
      const next = Math.min(2 * pause, LONGEST_PAUSE_MS);
      retry = setTimeout(takeOverSoon, pause, undefined, next).unref();
    });
  };
  return {
    takeOver,
    follow: (watch) => {
      watched = watch;
      watch.follow((paths) => takeOverSoon(paths));
    },
    close: async () => {
      clearTimeout(retry);
      await watched?.close();
      await last;
      clearTimeout(retry);
    },
  };
}
