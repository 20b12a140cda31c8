import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const CONNECTIONS = 32;
/** Debian's load generator: one written in JavaScript is slower than nginx. */
export const wrk = 'wrk';
const execute = promisify(execFile);

/** What wrk saw of a server. */
export interface Load {
  readonly requests: number;
  readonly requestsPerSecond: number;
}

/**
 * Asks a server for pages in turn, in brotli, as fast as it answers.
 * @param script where the script for wrk may be written
 * @throws when an answer is no 200
 */
export async function loadWithWrk(
  origin: string,
  paths: readonly string[],
  seconds: number,
  script: string,
): Promise<Load> {
  const list = paths.map((path) => JSON.stringify(path)).join(', ');
  await writeFile(
    script,
    `local paths = { ${list} }
local position = 0
wrk.headers["Accept-Encoding"] = "br"
request = function()
  position = position % #paths + 1
  return wrk.format("GET", paths[position])
end
`,
  );
  const parameters = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-s', script, origin];
  const { stdout } = await execute(wrk, parameters);
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1]);
  const requests = number(/(\d+) requests in/);
  const requestsPerSecond = number(/Requests\/sec:\s+([\d.]+)/);
  if (!(requests > 0) || /Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return { requests, requestsPerSecond };
}
