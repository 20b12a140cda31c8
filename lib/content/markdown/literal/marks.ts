import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Position } from '../../problems/problems';
import type { Rendering } from '../nodes';
import { type BlockText, textOfBlock } from './block-text';
import { emphasisFinder } from './emphasis';
import type { Find } from './find';
import { findLiteralLines } from './lines';
import { findLiteralLinks } from './links';

/** A find where it stands in the body. */
export interface LiteralMark extends Position, Pick<Find, 'report'> {}

declare module 'mdast' {
  interface RootData {
    literalMarks?: readonly LiteralMark[];
  }
}

/**
 * Finds marks that stayed text where an editor evidently meant them: emphasis, links and pictures,
 * headings, lists, tables, notes.
 * @returns their places; lines count from that of the body
 */
export function findLiteralMarks(tree: Root): readonly LiteralMark[] {
  const marks: LiteralMark[] = [];
  const finders = [emphasisFinder(), findLiteralLinks, findLiteralLines];
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const block = textOfBlock(node);
    const finds = finders.flatMap((find) => find(block));
    marks.push(...placed(finds, block));
  });
  return marks;
}

/** Names the marks that `findLiteralMarks` found when the text was read. */
export function reportLiteralMarks({ tree, file, bodyLine, problems }: Rendering): void {
  for (const { line, column, report } of tree.data?.literalMarks ?? []) {
    problems.push(report({ file, line: line + bodyLine - 1, column }));
  }
}

function placed(finds: readonly Find[], { starts }: BlockText): readonly LiteralMark[] {
  let at = 0;
  return finds
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, report }) => {
      while ((starts[at + 1]?.index ?? Number.POSITIVE_INFINITY) <= start) at += 1;
      const { line = 1, column = 1, index = 0 } = starts[at] ?? {};
      return { line, column: column + start - index, report };
    });
}
