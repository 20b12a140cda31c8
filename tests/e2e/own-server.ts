import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A server of one test, run by an npm script like any other. */
export interface OwnServer {
  readonly origin: string;
  /** What it has said on its console so far. */
  readonly output: () => string;
  /** Its exit code, once it has ended by itself. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server with settings of its own; waits until it answers or ends.
 * @param script the npm script that runs it
 */
export async function startServer(
  environment: Readonly<Record<string, string>>,
  script: 'start' | 'dev' = 'start',
): Promise<OwnServer> {
  const port = environment.PORT ?? String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      // Whoever runs the tests may have set them; the world is told of no test.
      ...{ INDEXNOW_KEY: '', WEBSUB_HUB: '', PORT: port, SITE_URL: origin },
      ...environment,
    },
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const answered = new Promise<void>((done) => {
    child.stdout.on('data', () => {
      if (said.includes(origin)) done();
    });
  });
  await Promise.race([ended, answered]);
  return { origin, output: () => said, ended, stop: () => stop(child, ended) };
}

/** A folder that is removed when the test is over. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'toa-soan-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A port on which nothing listens now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function stop(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  if (child.exitCode === null && child.pid !== undefined) {
    // The whole group: npm, and the server it runs.
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}
