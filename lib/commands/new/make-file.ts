import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeProblem, formatProblem } from '../../content/problems/problems';
import { visibly } from '../../content/problems/visibly';
import { strings } from '../../site/strings';
import { codeOf, isManual } from '../../store/content-tree';
import { explainUsage } from '../wrong-option';
import { type ContentFolder, readContentFolder } from './content-folder';
import { composeFile, type NewFile } from './new-file';
import {
  type NewOptions,
  parseNewOptions,
  type Question,
  questionsOf,
  requiredQuestions,
} from './new-options';
import type { Terminal } from './terminal';

/** What `npm run new` is given from outside. */
export interface Desk {
  readonly contentDirectory: string;
  /** Origin of the address that is printed. */
  readonly siteUrl: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Undefined when nobody can be asked. */
  readonly terminal?: Terminal;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Makes a new content file; writes nothing unless the file passes the check.
 * @param args what stands behind `npm run new --`
 * @returns the exit code: 1 when nothing was written, 2 when the options are wrong
 */
export async function makeFile(args: readonly string[], desk: Desk): Promise<0 | 1 | 2> {
  const parsed = parseNewOptions(args);
  if (!parsed.ok) {
    const wrong = parsed.wrong && visibly(parsed.wrong);
    (parsed.wantsHelp ? desk.say : desk.complain)(explainUsage(strings.newUsage, wrong));
    return parsed.wantsHelp ? 0 : 2;
  }
  return await makeFileOf(parsed.options, {
    ...desk,
    // Names of files that others made, and what was typed, are no orders to a terminal.
    say: (line) => desk.say(visibly(line)),
    complain: (line) => desk.complain(visibly(line)),
  });
}

async function makeFileOf(given: NewOptions, desk: Desk): Promise<0 | 1 | 2> {
  const folder = await openFolder(desk);
  if (!folder) return 1;
  const faults = faultsOf(given, folder, desk.now);
  if (faults.length > 0) return giveUp(desk, ...faults);
  const missing = questionsOf[given.kind].filter(
    (question) => given.answers[question] === undefined,
  );
  const required = missing.filter((question) => requiredQuestions.has(question));
  if (!desk.terminal && required.length > 0) {
    desk.complain(strings.newMissing(required.map((question) => `--${question}`)));
    for (const line of strings.newUsage.split('\n')) desk.complain(line);
    return 2;
  }
  const { terminal } = desk;
  const options = terminal ? await askAll(missing, given, folder, { ...desk, terminal }) : given;
  if (!options) return giveUp(desk);
  const code = write(composeFile(options, folder, desk.now), options, desk);
  const isFirstAuthor = options.kind === 'author' && !folder.newsroom.authorNames;
  if (code === 0 && isFirstAuthor) desk.say(strings.newFirstAuthor);
  return code;
}

async function openFolder(desk: Desk): Promise<ContentFolder | undefined> {
  try {
    const folder = await readContentFolder(desk.contentDirectory);
    if (folder.problems.length === 0) return folder;
    giveUp(desk, ...folder.problems.map(formatProblem));
  } catch (cause) {
    giveUp(desk, describeProblem('content-unreadable', desk.contentDirectory, codeOf(cause)));
  }
  return undefined;
}

/** What is wrong with the answers so far, in the words of the check; those not given are left out. */
function faultsOf(
  { answers, ...options }: NewOptions,
  folder: ContentFolder,
  now: number,
): readonly string[] {
  const [section] = folder.newsroom.site.sections;
  const sound = { title: 'a', description: 'a', section: section?.key ?? 'a', name: 'a' };
  const file = composeFile({ ...options, answers: { ...sound, ...answers } }, folder, now);
  const name = answers.title ?? answers.name;
  const errors = file.problems.filter(
    ({ code, severity }) => severity === 'error' && code !== 'slug-empty',
  );
  // There is no file yet that could be renamed.
  const faults = errors.map(({ code, message, fix }) =>
    code === 'slug-reserved' ? strings.newReserved(file.slug) : `${message} ${fix}`,
  );
  if (name === undefined || /^\s*$/.test(name)) return faults;
  if (file.slug === '') return [...faults, strings.newWithoutLetters(name)];
  if (isManual(file.file)) return [...faults, strings.newUnread(`${file.slug}.md`)];
  const taken = folder.findFile(options.kind, file.slug);
  return taken === undefined ? faults : [...faults, strings.newTaken(file.slug, taken)];
}

/** Asks for what the options leave open; undefined when the answers end. */
async function askAll(
  questions: readonly Question[],
  options: NewOptions,
  folder: ContentFolder,
  desk: Desk & { readonly terminal: Terminal },
): Promise<NewOptions | undefined> {
  let answered = options;
  for (const question of questions) {
    const answer = await askUntilSound(question, answered, folder, desk);
    if (answer === undefined) return undefined;
    answered = { ...answered, answers: { ...answered.answers, [question]: answer } };
  }
  return answered;
}

async function askUntilSound(
  question: Question,
  options: NewOptions,
  folder: ContentFolder,
  desk: Desk & { readonly terminal: Terminal },
): Promise<string | undefined> {
  const { site, authorNames } = folder.newsroom;
  const choices: Partial<Record<Question, readonly string[]>> = {
    section: site.sections.map(({ key }) => key),
    authors: [...(authorNames?.keys() ?? [])],
  };
  const names = choices[question] ?? [];
  if (names.length > 0) desk.say(strings.newChoices(names));
  for (;;) {
    const answer = (await desk.terminal.ask(strings.newQuestions[question]))?.trim();
    if (answer === undefined) return undefined;
    const faults =
      answer === '' && requiredQuestions.has(question)
        ? [strings.newRequired]
        : faultsOf({ ...options, answers: { [question]: answer } }, folder, desk.now);
    if (faults.length === 0) return answer;
    for (const fault of faults) desk.complain(fault);
  }
}

function write(
  { file, path, text, problems }: NewFile,
  { kind, draft }: NewOptions,
  desk: Desk,
): 0 | 1 {
  const target = join(desk.contentDirectory, file);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
  } catch (cause) {
    return giveUp(desk, strings.newUnwritable(target, codeOf(cause)));
  }
  desk.say(strings.newMade(target));
  desk.say(strings.newAddress(`${desk.siteUrl}${path}`));
  for (const problem of problems) desk.say(formatProblem(problem));
  desk.say(kind === 'article' && draft ? strings.newNextDraft : strings.newNext);
  return 0;
}

function giveUp(desk: Desk, ...lines: readonly string[]): 1 {
  for (const line of [...lines, strings.newNothingWritten]) desk.complain(line);
  return 1;
}
