import { visit } from 'unist-util-visit';
import { problem } from '../problems/problems';
import { placeOf, type Rendering } from './nodes';

/**
 * Names code that nobody meant: a paragraph that was indented at its head, and all that stands below
 * a fence without an end (CommonMark 0.31.2 §4.4, §4.5).
 */
export function reportCodeBlocks(rendering: Rendering): void {
  const { tree, markdown, problems } = rendering;
  visit(tree, 'code', (node) => {
    const { start, end } = node.position ?? {};
    const written = markdown.slice(start?.offset, end?.offset);
    const fence = fenceOf(written);
    if (!fence) problems.push(problem('indented-code', placeOf(node, rendering)));
    else if (!isClosed(written, fence)) {
      problems.push(problem('fence-unclosed', placeOf(node, rendering), fence));
    }
  });
}

/**
 * The fence that would close a block of code; undefined when it is closed, or has none.
 * @param written the block in its source
 */
export function missingFence(written: string): string | undefined {
  const fence = fenceOf(written);
  return fence === undefined || isClosed(written, fence) ? undefined : fence;
}

function fenceOf(written: string): string | undefined {
  return /^(?:`{3,}|~{3,})/.exec(written)?.[0];
}

function isClosed(written: string, fence: string): boolean {
  const lastLine = written.lastIndexOf('\n') + 1;
  // Marks of quotes and the indentation of lists stand in front of it.
  const closing = written
    .slice(lastLine)
    .replace(/^[\s>]+/, '')
    .trimEnd();
  return (
    lastLine > 0 && closing.startsWith(fence) && closing === fence.charAt(0).repeat(closing.length)
  );
}
