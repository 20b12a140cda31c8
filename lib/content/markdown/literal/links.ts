import type { MarkupCause } from '../../problems/catalogue';
import { problem } from '../../problems/problems';
import { type BlockText, lettersOf } from './block-text';
import type { Find } from './find';

/**
 * Finds links, pictures, marks of notes and comments that stayed text. A link or picture does when a
 * blank stands between its brackets or in its address, or when its title is in other quotation marks
 * (CommonMark 0.31.2 §6.3). Brackets of ordinary words are none: an address must be in them.
 * @example '[bài] (https://vi-du.vn)' // a find at 0; '[sic] (theo tác giả)' is none
 */
export function findLiteralLinks(block: BlockText): readonly Find[] {
  return [
    ...findStraight(block),
    ...findTurnedRound(block),
    ...findNoteMarks(block),
    ...findComment(block),
  ];
}

function findStraight(block: BlockText): readonly Find[] {
  const found = [...block.text.matchAll(straight)];
  return found.flatMap(({ 0: whole, index: start, 1: gap = '', 2: target = '' }) => {
    const end = start + whole.length;
    const written = lettersOf(block, start, end);
    const address = lettersOf(block, end - target.length - 1, end - 1).trim();
    const isPicture = whole.startsWith('!');
    // Only a picture has a mark of its own; numbers in brackets with a source behind them are notes.
    const isMeant =
      isPicture && gap === '' ? address !== '' : isAddress(address) && !/^\[\d+\]/.test(written);
    if (!isMeant) return [];
    const cause = gap ? 'gap' : causeOf(address, isPicture);
    return [
      { start, report: (at) => problem('markup-literal', at, written, cause) } satisfies Find,
    ];
  });
}

function findTurnedRound(block: BlockText): readonly Find[] {
  const found = [...block.text.matchAll(turnedRound)];
  return found.flatMap(({ 0: whole, index: start, 1: target = '' }) => {
    const end = start + whole.length;
    if (!isAddress(lettersOf(block, end - target.length - 1, end - 1))) return [];
    const written = lettersOf(block, start, end);
    const report: Find['report'] = (at) => problem('markup-literal', at, written, 'turned-round');
    return [{ start, report }];
  });
}

/** A mark with a note of its name is no text any more. */
function findNoteMarks(block: BlockText): readonly Find[] {
  return [...block.text.matchAll(noteMark)].map(({ 0: whole, index: start }) => {
    const written = lettersOf(block, start, start + whole.length);
    return { start, report: (at) => problem('footnote-missing', at, written) };
  });
}

/** A comment inside a line must end in its paragraph. */
function findComment({ text }: BlockText): readonly Find[] {
  const start = text.indexOf('<!--');
  return start === -1 ? [] : [{ start, report: (at) => problem('comment-unclosed', at, 'shown') }];
}

const straight = /!?\[[^[\]]{1,1000}\]([ \t]{0,3})\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)/g;
const turnedRound = /\([^()\n]{1,300}\)\[([^[\]\n]{1,300})\]/g;
const noteMark = /\[\^[^[\]\n]{1,80}\]/g;

function causeOf(address: string, isPicture: boolean): MarkupCause {
  if (/\s["'“”‘’«»]/.test(address)) return 'title';
  if (!/\s/.test(address)) return 'form';
  return isPicture ? 'picture-name' : 'blank-in-address';
}

/** A scheme, a path, a fragment, a host with a path, or the name of a file. */
function isAddress(written: string): boolean {
  return (
    /^(?:https?:|mailto:|tel:|www\.|\.{0,2}\/\S|#\S|[a-z0-9.-]+\.[a-z]{2,}\/)/i.test(written) ||
    /\.(?:jpe?g|png|gif|webp|avif|svg|pdf|md|html?|docx?|xlsx?|mp[34])(?:[\s?#]|$)/i.test(written)
  );
}
