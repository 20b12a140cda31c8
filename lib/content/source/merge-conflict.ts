import { type Problem, problem } from '../problems/problems';

/**
 * Finds what git leaves in a file when two versions of it could not be put together. An article may
 * show such marks in a block of code.
 * @param text with the line ends of any system
 * @see https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
 */
export function findMergeConflict(text: string, file: string): Problem | undefined {
  if (!text.includes('<<<<<<< ')) return undefined;
  let first: number | undefined;
  let fence: string | undefined;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const [, mark, rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && rest.trim() === '') fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else if (line.startsWith('<<<<<<< ')) first ??= index;
    else if (line.startsWith('>>>>>>> ') && first !== undefined) {
      return problem('merge-conflict', { file, line: first + 1, column: 1 });
    }
  }
  return undefined;
}
