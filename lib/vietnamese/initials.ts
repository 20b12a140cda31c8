import { compareNames, givenName } from './collate';

/** The letters of an index in their order, f j w z for foreign names, each as Telex types it. */
const telex = {
  A: 'a',
  Ă: 'aw',
  Â: 'aa',
  B: 'b',
  C: 'c',
  D: 'd',
  Đ: 'dd',
  E: 'e',
  Ê: 'ee',
  F: 'f',
  G: 'g',
  H: 'h',
  I: 'i',
  J: 'j',
  K: 'k',
  L: 'l',
  M: 'm',
  N: 'n',
  O: 'o',
  Ô: 'oo',
  Ơ: 'ow',
  P: 'p',
  Q: 'q',
  R: 'r',
  S: 's',
  T: 't',
  U: 'u',
  Ư: 'uw',
  V: 'v',
  W: 'w',
  X: 'x',
  Y: 'y',
  Z: 'z',
} as const;

type Letter = keyof typeof telex;

/**
 * Under what a name stands in an index. `signs`: it begins with a figure or a sign, and comes before
 * all letters; `foreign`: it is written in other letters than Latin ones, and comes behind them.
 */
export type Initial = Letter | 'signs' | 'foreign';

/** Names of an index that have one initial. */
export interface InitialGroup<T> {
  readonly initial: Initial;
  readonly entries: readonly T[];
}

const letters = Object.keys(telex) as Letter[];

/** Where each letter begins: small ones come first, whatever tone stands on them. */
const beginnings = letters.map((letter) => letter.toLowerCase());

/** Comes behind every word in z, and before every other alphabet; no text has this character. */
const endOfLatin = 'z\uffff';

/**
 * The initial under which a name stands in an index. Ă Â Đ Ê Ô Ơ Ư are letters of their own, tones
 * make none. Found by comparing, as the list is sorted: names in order have initials in order.
 * @param name any Unicode form
 * @example initialOf('Ấp Bắc') // 'Â'
 * @example initialOf('24 giờ') // 'signs'
 * @see README.md of this room, order; Unicode Technical Standard #35 part 5, index characters
 */
export function initialOf(name: string): Initial {
  if (compareNames(name, endOfLatin) > 0) return 'foreign';
  let [first, behind] = [0, beginnings.length];
  while (first < behind) {
    const middle = (first + behind) >> 1;
    if (compareNames(beginnings[middle] ?? '', name) > 0) behind = middle;
    else first = middle + 1;
  }
  return letters[first - 1] ?? 'signs';
}

/**
 * The initial of a person: that of the given name, by which persons are sorted.
 * @param name as it is written, family name first; any Unicode form
 * @example initialOfPerson('Hồ Xuân Hương') // 'H'
 */
export function initialOfPerson(name: string): Initial {
  return initialOf(givenName(name));
}

/**
 * Parts an index by initial, in its own order.
 * @param entries sorted by `compareNames`, persons by `comparePersons`; else an initial may come twice
 * @param initial of an entry
 * @example partByInitial(['An', 'Ánh', 'Ân'], initialOf)
 * // [{ initial: 'A', entries: ['An', 'Ánh'] }, { initial: 'Â', entries: ['Ân'] }]
 */
export function partByInitial<T>(
  entries: readonly T[],
  initial: (entry: T) => Initial,
): readonly InitialGroup<T>[] {
  const groups: { initial: Initial; entries: T[] }[] = [];
  for (const entry of entries) {
    const own = initial(entry);
    const last = groups.at(-1);
    if (last?.initial === own) last.entries.push(entry);
    else groups.push({ initial: own, entries: [entry] });
  }
  return groups;
}

/**
 * An initial in a-z, for addresses: as it is typed, since fold and slug would make one of A, Ă and Â.
 * @example asciiOfInitial('Ư') // 'uw'
 */
export function asciiOfInitial(initial: Initial): string {
  return initial === 'signs' || initial === 'foreign' ? initial : telex[initial];
}
