import type { Heading, Nodes, Paragraph, TableCell } from 'mdast';
import type { Position } from '../../problems/problems';
import { literalPieces } from '../text-places';

/** Stands in a text for what is none of its letters: code, a picture, an escaped mark. */
export const codeOrEscape = '\ufffc';

/** Stands in a text where the editor broke the line on purpose. */
export const hardBreak = '\u2028';

/** What a parser left as the text of one block. */
export interface BlockText {
  readonly isParagraph: boolean;
  /** As it is searched: `codeOrEscape` in place of what is no mark of an editor's. */
  readonly text: string;
  /** As readers see it, of the same length. */
  readonly shown: string;
  /** Its literal pieces, in their order; lines count from that of the body. */
  readonly starts: readonly Start[];
}

interface Start extends Position {
  readonly index: number;
}

/** The text of a block in one string, with the places of its literal pieces. */
export function textOfBlock(block: Paragraph | Heading | TableCell): BlockText {
  const texts: string[] = [];
  const shown: string[] = [];
  const starts: Start[] = [];
  let length = 0;
  const add = (text: string, seen = text) => {
    texts.push(text);
    shown.push(seen);
    length += text.length;
  };
  const addMasked = (seen: string) => add(seen.replace(marks, codeOrEscape), seen);
  const walk = (node: Nodes) => {
    if (node.type === 'text') {
      let end = 0;
      for (const { index, line, column, length: width } of literalPieces(node)) {
        addMasked(node.value.slice(end, index));
        starts.push({ index: length, line, column });
        end = index + width;
        add(node.value.slice(index, end));
      }
      addMasked(node.value.slice(end));
    } else if ('children' in node) {
      node.children.forEach(walk);
    } else {
      add(node.type === 'break' ? hardBreak : codeOrEscape);
    }
  };
  block.children.forEach(walk);
  const isParagraph = block.type === 'paragraph';
  return { isParagraph, text: texts.join(''), shown: shown.join(''), starts };
}

/** Letters of a block as readers see them, without its code and pictures. */
export function lettersOf({ shown }: BlockText, start: number, end: number): string {
  return shown.slice(start, end).replaceAll(codeOrEscape, '');
}

/** What an escape or an entity may stand for and is then no mark. */
const marks = /[*_[\]()!#|<.+-]/g;
