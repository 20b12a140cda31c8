import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { crawl } from './crawl';
import { isWithoutNginx, startNginxOverExport } from './own-nginx';
import { freePort, temporaryFolder } from './own-server';
import { ask } from './raw-request';
import { generated, newsroom } from './sites';

const root = resolve(import.meta.dirname, '../..');
const sites = [
  { name: 'the newspaper', origin: newsroom, content: join(root, 'content') },
  {
    name: 'a generated newsroom',
    origin: generated,
    content: join(root, 'tests/.output/generated-newsroom'),
  },
];

/** What an export said, and how it ended. */
interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** Runs the command as people do. */
async function runExport(
  environment: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(
      'npm',
      ['run', '--silent', 'export', '--', ...options],
      { cwd: root, env: { ...process.env, ...environment } },
    );
    return { code: 0, said: stdout, complained: stderr };
  } catch (cause) {
    const { code, stdout, stderr } = cause as { code: number; stdout: string; stderr: string };
    return { code, said: stdout, complained: stderr };
  }
}

/** A folder for an export, with the environment that writes there what a server under test sends. */
async function openFolder({ origin, content }: { origin: string; content: string }) {
  const folder = await temporaryFolder();
  const out = join(folder.path, 'dist');
  const environment = {
    ...{ SITE_URL: origin, CONTENT_DIR: content, DATA_DIR: join(folder.path, 'data') },
  };
  return {
    ...{ folder: folder.path, out, environment, remove: folder.remove },
    run: (...options: readonly string[]) => runExport(environment, '--out', out, ...options),
  };
}

/** Every file of a folder by its address, `.html` taken off; none of those that are no address. */
async function addressesOf(out: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length))
    .filter(
      (file) => !/^\/(?:\.export\/|_|410\/|404\.html|tim-kiem\.html)|\.(?:br|gz)$/.test(file),
    );
  return new Map(
    files.map((file) => {
      const path = file.replace(/\.html$/, '').replace(/^\/index$/, '/');
      return [path.split('/').map(encodeURIComponent).join('/'), join(out, file)] as const;
    }),
  );
}

