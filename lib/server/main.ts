import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describeProblem, formatProblem } from '../content/problems/problems';
import { strings } from '../site/strings';
import { codeOf } from '../store/content-tree';
import {
  readConfiguration,
  readDocumentsVersion,
  readRulesVersion,
  systemClock,
} from '../store/environment';
import { findObstacle } from '../store/obstacles';
import { serve } from './serve';

const applicationDirectory = resolve(import.meta.dirname, '../..');

await main(process.argv.includes('--dev'));

/** Starts the server, or says in one sentence why it cannot and ends with a code other than 0. */
async function main(isDevelopment: boolean): Promise<void> {
  const parsed = readConfiguration();
  if (!parsed.ok) return giveUp(describeProblem(parsed.code, parsed.written));
  const { configuration } = parsed;
  const obstacle = findObstacle(configuration);
  if (obstacle !== undefined) return giveUp(obstacle);
  if (!isDevelopment && !hasBuild()) return giveUp(describeProblem('build-missing'));
  try {
    const server = await serve({
      configuration,
      applicationDirectory,
      isDevelopment,
      now: systemClock,
      rulesVersion: readRulesVersion(),
      documentsVersion: readDocumentsVersion(),
      isPreview: isDevelopment,
      log: (line) => console.log(line),
      logFailure: (line, cause) => console.error(line, cause),
      report: (problems) => {
        for (const problem of problems) console.warn(formatProblem(problem));
      },
      onProgress: (done, total) => {
        if (total > 1000) console.log(strings.reading(done, total));
      },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        server.close().then(() => process.exit(0), fail);
      });
    }
  } catch (cause) {
    const address = `${configuration.hostname}:${configuration.port}`;
    const code = codeOf(cause);
    if (isOfFile(cause, configuration.dataDirectory))
      return giveUp(describeProblem('data-unwritable', configuration.dataDirectory, code));
    if (code === 'EADDRINUSE') return giveUp(describeProblem('port-taken', address));
    if (/^E(ADDRNOTAVAIL|ACCES|NOTFOUND)$/.test(code))
      return giveUp(describeProblem('address-unusable', address, code));
    if (code.startsWith('SQLITE_'))
      return giveUp(describeProblem('data-unwritable', configuration.dataDirectory, code));
    fail(cause);
  }
}

/** Whether a failure is that of a file or folder inside a folder. */
function isOfFile(cause: unknown, folder: string): boolean {
  const path = cause instanceof Error && 'path' in cause ? cause.path : undefined;
  return typeof path === 'string' && resolve(path).startsWith(`${resolve(folder)}${sep}`);
}

/** Ends with a code other than 0, also where Next.js hears of all that nobody catches and goes on. */
function fail(cause: unknown): never {
  console.error(cause);
  process.exit(1);
}

function hasBuild(): boolean {
  return existsSync(join(applicationDirectory, '.next', 'BUILD_ID'));
}

function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
