import { wordOfKeystrokes } from '../vietnamese/keystrokes';
import { type WordForms, wordsOf } from './word';

/**
 * What a word may stand for that was typed without the help of a Vietnamese keyboard, or with i
 * where others write y (standards 1.5: variants, never folded).
 * @example variantsOf(formsOf('kì')) // kỳ
 */
export function variantsOf({ key }: WordForms): readonly WordForms[] {
  const meant = wordOfKeystrokes(key);
  return [...(meant === undefined ? [] : [meant]), ...otherVowels(key)].flatMap((written) =>
    wordsOf(written)
      .slice(0, 1)
      .map(({ fold, key: other }) => ({ fold, key: other })),
  );
}

/** With its last i as y, or its last y as i; the tone stands behind it or not. */
function otherVowels(key: string): readonly string[] {
  const decomposed = key.normalize('NFD');
  const match = /[iy](?=\p{M}*$)/u.exec(decomposed);
  if (!match) return [];
  const other = match[0] === 'i' ? 'y' : 'i';
  return [
    (decomposed.slice(0, match.index) + other + decomposed.slice(match.index + 1)).normalize('NFC'),
  ];
}

/** What is shorter has too many neighbours for any of them to be meant. */
const SHORTEST = 3;
/** What is longer is no word of a language of syllables. */
const LONGEST = 16;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * All texts that are one slip from a word without its marks: a letter wrong, missing, too many, or
 * swapped with its neighbour. Some hundred; most of them are no words. Of a number none: another
 * number is not what was meant.
 * @example slipsOf('cnag').includes('cang') // true
 */
export function slipsOf(fold: string): readonly string[] {
  if (fold.length < SHORTEST || fold.length > LONGEST || /^\p{N}+$/u.test(fold)) return [];
  const slips = new Set<string>();
  for (let index = 0; index <= fold.length; index += 1) {
    const before = fold.slice(0, index);
    const behind = fold.slice(index);
    const [one = '', other = ''] = behind;
    if (other) slips.add(before + other + one + behind.slice(2));
    if (one) slips.add(before + behind.slice(1));
    for (const letter of letters) {
      if (one) slips.add(before + letter + behind.slice(1));
      slips.add(before + letter + behind);
    }
  }
  slips.delete(fold);
  return [...slips];
}