/** A server that knows nothing but files: it puts `.html` behind what has no file of its own. */
async function startFileServer(out: string) {
  const port = await freePort();
  const server = createServer(async (request, response) => {
    const path = join(out, decodeURIComponent(request.url ?? '/'));
    const candidates = [join(path, 'index.html'), `${path}.html`, path];
    for (const file of candidates) {
      if (!(await stat(file).catch(() => undefined))?.isFile()) continue;
      response.end(await readFile(file));
      return;
    }
    response.writeHead(404).end(await readFile(join(out, '404.html')));
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** Addresses of a running site, by a crawl of it, without those that no folder can answer. */
async function addressesOfServer(origin: string): Promise<ReadonlyMap<string, number>> {
  const sent = await crawl(origin, [
    '/',
    '/trang/2',
    '/dinh-chinh',
    '/chu-de',
    '/chu-de/chu-de-trong',
  ]);
  return new Map(
    sent
      .filter(({ path }) => !/^\/(?:api|tim-kiem|_next)\b|\?/.test(path))
      .map(({ path, status }) => [path, status]),
  );
}

for (const site of sites) {
  test(`the folder of ${site.name} holds every address that its server answers, the same bytes, and no other`, async () => {
    test.setTimeout(300_000);
    const { out, run, remove } = await openFolder(site);
    expect(await run()).toMatchObject({ code: 0, said: expect.stringMatching(/Đã xuất ra/) });
    const files = await addressesOf(out);
    const fileServer = await startFileServer(out);
    // A folder cannot search, and says so.
    const search = await ask(fileServer.origin, '/tim-kiem');
    expect(search.body.toString()).toContain('không có tìm kiếm');
    for (const [path, file] of files) {
      const served = await ask(site.origin, path);
      expect(served.status, path).toBe(200);
      expect((await readFile(file)).equals(served.body), path).toBe(true);
      expect((await ask(fileServer.origin, path)).body.equals(served.body), path).toBe(true);
    }
    const answered = await addressesOfServer(site.origin);
    const found = [...answered].filter(([, status]) => status === 200).map(([path]) => path);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((path) => !files.has(path))).toEqual([]);
    const missing = await ask(site.origin, '/khong-co-trang-nay');
    expect((await ask(fileServer.origin, '/khong-co-trang-nay')).body.equals(missing.body)).toBe(
      true,
    );
    await fileServer.stop();
    await remove();
  });
}

test('nginx answers from the folder what the server answers: pages, old addresses, what is gone', async () => {
  test.skip(isWithoutNginx(), 'Debian’s nginx is not installed: npm run browser');
  test.setTimeout(300_000);
  const folder = await openFolder(sites[1] as (typeof sites)[number]);
  const { out, run, remove } = folder;
  const tricky = ['/báo cũ/tin "1";$uri{x}.html', "/it's\\n"];
  const content = join(folder.folder, 'content');
  await cp(folder.environment.CONTENT_DIR, content, { recursive: true });
  folder.environment.CONTENT_DIR = content;
  const aliases = JSON.stringify(tricky.slice(0, 1));
  await writeFile(
    join(content, 'articles/co-dia-chi-cu.md'),
    `---\ntitle: Bài có địa chỉ cũ\ndate: 2021-03-01\ndescription: Thử.\nsection: thu-nghiem\naliases: ${aliases}\n---\n\nThử.\n`,
  );
  expect(await run('--compress')).toMatchObject({ code: 0 });
  const nginx = await startNginxOverExport(join(folder.folder, 'nginx'), out);
  const through = (target: string, headers = {}) => ask(nginx.origin, target, { headers });

  for (const [path, file] of await addressesOf(out)) {
    const answer = await through(path);
    expect(answer.status, path).toBe(200);
    expect(answer.body.equals(await readFile(file)), path).toBe(true);
  }
  for (const path of [
    ...['/rss.xml', '/atom.xml', '/feed.json', '/opml.xml', '/sitemap.xml', '/news-sitemap.xml'],
    ...['/robots.txt', '/llms.txt', '/og.png', '/bai-viet/du-moi-thu.md', '/opensearch.xml'],
  ]) {
    const [theirs, ours] = [await through(path), await ask(generated, path)];
    for (const name of ['content-type', 'x-robots-tag'])
      expect(theirs.headers[name], `${path} ${name}`).toBe(ours.headers[name]);
  }
  const gone = await through('/bai-viet/da-rut');
  const served = await ask(generated, '/bai-viet/da-rut');
  expect(gone.status).toBe(410);
  expect(gone.body.equals(served.body)).toBe(true);
  const moved: readonly (readonly [from: string, to: string])[] = [
    ['/bai-viet/ten-cu', '/bai-viet/du-moi-thu'],
    ['/tin/2022/cu.html', '/bai-viet/du-moi-thu'],
    ['/Tin/2022/CU.html/', '/bai-viet/du-moi-thu'],
    ['/trang-cu?fbclid=1', '/trang-thu'],
    ['/chu-de/bai-thu', '/chu-de/thu'],
    [encodeURI(tricky[0] ?? '').replace(';', '%3B'), '/bai-viet/co-dia-chi-cu'],
    [encodeURI((tricky[0] ?? '').normalize('NFD')), '/bai-viet/co-dia-chi-cu'],
    ['/chu-de/thu/', '/chu-de/thu'],
    ['/chu-de/thu/trang/1', '/chu-de/thu'],
    ['/trang/1', '/'],
  ];
  for (const [from, to] of moved) {
    const { status, headers } = await through(from);
    expect({ from, status, to: headers.location }).toEqual({ from, status: 308, to });
  }
  for (const path of [
    ...['/khong-co', '/khong-co/', '/index', '/index.html', '/chu-de.html', '/404', '/404.html'],
    ...['/410/bai-viet/da-rut', '/410/bai-viet/da-rut.html', '/_redirects', '/_nginx/gone.map'],
    ...['/.export/state.json', '/chu-de/khong-co/trang/1', '/bai-viet/du-moi-thu.html.br'],
  ]) {
    const answer = await through(path);
    expect({ path, status: answer.status }).toEqual({ path, status: 404 });
    expect(answer.body.equals(await readFile(join(out, '404.html'))), path).toBe(true);
  }
  const { headers, status } = await through('/', { 'Accept-Encoding': 'br' });
  expect([status, headers['content-encoding']]).toEqual([200, 'br']);
  await nginx.stop();
  await remove();
});

test('after an edit only what it touches is written, what is gone goes, and what is another’s stays', async () => {
  test.setTimeout(300_000);
  const folder = await openFolder(sites[1] as (typeof sites)[number]);
  const { out, run, remove } = folder;
  const content = join(folder.folder, 'content');
  await cp(folder.environment.CONTENT_DIR, content, { recursive: true });
  folder.environment.CONTENT_DIR = content;
  expect(await run()).toMatchObject({ code: 0 });
  await writeFile(join(out, 'CNAME'), 'vi-du.vn');
  const times = async () => {
    const files = [...(await addressesOf(out)).values()];
    return new Map(
      await Promise.all(files.map(async (file) => [file, (await stat(file)).mtimeMs] as const)),
    );
  };
  const before = await times();
  expect((await run()).said).toMatch(/ghi 0\stệp/);
  expect(await times()).toEqual(before);

  const edited = join(content, 'articles/2022/01/loat-thu-ky-3.md');
  await writeFile(edited, (await readFile(edited, 'utf8')).replace('Đoạn văn', 'Đoạn đã sửa'));
  expect(await run()).toMatchObject({ code: 0 });
  const after = await times();
  const rewritten = [...after].filter(([file, time]) => before.get(file) !== time);
  // Its page, its Markdown, and the feeds that hold its text.
  const feeds = ['', 'chuyen-muc/mot-bai', 'tac-gia/may-viet'].flatMap((list) =>
    ['rss.xml', 'atom.xml', 'feed.json'].map((file) => join(list, file)),
  );
  const touched = ['bai-viet/loat-thu-ky-3.html', 'bai-viet/loat-thu-ky-3.md', ...feeds];
  expect(rewritten.map(([file]) => file).sort()).toEqual(
    touched.map((file) => join(out, file)).sort(),
  );

  await rm(edited);
  expect((await run()).said).toMatch(/, bỏ [1-9]/);
  expect(existsSync(join(out, 'bai-viet/loat-thu-ky-3.html'))).toBe(false);
  expect(existsSync(join(out, 'luu-tru/2022/01/13.html'))).toBe(false);
  expect(await readFile(join(out, 'CNAME'), 'utf8')).toBe('vi-du.vn');

  const fresh = join(folder.folder, 'fresh');
  expect((await runExport(folder.environment, '--out', fresh)).code).toBe(0);
  for (const [path, file] of await addressesOf(fresh))
    expect((await readFile(file)).equals(await readFile(file.replace(fresh, out))), path).toBe(
      true,
    );
  await remove();
});

test('a folder of someone else, a way out of the folder, and a wrong option are refused in one sentence', async () => {
  test.setTimeout(120_000);
  const folder = await openFolder(sites[0] as (typeof sites)[number]);
  const elsewhere = await temporaryFolder();
  await writeFile(join(elsewhere.path, 'thu.txt'), 'của người khác');
  expect(await runExport(folder.environment, '--out', elsewhere.path)).toMatchObject({
    ...{ code: 2, said: '', complained: expect.stringContaining('không phải do lệnh này ghi') },
  });
  expect(await runExport(folder.environment, '--ot', 'x')).toMatchObject({
    ...{ code: 2, complained: expect.stringContaining('Có phải “--out”?') },
  });
  expect(await runExport(folder.environment, '--help')).toMatchObject({ code: 0, complained: '' });
  await symlink(elsewhere.path, join(elsewhere.path, 'bai-viet'));
  const through = await runExport(folder.environment, '--out', elsewhere.path, '--force');
  expect(through).toMatchObject({
    ...{ code: 1, complained: expect.stringContaining('không phải thư mục') },
  });
  expect(await readdir(elsewhere.path)).not.toContain(expect.stringMatching(/^xay-dung/));
  expect(await readFile(join(elsewhere.path, 'thu.txt'), 'utf8')).toBe('của người khác');
  await elsewhere.remove();
  await folder.remove();
});
