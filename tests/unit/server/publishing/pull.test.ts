import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPublishing } from '@/lib/server/publishing';
import { createPull } from '@/lib/server/publishing/pull';
import { topics } from '@/lib/site/topics';
import { article, createNewsroom, NOON } from '../../store/newsroom';
import { listenOnLoopback } from '../loopback';

const who = ['-c', 'user.name=Tòa Soạn', '-c', 'user.email=toa-soan@vi-du.vn'];

function git(directory: string, ...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const settings = ['-c', 'core.hooksPath=/dev/null', ...who];
  return String(
    execFileSync('git', ['-C', directory, ...settings, ...args], { env, stdio: 'pipe' }),
  );
}

/** A repository far away, the clone that is served, and one in which an editor writes. */
function createRepositories(folder = 'noi-dung') {
  const root = mkdtempSync(join(tmpdir(), 'pull-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const [far, served, desk] = [join(root, 'far.git'), join(root, 'served'), join(root, 'desk')];
  git(root, 'init', '-q', '--bare', '-b', 'main', far);
  git(root, 'clone', '-q', far, desk);
  const put = (repository: string, path: string, text: string) => {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  };
  const inFolder = (path: string) => join(folder, path);
  const write = (path: string, text: string) => put(desk, inFolder(path), text);
  const push = () => {
    git(desk, 'add', '--all');
    git(desk, 'commit', '-qm', 'Bài');
    git(desk, 'push', '-q', 'origin', 'HEAD:main');
  };
  write('articles/tin.md', article());
  push();
  git(root, 'clone', '-q', far, served);
  return {
    ...{ root, far, served, desk, write, push, put, inFolder },
    content: join(served, folder),
    remove: (path: string) => rmSync(join(desk, inFolder(path))),
  };
}

async function codeOfPull(content: string): Promise<string> {
  const pulled = await createPull(content).pull();
  return pulled.ok ? 'ok' : pulled.fault.code;
}

describe('a pull', () => {
  test.each(['noi-dung', '.', 'sâu/nội dung'])(
    'names the files that came, changed and went, as seen from the content folder: %s',
    async (folder) => {
      const { write, push, remove, content, put, desk } = createRepositories(folder);
      const { pull, findFault } = createPull(content);
      expect(await findFault()).toBeUndefined();
      write('articles/2026/bài mới.md', article());
      write('articles/tin.md', article({ title: 'Khác' }));
      put(desk, 'ben-ngoai/tep.md', 'x');
      push();
      const pulled = await pull();
      const outside = folder === '.' ? ['ben-ngoai/tep.md'] : [];
      expect(pulled).toEqual({
        ok: true,
        paths: ['articles/2026/bài mới.md', 'articles/tin.md', ...outside],
      });
      expect(existsSync(join(content, 'articles/2026/bài mới.md'))).toBe(true);
      remove('articles/tin.md');
      push();
      expect(await pull()).toEqual({ ok: true, paths: ['articles/tin.md'] });
      expect(await pull()).toEqual({ ok: true, paths: [] });
    },
  );

  test('where nobody has written anything new leaves commits that are not pushed yet alone', async () => {
    const { served, content, put, inFolder } = createRepositories();
    put(served, inFolder('articles/o-day.md'), article());
    git(served, 'add', '--all');
    git(served, 'commit', '-qm', 'Ở đây');
    expect(await createPull(content).pull()).toEqual({ ok: true, paths: [] });
    expect(git(served, 'log', '-1', '--format=%s').trim()).toBe('Ở đây');
  });

  test('that cannot go forward changes nothing', async () => {
    const { served, content, put, inFolder, write, push } = createRepositories();
    put(served, inFolder('articles/o-day.md'), article());
    git(served, 'add', '--all');
    git(served, 'commit', '-qm', 'Ở đây');
    write('articles/o-kia.md', article());
    push();
    const head = git(served, 'rev-parse', 'HEAD');
    expect(await codeOfPull(content)).toBe('pull-diverged');
    expect(git(served, 'rev-parse', 'HEAD')).toBe(head);
    expect(existsSync(join(content, 'articles/o-kia.md'))).toBe(false);
  });

  test('does not write over what was changed here', async () => {
    const { content, write, push, put, served, inFolder } = createRepositories();
    write('articles/tin.md', article({ title: 'Ở kia' }));
    push();
    put(served, inFolder('articles/tin.md'), article({ title: 'Ở đây' }));
    const pulled = await createPull(content).pull();
    expect(pulled).toMatchObject({ ok: false, fault: { code: 'pull-blocked' } });
    if (!pulled.ok) expect(pulled.fault.complaint).toContain('articles/tin.md');
  });

  test('runs no hook, neither of the repository nor of a committed folder', async () => {
    const { root, content, served, write, push } = createRepositories();
    const sign = join(root, 'hook-ran');
    const hooks = join(served, '.git/hooks');
    mkdirSync(hooks, { recursive: true });
    for (const name of ['post-merge', 'post-checkout', 'reference-transaction', 'pre-auto-gc']) {
      writeFileSync(join(hooks, name), `#!/bin/sh\ntouch '${sign}'\n`);
      chmodSync(join(hooks, name), 0o755);
    }
    write('articles/moi.md', article());
    push();
    expect(await codeOfPull(content)).toBe('ok');
    expect(existsSync(join(content, 'articles/moi.md'))).toBe(true);
    expect(existsSync(sign)).toBe(false);
  });
});

describe('no pull is possible', () => {
  test('where there is no repository', async () => {
    const { directory } = createNewsroom();
    expect(await codeOfPull(directory)).toBe('pull-no-repository');
    expect(await createPull(directory).findFault()).toMatchObject({ code: 'pull-no-repository' });
  });

  test('where the branch follows no other', async () => {
    const { served, content } = createRepositories();
    git(served, 'checkout', '-q', '-b', 'rieng');
    expect(await codeOfPull(content)).toBe('pull-no-upstream');
    git(served, 'checkout', '-q', '--detach');
    expect(await createPull(content).findFault()).toMatchObject({ code: 'pull-no-upstream' });
  });

  test('where the repository far away is gone', async () => {
    const { far, content } = createRepositories();
    rmSync(far, { recursive: true });
    expect(await codeOfPull(content)).toBe('pull-unreachable');
  });

  test('where the other side never answers, and the time is over', async () => {
    const { served, content } = createRepositories();
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const { port } = silent.address() as AddressInfo;
    git(served, 'remote', 'set-url', 'origin', `http://127.0.0.1:${port}/kho.git`);
    const pulled = await createPull(content, 1_500).pull();
    expect(pulled).toMatchObject({ ok: false, fault: { code: 'pull-too-slow' } });
  });
});

/** A server that pulls, over real HTTP. */
async function openSite(content: string) {
  const store = await createNewsroom().open({ contentDirectory: content });
  const failures: string[] = [];
  const taken: (readonly string[] | undefined)[] = [];
  const publishing = createPublishing({
    ...{ store, now: () => NOON, common: {} },
    takeOver: async (paths) => {
      taken.push(paths);
      const { changed, removed } = await store.sync(paths);
      const slugs = changed.flatMap((file) => store.articleOfFile(file)?.slug ?? []);
      publishing.noted({ changed, removed, topics: slugs.map(topics.article) });
    },
    configuration: { publishSecret: 'x'.repeat(16), publishPulls: true, trustProxy: [] },
    logFailure: (line, cause) => failures.push(`${line}\n${cause}`),
  });
  const { answer } = publishing;
  if (!answer) throw new Error('no address');
  const ask = await listenOnLoopback((request, response) => {
    answer(request, response).catch((cause) => failures.push(String(cause)));
  });
  const post = async () => {
    const headers = { authorization: `Bearer ${'x'.repeat(16)}` };
    const { status, body } = await ask('/api/publish', { method: 'POST', headers });
    return { status, json: JSON.parse(body.toString()) };
  };
  return { store, post, failures, taken };
}

describe('publishing', () => {
  test('brings what was pushed to the readers', async () => {
    const { content, write, push } = createRepositories();
    const { store, post, failures, taken } = await openSite(content);
    write('articles/moi.md', article({ title: 'Vừa đẩy lên' }));
    push();
    const { status, json } = await post();
    expect(status).toBe(200);
    expect(json).toMatchObject({ changed: ['articles/moi.md'], fresh: ['/bai-viet/moi'] });
    expect(store.edition(NOON).findArticle('moi')?.title).toBe('Vừa đẩy lên');
    expect(taken).toEqual([['articles/moi.md']]);
    expect(failures).toEqual([]);
  });

  test('reads everything where nothing came: another server may have pulled first', async () => {
    const { content, served, write, push } = createRepositories();
    const { post } = await openSite(content);
    write('articles/moi.md', article({ title: 'Vừa đẩy lên' }));
    push();
    git(served, 'pull', '-q', '--ff-only');
    expect((await post()).json).toMatchObject({ changed: ['articles/moi.md'] });
  });

  test('reads everything after a pull that failed: it may have brought something before', async () => {
    const { content, far, write, push } = createRepositories();
    const { post, taken } = await openSite(content);
    renameSync(far, `${far}-xa`);
    expect((await post()).status).toBe(502);
    renameSync(`${far}-xa`, far);
    write('articles/moi.md', article());
    push();
    expect((await post()).status).toBe(200);
    expect(taken).toEqual([undefined]);
  });

  test('says what is wrong, in words; what git said stands on the console', async () => {
    const { content, far } = createRepositories();
    const { post, failures, taken } = await openSite(content);
    rmSync(far, { recursive: true });
    const { status, json } = await post();
    expect(status).toBe(502);
    expect(json).toEqual({
      code: 'pull-unreachable',
      message: 'Không kéo được bài mới vì git không lấy được gì từ kho ở xa.',
      fix: 'Xem lời của git trong nhật ký máy chủ; xem lại địa chỉ và quyền đọc của kho ấy.',
    });
    expect(failures.join()).toContain('far.git');
    expect(taken).toEqual([]);
  });

  test('is told at the start that it cannot pull, and again in the answer', async () => {
    const { directory } = createNewsroom({ 'articles/tin.md': article() });
    const { post, failures } = await openSite(directory);
    await expect.poll(() => failures).toHaveLength(1);
    expect(failures[0]).toMatch(
      /^Không kéo được bài mới vì thư mục nội dung không nằm trong kho git nào\./,
    );
    expect(await post()).toMatchObject({ status: 500, json: { code: 'pull-no-repository' } });
  });
});
