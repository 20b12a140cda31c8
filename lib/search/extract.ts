import { type Findings, foundWords, markWords } from './marking';
import type { Query } from './query';
import type { Piece } from './results';
import { type WordInText, wordsOf } from './word';

/** Words of an extract, some before the first that was found: three lines on a phone. */
const LENGTH = 36;
const BEFORE = 6;

/** A text whose words are known. */
export interface TextOfWords {
  readonly text: string;
  readonly words: readonly WordInText[];
}

/** Parts a text into its words. @param text any Unicode form; NFC comes out */
export function textOfWords(text: string): TextOfWords {
  const composed = text.normalize('NFC');
  return { text: composed, words: wordsOf(composed) };
}

/**
 * The stretch of a text that shows best what was found in it, in the text's own spelling, with `…`
 * where it was cut. The beginning, where nothing was found.
 */
export function extractOf(
  { text, words }: TextOfWords,
  query: Query,
  findings: Findings,
): readonly Piece[] {
  const found = foundWords(query, words, findings);
  const start = bestStart(found);
  const first = cutNear(text, words, start, -1);
  const last = cutNear(text, words, Math.min(words.length, start + LENGTH), 1);
  const from = first === 0 ? 0 : startWithSigns(text, words[first]?.start ?? 0);
  // To the end of its word, and with the sign behind it where the text ends there.
  const to = last === words.length ? text.length : (words[last - 1]?.end ?? text.length);
  const shown = words
    .slice(first, last)
    .map((word) => ({ ...word, start: word.start - from, end: word.end - from }));
  const pieces = markWords(text.slice(from, to), shown, found.slice(first, last));
  return [...(from > 0 ? [ellipsis] : []), ...pieces, ...(to < text.length ? [ellipsis] : [])];
}

const ellipsis: Piece = { text: '…', isMarked: false };

/** What is longer without a blank is no number or name, and may be cut. */
const LONGEST_RUN = 8;

/**
 * Where words may be parted, before or behind a place: at a blank, for the end of `1.500`, of
 * `24/12/2020` and of `Covid-19` would say something else.
 */
function cutNear(text: string, words: readonly WordInText[], place: number, step: 1 | -1): number {
  for (let cut = place; Math.abs(cut - place) <= LONGEST_RUN; cut += step) {
    const [before, behind] = [words[cut - 1], words[cut]];
    if (!before || !behind || /\s/.test(text.slice(before.end, behind.start))) return cut;
  }
  return place;
}

/** Where a word begins with what stands close before it: “, (. */
function startWithSigns(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 3), start);
  return start - (/[^\s\p{L}\p{M}\p{N}]*$/u.exec(before)?.[0].length ?? 0);
}

/** Number of the word where the stretch begins that holds most of what was typed, side by side best. */
function bestStart(found: readonly (number | undefined)[]): number {
  let best = 0;
  let most = 0;
  for (const [index, typed] of found.entries()) {
    if (typed === undefined) continue;
    const score = scoreOf(found, index);
    if (score <= most) continue;
    most = score;
    best = index;
  }
  // A beginning reads best, where it holds what was found.
  if (best < LENGTH - 2 * BEFORE) return 0;
  return Math.min(best - BEFORE, Math.max(0, found.length - LENGTH));
}

/** What a reader sees in the stretch that begins at a word: each typed word once, neighbours doubly. */
function scoreOf(found: readonly (number | undefined)[], start: number): number {
  const seen = new Set<number>();
  let neighbours = 0;
  for (let index = start; index < Math.min(found.length, start + LENGTH - BEFORE); index += 1) {
    const typed = found[index];
    if (typed === undefined) continue;
    seen.add(typed);
    const previous = found[index - 1];
    if (previous !== undefined && typed === previous + 1) neighbours += 1;
  }
  return seen.size * 2 + Math.min(neighbours, seen.size);
}
