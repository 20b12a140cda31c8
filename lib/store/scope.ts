import type { Problem } from '../content/problems/problems';

/** A part of the content folder. */
export interface Scope {
  /** Files and folders, none inside another. */
  readonly paths: readonly string[];
  /** Whether a path is one of them or lies below one. */
  readonly holds: (path: string) => boolean;
}

/**
 * The part of the content folder that lies within some paths.
 * @param treeProblems folders and links as last found: where one is on the way to a path, and was no
 *   folder then, all of it is looked at
 */
export function createScope(
  within: readonly string[],
  treeProblems: readonly Pick<Problem, 'file'>[],
): Scope {
  const given = new Set(within);
  for (const { file } of treeProblems)
    if (within.some((path) => path.startsWith(`${file}/`))) given.add(file);
  const isAbove = (path: string) => above(path).some((folder) => given.has(folder));
  return {
    paths: [...given].filter((path) => !isAbove(path)).sort(),
    holds: (path) => given.has(path) || isAbove(path),
  };
}

/** The name after all that begin with the path of a folder: '0' follows '/' in code-point order. */
export function lastBelow(folder: string): string {
  return `${folder}0`;
}

/**
 * Paths as the listing spells them; undefined when one of them is the content folder itself.
 * @example cleanPaths(['./articles/']) // ['articles']
 */
export function cleanPaths(paths: readonly string[]): readonly string[] | undefined {
  const cleaned = paths.map((path) =>
    path
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .join('/'),
  );
  return cleaned.includes('') ? undefined : cleaned;
}

function above(path: string): readonly string[] {
  const folders: string[] = [];
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
    folders.push(path.slice(0, end));
  return folders;
}
