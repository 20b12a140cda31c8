import { join, relative, resolve } from 'node:path';
import { countsOf } from '../../content/problems/problem-list';
import { comparePlaces, describeProblem } from '../../content/problems/problems';
import { visibly } from '../../content/problems/visibly';
import { audit } from '../../publish/audit';
import type { Configuration } from '../../site/configuration';
import { strings } from '../../site/strings';
import { codeOf, listContentFiles } from '../../store/content-tree';
import type { Shell } from '../../store/environment';
import { findObstacle } from '../../store/obstacles';
import { createStore, type StoreOptions } from '../../store/store';
import { explainUsage } from '../wrong-option';
import { findVanished } from './against';
import { chooseFiles } from './chosen-files';
import { fixFiles } from './fix-files';
import { type CheckOptions, parseCheckOptions } from './options';
import type { Output } from './output';
import { createProgress } from './progress';
import { formatReport } from './report';

/** What `npm run check` is run with. */
export interface CheckParts {
  readonly configuration: Configuration;
  readonly shell: Shell;
  readonly now: () => number;
  readonly rulesVersion: string;
  readonly output: Output;
  readonly complaints: Output;
}

/** What a process ends with. */
type ExitCode = 0 | 1 | 2;

/**
 * Checks the content folder and tells what is wrong.
 * @param args what stands behind `--`
 * @returns 0 without errors, 1 with errors, 2 when nothing could be checked
 */
export async function checkContent(args: readonly string[], parts: CheckParts): Promise<ExitCode> {
  const { output, complaints } = parts;
  const parsed = parseCheckOptions(args);
  if (!parsed.ok) {
    const target = parsed.wantsHelp ? output : complaints;
    const wrong = parsed.wrong && visibly(parsed.wrong);
    target.write(`${explainUsage(strings.checkUsage, wrong)}\n`);
    return parsed.wantsHelp ? 0 : 2;
  }
  const refuse = (sentence: string): ExitCode => {
    complaints.write(`${sentence.split('\n').map(visibly).join('\n')}\n`);
    return 2;
  };
  const configuration = ownConfiguration(parts.configuration);
  const obstacle = findObstacle(configuration);
  if (obstacle !== undefined) return refuse(obstacle);
  try {
    return await checkFolder(parsed.options, { ...parts, configuration }, refuse);
  } catch (cause) {
    const code = codeOf(cause);
    if (!code.startsWith('SQLITE_')) throw cause;
    return refuse(describeProblem('data-unwritable', configuration.dataDirectory, code));
  }
}

/** A store of its own, so that a check beside a server disturbs neither. */
function ownConfiguration(configuration: Configuration): Configuration {
  return {
    ...configuration,
    contentDirectory: resolve(configuration.contentDirectory),
    dataDirectory: join(configuration.dataDirectory, 'check'),
  };
}

async function checkFolder(
  options: CheckOptions,
  parts: CheckParts,
  refuse: (sentence: string) => ExitCode,
): Promise<ExitCode> {
  const { configuration, shell, now, rulesVersion, output, complaints } = parts;
  const { contentDirectory } = configuration;
  const { files, links, ignored } = await listContentFiles(contentDirectory);
  const unread = new Set(ignored.map(({ path }) => path));
  const known = new Set([...files.map(({ path }) => path), ...links, ...unread]);
  const chosen =
    options.files.length === 0
      ? { ok: true as const, files: known }
      : chooseFiles(options.files, shell.startedIn, contentDirectory, known);
  if (!chosen.ok)
    return refuse(
      chosen.unknown.map((name) => strings.checkNoneOfContent(name, contentDirectory)).join('\n'),
    );
  const checked = new Set([...chosen.files].filter((path) => !unread.has(path)));
  if (options.fix) fix(checked, parts);

  const progress = createProgress(complaints, now);
  const storeOptions: StoreOptions = {
    ...{ configuration, now, rulesVersion, report: () => undefined },
    onProgress: (done, total) => progress.show(done, total, strings.checkReading),
  };
  const store = await createStore({ ...storeOptions, rendersAll: true, isSearchable: false });
  try {
    const moment = now();
    const compared =
      options.against === undefined
        ? { ok: true as const, problems: [] }
        : await findVanished(store, storeOptions, moment, options.against);
    progress.end();
    if (!compared.ok) return refuse(strings.checkAgainst[compared.reason](options.against ?? ''));
    const all = [...audit(store, moment), ...compared.problems].sort(comparePlaces);
    const told =
      options.files.length === 0 ? all : all.filter(({ file }) => chosen.files.has(file));
    output.write(
      formatReport(told, {
        ...{ format: options.format, contentDirectory, shell, output },
        fileCount: checked.size,
      }),
    );
    return countsOf(told).errors > 0 ? 1 : 0;
  } finally {
    progress.end();
    store.close();
  }
}

function fix(files: ReadonlySet<string>, { configuration, shell, complaints }: CheckParts): void {
  const { contentDirectory } = configuration;
  const { fixed, failed } = fixFiles(contentDirectory, files);
  const pathOf = (file: string) => visibly(relative(shell.startedIn, join(contentDirectory, file)));
  for (const file of fixed) complaints.write(`${strings.checkFixed(pathOf(file))}\n`);
  for (const { file, reason } of failed)
    complaints.write(`${strings.checkUnfixed(pathOf(file), reason)}\n`);
}
