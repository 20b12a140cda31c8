import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Says whether a file lies in a folder: a real file, by the exact name, case included. */
export type HasFile = (file: string) => boolean;

/**
 * Looks up files of a folder; each folder inside is listed once, so that a name in another case is
 * told apart on every system. Names that a system keeps decomposed (UAX #15) are found too; symbolic
 * links, and what begins with a dot, are not, as neither is served.
 * @param root the folder
 * @returns asks by path inside it, with `/`
 */
export function createFolder(root: string): HasFile {
  const listed = new Map<string, Listing>();
  const list = (folder: string): Listing => {
    const known = listed.get(folder);
    if (known) return known;
    const fresh = read(join(root, folder));
    listed.set(folder, fresh);
    return fresh;
  };
  return (file) => {
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
