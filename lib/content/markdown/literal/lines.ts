import { problem } from '../../problems/problems';
import { type BlockText, hardBreak, lettersOf } from './block-text';
import type { Find } from './find';

/**
 * Finds lines of a paragraph that were meant as a heading, a list or a table: a blank behind the mark
 * is missing, a mark is one of a word processor's, the second line of a table is not what it must be.
 * @example '##Tít' and '-Một\n-Hai' // finds at 0; '#KỳAnh' and '-Một' alone are none
 */
export function findLiteralLines(block: BlockText): readonly Find[] {
  const { isParagraph, text } = block;
  if (!isParagraph || !mayHaveMark.test(text)) return [];
  const finds: Find[] = [];
  let above: Line | undefined;
  for (const { 0: words, index: start } of text.matchAll(/[^\n\u2028]+/g)) {
    const hashes = /^#{2,6}(?=[^ \t#])/.exec(words)?.[0];
    if (hashes) {
      const written = lettersOf(block, start, start + words.length);
      finds.push({ start, report: (at) => problem('heading-literal', at, written, hashes) });
    }
    const mark = findMark(words, text[start - 1] === hardBreak);
    const continues = mark !== undefined && isRow(mark) === isRow(above?.mark);
    // One line is none of these, and of several the first is named.
    if (continues && above?.mark && !above.continues) finds.push(findAt(above.start, above.mark));
    above = { start, mark, continues: continues && above?.mark !== undefined };
  }
  return finds;
}

interface Line {
  readonly start: number;
  /** What it begins with, if that looks like a row of a table or an item of a list. */
  readonly mark: string | undefined;
  /** True when the line above is of the same kind. */
  readonly continues: boolean;
}

const mayHaveMark = /(?:^|[\n\u2028])(?:##|[|+•·▪●○■◦‣∙–—-]|o[ \t]|\d)/;
const listMarker =
  /^(?:[-+](?=[\p{L}“"])|\d{1,3}[.)](?=\p{Lu})|[•·▪●○■◦‣∙]|[–—](?=\s?\p{L})|o(?=[ \t]))/u;

/** @param isFree the line was broken on purpose: such items stand below each other as they are */
function findMark(words: string, isFree: boolean): string | undefined {
  if (/^\|.*\|\s*$/.test(words)) return '|';
  return isFree ? undefined : listMarker.exec(words)?.[0];
}

function isRow(mark: string | undefined): boolean {
  return mark === '|';
}

function findAt(start: number, mark: string): Find {
  if (isRow(mark)) return { start, report: (at) => problem('table-literal', at) };
  const cause = /[-+.)]$/.test(mark) ? 'blank' : 'dash';
  return { start, report: (at) => problem('list-literal', at, mark, cause) };
}
