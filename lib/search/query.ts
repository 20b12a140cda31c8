import { isMarked, type WordForms, type WordInText, wordsOf } from './word';

/** What is looked for: words side by side, or one word. */
export type Part = readonly WordForms[];

/** A question as it is understood. Whatever is no part of the language is text. */
export interface Query {
  /** All words that are wanted, in their order; at most `MOST_WORDS`. */
  readonly words: readonly WordForms[];
  /** Those of them that are wanted side by side: “cụm từ”. */
  readonly phrases: readonly Part[];
  /** What must not be there: -từ, -“cụm từ”. */
  readonly without: readonly Part[];
  /** Whether the last word may be the beginning of one. */
  readonly isOpen: boolean;
  /** Whether more was typed than is looked for. */
  readonly isCut: boolean;
}

/** Each word costs: so many say what is meant. */
const MOST_WORDS = 12;

/** A phrase in quotation marks, whichever, or a run without blanks; a hyphen before it means without. */
const piece =
  /(?<=^|\s)(?<without>-(?=[\p{L}\p{N}“”"„]))|[“”"„](?<phrase>[^“”"„]*)[“”"„]|(?<text>[^\s“”"„]+)|[“”"„]/gu;

/**
 * Understands what a reader typed: words, “exact phrase”, -without. There is no wrong question.
 * @param text NFC
 * @example parseQuery('kỳ anh -"khu kinh tế"')
 * // two words, nothing side by side, without one phrase of three words
 */
export function parseQuery(text: string): Query {
  const words: WordForms[] = [];
  const phrases: Part[] = [];
  const without: Part[] = [];
  let isOpen = false;
  let isUnwanted = false;
  let isCut = false;
  for (const { groups = {} } of text.matchAll(piece)) {
    if (groups.without !== undefined) {
      isUnwanted = true;
      continue;
    }
    const found = wordsOf(groups.phrase ?? groups.text ?? '');
    const room = MOST_WORDS - words.length - without.flat().length;
    const part = found.slice(0, room).map(formsOnly);
    isCut ||= part.length < found.length;
    if (found.length > 0)
      isOpen = !isUnwanted && groups.phrase === undefined && part.length === found.length;
    if (part.length === 0) continue;
    if (isUnwanted) {
      without.push(part);
    } else {
      words.push(...part);
      if (groups.phrase !== undefined && part.length > 1) phrases.push(part);
    }
    isUnwanted = false;
  }
  return { words, phrases, without, isOpen, isCut };
}

/** Whether any word of a question means one word and not any of its letters. */
export function hasMarks({ words }: Query): boolean {
  return words.some(isMarked);
}

function formsOnly({ fold, key }: WordInText): WordForms {
  return { fold, key };
}
