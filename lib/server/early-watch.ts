import { setTimeout as sleep } from 'node:timers/promises';
import { watchFolder } from './watch';

/** Hears of changes as `watchFolder` tells them: paths, or undefined for everything. */
export type OnChange = (paths: readonly string[] | undefined) => void;

/** A folder that is watched before anyone can follow what changes in it. */
export interface EarlyWatch {
  /** Tells what has changed since the watching began, and from now on. */
  readonly follow: (onChange: OnChange) => void;
  readonly close: () => Promise<void>;
}

/** A folder that cannot be watched by then is read without; its changes are told when it can. */
const LONGEST_MS = 5_000;

/**
 * Begins to watch a folder and settles when it is watched: whoever reads it afterwards need not
 * read it once more, for every change since then is told.
 * @param onError hears what the watching itself stumbles over
 */
export async function watchEarly(
  directory: string,
  onError: (cause: unknown) => void,
): Promise<EarlyWatch> {
  const held: (readonly string[] | undefined)[] = [];
  let tell: OnChange = (paths) => held.push(paths);
  let watcher: ReturnType<typeof watchFolder> | undefined;
  const begun = new Promise<boolean>((settle) => {
    let hasBegun = false;
    watcher = watchFolder(
      directory,
      (paths) => {
        if (hasBegun) tell(paths);
        hasBegun = true;
        settle(true);
      },
      (cause) => {
        onError(cause);
        settle(false);
      },
    );
  });
  const giveUp = new AbortController();
  const late = sleep(LONGEST_MS, false, { signal: giveUp.signal }).catch(() => false);
  const isWatched = await Promise.race([begun, late]);
  giveUp.abort();
  if (!isWatched) begun.then(() => tell(undefined));
  return {
    follow: (onChange) => {
      tell = onChange;
      for (const paths of held.splice(0)) onChange(paths);
    },
    close: async () => await watcher?.close(),
  };
}
