import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder at or around a folder that git keeps: the nearest with a `.git`, a name that no commit
 * can hold. Git itself would also take a folder whose files, which anyone may have committed, look
 * like a repository, and obey its configuration.
 * @param directory absolute
 */
export function findRepository(directory: string): string | undefined {
  for (let folder = directory; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
