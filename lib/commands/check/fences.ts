/** What is known of a line of Markdown in view of fenced code. */
export type Fencing = 'outside' | 'inside' | 'unsure';

/**
 * Which lines stand in fenced code. Only a fence at the left margin is certain: from one inside
 * something else, or one that is never closed, all that follows is unsure.
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function fencingOf(lines: readonly string[]): readonly Fencing[] {
  const fencing: Fencing[] = [];
  let open: string | undefined;
  let openedAt = 0;
  let isUnsure = false;
  for (const [index, line] of lines.entries()) {
    const opens = open === undefined ? marksOpening(line) : undefined;
    isUnsure ||= open === undefined && opens === undefined && /`{3}|~{3}/.test(line);
    if (isUnsure) fencing.push('unsure');
    else fencing.push(open === undefined && opens === undefined ? 'outside' : 'inside');
    if (opens !== undefined) {
      open = opens;
      openedAt = index;
    } else if (open !== undefined && closes(line, open)) open = undefined;
  }
  return open === undefined
    ? fencing
    : fencing.map((state, index) => (index >= openedAt ? 'unsure' : state));
}

function marksOpening(line: string): string | undefined {
  return /^ {0,3}(?<marks>`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.groups?.marks;
}

function closes(line: string, open: string): boolean {
  const marks = /^ {0,3}(?<marks>`{3,}|~{3,})[ \t]*$/.exec(line)?.groups?.marks;
  return marks !== undefined && marks[0] === open[0] && marks.length >= open.length;
}
