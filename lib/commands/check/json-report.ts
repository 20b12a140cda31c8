import { countsOf } from '../../content/problems/problem-list';
import type { Problem } from '../../content/problems/problems';

/**
 * Problems for programs. The shape is a contract; see README.md of this folder.
 * @returns one JSON object: `problems` with `file` (inside the content folder), `line`, `column`,
 *   `severity`, `code`, `message` and `fix`; `errors` and `warnings` count them
 */
export function formatJsonReport(problems: readonly Problem[]): string {
  const listed = problems.map(({ file, line, column, severity, code, message, fix }) => ({
    ...{ file, line, column, severity, code, message, fix },
  }));
  return `${JSON.stringify({ problems: listed, ...countsOf(problems) }, null, 2)}\n`;
}
