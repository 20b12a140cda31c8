import {
  closeSync,
  fchmodSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findTooLarge } from '../../content/source/source-text';
import { codeOf } from '../../store/content-tree';
import { fixText } from './fix-text';

/** What became of the files: which were mended, and which could not be written, and why. */
export interface FixedFiles {
  readonly fixed: readonly string[];
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Mends files of the content folder in place; only those that change are written, each whole or not
 * at all. Symbolic links are not followed, and what is too large to be read stays as it is.
 * @param files paths inside the folder
 */
export function fixFiles(directory: string, files: Iterable<string>): FixedFiles {
  const fixed: string[] = [];
  const failed: { readonly file: string; readonly reason: string }[] = [];
  for (const file of files) {
    try {
      if (fixFile(join(directory, file))) fixed.push(file);
    } catch (cause) {
      failed.push({ file, reason: codeOf(cause) });
    }
  }
  return { fixed, failed };
}

function fixFile(path: string): boolean {
  const before = lstatSync(path);
  if (!before.isFile() || findTooLarge(before.size, path)) return false;
  const bytes = new Uint8Array(readFileSync(path));
  const mended = fixText(bytes, /\.ya?ml$/i.test(path) ? 'yaml' : 'markdown');
  if (mended === bytes) return false;
  // A name with a dot in front: whoever watches the folder does not take it for an article.
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    write(draft, mended, before.mode);
    // An editor who has saved in the meantime keeps what was saved.
    if (!isSame(before, lstatSync(path))) return false;
    renameSync(draft, path);
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

function write(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    fchmodSync(file, mode & 0o7777);
  } finally {
    closeSync(file);
  }
}

function isSame(one: Stats, other: Stats): boolean {
  return one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;
}
