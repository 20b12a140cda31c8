import { fold } from '../vietnamese/fold';
import { spellingKey } from '../vietnamese/spelling-key';

/** The two forms by which a word is found. */
export interface WordForms {
  /** Without marks; never empty. */
  readonly fold: string;
  /** With marks, both places of the tone alike. */
  readonly key: string;
}

/** A word where it stands in a text. */
export interface WordInText extends WordForms {
  /** Offsets in the text, in UTF-16 code units: `start <= i < end`. */
  readonly start: number;
  readonly end: number;
}

/** What is longer is no word that anybody would type. */
const LONGEST = 40;

/** Words repeat: an archive has some thousand different ones. */
const known = new Map<string, WordForms>();
const MOST_KNOWN = 50_000;

/**
 * The words of a text, in their order; signs and blanks part them.
 * @param text NFC
 * @example wordsOf('Covid-19').map(({ fold }) => fold) // ['covid', '19']
 */
export function wordsOf(text: string): readonly WordInText[] {
  const words: WordInText[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; ) {
    const code = text.codePointAt(index) ?? 0;
    const isInside = start === -1 ? partOf(code) === LETTER : partOf(code) !== SIGN;
    if (isInside && start === -1) start = index;
    if (!isInside && start !== -1) {
      const { fold: plain, key } = formsOf(text.slice(start, index));
      if (plain !== '') words.push({ fold: plain, key, start, end: index });
      start = -1;
    }
    index += code > 0xffff ? 2 : 1;
  }
  return words;
}

/** What parts words; letters, marks and digits; what is not seen and may stand between those. */
const SIGN = 1;
const LETTER = 2;
const INVISIBLE = 3;

/** By code point, as far as met: asking an expression for each letter of a text is dear. */
const parts = new Uint8Array(0x110000);

function partOf(code: number): number {
  const known = parts[code];
  if (known) return known;
  const character = String.fromCodePoint(code);
  const part = /[\p{L}\p{M}\p{N}]/u.test(character)
    ? LETTER
    : /[\u00ad\u200b-\u200d\u2060\ufeff]/.test(character)
      ? INVISIBLE
      : SIGN;
  parts[code] = part;
  return part;
}

/** Whether a word is written with any mark, so that it means one word and not any of its fold. */
export function isMarked({ fold: plain, key }: WordForms): boolean {
  return plain !== key;
}

/** The forms of a word; empty for one that no letter is left of. */
function formsOf(written: string): WordForms {
  const before = known.get(written);
  if (before) return before;
  const short = written.slice(0, LONGEST);
  const forms = { fold: onlyLetters(fold(short)), key: onlyLetters(spellingKey(short)) };
  if (known.size >= MOST_KNOWN) known.clear();
  // A longer piece would keep the whole text it was cut from in memory.
  if (written.length <= 12) known.set(written, forms);
  return forms;
}

/** Some letters fold to several with signs or blanks between them: ⑴, ﷺ. */
function onlyLetters(form: string): string {
  return /^[a-z0-9]+$/.test(form) ? form : form.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
