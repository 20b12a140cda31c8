import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

/** The folder of the application. */
export const root = resolve(import.meta.dirname, '../..');

/** A process of the benchmark. */
export interface Running {
  readonly pid: number;
  /** What it has said so far, on both streams. */
  readonly said: () => string;
  /** Waits until it has said something. @throws when it ends before that */
  readonly untilSaid: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Its exit code, when it has ended by itself or was stopped. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

/** How a process is started. */
export interface Start {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});
const PATIENCE_MS = 5_000;

/** Ends whatever a part that broke off has left: it would write where all is being removed. */
export async function stopAll(): Promise<void> {
  await Promise.all(
    [...living].map(async (child) => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await closed;
      clearTimeout(timer);
    }),
  );
}

/** Starts a process that does not outlive the benchmark. */
export function start({ command, parameters, environment = {}, folder = root }: Start): Running {
  const child = spawn(command, parameters, {
    cwd: folder,
    env: {
      ...process.env,
      // The world is told of no newspaper that was generated.
      ...{ NEXT_TELEMETRY_DISABLED: '1', INDEXNOW_KEY: '', WEBSUB_HUB: '' },
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      living.delete(child);
      done(code);
    });
  });
  const untilSaid = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const found = pattern.exec(said);
        if (found) done(found);
      };
      look();
      child.stdout.on('data', look);
      ended.then(() => fail(new Error(`${command} ended:\n${said}`)), fail);
    });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid ?? 0, said: () => said, untilSaid, ended, stop };
}

/** Runs a process to its end. @returns how long it took, seconds, and what it said @throws when it fails */
export async function run(
  start_: Start,
): Promise<{ readonly seconds: number; readonly said: string }> {
  const begun = performance.now();
  const running = start(start_);
  const code = await running.ended;
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`${start_.command} ended with ${code}:\n${running.said()}`);
  return { seconds, said: running.said() };
}

/** Whether a command is on this machine. */
export function isThere(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}
