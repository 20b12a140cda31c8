import type { Path } from '../../site/routes';

/** Prints documents again in the background, the most important first. */
export interface Reprinting {
  /**
   * Queues a path; one that waits already keeps the better of its ranks.
   * @param rank the lower, the sooner
   * @returns settles when it is done: whether there is a new document
   */
  readonly add: (path: Path, rank: number) => Promise<boolean>;
}

/** Renderings at once: more of them would only take turns, and readers come first. */
const AT_ONCE = 2;

interface Waiting {
  rank: number;
  readonly done: Promise<boolean>;
  readonly settle: (isPrinted: boolean) => void;
}

/**
 * Makes an empty queue.
 * @param print must not fail
 */
export function createReprinting(print: (path: Path) => Promise<boolean>): Reprinting {
  const waiting = new Map<Path, Waiting>();
  let running = 0;

  const takeNext = (): readonly [Path, Waiting] | undefined => {
    let next: readonly [Path, Waiting] | undefined;
    for (const entry of waiting) if (!next || entry[1].rank < next[1].rank) next = entry;
    if (next) waiting.delete(next[0]);
    return next;
  };
  const work = async () => {
    running += 1;
    for (let next = takeNext(); next; next = takeNext()) {
      const [path, { settle }] = next;
      settle(await print(path));
    }
    running -= 1;
  };
  return {
    add: (path, rank) => {
      const known = waiting.get(path);
      if (known) {
        known.rank = Math.min(known.rank, rank);
        return known.done;
      }
      let settle: Waiting['settle'] = () => undefined;
      const done = new Promise<boolean>((resolve) => {
        settle = resolve;
      });
      waiting.set(path, { rank, done, settle });
      // Not before the others of the same change are here: the first is not the most important.
      if (running < AT_ONCE)
        queueMicrotask(() => {
          if (running < AT_ONCE && waiting.size > 0) work();
        });
      return done;
    },
  };
}
