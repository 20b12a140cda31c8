import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, type Response, test } from 'playwright/test';
import { startServer, temporaryFolder } from './own-server';
import { generated, newsroom, seedArticle } from './sites';

const root = resolve(import.meta.dirname, '../..');
const seedFile = `articles/2020/12/${seedArticle.slice('/bai-viet/'.length)}.md`;

async function titleAt(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  return /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
}

test.describe('an editor at work', () => {
  test('sees a saved file at once, keeps the last good version of a broken one, and is told what is wrong', async () => {
    const folder = await temporaryFolder();
    const content = join(folder.path, 'content');
    await cp(join(root, 'content'), content, { recursive: true });
    const server = await startServer({ CONTENT_DIR: content, DATA_DIR: join(folder.path, 'data') });
    const address = server.origin + seedArticle;
    const file = join(content, seedFile);
    const original = await readFile(file, 'utf8');
    expect(await titleAt(address)).toContain('Xây dựng nền quốc phòng');

    await writeFile(file, original.replace(/^title: .*$/m, 'title: Tiêu đề vừa sửa để thử'));
    await expect.poll(() => titleAt(address)).toBe('Tiêu đề vừa sửa để thử');
    expect(await (await fetch(server.origin)).text()).toContain('Tiêu đề vừa sửa để thử');

    await writeFile(file, original.replace(/^date: .*$/m, 'date: 24/12/2020'));
    await expect
      .poll(server.output)
      .toMatch(
        /^articles\/2020\/12\/[a-z0-9-]+\.md:3:7 lỗi date-order: Ngày “24\/12\/2020” không bắt đầu bằng năm nên dễ hiểu lầm\. Viết năm, tháng, rồi ngày: 2020-12-24\./m,
      );
    expect(await titleAt(address)).toBe('Tiêu đề vừa sửa để thử');

    await writeFile(
      join(content, 'articles/bai-moi-de-thu.md'),
      original.replace(/^title: .*$/m, 'title: Bài mới để thử'),
    );
    await expect
      .poll(() => titleAt(`${server.origin}/bai-viet/bai-moi-de-thu`))
      .toBe('Bài mới để thử');

    await rm(file);
    await expect.poll(async () => (await fetch(address)).status).toBe(404);
    await server.stop();
    await folder.remove();
  });

  test('finds a broken file named on the console at start, and the rest served', async () => {
    const folder = await temporaryFolder();
    const content = join(folder.path, 'content');
    await cp(join(root, 'content'), content, { recursive: true });
    await writeFile(join(content, 'articles/hong.md'), '---\ntitle: Hỏng\ndate: 2020-13-45\n');
    const server = await startServer({ CONTENT_DIR: content, DATA_DIR: join(folder.path, 'data') });
    expect(server.output()).toContain(
      'articles/hong.md:1:1 lỗi front-matter-unclosed: Phần khai báo ở đầu tệp chưa được đóng lại.',
    );
    expect((await fetch(server.origin + seedArticle)).status).toBe(200);
    expect((await fetch(`${server.origin}/bai-viet/hong`)).status).toBe(404);
    await server.stop();
    await folder.remove();
  });
});

test.describe('a folder of Markdown that knows nothing of this site', () => {
  test('is served with CONTENT_DIR alone', async () => {
    const folder = await temporaryFolder();
    const content = join(folder.path, 'notes');
    await mkdir(content);
    await writeFile(
      join(content, 'Ghi chép đầu tiên.md'),
      '---\ntitle: Ghi chép đầu tiên\ndate: 2024-05-01 07:00\ndescription: Để thử.\nsection: Việc nhà\nauthors: [Người Thử]\n---\n\nMột dòng.\n',
    );
    const server = await startServer({ CONTENT_DIR: content, DATA_DIR: join(folder.path, 'data') });
    expect(await titleAt(`${server.origin}/bai-viet/ghi-chep-dau-tien`)).toBe('Ghi chép đầu tiên');
    expect(await titleAt(`${server.origin}/chuyen-muc/viec-nha`)).toBe('Việc nhà');
    expect(await titleAt(`${server.origin}/tac-gia/nguoi-thu`)).toBe('Người Thử');
    await server.stop();
    await folder.remove();
  });
});

