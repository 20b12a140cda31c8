import type { EmphasisCause } from '../../problems/catalogue';
import { problem } from '../../problems/problems';
import { type BlockText, hardBreak, lettersOf } from './block-text';
import type { Find } from './find';
import { isQuoted, matchMarks, type Run, word } from './mark-pairs';

/**
 * Makes a finder of `**`, `__`, `*` or `_` that stayed text where emphasis was evidently meant, as in
 * `chữ**“chữ”**chữ`: beside a letter no mark may have a quotation mark inside (CommonMark 0.31.2
 * §6.2, flanking). Signs of footnotes, sums, names of files and blanks to fill in are none of these.
 * The finder is for the blocks of one body, in their order: behind a sign of a footnote, stars at the
 * head of a line begin its note.
 */
export function emphasisFinder(): (block: BlockText) => readonly Find[] {
  let hasSign = false;
  let isOpen = false;
  return (block) => {
    const { text } = block;
    if (!/[*_]/.test(text)) return [];
    const { pairs, singles } = matchMarks(text);
    const finds = pairs.map(([opening, closing]): Find => {
      const words = bare(lettersOf(block, opening.end, closing.start));
      const cause = causeOf(opening, closing);
      const { mark, start } = opening;
      return { start, report: (at) => problem('emphasis-literal', at, mark, words, cause) };
    });
    for (const run of singles) {
      if (isSign(run)) {
        // Stars may have been opened in a paragraph above.
        hasSign ||= !isOpen;
        isOpen = false;
      }
      if (!isLoneOpening(run) || (hasSign && isAtHead(run, text))) continue;
      const words = bare(firstWords(lettersOf(block, run.end, run.end + 80)));
      const report: Find['report'] = (at) =>
        problem('emphasis-literal', at, run.mark, words, 'unpaired');
      finds.push({ start: run.start, report });
      isOpen = true;
    }
    return finds;
  };
}

function causeOf(opening: Run, closing: Run): EmphasisCause {
  if (/\s/.test(opening.after + closing.before)) return 'blanks';
  if (isQuoted(opening, closing)) return 'quotes';
  return opening.mark === '__' ? 'underscores' : 'punctuation';
}

function isSign({ before, after }: Run): boolean {
  return word.test(before) && !word.test(after);
}

/** As in `chữ **đậm mà không đóng`. */
function isLoneOpening({ before, after }: Run): boolean {
  return /[\s\p{Ps}\p{Pi}"'–—-]/u.test(before) && /[\p{L}\p{N}“‘"«]/u.test(after);
}

function isAtHead({ start }: Run, text: string): boolean {
  return start === 0 || text[start - 1] === '\n' || text[start - 1] === hardBreak;
}

function firstWords(text: string): string {
  return /^\S+(?:\s+\S+){0,2}/.exec(text)?.[0] ?? '';
}

/** Words without the quotation marks around them, for they are quoted again. */
function bare(words: string): string {
  return words.trim().replace(/^["“”]+|["“”]+$/g, '');
}
