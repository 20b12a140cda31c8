import { type Level, levelOf } from './levels';
import type { Query } from './query';
import type { Piece } from './results';
import { type WordForms, type WordInText, wordsOf } from './word';

/** How a word of a question was found at best: as what, and only as the beginning of a word? */
interface Best {
  readonly level: Level;
  readonly isBeginning: boolean;
}

/** How each word of a question was found in an article; undefined where it was not. */
export type Findings = readonly (Best | undefined)[];

/**
 * How well the words of a question are found in texts that belong together.
 * @param texts the words of each
 */
export function findingsIn(query: Query, texts: readonly (readonly WordInText[])[]): Findings {
  return query.words.map((typed, index) => {
    const asBeginning = query.isOpen && index === query.words.length - 1;
    let best: Best | undefined;
    for (const words of texts) {
      for (const found of words) {
        const here = bestOf(typed, found, asBeginning);
        if (here && (!best || rankOf(here) < rankOf(best))) best = here;
      }
    }
    return best;
  });
}

/**
 * Which words of a text are found by which of a question: those that are as good as the best.
 * @returns for each word of the text the number of the typed word, or undefined
 */
export function foundWords(
  query: Query,
  words: readonly WordInText[],
  findings: Findings,
): readonly (number | undefined)[] {
  const found = words.map((word) => numberOf(query, word, findings));
  const isAllPhrases = query.phrases.flat().length === query.words.length;
  return isAllPhrases ? onlyInPhrases(query, words, found) : found;
}

function numberOf(query: Query, found: WordInText, findings: Findings): number | undefined {
  for (const [index, typed] of query.words.entries()) {
    const best = findings[index];
    if (!best) continue;
    const here = bestOf(typed, found, best.isBeginning);
    if (here && rankOf(here) <= rankOf(best)) return index;
  }
  return undefined;
}

/** Whoever asks for words side by side is shown none of them alone. */
function onlyInPhrases(
  { phrases }: Query,
  words: readonly WordInText[],
  found: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  const inside = new Set<number>();
  for (const start of words.keys())
    for (const phrase of phrases)
      if (phrase.every(({ fold }, index) => words[start + index]?.fold === fold))
        for (const index of phrase.keys()) inside.add(start + index);
  return found.map((number, index) => (inside.has(index) ? number : undefined));
}

/**
 * A text with what was found in it marked, in its own spelling; neighbours are marked as one.
 * @param findings of the texts that it belongs to; of itself alone without
 * @example markText('Con đường ở Bình Dương', parseQuery('đường')).filter(({ isMarked }) => isMarked)
 * // [{ text: 'đường', isMarked: true }]
 */
export function markText(text: string, query: Query, findings?: Findings): readonly Piece[] {
  const words = wordsOf(text);
  return markWords(text, words, foundWords(query, words, findings ?? findingsIn(query, [words])));
}

/** The pieces of a text of which it is known what was found. */
export function markWords(
  text: string,
  words: readonly WordInText[],
  found: readonly (number | undefined)[],
): readonly Piece[] {
  const marks: { start: number; end: number }[] = [];
  let last = -2;
  for (const [index, { start, end }] of words.entries()) {
    if (found[index] === undefined) continue;
    const mark = marks.at(-1);
    const isNext = mark && last === index - 1 && /^\s*$/.test(text.slice(mark.end, start));
    if (isNext) mark.end = end;
    else marks.push({ start, end });
    last = index;
  }
  const pieces: Piece[] = [];
  let position = 0;
  const push = (until: number, isMarked: boolean) => {
    if (until > position) pieces.push({ text: text.slice(position, until), isMarked });
    position = until;
  };
  for (const { start, end } of marks) {
    push(start, false);
    push(end, true);
  }
  push(text.length, false);
  return pieces;
}

function bestOf(typed: WordForms, found: WordForms, asBeginning: boolean): Best | undefined {
  const level = levelOf(typed, found, asBeginning);
  return level === undefined
    ? undefined
    : { level, isBeginning: found.fold.length > typed.fold.length };
}

function rankOf({ level, isBeginning }: Best): number {
  return level * 2 + (isBeginning ? 1 : 0);
}
