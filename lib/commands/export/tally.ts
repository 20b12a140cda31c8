import { type FailedFile, type Obstacle, obstacleOf, type Printed, reasonOf } from './printer';

/** What became of a folder, counted in pages and other files. */
export interface Outcome {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly failed: readonly FailedFile[];
  /** Why nothing more could be written. */
  readonly obstacle?: Obstacle;
  /** Ended early, as someone wished. */
  readonly isStopped: boolean;
}

/** Counts what becomes of a folder. */
export interface Tally {
  readonly printed: (printed: Printed) => void;
  /** Tries to write a file, and counts how that went. @param write true when it was written */
  readonly tried: (file: string, write: () => boolean) => void;
  /** Says how many there are in all, the unchanged ones among them. */
  readonly expected: (total: number) => void;
  readonly removed: () => void;
  readonly hindered: (obstacle: Obstacle) => void;
  readonly isHindered: () => boolean;
  readonly outcome: (isStopped: boolean) => Outcome;
}

/** A tally that has counted nothing. */
export function createTally(): Tally {
  const failed: FailedFile[] = [];
  let written = 0;
  let removed = 0;
  let total = 0;
  let obstacle: Obstacle | undefined;
  return {
    printed: (printed) => {
      written += printed.written;
      failed.push(...printed.failed);
      obstacle ??= printed.obstacle;
    },
    tried: (file, write) => {
      if (obstacle) return;
      try {
        if (write()) written += 1;
      } catch (cause) {
        obstacle = obstacleOf(cause);
        if (!obstacle) failed.push({ file, reason: reasonOf(cause) });
      }
    },
    expected: (count) => {
      total = count;
    },
    removed: () => {
      removed += 1;
    },
    hindered: (found) => {
      obstacle ??= found;
    },
    isHindered: () => obstacle !== undefined,
    outcome: (isStopped) => ({
      ...{ written, removed, failed, isStopped },
      unchanged: total - written - failed.length,
      ...(obstacle && { obstacle }),
    }),
  };
}
