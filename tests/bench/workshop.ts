import { join } from 'node:path';
import { temporaryFolder } from '../e2e/own-server';
import { writeNewsroom } from './corpus/newsroom';
import type { Options } from './options';

/** Where the parts of one run work. */
export interface Workshop {
  readonly options: Options;
  /** A path for something new; removed with all others at the end. */
  readonly newPath: (name: string) => string;
  /** The generated newsroom of so many articles, written once; who changes it puts it back. */
  readonly newsroom: (count: number) => string;
  readonly log: (line: string) => void;
  readonly remove: () => Promise<void>;
}

/** Opens a workshop in a temporary folder. */
export async function openWorkshop(options: Options): Promise<Workshop> {
  const folder = await temporaryFolder();
  const written = new Map<number, string>();
  let made = 0;
  const newPath = (name: string) => {
    made += 1;
    return join(folder.path, `${made}-${name}`);
  };
  return {
    options,
    newPath,
    newsroom: (count) => {
      const known = written.get(count);
      if (known !== undefined) return known;
      const path = newPath(`newsroom-${count}`);
      writeNewsroom(path, count);
      written.set(count, path);
      return path;
    },
    log: (line) => console.log(`  ${line}`),
    remove: folder.remove,
  };
}
