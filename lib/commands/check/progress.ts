import type { Output } from './output';

/** Shows how far a long work is. */
export interface Progress {
  /** @param describe the line for a state of the work */
  readonly show: (done: number, total: number, describe: Describe) => void;
  /** Takes a line away that was to be written over. */
  readonly end: () => void;
}

type Describe = (done: number, total: number) => string;

/** Fewer files are done before anyone asks. */
const MANY = 500;
const PATIENCE_MS = 1000;
/** Between two lines: on a terminal they replace each other, in a log they stay. */
const TERMINAL_MS = 100;
const LOG_MS = 5000;

/**
 * Shows progress of many files or of what takes longer than a second; short work stays silent.
 * @param clock epoch milliseconds
 */
export function createProgress(output: Output, clock: () => number): Progress {
  const begun = clock();
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show: (done, total, describe) => {
      const now = clock();
      const isWorth = total > MANY || now - begun > PATIENCE_MS;
      const isDue = now - last >= (output.isTTY ? TERMINAL_MS : LOG_MS);
      // What is done before it was ever shown needs no word.
      if (!isWorth || !isDue || (done >= total && !isShown)) return;
      last = now;
      isShown = true;
      // Erased to its end, for the line before it may have been longer (ECMA-48 §8.3.41).
      output.write(
        output.isTTY ? `\r${describe(done, total)}\u001b[K` : `${describe(done, total)}\n`,
      );
    },
    end: () => {
      if (isShown && output.isTTY) output.write('\r\u001b[K');
      isShown = false;
    },
  };
}
