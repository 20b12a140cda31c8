import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { describeProblem } from '../content/problems/problems';
import type { Configuration } from '../site/configuration';
import { codeOf } from './content-tree';

/**
 * What keeps a store from being opened: a content folder that cannot be read, or a data folder that
 * cannot be written. The data folder is made where there is none.
 * @returns a sentence for whoever starts the program; undefined when nothing is in the way
 */
export function findObstacle({
  contentDirectory,
  dataDirectory,
}: Pick<Configuration, 'contentDirectory' | 'dataDirectory'>): string | undefined {
  try {
    readdirSync(contentDirectory);
  } catch (cause) {
    return describeProblem('content-unreadable', contentDirectory, codeOf(cause));
  }
  try {
    mkdirSync(dataDirectory, { recursive: true });
    accessSync(dataDirectory, constants.W_OK);
  } catch (cause) {
    return describeProblem('data-unwritable', dataDirectory, codeOf(cause));
  }
  return undefined;
}
