import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { strings } from '../../lib/site/strings';
import { freePort } from '../e2e/own-server';
import { createClient } from './client';
import { type Running, root, start } from './processes';

/** One origin whatever the port: for another all files are read again. */
export const siteUrl = 'https://bench.example';

/** A server of production, and how it came up. */
export interface MeasuredServer extends Pick<Running, 'pid' | 'stop' | 'said'> {
  readonly origin: string;
  /** From its start until the front page answered 200, seconds. */
  readonly seconds: number;
  /** How many lines told of progress until then. */
  readonly linesOfProgress: number;
}

/**
 * Starts a server as `npm run start` does, without npm between: its memory is that of its process.
 * @param environment CONTENT_DIR and DATA_DIR among others
 */
export async function startMeasured(
  environment: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const port = String(await freePort());
  const begun = performance.now();
  const server = start({
    command: process.execPath,
    parameters: ['--import', 'tsx', ...flagsOfStart(), 'lib/server/main.ts'],
    environment: {
      NODE_ENV: 'production',
      PORT: port,
      SITE_URL: siteUrl,
      ...environment,
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  await server.untilSaid(new RegExp(origin));
  const [progress = ''] = strings.reading(0, 0).split(':');
  const linesOfProgress = server.said().split(progress).length - 1;
  const client = createClient(origin);
  await client.read('/');
  client.close();
  const { pid, stop, said } = server;
  return { pid, stop, said, origin, seconds: (performance.now() - begun) / 1000, linesOfProgress };
}

/** What `npm run start` tells Node.js, such as how large its heap may grow. */
function flagsOfStart(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, flags] = /tsx ((?:--\S+ )*)lib\/server\/main\.ts/.exec(scripts.start) ?? [];
  if (flags === undefined) throw new Error('package.json starts the server otherwise');
  return flags.split(' ').filter((flag) => flag !== '');
}
