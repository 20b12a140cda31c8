import { realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, relative, sep } from 'node:path';
import type { ProblemCode } from '../../content/problems/problems';
import { fetchingGitEnvironment } from '../../store/environment';
import { findRepository } from '../../store/repository';
import { type GitEnd, runGit } from './git-run';

/** Why nothing could be pulled; the catalogue of problems has the words. */
export interface PullFault {
  readonly code: Extract<ProblemCode, `pull-${string}`>;
  /** What git said, for the console alone. */
  readonly complaint: string;
}

/** What a pull brought. */
export type Pulled =
  | {
      readonly ok: true;
      /** Files that came, changed or went, inside the content folder. */
      readonly paths: readonly string[];
    }
  | { readonly ok: false; readonly fault: PullFault };

/** Brings the repository of the content folder up to date. */
export interface Pull {
  /** What keeps a pull from working, as far as this machine can tell. */
  readonly findFault: () => Promise<PullFault | undefined>;
  readonly pull: () => Promise<Pulled>;
}

/** How long a pull may take. */
export const PULL_SECONDS = 60;

/** Nothing that is committed is obeyed, no hook is run, and no repository in the repository is touched. */
const settings = [
  ...['safe.bareRepository=explicit', 'core.fsmonitor=false', `core.hooksPath=${devNull}`],
  ...['submodule.recurse=false', 'fetch.recurseSubmodules=false'],
].flatMap((setting) => ['-c', setting]);

/**
 * Makes what `git pull --ff-only` does in the repository around a content folder, in two steps, so
 * that what went wrong can be told: what is far away is fetched, then the branch moves forward.
 * @param maxMs how long a pull may take
 */
export function createPull(contentDirectory: string, maxMs = PULL_SECONDS * 1000): Pull {
  const pull = async (signal: AbortSignal): Promise<Pulled> => {
    const git = await openRepository(contentDirectory, signal);
    if ('code' in git) return { ok: false, fault: git };
    const { run, folder, branch } = git;
    const fail = (code: PullFault['code'], { complaint }: GitEnd): Pulled => ({
      ok: false,
      fault: { code: signal.aborted ? 'pull-too-slow' : code, complaint },
    });
    const fetched = await run('fetch', '--quiet', '--no-tags', '--no-recurse-submodules');
    if (fetched.code !== 0) return fail('pull-unreachable', fetched);
    const before = await run('rev-parse', 'HEAD');
    const isForward = await run('merge-base', '--is-ancestor', 'HEAD', branch);
    if (isForward.code !== 0) {
      // Commits that are not pushed yet, and nothing new far away: there is nothing to do.
      const isAhead = await run('merge-base', '--is-ancestor', branch, 'HEAD');
      return isAhead.code === 0 ? { ok: true, paths: [] } : fail('pull-diverged', isForward);
    }
    const merged = await run('merge', '--quiet', '--ff-only', '--no-autostash', branch);
    if (merged.code !== 0) return fail('pull-blocked', merged);
    const changed = await run(
      ...['diff-tree', '-r', '-z', '--name-only', '--no-renames', before.output.trim(), 'HEAD'],
      ...['--', folder || '.'],
    );
    if (changed.code !== 0) return fail('pull-blocked', changed);
    const prefix = folder === '' ? '' : `${folder}/`;
    const paths = changed.output.split('\0').filter((path) => path !== '');
    return { ok: true, paths: paths.map((path) => path.slice(prefix.length)) };
  };
  return {
    findFault: async () => {
      const git = await openRepository(contentDirectory, AbortSignal.timeout(maxMs));
      return 'code' in git ? git : undefined;
    },
    pull: () => pull(AbortSignal.timeout(maxMs)),
  };
}

/** A repository that can be pulled. */
interface OpenRepository {
  readonly run: (...args: readonly string[]) => Promise<GitEnd>;
  /** The content folder inside the repository; empty when it is the repository. */
  readonly folder: string;
  /** The branch far away, as last fetched. */
  readonly branch: string;
}

async function openRepository(
  contentDirectory: string,
  signal: AbortSignal,
): Promise<OpenRepository | PullFault> {
  const content = realpathSync(contentDirectory);
  const repository = findRepository(content);
  if (repository === undefined) return { code: 'pull-no-repository', complaint: '' };
  const inside = ['--literal-pathspecs', '-C', repository, ...settings];
  const ceiling = dirname(repository);
  const configured = await runGit(
    [...inside, 'config', '--get', 'core.sshCommand'],
    fetchingGitEnvironment(ceiling, ''),
    signal,
  );
  if (configured.code === 'ENOENT') return { code: 'pull-no-git', complaint: '' };
  const environment = fetchingGitEnvironment(ceiling, configured.output.trim());
  const run = (...args: readonly string[]) => runGit([...inside, ...args], environment, signal);
  const branch = await run('rev-parse', '--symbolic-full-name', '@{upstream}');
  const name = branch.output.trim();
  if (branch.code !== 0 || name === '') {
    const code = signal.aborted ? 'pull-too-slow' : 'pull-no-upstream';
    return { code, complaint: branch.complaint };
  }
  return { run, folder: relative(repository, content).split(sep).join('/'), branch: name };
}