test.describe('an operator is told in one sentence, and the server ends', () => {
  const lines = (output: string) => output.trim().split('\n');

  test('when the port is in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((done) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        done(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const folder = await temporaryFolder();
    const server = await startServer({ PORT: String(port), DATA_DIR: join(folder.path, 'data') });
    expect(await server.ended).not.toBe(0);
    expect(lines(server.output())).toEqual([
      `Địa chỉ 127.0.0.1:${port} đang có chương trình khác dùng. Dừng chương trình ấy, hoặc đặt PORT bằng một số khác.`,
    ]);
    other.close();
    await folder.remove();
  });

  test('when what nobody keeps fresh cannot be taken away from servers of files', async () => {
    const folder = await temporaryFolder();
    // Where the link lies there is a folder; all other starting goes well.
    await mkdir(join(folder.path, 'documents/current'), { recursive: true });
    const server = await startServer({ DATA_DIR: folder.path, DOCUMENTS_DISK_MB: '0' });
    expect(await server.ended).not.toBe(0);
    expect(lines(server.output()).at(-1)).toMatch(
      /^Không ghi được vào thư mục dữ liệu .* \(EISDIR\)\. /,
    );
    await folder.remove();
  });

  for (const [what, environment, sentence] of [
    [
      'when the content folder is not there',
      { CONTENT_DIR: '/khong-co-thu-muc-nay' },
      /^Không đọc được thư mục nội dung “\/khong-co-thu-muc-nay” \(ENOENT\)\. /,
    ],
    [
      'when the content folder is a file',
      { CONTENT_DIR: 'package.json' },
      /^Không đọc được thư mục nội dung “package\.json” \(ENOTDIR\)\. /,
    ],
    [
      'when the data folder cannot be made',
      { DATA_DIR: 'package.json/data' },
      /^Không ghi được vào thư mục dữ liệu “package\.json\/data” \(ENOTDIR\)\. /,
    ],
    [
      'when PORT is no number',
      { PORT: 'ba nghìn' },
      /^PORT phải là số từ 0 đến 65535, không phải “ba nghìn”\. /,
    ],
    [
      'when SITE_URL is no origin',
      { SITE_URL: 'vi-du.vn' },
      /^SITE_URL chỉ gồm giao thức và tên miền, không phải “vi-du\.vn”\. /,
    ],
  ] as const) {
    test(what, async () => {
      const server = await startServer(environment);
      expect(await server.ended).not.toBe(0);
      expect(lines(server.output())).toEqual([expect.stringMatching(sentence)]);
    });
  }
});

test('the schema of every kind of content file is published, for editors of any program', async () => {
  for (const kind of ['article', 'author', 'page', 'site', 'tags']) {
    const response = await fetch(`${newsroom}/schemas/${kind}.schema.json`);
    expect(response.headers.get('content-type'), kind).toContain('application/json');
    expect(await response.json(), kind).toHaveProperty('$schema');
  }
});

