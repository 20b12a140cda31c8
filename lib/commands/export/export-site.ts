import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeProblem, formatProblem } from '../../content/problems/problems';
import { visibly } from '../../content/problems/visibly';
import type { Configuration } from '../../site/configuration';
import { strings } from '../../site/strings';
import { codeOf } from '../../store/content-tree';
import { holdFile } from '../../store/database';
import type { Shell } from '../../store/environment';
import { findObstacle } from '../../store/obstacles';
import { closeStore, openStore } from '../../store/open-store';
import type { Store } from '../../store/store';
import type { Output } from '../check/output';
import { createProgress, type Progress } from '../check/progress';
import { explainUsage } from '../wrong-option';
import { readExportState } from './export-state';
import { findOut } from './find-out';
import { type ExportOptions, parseExportOptions } from './options';
import { openOutFolder } from './out-folder';
import { createOwnPrinter } from './own-printer';
import { startPrinter } from './print-process';
import type { Obstacle } from './printer';
import { storeOptionsOf } from './store-options';
import type { Outcome } from './tally';
import { updateFolder } from './update-folder';

/** What `npm run export` is run with. */
export interface ExportParts {
  readonly configuration: Configuration;
  /** Folder of the application, with `.next` and `public`. */
  readonly applicationDirectory: string;
  readonly shell: Shell;
  readonly now: () => number;
  readonly rulesVersion: string;
  /** Changes with whatever makes pages: another one prints all of them. */
  readonly documentsVersion: string;
  readonly output: Output;
  readonly complaints: Output;
  /** Tells that whoever started the export wants no more of it. */
  readonly stop: AbortSignal;
}

/** What a process ends with: all is well; some of it could not be written; nothing was. */
type ExitCode = 0 | 1 | 2;

/**
 * Writes the whole site as a folder of files, or what has changed since the last time.
 * @param args what stands behind `--`
 * @returns 0 when the folder is right, 1 when some of it is not, 2 when nothing was begun
 */
export async function exportSite(args: readonly string[], parts: ExportParts): Promise<ExitCode> {
  const { applicationDirectory, output, complaints } = parts;
  const parsed = parseExportOptions(args);
  if (!parsed.ok) {
    const target = parsed.wantsHelp ? output : complaints;
    const wrong = parsed.wrong && visibly(parsed.wrong);
    target.write(`${explainUsage(strings.exportUsage, wrong)}\n`);
    return parsed.wantsHelp ? 0 : 2;
  }
  const refuse = (sentence: string): ExitCode => {
    complaints.write(`${visibly(sentence)}\n`);
    return 2;
  };
  if (!existsSync(join(applicationDirectory, '.next', 'BUILD_ID')))
    return refuse(describeProblem('build-missing'));
  const configuration = ownConfiguration(parts.configuration);
  const obstacle = findObstacle(configuration);
  if (obstacle !== undefined) return refuse(obstacle);
  const { contentDirectory, dataDirectory } = parts.configuration;
  const ofApplication = ['.next', 'app', 'lib', 'node_modules', 'public'];
  const found = findOut(parsed.options.out, {
    startedIn: parts.shell.startedIn,
    others: [
      ...[contentDirectory, dataDirectory].map((directory) => resolve(directory)),
      ...ofApplication.map((name) => join(applicationDirectory, name)),
    ],
    force: parsed.options.force,
  });
  if (!found.ok) return refuse(found.sentence);
  try {
    const release = holdFile(join(configuration.dataDirectory, 'running'));
    if (!release) return refuse(strings.exportRunning(dataDirectory));
    try {
      return await exportInto(found.directory, parsed.options, { ...parts, configuration });
    } finally {
      release();
    }
  } catch (cause) {
    const code = codeOf(cause);
    if (!code.startsWith('SQLITE_')) throw cause;
    return refuse(describeProblem('data-unwritable', configuration.dataDirectory, code));
  }
}

/**
 * A store of its own: an export for another origin than the server's disturbs it no more than a
 * server that runs disturbs an export.
 */
function ownConfiguration(configuration: Configuration): Configuration {
  return { ...configuration, dataDirectory: join(configuration.dataDirectory, 'export') };
}

async function exportInto(
  out: string,
  { compress }: ExportOptions,
  parts: ExportParts,
): Promise<ExitCode> {
  const { configuration, applicationDirectory, now } = parts;
  const moment = now();
  const { webSubHub = 'no hub' } = configuration;
  const by = `${parts.documentsVersion} ${compress ? 'compressed' : 'plain'} ${webSubHub}`;
  const { rulesVersion } = parts;
  const start = { configuration, applicationDirectory, rulesVersion, moment, compress, out };
  const own = createOwnPrinter(start);
  // Few pages will be due. Next.js starts while the store waits for its readers.
  if (readExportState(openOutFolder(out, 'main'))?.right?.by === by) void own.open();
  const progress = createProgress(parts.complaints, now);
  try {
    const store = await openOwnStore(moment, progress, parts);
    const outcome = store
      ? await updateFolder({
          ...{ store, start, by, progress, stop: parts.stop },
          printers: {
            own: own.open,
            beside: (writer) => startPrinter({ ...start, writer }),
          },
        })
      : stoppedEarly;
    progress.end();
    // One that is still being opened is not waited for.
    if (store) await closeStore();
    return report(outcome, (now() - moment) / 1000, out, parts);
  } finally {
    progress.end();
    await own.close();
  }
}

/** Opens the store; undefined when the export was stopped meanwhile. */
async function openOwnStore(
  moment: number,
  progress: Progress,
  { configuration, rulesVersion, complaints, stop }: ExportParts,
): Promise<Store | undefined> {
  const opening = openStore({
    ...storeOptionsOf({ configuration, moment }, rulesVersion, (problems) => {
      progress.end();
      for (const problem of problems) complaints.write(`${formatProblem(problem)}\n`);
    }),
    onProgress: (done, total) => progress.show(done, total, strings.reading),
  });
  return await Promise.race([opening, stopped(stop)]);
}

const stoppedEarly: Outcome = {
  ...{ written: 0, unchanged: 0, removed: 0, failed: [], isStopped: true },
};

/** Settles when an export is stopped: reading a large archive takes a while. */
function stopped(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    stop.addEventListener('abort', () => resolve(undefined));
  });
}

function report(
  outcome: Outcome,
  seconds: number,
  out: string,
  { output, complaints }: ExportParts,
): ExitCode {
  const complain = (sentence: string) => complaints.write(`${visibly(sentence)}\n`);
  for (const { file, reason } of outcome.failed) complain(strings.exportFailed(file, reason));
  if (outcome.isStopped) complain(strings.exportStopped(out));
  else if (outcome.obstacle) complain(sentenceFor(outcome.obstacle, out));
  else {
    const counts = { ...outcome, failed: outcome.failed.length };
    output.write(`${strings.exportDone(counts, seconds, out)}\n`);
  }
  return outcome.obstacle || outcome.isStopped || outcome.failed.length > 0 ? 1 : 0;
}

function sentenceFor(obstacle: Obstacle, out: string): string {
  switch (obstacle.kind) {
    case 'broken':
      return strings.exportBroken(obstacle.reason);
    case 'no-folder':
      return strings.exportNoFolder(join(out, obstacle.path));
    case 'disk':
      return /^(ENOSPC|EDQUOT)$/.test(obstacle.code)
        ? strings.exportDiskFull(out)
        : strings.exportUnwritable(out, obstacle.code);
  }
}
