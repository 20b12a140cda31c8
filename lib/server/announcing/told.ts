import { readFile } from 'node:fs/promises';
import type { ToldUntil } from '../../publish/announced';
import type { Path } from '../../site/routes';
import { writeForm } from '../documents/files';

/** What somebody was told, as it lies in a file: a server that starts again goes on from there. */
export interface Told extends ToldUntil {
  /** Addresses of changes until then that could not be told yet, the oldest first. */
  readonly owed: readonly Path[];
}

/** Reads what was told; undefined when nothing was ever noted, or nobody can read it. */
export async function readTold(file: string): Promise<Told | undefined> {
  try {
    const { position, moment, owed } = JSON.parse(await readFile(file, 'utf8'));
    const isTold =
      typeof position?.epoch === 'string' &&
      Number.isSafeInteger(position.version) &&
      Number.isFinite(moment) &&
      Array.isArray(owed);
    return isTold ? { position, moment, owed } : undefined;
  } catch {
    // Telling begins anew from now: the next best, and no failure of anything else.
    return undefined;
  }
}

/** Writes what was told, as a whole. */
export async function writeTold(file: string, told: Told): Promise<void> {
  await writeForm(file, Buffer.from(`${JSON.stringify(told)}\n`));
}
