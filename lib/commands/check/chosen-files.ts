import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { groupBy } from '../../publish/audit/group-by';

/** The files that were meant, by their path inside the content folder, or what is none of them. */
export type ChosenFiles =
  | { readonly ok: true; readonly files: ReadonlySet<string> }
  | { readonly ok: false; readonly unknown: readonly string[] };

/**
 * Finds the content files that someone named.
 * @param written files or folders: absolute, as seen from where the command was started, or inside
 *   the content folder
 * @param known paths of all content files, inside the folder
 */
export function chooseFiles(
  written: readonly string[],
  startedIn: string,
  contentDirectory: string,
  known: ReadonlySet<string>,
): ChosenFiles {
  // Two files may differ in their Unicode form only; who names one cannot see which.
  const bySpelling = groupBy([...known], (path) => path.normalize('NFC'));
  const roots = [...new Set([contentDirectory, realpathOf(contentDirectory)])];
  const find = (name: string): readonly string[] => {
    const inside = [startedIn, contentDirectory]
      .map((base) => resolve(base, name))
      .flatMap((path) => roots.map((root) => relative(root, path)))
      .map((path) => path.split(sep).join('/').normalize('NFC'));
    for (const path of inside) {
      const files = bySpelling.get(path);
      if (files) return files;
      if (path === '') return [...known];
      const below = [...bySpelling].filter(([spelling]) => spelling.startsWith(`${path}/`));
      if (below.length > 0) return below.flatMap(([, files]) => files);
    }
    return [];
  };
  const found = written.map((name) => ({ name, files: find(name) }));
  const unknown = found.filter(({ files }) => files.length === 0).map(({ name }) => name);
  if (unknown.length > 0) return { ok: false, unknown };
  return { ok: true, files: new Set(found.flatMap(({ files }) => files)) };
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // A folder that is not there is told of by whoever reads it.
    return path;
  }
}
