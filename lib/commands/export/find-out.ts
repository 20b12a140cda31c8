import { mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { strings } from '../../site/strings';
import { codeOf } from '../../store/content-tree';
import { readExportState } from './export-state';
import { openOutFolder } from './out-folder';

/** The folder to write, or a sentence that says why it is none. */
export type FoundOut =
  | { readonly ok: true; readonly directory: string }
  | { readonly ok: false; readonly sentence: string };

/**
 * Finds the folder that an export may write, and makes it where there is none.
 * @param written as seen from where the command was typed
 * @param others folders that an export only reads
 */
export function findOut(
  written: string,
  { startedIn, others, force }: { startedIn: string; others: readonly string[]; force: boolean },
): FoundOut {
  const target = resolve(startedIn, written);
  const refuse = (sentence: string): FoundOut => ({ ok: false, sentence });
  try {
    const directory = realpathOf(target);
    const rival = others.map(realpathOf).find((other) => overlaps(directory, other));
    if (rival !== undefined) return refuse(strings.exportOverlaps(directory, rival));
    mkdirSync(directory, { recursive: true });
    if (!statSync(directory).isDirectory()) return refuse(strings.exportNoFolder(directory));
    const isOurs = readExportState(openOutFolder(directory, 'none')) !== undefined;
    if (!isOurs && !force && readdirSync(directory).length > 0)
      return refuse(strings.exportNotEmpty(directory));
    return { ok: true, directory };
  } catch (cause) {
    const code = codeOf(cause);
    if (/^(EEXIST|ENOTDIR)$/.test(code)) return refuse(strings.exportNoFolder(target));
    return refuse(strings.exportUnwritable(target, code));
  }
}

/** Whether one folder is the other, or lies in it. */
function overlaps(a: string, b: string): boolean {
  return [relative(a, b), relative(b, a)].some(
    (way) => way === '' || (way !== '..' && !way.startsWith(`..${sep}`)),
  );
}

/** A path with no symbolic link in it, of which the end need not be there. */
function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT' || dirname(path) === path) throw cause;
    return join(realpathOf(dirname(path)), basename(path));
  }
}
