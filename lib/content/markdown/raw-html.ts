import type { Html, RootContent } from 'mdast';
import { problem } from '../problems/problems';
import { blankComments } from '../source/comments';
import { placeOf, type Rendering, replaceNodes } from './nodes';

/** Takes raw HTML out and names each piece; comments go without a word. */
export function dropRawHtml(rendering: Rendering): void {
  replaceNodes(rendering.tree, (node) => {
    if (node.type !== 'html') return undefined;
    reportMarkup(node, rendering);
    return [];
  });
  replaceNodes(rendering.tree, (node) => (isEmptyParagraph(node) ? [] : undefined));
}

function reportMarkup(node: Html, rendering: Rendering): void {
  // A comment at the head of a line takes the words behind it along: they are named as well.
  const rest = blankComments(node.value);
  const written = rest.trim();
  if (written === '') return;
  const before = rest.slice(0, rest.indexOf(written)).split('\n');
  const offset = before.at(-1)?.length ?? 0;
  const { file, line, column } = placeOf(node, rendering);
  const at =
    before.length === 1
      ? { file, line, column: column + offset }
      : { file, line: line + before.length - 1, column: offset + 1 };
  rendering.problems.push(problem('html-dropped', at, written));
}

function isEmptyParagraph(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}
