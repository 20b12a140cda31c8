import { canonicalSpelling, isReservedPath } from '../site/routes';
import { problem } from './problems/problems';
import { mention, placeIn, type Reading } from './reading';

/**
 * Reads old addresses of a file: paths of this site, in the spelling they are looked up by, each
 * once. One that is no such path, or that means something else here, is a problem.
 * @param where leads to them
 */
export function readAliases(
  written: readonly string[] | undefined,
  reading: Reading,
  ...where: readonly (string | number)[]
): readonly string[] {
  const paths = new Set<string>();
  for (const [index, alias] of (written ?? []).entries()) {
    const path = pathOfAlias(alias);
    if (path === undefined) {
      reading.problems.push(problem('alias-invalid', placeIn(reading, ...where, index), alias));
    } else if (isReservedPath(path)) {
      reading.problems.push(problem('alias-reserved', placeIn(reading, ...where, index), alias));
    } else if (!paths.has(path)) {
      paths.add(path);
      mention(reading, 'alias', path, ...where, index);
    }
  }
  return [...paths];
}

function pathOfAlias(alias: string): string | undefined {
  if (!alias.startsWith('/') || alias.startsWith('//') || /[?#]/.test(alias)) return undefined;
  let path: string;
  try {
    path = canonicalSpelling(decodeURIComponent(alias));
  } catch {
    // A stray % is no address.
    return undefined;
  }
  // No browser asks for dot segments, backslashes or control characters, and `/` is always taken.
  const isAskedFor = path !== '/' && !/[\p{Cc}\\]|\/\.{1,2}(?:\/|$)/u.test(path);
  return isAskedFor ? path : undefined;
}
