import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { codeOf } from '../../store/content-tree';
import { gitEnvironment } from '../../store/environment';
import { findRepository } from '../../store/repository';

/** A file as a commit has it. */
export interface CommittedFile {
  /** Path inside the content folder. */
  readonly path: string;
  readonly blob: string;
  readonly size: number;
}

/** The content folder at a commit, or why it cannot be read; the strings have the words. */
export type CommittedFolder =
  | {
      readonly ok: true;
      /** The folder that git keeps, for `readBlobs`. */
      readonly repository: string;
      readonly files: readonly CommittedFile[];
    }
  | {
      readonly ok: false;
      readonly reason:
        | 'git-missing'
        | 'no-repository'
        | 'commit-unknown'
        | 'shallow'
        | 'partial'
        | 'no-folder';
    };

/** So much is held in memory at a time. */
const MAX_BATCH_BYTES = 16_777_216;

/**
 * Lists the regular files that a commit has in a folder. The folder may be anybody's: nothing that
 * is committed is obeyed, be it a folder that looks like a repository. The commands used here run
 * no hook, file system monitor, filter or conversion, and fetch nothing.
 * @param directory the content folder, anywhere inside a repository
 * @param ref whatever git takes for a commit; never an option, even when it begins with a dash
 */
export async function listCommit(directory: string, ref: string): Promise<CommittedFolder> {
  const content = realpathSync(directory);
  const repository = findRepository(content);
  if (repository === undefined) return { ok: false, reason: 'no-repository' };
  const opened = await runGit(repository, ['rev-parse', '--git-dir']);
  if (opened.code === 'ENOENT') return { ok: false, reason: 'git-missing' };
  if (opened.code !== 0) return { ok: false, reason: 'no-repository' };
  const commit = await runGit(repository, [
    ...['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
  ]);
  if (commit.code !== 0) {
    const isShallow = await runGit(repository, ['rev-parse', '--is-shallow-repository']);
    const isCut = isShallow.output.toString().trim() === 'true';
    return { ok: false, reason: isCut ? 'shallow' : 'commit-unknown' };
  }
  const folder = relative(repository, content).split(sep).join('/');
  const tree = `${commit.output.toString().trim()}:${folder}`;
  const type = await runGit(repository, ['cat-file', '-t', tree]);
  if (type.output.toString().trim() !== 'tree') return { ok: false, reason: 'no-folder' };
  const listed = await runGit(repository, ['ls-tree', '-r', '-l', '-z', '--full-tree', tree]);
  const lines = listed.output.toString().split('\0');
  // Git breaks off, or names no size, at a file that it would have to fetch.
  if (listed.code !== 0 || lines.some((line) => /^100\d{3} blob \S+ +BAD\t/.test(line)))
    return { ok: false, reason: 'partial' };
  return { ok: true, repository, files: lines.flatMap(fileOf) };
}

/**
 * Reads files of a commit.
 * @param repository as `listCommit` found it
 * @param take is given each file with its bytes
 * @throws when git cannot read one
 */
export async function readBlobs(
  repository: string,
  files: readonly CommittedFile[],
  take: (file: CommittedFile, bytes: Buffer) => void,
): Promise<void> {
  for (const batch of inBatches(files)) {
    const names = batch.map(({ blob }) => `${blob}\n`).join('');
    const { code, output } = await runGit(repository, ['cat-file', '--batch'], names);
    if (code !== 0) throw new Error(`git cat-file: ${code}`);
    let at = 0;
    for (const file of batch) {
      const header = output.subarray(at, output.indexOf('\n', at)).toString();
      if (header !== `${file.blob} blob ${file.size}`) throw new Error(`git cat-file: ${header}`);
      const begin = at + Buffer.byteLength(header) + 1;
      take(file, output.subarray(begin, begin + file.size));
      at = begin + file.size + 1;
    }
  }
}

/** A line of `git ls-tree -l`: no symbolic link, no submodule, nothing that leads out of the folder. */
function fileOf(line: string): readonly CommittedFile[] {
  const match = /^100\d{3} blob (?<blob>[0-9a-f]+) +(?<size>\d+)\t(?<path>[\s\S]+)$/.exec(line);
  const { blob = '', size = '', path = '' } = match?.groups ?? {};
  const leadsOut = path.split('/').some((part) => /^\.{0,2}$/.test(part) || part.includes('\\'));
  return match && !leadsOut ? [{ path, blob, size: Number(size) }] : [];
}

function inBatches(files: readonly CommittedFile[]): readonly (readonly CommittedFile[])[] {
  const batches: CommittedFile[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (bytes + file.size > MAX_BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(file);
    bytes += file.size;
  }
  return batches;
}

interface GitAnswer {
  /** What git ended with; the name of the failure when it could not be run. */
  readonly code: number | string;
  readonly output: Buffer;
}

/** Only a `.git` is a repository, never a folder that looks like one; nothing else is run by git. */
const settings = [
  ...['safe.bareRepository=explicit', 'core.fsmonitor=false', 'protocol.allow=never'],
].flatMap((setting) => ['-c', setting]);

/** @param repository a folder that has a `.git` */
function runGit(repository: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((settle) => {
    const options = {
      env: gitEnvironment(dirname(repository)),
      encoding: 'buffer',
      maxBuffer: 16 * MAX_BATCH_BYTES,
    } as const;
    // Not as working folder: Windows would look for the program itself in there.
    const git = execFile(
      'git',
      ['-C', repository, ...settings, ...args],
      options,
      (cause, output) => {
        settle({ code: cause ? (cause.code ?? codeOf(cause)) : 0, output });
      },
    );
    // Git may end before it has read everything; its code tells.
    git.stdin?.on('error', () => undefined);
    git.stdin?.end(input);
  });
}
