import type { Problem } from '../../content/problems/problems';

/** How many of the problems are errors, and how many warnings. */
export function countsOf(problems: readonly Problem[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}
