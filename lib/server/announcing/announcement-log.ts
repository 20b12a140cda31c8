import { appendFile, readFile, stat } from 'node:fs/promises';
import type { Path } from '../../site/routes';
import { writeForm } from '../documents/files';

/** One request, as the log has it. */
export interface Announcement {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: string;
  readonly addresses: readonly Path[];
  readonly status?: number | undefined;
  readonly error?: string | undefined;
}

/** A log of what the world was told, one line of JSON a request. */
export interface AnnouncementLog {
  readonly add: (announcement: Announcement) => Promise<void>;
}

/** More than this, and the older half goes. */
const MOST_BYTES = 1_048_576;

/** So many addresses of a request are named. */
const MOST_NAMED = 100;

/** Opens the log that lies in a file. @param mostBytes what it may take; a megabyte unless told */
export function createAnnouncementLog(file: string, mostBytes = MOST_BYTES): AnnouncementLog {
  let last: Promise<unknown> = Promise.resolve();
  const write = async ({ at, addresses, ...rest }: Announcement) => {
    const line = {
      at: new Date(at).toISOString(),
      ...rest,
      count: addresses.length,
      addresses: addresses.slice(0, MOST_NAMED),
    };
    await appendFile(file, `${JSON.stringify(line)}\n`);
    const { size } = await stat(file);
    if (size > mostBytes) await writeForm(file, newerHalf(await readFile(file)));
  };
  return {
    add: (announcement) => {
      const next = last.then(() => write(announcement));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** The whole lines of the second half. */
function newerHalf(text: Buffer): Buffer {
  return text.subarray(text.indexOf('\n', text.length / 2) + 1);
}
