import { spawn } from 'node:child_process';
import { visibly } from '../../content/problems/visibly';
import { codeOf } from '../../store/content-tree';

/** What became of a run of git. */
export interface GitEnd {
  /** What it ended with; the name of the failure when it could not be run or was stopped. */
  readonly code: number | string;
  readonly output: string;
  /** The last that it said of what went wrong, with no word of who has access. */
  readonly complaint: string;
}

/** So much of what git complains of is kept. */
const MAX_COMPLAINT = 4_000;

/** How long a stopped git has for tidying up behind itself. */
const TIDYING_MS = 2_000;

/**
 * Runs git, without a shell.
 * @param signal stops it, with all programs that it has started
 */
export function runGit(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<GitEnd> {
  if (signal.aborted) return Promise.resolve({ code: 'STOPPED', output: '', complaint: '' });
  return new Promise((settle) => {
    // A group of its own: ssh and the helpers of https are stopped with it.
    const git = spawn('git', args, {
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    let complaint = '';
    const stop = () => {
      kill(git.pid, 'SIGTERM');
      setTimeout(() => {
        kill(git.pid, 'SIGKILL');
        // What left the group may hold the pipes open for ever.
        end('STOPPED');
      }, TIDYING_MS).unref();
    };
    const end = (code: number | string) => {
      signal.removeEventListener('abort', stop);
      settle({
        code: signal.aborted ? 'STOPPED' : code,
        output: Buffer.concat(output).toString(),
        complaint: forConsole(complaint),
      });
    };
    // First: a machine that is out of file descriptors gives it no pipes to listen to.
    git.once('error', (cause) => end(codeOf(cause)));
    git.once('close', (code, killedBy) => end(code ?? killedBy ?? 'STOPPED'));
    signal.addEventListener('abort', stop, { once: true });
    git.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-MAX_COMPLAINT);
    });
  });
}

/** An address may hold a name and a password, and a server far away may say what a terminal obeys. */
function forConsole(text: string): string {
  // Up to the last @: a password may have one, written as it is.
  const bare = text.replace(/\/\/[^/\s]*@/g, '//').trim();
  return bare.split('\n').map(visibly).join('\n');
}

function kill(pid: number | undefined, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (cause) {
    // It has ended meanwhile (macOS says EPERM of what nobody has buried yet); else a fault of ours.
    if (!/^(ESRCH|EPERM)$/.test(codeOf(cause))) throw cause;
  }
}
