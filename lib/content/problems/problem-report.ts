import { countsOf } from './problem-list';
import type { Problem } from './problems';

/** Problems for programs, and how many there are. */
export interface ProblemReport {
  readonly problems: readonly Omit<Problem, 'more'>[];
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Problems for programs, the same from the check and from the server. The shape is a contract; see
 * README.md of `lib/commands/check`.
 * @param most so many are listed; all are counted
 */
export function reportOf(
  problems: readonly Problem[],
  most = Number.POSITIVE_INFINITY,
): ProblemReport {
  const listed = problems.slice(0, most);
  return {
    problems: listed.map(({ file, line, column, severity, code, message, fix }) => ({
      ...{ file, line, column, severity, code, message, fix },
    })),
    ...countsOf(problems),
  };
}
