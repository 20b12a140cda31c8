import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Configuration } from '../../lib/site/configuration';
import { freePort } from './own-server';

/** A server whose clock stands still until a test sets it. */
export interface ClockedServer {
  readonly origin: string;
  /** What it has said on its console so far. */
  readonly output: () => string;
  /** @param moment epoch milliseconds */
  readonly setClock: (moment: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole server of production over a content folder.
 * @param folder empty, or with a `content` in it; keeps the data beside that
 * @param startsAt epoch milliseconds
 * @param own what is configured otherwise
 */
export async function startClockedServer(
  folder: string,
  startsAt: number,
  own: Partial<Configuration> = {},
): Promise<ClockedServer> {
  const port = await freePort();
  const child = fork(
    join(import.meta.dirname, 'clocked-main.ts'),
    [
      ...[join(folder, 'content'), join(folder, 'data'), String(port), String(startsAt)],
      JSON.stringify(own),
    ],
    {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  let hasEnded = false;
  const ended = once(child, 'close').then(() => {
    hasEnded = true;
  });
  /** Waits for its message, which never comes when it is gone. */
  const answer = async () => {
    await Promise.race([once(child, 'message'), ended]);
    if (hasEnded) throw new Error(`the server has ended (${child.exitCode}): ${said}`);
  };
  await answer();
  return {
    origin: `http://127.0.0.1:${port}`,
    output: () => said,
    setClock: async (moment) => {
      // One that is gone takes no message; that it is gone is told by "answer".
      if (child.connected) child.send(moment);
      await answer();
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
