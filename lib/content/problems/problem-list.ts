import { formatNumber } from '../../vietnamese/numbers';
import { comparePlaces, type Problem, problem } from './problems';

/** So many problems of one file are named; the rest of the list would tell nothing new. */
const MAX_NAMED = 20;

/** No search for one kind of problem goes on behind so many. */
export const MAX_COUNTED = 200;

/**
 * The problems of one file in the order of their places, or the first of them and how many more
 * there are. Errors are named before warnings, so that what keeps a file back is always seen.
 * @param problems lists that were cut short before may be among them: one count stands for all
 * @param most so many are named
 */
export function listProblems(problems: readonly Problem[], most = MAX_NAMED): Problem[] {
  const ordered = problems.toSorted(comparePlaces);
  const single = ordered.filter(({ more }) => more === undefined);
  const errors = single.filter(({ severity }) => severity === 'error');
  const warnings = single.filter(({ severity }) => severity !== 'error');
  const named = new Set([...errors, ...warnings].slice(0, most));
  const listed = single.filter((found) => named.has(found));
  const total = ordered.reduce((sum, { more = 1 }) => sum + more, 0);
  const more = total - listed.length;
  // Where the last of those stands that are left out, so that it comes last in any order.
  const last = ordered.at(-1);
  if (more === 0 || !last) return listed;
  const count = `${formatNumber(more)}${total >= MAX_COUNTED ? '+' : ''}`;
  return [...listed, { ...problem('problems-more', last, count), more }];
}

/** How many of the problems are errors, and how many warnings. */
export function countsOf(problems: readonly Problem[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/** Why a file is not read. */
export interface Refusal {
  readonly ok: false;
  readonly problems: readonly [Problem, ...Problem[]];
}

/**
 * Refuses a file: its problems and what else was found, in order and not without end.
 * @param warnings what was found before, and does not keep the file back
 */
export function refuse(
  problems: readonly [Problem, ...Problem[]],
  warnings: readonly Problem[] = [],
): Refusal {
  const [first = problems[0], ...rest] = listProblems([...problems, ...warnings]);
  return { ok: false, problems: [first, ...rest] };
}
