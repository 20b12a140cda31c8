import { reportOf } from '../../content/problems/problem-report';
import type { Problem } from '../../content/problems/problems';

/**
 * Problems for programs. The shape is a contract; see README.md of this folder.
 * @returns one JSON object: `problems` with `file` (inside the content folder), `line`, `column`,
 *   `severity`, `code`, `message` and `fix`; `errors` and `warnings` count them
 */
export function formatJsonReport(problems: readonly Problem[]): string {
  return `${JSON.stringify(reportOf(problems), null, 2)}\n`;
}
