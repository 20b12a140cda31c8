import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Job } from './jobs';
import type { PrintAnswer, PrintRequest, PrintStart } from './print-protocol';
import type { Printer } from './printer';

const ownProgram = join(import.meta.dirname, 'print-main.ts');

/**
 * Pages are short-lived: 64 MB for what is young saved 14 % of the processor's time at 1,776 pages.
 * There is a process a core, so that threads that collect garbage would only be in the way.
 */
const memoryFlags = ['--max-semi-space-size=64', '--single-threaded-gc'];

/**
 * Starts a process that prints beside this one.
 * @param program what it runs
 * @throws when it ends before it is ready
 */
export async function startPrinter(start: PrintStart, program = ownProgram): Promise<Printer> {
  const child = fork(program, {
    execArgv: [...process.execArgv, ...memoryFlags],
    // Next.js says on the console that it has started; the output is that of the export.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await ask(child, { kind: 'start', start });
  return {
    print: async (jobs) => await printBy(child, jobs),
    close: async () => {
      if (child.connected) child.disconnect();
    },
  };
}

async function printBy(child: ChildProcess, jobs: readonly Job[]) {
  const answer = await ask(child, { kind: 'print', jobs });
  if (answer.kind !== 'printed') throw new Error('a process that prints answered something else');
  return answer.printed;
}

/** Asks a process, which answers each question before the next. @throws when it has ended */
function ask(child: ChildProcess, request: PrintRequest): Promise<PrintAnswer> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: PrintAnswer) => {
      child.off('exit', onExit);
      resolve(answer);
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null) => {
      child.off('message', onMessage);
      reject(new Error(`a process that prints has ended (${signal ?? code})`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send(request, (cause) => {
      if (cause) reject(cause);
    });
  });
}
