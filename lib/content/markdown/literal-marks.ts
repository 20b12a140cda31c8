import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Position, problem } from '../problems/problems';
import { findLiteralPairs, codeOrEscape as other } from './literal-pairs';
import type { LiteralMark, Rendering } from './nodes';
import { literalPieces } from './text-places';

/**
 * Finds pairs of `**`, `__` or `*` that stayed text where an editor evidently meant emphasis, as in
 * `chữ**“chữ”**chữ`: beside a letter no mark may have a quotation mark inside (CommonMark 0.31.2
 * §6.2, flanking). Signs of footnotes, sums, names of files and blanks to fill in are none of these.
 * @returns their places; lines count from that of the body
 */
export function findLiteralMarks(tree: Root): readonly LiteralMark[] {
  const marks: LiteralMark[] = [];
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const { text, starts } = flatten(node.children);
    if (!/[*_]/.test(text)) return;
    let at = 0;
    for (const { start, end } of findLiteralPairs(text)) {
      while ((starts[at + 1]?.index ?? Number.POSITIVE_INFINITY) <= start) at += 1;
      const { line = 1, column = 1, index = 0 } = starts[at] ?? {};
      const written = text.slice(start, end).replaceAll(other, '');
      marks.push({ line, column: column + start - index, written });
    }
  });
  return marks;
}

/** Names the marks that `findLiteralMarks` found when the text was read. */
export function reportLiteralMarks({ tree, file, bodyLine, problems }: Rendering): void {
  for (const { line, column, written } of tree.data?.literalMarks ?? []) {
    problems.push(
      problem('emphasis-literal', { file, line: line + bodyLine - 1, column }, written),
    );
  }
}

interface Start extends Position {
  readonly index: number;
}

/** The text of a block in one string, with the places of its literal pieces. */
function flatten(children: readonly RootContent[]): {
  readonly text: string;
  readonly starts: readonly Start[];
} {
  const pieces: string[] = [];
  const starts: Start[] = [];
  let length = 0;
  const add = (text: string) => {
    pieces.push(text);
    length += text.length;
  };
  const walk = (node: Nodes) => {
    if (node.type === 'text') {
      let end = 0;
      for (const { index, line, column, length: width } of literalPieces(node)) {
        add(node.value.slice(end, index).replace(/[*_]/g, other));
        starts.push({ index: length, line, column });
        end = index + width;
        add(node.value.slice(index, end));
      }
      add(node.value.slice(end).replace(/[*_]/g, other));
    } else if ('children' in node) {
      node.children.forEach(walk);
    } else {
      add(node.type === 'break' ? '\n' : other);
    }
  };
  children.forEach(walk);
  return { text: pieces.join(''), starts };
}