test.describe('an address', () => {
  test('that nobody knows gets the complete page with 404; a hundred of them leave no file and no document behind', async () => {
    // Development writes beside the build.
    const files = async () => {
      const all = await readdir(join(root, '.next'), { recursive: true });
      return all.filter((name) => !name.startsWith('dev/')).length;
    };
    const first = await (await fetch(`${newsroom}/khong-co-0`)).text();
    expect(first).toContain('Trang này không có trong số báo');
    const before = await files();
    for (let number = 1; number <= 100; number += 1) {
      const response = await fetch(`${newsroom}/bai-viet/khong-co-${number}?x=${number}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe(first);
    }
    expect(await files()).toBe(before);
  });

  for (const [target, statuses] of [
    ['/%E0%A4%A', [400]],
    ['/%00', [400]],
    ['/bai-viet/%2e%2e%2fcontent', [400, 404]],
    ['/..%5c..%5cpackage.json', [400, 404]],
    ['/.env', [404]],
    ['/_next/static/chunks/khong-co.js', [404]],
    ['/trang-loi', [404]],
    ['/trang-thieu', [404]],
    ['/_not-found', [404]],
    [`/${'a'.repeat(5000)}`, [414]],
    ['/luu-tru/2020/13', [404]],
    ['/luu-tru/2020/02/30', [404]],
    ['/trang/0', [404]],
    ['/trang/99999999999999999999', [404]],
    ['/anh/du-moi-thu/../../site.yaml', [404]],
  ] as const) {
    test(`${target.slice(0, 40)} is refused with ${statuses.join(' or ')}, never with 500`, async ({
      request,
    }) => {
      const response = await request.get(generated + target, { maxRedirects: 0 });
      expect(statuses).toContain(response.status());
    });
  }

  for (const [target, location] of [
    ['/gioi-thieu/', '/gioi-thieu'],
    ['/Chu-De/Ky-Anh', '/chu-de/ky-anh'],
    ['/trang/1', '/'],
    ['/chuyen-muc/thoi-su/trang/1/', '/chuyen-muc/thoi-su'],
    ['//gioi-thieu', '/gioi-thieu'],
  ] as const) {
    test(`in another spelling, ${target}, redirects for good to ${location}`, async ({
      request,
    }) => {
      const response = await request.get(newsroom + target, { maxRedirects: 0 });
      expect([response.status(), response.headers().location]).toEqual([308, location]);
    });
  }
});

test('no draft, embargoed or withdrawn word is in any page that links reach', async ({
  request,
}) => {
  const seen = new Set<string>(['/']);
  for (const path of seen) {
    const response = await request.get(generated + path, { maxRedirects: 0 });
    const html = await response.text();
    expect(html, path).not.toContain('KHÔNG-ĐƯỢC-LỘ');
    expect(html, path).not.toContain('khong-duoc-lo');
    expect([200, 308], `${path} ${response.status()}`).toContain(response.status());
    for (const [, link] of html.matchAll(/<a[^>]* href="(\/[^"#]*)/g)) if (link) seen.add(link);
  }
  expect(seen.size).toBeGreaterThan(90);
});

test('plain Next.js serves the application too', async () => {
  // `next start` knows nothing of our server: slower, with scripts, but whole.
  const { spawn } = await import('node:child_process');
  const folder = await temporaryFolder();
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn('npx', ['next', 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      DATA_DIR: folder.path,
      SITE_URL: `http://127.0.0.1:${port}`,
    },
  });
  const ended = new Promise((done) => child.once('close', done));
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  await expect
    .poll(async () => (await get('/gioi-thieu').catch(() => undefined))?.status, {
      timeout: 30_000,
    })
    .toBe(200);
  expect(await titleAt(`http://127.0.0.1:${port}${seedArticle}`)).toContain(
    'Xây dựng nền quốc phòng',
  );
  expect((await get('/bai-viet/khong-co')).status).toBe(404);
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
  await folder.remove();
});

test('the article page stays within its budget: 9,500 bytes of brotli, one request, 45,000 of fonts, rules once a day', async ({
  page,
}) => {
  const askForBrotli = async () =>
    (await fetch(newsroom + seedArticle, { headers: { 'accept-encoding': 'br' } })).headers;
  // Its first reader has come before that form is made.
  await expect.poll(async () => (await askForBrotli()).get('content-encoding')).toBe('br');
  const weight = Number((await askForBrotli()).get('content-length'));
  expect(weight).toBeGreaterThan(0);
  expect(weight).toBeLessThanOrEqual(9_500);

  const received: Response[] = [];
  page.on('response', (answer) => received.push(answer));
  await page.goto(newsroom + seedArticle, { waitUntil: 'networkidle' });
  const named = (pattern: RegExp) => received.filter((answer) => pattern.test(answer.url()));
  const fonts = await Promise.all(named(/\.woff2$/).map((font) => font.body()));
  expect(fonts).toHaveLength(2);
  expect(fonts.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThanOrEqual(45_000);
  // What a click may fetch early: behind the page, kept for a day, shared by all pages.
  const [rules, ...more] = named(/\/speculation-rules\.json$/);
  expect(more).toEqual([]);
  expect(rules?.headers()['cache-control']).toBe('public, max-age=86400');
  expect((await rules?.body())?.byteLength).toBeLessThanOrEqual(500);
  const others = received.filter((answer) => !named(/\.(woff2|ico|svg|json)$/).includes(answer));
  expect(others.map((answer) => answer.url())).toEqual([newsroom + seedArticle]);
});

test('a link that is pressed is fetched before it is let go, and what is no page is not', async ({
  page,
}) => {
  // Its policy forbids scripts; rules named by a header are none.
  const early: string[] = [];
  page.context().on('request', (request) => {
    if (request.headers()['sec-purpose'] === 'prefetch')
      early.push(new URL(request.url()).pathname);
  });
  await page.goto(newsroom + seedArticle, { waitUntil: 'networkidle' });
  const link = page.locator('main a[href="/chu-de/ky-anh"]').first();
  await link.hover();
  expect(early).toEqual([]);
  await page.mouse.down();
  await expect.poll(() => early).toEqual(['/chu-de/ky-anh']);
  await page.mouse.up();
  await page.waitForURL(`${newsroom}/chu-de/ky-anh`);
  expect(early).toEqual(['/chu-de/ky-anh']);
});
