import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './own-server';

/** A server whose clock stands still until a test sets it. */
export interface ClockedServer {
  readonly origin: string;
  /** @param moment epoch milliseconds */
  readonly setClock: (moment: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole server of production over a content folder.
 * @param folder empty, or with a `content` in it; keeps the data beside that
 * @param startsAt epoch milliseconds
 */
export async function startClockedServer(folder: string, startsAt: number): Promise<ClockedServer> {
  const port = await freePort();
  const child = fork(
    join(import.meta.dirname, 'clocked-main.ts'),
    [join(folder, 'content'), join(folder, 'data'), String(port), String(startsAt)],
    { execArgv: ['--import', 'tsx'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  await once(child, 'message');
  return {
    origin: `http://127.0.0.1:${port}`,
    setClock: async (moment) => {
      child.send(moment);
      await once(child, 'message');
    },
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
