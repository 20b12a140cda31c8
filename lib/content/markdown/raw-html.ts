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
  const unclosed = rest.indexOf('<!--');
  const written = (unclosed === -1 ? rest : rest.slice(0, unclosed)).trim();
  if (written !== '') {
    const at = placeIn(node, rest.indexOf(written), rendering);
    rendering.problems.push(problem('html-dropped', at, written));
  }
  if (unclosed !== -1) {
    const at = placeIn(node, unclosed, rendering);
    rendering.problems.push(problem('comment-unclosed', at, 'hidden'));
  }
}

/** Where something stands that begins at an index of a piece of HTML. */
function placeIn(node: Html, index: number, rendering: Rendering) {
  const before = node.value.slice(0, index).split('\n');
  const offset = before.at(-1)?.length ?? 0;
  const { file, line, column } = placeOf(node, rendering);
  return before.length === 1
    ? { file, line, column: column + offset }
    : { file, line: line + before.length - 1, column: offset + 1 };
}

function isEmptyParagraph(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}
