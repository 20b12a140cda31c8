/** Stands in a text for what is none of its letters: code, a picture, an escaped mark. */
export const codeOrEscape = '\ufffc';

/** Two marks and what is between them: from the first mark to the end of the second. */
export interface LiteralPair {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds pairs of marks in what a parser left as text that were evidently meant to set what is between
 * them in bold or italics. Each mark is held against the next of its kind only: linear in the text.
 * @param text of one block, `codeOrEscape` in place of what is no literal text
 * @returns in the order of the text
 * @example findLiteralPairs('chữ**“đậm”**chữ') // [{ start: 3, end: 12 }]
 * @example findLiteralPairs('5 * 3 * 2') // []
 */
export function findLiteralPairs(text: string): readonly LiteralPair[] {
  const pairs: LiteralPair[] = [];
  const waiting = new Map<string, Run>();
  for (const match of text.matchAll(/\*+|_+/g)) {
    const [mark] = match;
    const end = match.index + mark.length;
    const before = /.$/su.exec(text.slice(Math.max(0, match.index - 2), match.index))?.[0] ?? ' ';
    const after = /^./su.exec(text.slice(end, end + 2))?.[0] ?? ' ';
    const run = { mark, start: match.index, end, before, after };
    const opening = waiting.get(mark);
    if (opening && isMeant(opening, run, text)) {
      pairs.push({ start: opening.start, end });
      waiting.delete(mark);
    } else {
      waiting.set(mark, run);
    }
  }
  return pairs.sort((a, b) => a.start - b.start);
}

interface Run {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** True when a mark and the next of its kind were meant as a pair. */
function isMeant(opening: Run, closing: Run, text: string): boolean {
  const { mark } = opening;
  if (closing.start - opening.end > MAX_MEANT) return false;
  const words = text.slice(opening.end, closing.start);
  if (!/[\p{L}\ufffc]/u.test(words)) return false;
  const isQuoted = quoteOpens.test(opening.after) && quoteCloses.test(closing.before);
  if (mark === '**' || mark === '***') {
    if (!closes(closing)) return false;
    return opens(opening) || (mark === '**' && opensLoosely(opening, words));
  }
  if (mark === '__') {
    // Blanks to fill in have blanks around them.
    if (!opens(opening) || !closes(closing) || /^\s+$/.test(closing.before + closing.after))
      return false;
    return isQuoted || /[^\p{ASCII}]/u.test(words + opening.before + closing.after);
  }
  return mark === '*' && isQuoted;
}

/** Longest text that anyone sets in bold; a sign of a footnote further on is another one. */
const MAX_MEANT = 500;

const quoteOpens = /["'“‘«]/;
const quoteCloses = /["'”’»]/;
const word = /[\p{L}\p{M}\p{N}]/u;

/** A mark behind a word with a comma after it is a sign of a footnote. */
function opens({ before, after }: Run): boolean {
  if (/\s/.test(after)) return false;
  return !word.test(before) || word.test(after) || /[\p{Ps}\p{Pi}"'`]/u.test(after);
}

function closes({ before, after }: Run): boolean {
  if (/\s/.test(before)) return /[\s\p{L}\p{N}\p{Pe}\p{Pf}"'.,;:!?…]/u.test(after);
  return !word.test(after) || word.test(before) || /[\p{Pe}\p{Pf}"'`.,;:!?…%]/u.test(before);
}

/** As in `** chữ **`; a note that begins with its sign goes on for a sentence. */
function opensLoosely({ before, after }: Run, words: string): boolean {
  return /[\s\p{Ps}\p{Pi}"']/u.test(before) && /\s/.test(after) && !/[.!?…]\s*$/.test(words);
}
