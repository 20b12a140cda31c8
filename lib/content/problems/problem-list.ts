import { formatNumber } from '../../vietnamese/numbers';
import { type Problem, problem } from './problems';

/** So many problems of one file are named; the rest of the list would tell nothing new. */
const MAX_NAMED = 20;

/** No search for one kind of problem goes on behind so many. */
export const MAX_COUNTED = 200;

/**
 * The problems of one file in the order of their places, or the first of them and how many more
 * there are. Errors are named before warnings, so that what keeps a file back is always seen.
 */
export function listProblems(problems: readonly Problem[]): Problem[] {
  const [errors, warnings] = [true, false].map((isError) =>
    problems.filter(({ severity }) => (severity === 'error') === isError).sort(byPlace),
  );
  const ordered = [...(errors ?? []), ...(warnings ?? [])];
  const named = ordered.slice(0, MAX_NAMED).sort(byPlace);
  const more = ordered.length - named.length;
  // Where the last of those stands that are left out, so that it comes last in any order.
  const last = ordered.toSorted(byPlace).at(-1);
  if (more === 0 || !last) return named;
  const isOpen = ordered.length >= MAX_COUNTED;
  return [...named, problem('problems-more', last, `${formatNumber(more)}${isOpen ? '+' : ''}`)];
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

function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
