import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
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

/** The program of a thread that reads content files; run as it lies there, never bundled. */
export function readerProgram(): string {
  return join(process.cwd(), 'lib/store/start-reader-worker.mjs');
}

/** Rooms whose files decide what a content file means, beside the packages they use. */
const rooms = ['lib/content', 'lib/site', 'lib/store', 'lib/vietnamese', 'package-lock.json'];

/**
 * Changes whenever a rule by which files are read may have: what was read by other rules is read
 * again. The rules are the sources themselves, so that nobody has to count them up.
 */
export function readRulesVersion(): string {
  const hash = createHash('sha256');
  for (const room of rooms) addSources(hash, room);
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
  const refused = Object.keys(process.env).filter(
    (name) => /^GIT_/i.test(name) && !keptGitNames.has(name),
  );
  return {
    ...process.env,
    // A variable without a value is not handed on.
    ...Object.fromEntries(refused.map((name) => [name, undefined])),
    GIT_CEILING_DIRECTORIES: ceiling,
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
}
