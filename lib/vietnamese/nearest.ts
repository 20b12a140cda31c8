import { fold } from './fold';

/** More changes than this is another word, not a slip. */
const MAX_DISTANCE = 2;

/**
 * The known name that was most likely meant: at most two letters wrong, missing, too many or
 * swapped with their neighbour, and at most a third of the name. Case and marks do not count.
 * @param written any Unicode form
 * @param known the first of several that are as near is taken
 * @example findNearest('titel', ['date', 'title']) // 'title'
 * @example findNearest('tên', ['title']) // undefined
 * @see Damerau–Levenshtein distance, optimal string alignment
 */
export function findNearest(written: string, known: Iterable<string>): string | undefined {
  const folded = fold(written);
  let nearest: string | undefined;
  let least = MAX_DISTANCE + 1;
  for (const name of known) {
    const other = fold(name);
    if (Math.abs(other.length - folded.length) >= least) continue;
    const distance = countSlips(folded, other);
    if (distance >= least || distance * 3 > Math.max(folded.length, other.length)) continue;
    least = distance;
    nearest = name;
  }
  return nearest;
}

/**
 * True when one letter is wrong, missing, too many or swapped with its neighbour.
 * @param one a folded text
 * @param other likewise
 * @example isOneSlipAway('ky anh', 'ky anb') // true
 */
export function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (start === short.length) return false;
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && short.slice(start + 2) === long.slice(start + 2);
}

/**
 * How many letters are wrong, missing, too many or swapped with their neighbour between two texts.
 * @param one in the form to compare; marks count unless it is folded
 * @param other likewise
 * @example countSlips('ma quỷ', 'ma túy') // 3
 * @see Damerau–Levenshtein distance, optimal string alignment
 */
export function countSlips(one: string, other: string): number {
  let [beforeLast, last]: [readonly number[], readonly number[]] = [[], []];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    [beforeLast, last, row] = [last, row, [i]];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return row[other.length] ?? 0;
}
