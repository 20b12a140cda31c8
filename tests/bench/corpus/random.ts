/** Numbers that look random and are the same on every machine. */
export interface Random {
  /** From 0, less than 1. */
  readonly next: () => number;
  /** A whole number from 0, less than `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  readonly isOneIn: (times: number) => boolean;
}

/** Makes a generator (mulberry32). The same seeds give the same numbers. */
export function createRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((sum, seed) => Math.imul(sum ^ seed, 0x9e3779b1) >>> 0, 0x2545f491);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (from) => from[below(from.length)] ?? from[0],
    isOneIn: (times) => below(times) === 0,
  };
}

/**
 * Chooses among ranks as words of a language are chosen: the first twice as often as the second,
 * three times as often as the third (Zipf's law).
 * @param count how many ranks there are
 * @returns the rank that a number from 0 to 1 falls on
 */
export function createZipf(count: number): (random: number) => number {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank += 1) {
    sum += 1 / rank;
    sums.push(sum);
  }
  return (random) => {
    const wanted = random * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
