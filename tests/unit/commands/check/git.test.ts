import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CommittedFile, listCommit, readBlobs } from '@/lib/commands/check/git';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'git-')));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function git(directory: string, args: readonly string[], options: ExecFileSyncOptions = {}) {
  const given = [
    '-c',
    'user.name=An',
    '-c',
    'user.email=an@vi-du.vn',
    '-c',
    'commit.gpgsign=false',
  ];
  const stdio = ['pipe', 'pipe', 'ignore'] as const;
  const settings = { cwd: directory, stdio: [...stdio], ...options };
  return String(execFileSync('git', [...given, ...args], settings)).trim();
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Makes the folder a repository with everything in it as a commit of `main`. */
function commitAll(): void {
  git(folder, ['init', '-q', '-b', 'main']);
  git(folder, ['add', '--all']);
  git(folder, ['commit', '-qm', 'Bài', '--no-verify']);
}

/** The files of a commit with their texts. */
async function textsOf(directory: string, ref: string) {
  const listed = await listCommit(directory, ref);
  if (!listed.ok) return listed.reason;
  const texts: Record<string, string> = {};
  const take = ({ path }: CommittedFile, bytes: Buffer) => {
    texts[path] = bytes.toString();
  };
  await readBlobs(listed.repository, listed.files, take);
  return texts;
}

describe('a commit', () => {
  beforeEach(() => {
    write('content/articles/a.md', 'một');
    write('content/site.yaml', 'name: a\n');
    write('khac.md', 'ngoài');
    commitAll();
  });
  const expected = { 'articles/a.md': 'một', 'site.yaml': 'name: a\n' };

  test('has the files of the folder, by their paths inside it', async () => {
    expect(await textsOf(join(folder, 'content'), 'main')).toEqual(expected);
  });

  test('may be asked for where the folder itself is the repository', async () => {
    expect(await textsOf(folder, 'main')).toEqual({
      'content/articles/a.md': 'một',
      'content/site.yaml': 'name: a\n',
      'khac.md': 'ngoài',
    });
  });

  test.each(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_OBJECT_DIRECTORY', 'GIT_INDEX_FILE', 'GIT_PREFIX'])(
    'is read from the repository around the folder, whatever %s a hook has set',
    async (name) => {
      vi.stubEnv(name, join(folder, 'khong-co'));
      expect(await textsOf(join(folder, 'content'), 'main')).toEqual(expected);
    },
  );

  test('of a repository without the texts of its files cannot be read', async () => {
    git(folder, ['config', 'uploadpack.allowFilter', 'true']);
    const origin = `file://${folder}`;
    git(folder, ['clone', '-q', '--no-checkout', '--filter=blob:none', origin, 'chep']);
    mkdirSync(join(folder, 'chep/content'));
    expect(await textsOf(join(folder, 'chep/content'), 'main')).toBe('partial');
  });
});

describe('a content folder that looks like a repository of its own', () => {
  const ran = () => existsSync(join(folder, 'da-chay'));
  const content = () => join(folder, 'content');

  beforeEach(() => {
    // A commit whose tree is nowhere: git would ask the remote of this very folder for it.
    write('thu/a.md', 'một');
    const lure = join(folder, 'thu');
    git(lure, ['init', '-q', '-b', 'main']);
    git(lure, ['add', '--all']);
    git(lure, ['commit', '-qm', 'Bẫy', '--no-verify']);
    const commit = git(lure, ['rev-parse', 'HEAD']);
    const loose = `objects/${commit.slice(0, 2)}/${commit.slice(2)}`;
    mkdirSync(dirname(join(content(), loose)), { recursive: true });
    execFileSync('cp', [join(lure, '.git', loose), join(content(), loose)]);
    rmSync(lure, { recursive: true });
    write('content/HEAD', 'ref: refs/heads/main\n');
    write('content/refs/heads/main', `${commit}\n`);
    write('content/bay.sh', `#!/bin/sh\ntouch '${join(folder, 'da-chay')}'\n`);
    chmodSync(join(content(), 'bay.sh'), 0o755);
    write(
      'content/config',
      [
        '[core]\n\trepositoryformatversion = 1\n\tbare = true\n\tfsmonitor = ./bay.sh',
        '[extensions]\n\tpartialClone = origin',
        '[remote "origin"]\n\turl = .\n\tpromisor = true\n\tuploadpack = ./bay.sh\n',
      ].join('\n'),
    );
    write('content/articles/a.md', 'một');
  });

  test('is a trap for a git that believes it', () => {
    const env = { ...process.env, GIT_NO_LAZY_FETCH: '0' };
    const args = ['-c', 'safe.bareRepository=all', 'ls-tree', '-r', '-l', 'main'];
    expect(() => git(content(), args, { env })).toThrow();
    expect(ran()).toBe(true);
  });

  test('runs nothing: the commit is that of the repository around it', async () => {
    commitAll();
    expect(await textsOf(content(), 'main')).toMatchObject({ 'articles/a.md': 'một' });
    expect(await textsOf(content(), 'khong-co')).toBe('commit-unknown');
    expect(ran()).toBe(false);
  });

  test('runs nothing, and is no repository, where there is none around it', async () => {
    expect(await textsOf(content(), 'main')).toBe('no-repository');
    // Nor is it when something has the name of a repository and is none.
    mkdirSync(join(content(), '.git'));
    expect(await textsOf(content(), 'main')).toBe('no-repository');
    expect(ran()).toBe(false);
  });
});
