import type { WordForms } from './word';

/**
 * How well a word is the one that was typed (standards 1.15): 0 the same word; 1 a word that has every
 * mark that was typed, and more; 2 a word that has the same letters without their marks.
 */
export type Level = 0 | 1 | 2;

/** A word with its marks apart: those that make another letter, letter by letter, and the tone. */
interface Anatomy {
  readonly letters: readonly { readonly base: string; readonly marks: string }[];
  readonly tones: string;
}

/**
 * How well a word of a text is a word that was typed; undefined when it is another.
 * @param asBeginning the typed word may be only the beginning of it; a tone that is not typed yet
 *   misses nothing then
 * @example levelOf(formsOf('đuong'), formsOf('đường')) // 1
 */
export function levelOf(
  typed: WordForms,
  found: WordForms,
  asBeginning = false,
): Level | undefined {
  if (found.fold === typed.fold) {
    // A word without marks means any.
    if (typed.key === typed.fold || typed.key === found.key) return 0;
    return compare(typed, found, false) === 'more' ? 1 : 2;
  }
  if (!asBeginning || !found.fold.startsWith(typed.fold)) return undefined;
  if (typed.key === typed.fold) return 0;
  const compared = compare(typed, found, true);
  return compared === 'same' ? 0 : compared === 'more' ? 1 : 2;
}

/** Whether the letters that were typed have the marks that were typed, those and more, or others. */
function compare(typed: WordForms, found: WordForms, asBeginning: boolean) {
  const one = anatomyOf(typed.key);
  const other = anatomyOf(found.key);
  const lacks = (marks: string, of: string) => [...marks].some((mark) => !of.includes(mark));
  const isOther = one.letters.some(({ base, marks }, index) => {
    const letter = other.letters[index];
    return letter?.base !== base || lacks(marks, letter.marks);
  });
  if (isOther || lacks(one.tones, other.tones)) return 'other';
  const isSame =
    one.letters.every(({ marks }, index) => marks === other.letters[index]?.marks) &&
    (one.tones === other.tones || (asBeginning && one.tones === ''));
  return isSame ? 'same' : 'more';
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

function anatomyOf(key: string): Anatomy {
  const decomposed = key.normalize('NFD');
  const letters = [...decomposed.replace(tones, '').matchAll(/(\P{M})(\p{M}*)/gu)];
  return {
    // The stroke of đ is no combining mark to Unicode, but it is to whoever types d for it.
    letters: letters.map(([, base = '', marks = '']) =>
      base === 'đ' ? { base: 'd', marks: `đ${marks}` } : { base, marks },
    ),
    tones: [...(decomposed.match(tones) ?? [])].join(''),
  };
}

/**
 * The letters of a word with the marks that make other letters of them, without its tone: what is
 * typed first.
 * @example lettersOf('đương̀') // 'đương'
 */
export function lettersOf(key: string): string {
  return key.normalize('NFD').replace(tones, '').normalize('NFC');
}

/** Letters that others turn into by a mark. */
const markedLetters: Readonly<Record<string, string>> = {
  a: 'aăâ',
  d: 'dđ',
  e: 'eê',
  o: 'oôơ',
  u: 'uư',
};

/**
 * Every way in which some letters may have more marks than were typed, the typed one first.
 * @example richerLetters('đu') // ['đu', 'đư']
 */
export function richerLetters(letters: string): readonly string[] {
  let ways = [''];
  for (const letter of letters)
    ways = ways.flatMap((way) => [...(markedLetters[letter] ?? letter)].map((one) => way + one));
  return ways;
}
