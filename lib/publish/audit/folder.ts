import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from './remember';

/** What lies in a folder. */
export interface Folder {
  /** Whether a file does: a real file, by the exact name, case included. */
  readonly has: (file: string) => boolean;
  /** The names of the files that lie beside one. */
  readonly namesBeside: (file: string) => readonly string[];
}

/**
 * Looks up files of a folder; each folder inside is listed once, so that a name in another case is
 * told apart on every system. Names that a system keeps decomposed (UAX #15) are found too; symbolic
 * links, and what begins with a dot, are not, as neither is served.
 * @param root the folder
 * @returns asks by path inside it, with `/`
 */
export function createFolder(root: string): Folder {
  const listed = new Map<string, Listing>();
  const list = (folder: string) => remember(listed, folder, () => read(join(root, folder)));
  const has = (file: string) => {
    const parts = file.split('/');
    const name = parts.pop() ?? '';
    if (name === '' || [...parts, name].some((part) => part.startsWith('.'))) return false;
    let folder = '';
    for (const part of parts) {
      if (part === '' || !list(folder).folders.has(part)) return false;
      folder = folder === '' ? part : `${folder}/${part}`;
    }
    const { files } = list(folder);
    return files.has(name) || files.has(name.normalize('NFD'));
  };
  const namesBeside = (file: string) => [
    ...list(file.slice(0, Math.max(file.lastIndexOf('/'), 0))).files,
  ];
  return { has, namesBeside };
}

interface Listing {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

function read(folder: string): Listing {
  const files = new Set<string>();
  const folders = new Set<string>();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) files.add(entry.name);
      if (entry.isDirectory()) folders.add(entry.name);
    }
  } catch {
    // A folder that is not there, or cannot be read, holds nothing that can be served.
  }
  return { files, folders };
}
