import { type Problem, problem } from '../problems/problems';

/** Quotes and lists inside each other; no text of ours goes beyond a handful. */
const MAX_NESTING = 50;

/**
 * Finds the first line of a body that opens more quotes and lists inside each other than any text
 * needs: the parser of Markdown would call itself for each until it breaks off.
 * @param bodyLine line of the file on which the body begins
 * @see https://spec.commonmark.org/0.31.2/#container-blocks
 */
export function findDeepNesting(body: string, file: string, bodyLine: number): Problem | undefined {
  const index = body.split('\n').findIndex((line) => nestingOf(line) > MAX_NESTING);
  if (index === -1) return undefined;
  return problem('body-too-deep', { file, line: bodyLine + index, column: 1 }, String(MAX_NESTING));
}

function nestingOf(line: string): number {
  const head = /^[\s>*+\-.)\d]*/.exec(line)?.[0] ?? '';
  // A rule across the page (`* * *`) is a long row of marks too, but nothing stands behind it.
  if (/^[\s*\-+]*$/.test(line) && !/>/.test(head)) return 0;
  return head.match(/>|[*+-](?=\s)|\d[.)](?=\s)/g)?.length ?? 0;
}
