import { collapseSpaces, dropInvisible } from './blanks';

/**
 * The form in which Vietnamese text is found: lower case, no marks, đ as d. Never shown.
 * @param text any Unicode form; NFC and NFD give the same answer. Punctuation stays.
 * @returns a text that folds to itself; two spellings with equal keys have equal folds
 * @example fold('Đồng Tháp') // 'dong thap'
 * @see README.md of this room, fold; Unicode Standard Annex #15
 */
export function fold(text: string): string {
  const withoutMarks = dropInvisible(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
  const plain = withoutMarks
    .toLowerCase()
    .replace(/[đðɖßæœøł]/g, (letter) => plainLetters[letter] ?? letter);
  return collapseSpaces(plain);
}

/** Letters that no Unicode decomposition takes apart; ð is what old texts have for đ. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
};
