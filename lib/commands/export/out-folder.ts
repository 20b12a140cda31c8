import {
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../../store/content-tree';

/**
 * The folder that an export writes. Each file appears whole or not at all, and nothing outside is
 * ever touched: a symbolic link inside is no way, whoever put it there.
 */
export interface OutFolder {
  /** Writes a file unless it holds these bytes; true when written. @param file relative, with `/` */
  readonly write: (file: string, bytes: Uint8Array) => boolean;
  /** Copies a file unless the copy is as long and as old; true when copied. @param from absolute */
  readonly copy: (from: string, file: string) => boolean;
  readonly has: (file: string) => boolean;
  readonly read: (file: string) => Buffer | undefined;
  /** Takes a file away, and the folders that it leaves empty; true when it was there. */
  readonly remove: (file: string) => boolean;
}

/** Where the folder keeps what it knows of itself; no server of files sends a hidden one. */
export const ownFolder = '.export';

/**
 * Opens the folder of an export; it need not be there yet.
 * @param directory absolute, with no symbolic link in it
 * @param writer tells the processes apart that write into one folder
 */
export function openOutFolder(directory: string, writer: string): OutFolder {
  const known = new Set(['.']);
  const temporary = join(directory, ownFolder, `writing-${writer}`);

  /** Makes the folder of a file. @throws when something else is in its place */
  const makeFolder = (folder: string): void => {
    if (known.has(folder)) return;
    if (leadsOut(folder)) throw new NoFolder(folder);
    makeFolder(dirname(folder));
    try {
      mkdirSync(join(directory, folder));
    } catch (cause) {
      // There already, perhaps made by another process this moment.
      if (codeOf(cause) !== 'EEXIST') throw cause;
    }
    if (!lookAt(join(directory, folder))?.isDirectory()) throw new NoFolder(folder);
    known.add(folder);
  };
  const isInside = (folder: string): boolean => {
    if (known.has(folder)) return true;
    if (leadsOut(folder)) return false;
    const isFolder = lookAt(join(directory, folder))?.isDirectory() === true;
    if (!isFolder || !isInside(dirname(folder))) return false;
    known.add(folder);
    return true;
  };
  const look = (file: string) =>
    isInside(dirname(file)) ? lookAt(join(directory, file)) : undefined;
  const place = (file: string, make: () => void) => {
    makeFolder(ownFolder);
    makeFolder(dirname(file));
    try {
      make();
      renameSync(temporary, join(directory, file));
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
    return true;
  };
  const removeEmpty = (folder: string): void => {
    if (folder === '.' || folder === ownFolder) return;
    try {
      rmdirSync(join(directory, folder));
    } catch (cause) {
      // What is not empty stays.
      if (/^(ENOTEMPTY|EEXIST)$/.test(codeOf(cause))) return;
      throw cause;
    }
    known.delete(folder);
    removeEmpty(dirname(folder));
  };
  const read = (file: string) =>
    look(file)?.isFile() ? readFileSync(join(directory, file)) : undefined;

  return {
    write: (file, bytes) => {
      const found = look(file);
      const isSame =
        found?.isFile() && found.size === bytes.byteLength && read(file)?.equals(bytes);
      return isSame ? false : place(file, () => writeFileSync(temporary, bytes));
    },
    copy: (from, file) => {
      const found = look(file);
      const source = statSync(from);
      if (found?.isFile() && isCopyOf(found, source)) return false;
      return place(file, () => {
        copyFileSync(from, temporary, constants.COPYFILE_FICLONE);
        utimesSync(temporary, source.atime, source.mtime);
      });
    },
    has: (file) => look(file)?.isFile() === true,
    read,
    remove: (file) => {
      const found = look(file);
      if (!found || found.isDirectory()) return false;
      unlinkSync(join(directory, file));
      removeEmpty(dirname(file));
      return true;
    },
  };
}

/** Whether a folder is none inside: what exports have written is read from a file that anyone may edit. */
function leadsOut(folder: string): boolean {
  return folder.startsWith('/') || folder.split('/').includes('..');
}

/** Something lies where a folder must be, a file or a symbolic link. */
export class NoFolder extends Error {
  /** @param path of what lies there, inside the folder */
  constructor(readonly path: string) {
    super(`${path} is no folder`);
  }
}

/** Times are compared by the second: not every disk keeps more. */
function isCopyOf(copy: Stats, source: Stats): boolean {
  const second = (stats: Stats) => Math.floor(stats.mtimeMs / 1000);
  return copy.size === source.size && second(copy) === second(source);
}

function lookAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
