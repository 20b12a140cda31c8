import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readlink, rename, rm, stat, symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../store/content-tree';
import { systemClock } from '../../store/environment';

/** The link by which servers of files find the documents that are in service. */
const currentLink = 'current';

/** A generation of another build that was used within this time may be used still. */
const IN_USE_MS = 3_600_000;

/** Another server may write into what is removed. */
const removal = { recursive: true, force: true, maxRetries: 3 } as const;

/** How the name of what waits to be removed begins. */
const removable = '.gone-';

/**
 * Puts a generation into service, from one moment to the next.
 * @param last what this server served before; when another build has taken over since, it stays.
 * undefined: this server has only begun, and takes over
 */
export async function putInService(
  directory: string,
  generation: string,
  last: string | undefined,
): Promise<void> {
  const current = await readCurrent(directory);
  const isTakenOver = last !== undefined && current !== undefined && current !== last;
  if (current === generation || isTakenOver) return;
  const temporary = join(directory, `.${currentLink}-${random()}`);
  await symlink(generation, temporary);
  try {
    await rename(temporary, join(directory, currentLink));
  } catch (cause) {
    await unlink(temporary);
    throw cause;
  }
}

/**
 * Takes documents out of service: servers of files then have none.
 * @param generation only if this one is served; undefined: whichever is
 */
export async function takeOutOfService(directory: string, generation?: string): Promise<void> {
  if (generation !== undefined && (await readCurrent(directory)) !== generation) return;
  await unlink(join(directory, currentLink)).catch(absent);
}

async function readCurrent(directory: string): Promise<string | undefined> {
  return await readlink(join(directory, currentLink)).catch(absent);
}

/** Empties a generation: its name is free at once, its files go in the background. */
export async function emptyGeneration(directory: string, generation: string): Promise<void> {
  const moved = join(directory, `${removable}${random()}`);
  await rename(join(directory, generation), moved).catch(absent);
  await mkdir(join(directory, generation), { recursive: true });
}

/**
 * Removes what nobody serves: generations other than this one, but for the newest, if a server of
 * another build may run still.
 * @param left a generation that this server has used and left
 */
export async function removeOthers(
  directory: string,
  generation: string,
  left?: string,
): Promise<void> {
  const names = await readdir(directory);
  const others: { readonly name: string; readonly used: number }[] = [];
  for (const name of names) {
    if (name === generation || name === currentLink) continue;
    const isGeneration = /^[0-9a-f]{16}$/.test(name) && name !== left;
    if (isGeneration) others.push({ name, used: await lastUse(join(directory, name)) });
    else if (name === left || name.startsWith(removable)) await rm(join(directory, name), removal);
  }
  others.sort((one, other) => other.used - one.used);
  for (const [index, { name, used }] of others.entries()) {
    if (index === 0 && used > systemClock() - IN_USE_MS) continue;
    await rm(join(directory, name), removal);
  }
}

/** When a server last said of a generation that it is right, epoch milliseconds. */
async function lastUse(folder: string): Promise<number> {
  const times = [folder, join(folder, '.right.json')].map((path) => stat(path).catch(absent));
  return Math.max(0, ...(await Promise.all(times)).map((found) => found?.mtimeMs ?? 0));
}

function random(): string {
  return randomBytes(6).toString('hex');
}

function absent(cause: unknown): undefined {
  if (/^(ENOENT|ENOTDIR)$/.test(codeOf(cause))) return undefined;
  throw cause;
}
