import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedConfiguration, parseConfiguration } from '../site/configuration';

/** Reads the environment; the only file that does. */
export function readConfiguration(): ParsedConfiguration {
  return parseConfiguration(process.env);
}

/** The clock of the machine, epoch milliseconds; the only file that reads it. */
export function systemClock(): number {
  return Date.now();
}

/** A clock that is never set, for what is measured and waited for: milliseconds since some moment. */
export function monotonicClock(): number {
  return performance.now();
}

/** The program of a thread that reads content files; run as it lies there, never bundled. */
export function readerProgram(): string {
  return join(process.cwd(), 'lib/store/start-reader-worker.mjs');
}

/** The program of the process that asks the index of words; likewise. */
export function searchProgram(): string {
  return join(process.cwd(), 'lib/store/search/start-search-process.mjs');
}

/** Rooms whose files decide what a content file means, beside the packages they use. */
const rooms = [
  'lib/content',
  'lib/search',
  'lib/site',
  'lib/store',
  'lib/vietnamese',
  'package-lock.json',
];

/**
 * Changes whenever a rule by which files are read may have: what was read by other rules is read
 * again. The rules are the sources themselves, so that nobody has to count them up.
 */
export function readRulesVersion(): string {
  const hash = createHash('sha256');
  for (const room of rooms) addSources(hash, room);
  return hash.digest('hex');
}

/** What documents are made by, beside content and configuration: the build, and all of our sources. */
const makers = ['.next/BUILD_ID', 'lib', 'package-lock.json'];

/** Changes whenever a document may be made otherwise: what another build has made is not served. */
export function readDocumentsVersion(): string {
  const hash = createHash('sha256');
  for (const maker of makers)
    if (existsSync(/* turbopackIgnore: true */ maker)) addSources(hash, maker);
  return hash.digest('hex');
}

/** @param path as seen from the folder of the application, in which every command is run */
function addSources(hash: Hash, path: string): void {
  if (!statSync(path).isDirectory()) {
    hash.update(path).update(readFileSync(path));
    return;
  }
  for (const name of readdirSync(path).sort()) {
    const inside = join(path, name);
    if (/\.(?:mjs|ts)$/.test(name) || statSync(inside).isDirectory()) addSources(hash, inside);
  }
}

/** How the shell that started a command wants to be answered. */
export interface Shell {
  /** Folder in which the command was typed; npm itself changes to that of the application. */
  readonly startedIn: string;
  /** False when someone wants no colour anywhere (https://no-color.org). */
  readonly allowsColour: boolean;
  readonly isGithubActions: boolean;
}

/** Reads how the shell wants to be answered. */
export function readShell(): Shell {
  const { INIT_CWD, NO_COLOR, GITHUB_ACTIONS } = process.env;
  return {
    startedIn: INIT_CWD || process.cwd(),
    allowsColour: !NO_COLOR,
    isGithubActions: GITHUB_ACTIONS === 'true',
  };
}

/** What is the user's own word to git about this machine, and about no repository. */
const keptGitNames: ReadonlySet<string> = new Set([
  ...['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM', 'GIT_CONFIG_SYSTEM', 'GIT_EXEC_PATH'],
]);

/**
 * The environment in which git only reads: none of the variables by which a hook, in which a check
 * may run, sends it to another repository, index or store of objects; nothing fetched, nobody asked.
 * @param ceiling folder above which no repository is looked for
 */
export function gitEnvironment(ceiling: string): NodeJS.ProcessEnv {
  return {
    ...withoutGitNames(keptGitNames),
    ...{ GIT_CEILING_DIRECTORIES: ceiling, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
  };
}

/** What is the user's own word on how other machines are reached. */
const keptFetchNames: ReadonlySet<string> = new Set([
  ...keptGitNames,
  ...['GIT_ASKPASS', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT'],
  ...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_SSL_CERT', 'GIT_SSL_KEY', 'GIT_PROXY_SSL_CAINFO'],
]);

/**
 * The environment in which git fetches: that of reading, with the user's word on how. Nobody is
 * asked, by ssh neither, and no program that git starts learns the secret of publishing.
 * @param ceiling folder above which no repository is looked for
 * @param sshCommand as the repository is configured; empty when it is not
 */
export function fetchingGitEnvironment(ceiling: string, sshCommand: string): NodeJS.ProcessEnv {
  const { GIT_SSH, GIT_SSH_COMMAND } = process.env;
  const ssh = GIT_SSH_COMMAND || sshCommand || (GIT_SSH ? undefined : 'ssh');
  return {
    ...withoutGitNames(keptFetchNames),
    ...{ GIT_CEILING_DIRECTORIES: ceiling, GIT_TERMINAL_PROMPT: '0', PUBLISH_SECRET: undefined },
    ...(ssh !== undefined && { GIT_SSH_COMMAND: `${ssh} -o BatchMode=yes` }),
  };
}

function withoutGitNames(kept: ReadonlySet<string>): NodeJS.ProcessEnv {
  const refused = Object.keys(process.env).filter((name) => /^GIT_/i.test(name) && !kept.has(name));
  // A variable without a value is not handed on.
  return { ...process.env, ...Object.fromEntries(refused.map((name) => [name, undefined])) };
}
