import { isSyllable } from './syllable';

/** What is longer is no word of any language of ours. */
const MAX_WORD_LENGTH = 100;

/** A letter that only looks like the one that was meant. */
export interface LookAlike {
  readonly index: number;
  readonly letter: string;
  readonly meant: string;
}

/**
 * Finds Cyrillic and Greek letters inside Latin words, words made of nothing else that could be
 * Vietnamese, and Ð (U+00D0) where Đ was meant. What is truly of another language is left alone:
 * Москва, TNFα, Guðmundsson.
 * @param text any Unicode form
 * @param most no more than about so many are looked for
 * @example findLookAlikes('Hà Nộі', 20) // [{ index: 5, letter: 'і', meant: 'i' }]
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection
 */
export function findLookAlikes(text: string, most: number): readonly LookAlike[] {
  const found: LookAlike[] = [];
  if (!suspect.test(text)) return found;
  for (const { 0: line, index: lineStart } of text.matchAll(/[^\r\n]+/g)) {
    if (!suspect.test(line)) continue;
    const isForeign = [...line].some((letter) => foreign.test(letter) && !twins.has(letter));
    for (const { 0: word, index } of line.matchAll(/[\p{L}\p{M}]+/gu)) {
      if (found.length >= most) return found;
      if (word.length > MAX_WORD_LENGTH || !suspect.test(word)) continue;
      for (const { index: offset, ...letters } of lettersOf(word, isForeign)) {
        found.push({ index: lineStart + index + offset, ...letters });
      }
    }
  }
  return found;
}

/** @param isForeign when its line has letters that no one takes for Latin ones */
function lettersOf(word: string, isForeign: boolean): readonly LookAlike[] {
  const letters = Array.from(word.matchAll(/./gsu), ({ 0: letter, index }) => ({ letter, index }));
  if (/[Ðð]/.test(word)) {
    const eths = letters.filter(({ letter }) => /[Ðð]/.test(letter));
    if (!isVietnameseWithEth(word)) return [];
    return eths.map((eth) => ({ ...eth, meant: eth.letter === 'Ð' ? 'Đ' : 'đ' }));
  }
  const isMixed = /\p{Script=Latin}/u.test(word);
  const alike = letters.flatMap(({ letter, index }) => {
    const meant = twins.get(letter) ?? cousins.get(letter);
    return meant === undefined ? [] : [{ index, letter, meant }];
  });
  if (isMixed) return alike;
  const reading = alike.map(({ meant }) => meant).join('');
  return !isForeign && isSyllable(reading) ? alike : [];
}

/** No Icelandic word begins with ð; inside, it is Vietnamese only among capitals: HÐND. */
function isVietnameseWithEth(word: string): boolean {
  const isVietnamese = /^(?:[a-zðđ]|[\u0300-\u0303]|\u0306|\u0309|\u031b|\u0323)+$/i;
  if (!isVietnamese.test(word.normalize('NFD'))) return false;
  return /^[Ðð](?!$)|^Ð$/.test(word) || (word === word.toUpperCase() && !/[AEIOUY]/.test(word));
}

const suspect = /[\u0370-\u052f\u00d0\u00f0]/;
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Letters that no one can tell from the Latin ones at the same place. */
const twins: ReadonlyMap<string, string> = pair(
  'АВЕЅІЈКМНОРԚСТԜХҮӀаеѕіјорԛсԝхуһԁӏӑёїΑΒΕΖΗΙΚΜΝΟΡΤΥΧο',
  'ABESIJKMHOPQCTWXYIaesijopqcwxyhdlăëïABEZHIKMNOPTYXo',
);

/** Letters that pass for a Latin one only among Latin letters. */
const cousins: ReadonlyMap<string, string> = pair('УГкмтвниν', 'YrkmtBHuv');

function pair(letters: string, latin: string): ReadonlyMap<string, string> {
  return new Map([...letters].map((letter, index) => [letter, [...latin][index] ?? letter]));
}
