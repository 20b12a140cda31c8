/** Some stars or underscores, and the characters beside them; a blank at the ends of a text. */
export interface Run {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Finds pairs of marks that were meant to set what is between them in bold or italics, and the `**`
 * that are in none. Each mark is held against the next of its kind only: linear in the text.
 * @param text of one block, `codeOrEscape` in place of what is no literal text
 * @returns pairs in the order of their first marks
 * @example matchMarks('chữ**“đậm”**chữ').pairs // one, from 3 to 12
 * @example matchMarks('5 * 3 * 2').pairs // []
 */
export function matchMarks(text: string): {
  readonly pairs: readonly (readonly [opening: Run, closing: Run])[];
  readonly singles: readonly Run[];
} {
  const pairs: (readonly [Run, Run])[] = [];
  const singles = new Set<Run>();
  const waiting = new Map<string, Run>();
  for (const match of text.matchAll(/\*+|_+/g)) {
    const run = runAt(match, text);
    const opening = waiting.get(run.mark);
    if (opening && isMeant(opening, run, text)) {
      pairs.push([opening, run]);
      singles.delete(opening);
      waiting.delete(run.mark);
    } else {
      if (run.mark === '**') singles.add(run);
      waiting.set(run.mark, run);
    }
  }
  return { pairs: pairs.sort(([a], [b]) => a.start - b.start), singles: [...singles] };
}

function runAt({ 0: mark, index: start }: RegExpExecArray, text: string): Run {
  const end = start + mark.length;
  const before = /.$/su.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? ' ';
  const after = /^./su.exec(text.slice(end, end + 2))?.[0] ?? ' ';
  return { mark, start, end, before, after };
}

/** True when a mark and the next of its kind were meant as a pair. */
function isMeant(opening: Run, closing: Run, text: string): boolean {
  const { mark } = opening;
  if (closing.start - opening.end > MAX_MEANT) return false;
  const words = text.slice(opening.end, closing.start);
  if (!/[\p{L}\ufffc]/u.test(words) && !isNumberOfItem(words, closing)) return false;
  if (mark === '**' || mark === '***') {
    if (!closes(closing)) return false;
    if (opens(opening)) return true;
    return mark === '**' && (opensLoosely(opening, words) || isBehindWord(opening, closing));
  }
  if (mark === '__') {
    // Blanks to fill in have blanks around them.
    if (!opens(opening) || !closes(closing) || /^\s+$/.test(closing.before + closing.after))
      return false;
    return (
      isQuoted(opening, closing) || /[^\p{ASCII}]/u.test(words + opening.before + closing.after)
    );
  }
  return (mark === '*' || mark === '_') && isQuoted(opening, closing);
}

/** Longest text that anyone sets in bold; a sign of a footnote further on is another one. */
const MAX_MEANT = 500;

const quoteOpens = /["'“‘«]/;
const quoteCloses = /["'”’»]/;
/** What words are made of. */
export const word = /[\p{L}\p{M}\p{N}]/u;

/** True when the words between two marks stand in quotation marks. */
export function isQuoted(opening: Run, closing: Run): boolean {
  return quoteOpens.test(opening.after) && quoteCloses.test(closing.before);
}

/** As in `**1.**Một`. */
function isNumberOfItem(words: string, { after }: Run): boolean {
  return /^\p{N}\S*$/u.test(words) && /\p{L}/u.test(after);
}

/** A mark behind a word with a comma after it is a sign of a footnote. */
function opens({ before, after }: Run): boolean {
  if (/\s/.test(after)) return false;
  return !word.test(before) || word.test(after) || /[\p{Ps}\p{Pi}"'`]/u.test(after);
}

function closes({ before, after }: Run): boolean {
  if (/\s/.test(before)) return /[\s\p{L}\p{N}\p{Pe}\p{Pf}"'.,;:!?…]/u.test(after);
  return !word.test(after) || word.test(before) || /[\p{Pe}\p{Pf}\p{Pd}"'`.,;:!?…%]/u.test(before);
}

/** As in `** chữ **`; a note that begins with its sign goes on for a sentence. */
function opensLoosely({ before, after }: Run, words: string): boolean {
  return /[\s\p{Ps}\p{Pi}"']/u.test(before) && /\s/.test(after) && !/[.!?…]\s*$/.test(words);
}

/** As in `ông nói**: chữ.** Và`; a sign of a footnote has a comma or a stop behind it. */
function isBehindWord({ before, after }: Run, closing: Run): boolean {
  if (!word.test(before) || !/[:;!?…–—]/.test(after)) return false;
  return /[\p{Pe}\p{Pf}".:;!?…]/u.test(closing.before) && !word.test(closing.after);
}
