import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { hostileQueries } from '../unit/server/search/hostile-queries';
import { type OwnServer, startServer, temporaryFolder } from './own-server';
import { ask } from './raw-request';
import { generated, newsroom, seedArticle } from './sites';

const root = resolve(import.meta.dirname, '../..');

test.describe('a reader without JavaScript', () => {
  test('finds the Kỳ Anh article by words without marks, sees them marked, and reads it', async ({
    page,
  }) => {
    await page.goto(`${newsroom}/tim-kiem`);
    await page
      .getByRole('searchbox', { name: 'Tìm trong Tòa Soạn' })
      .fill('nen quoc phong toan dan');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await expect(page).toHaveURL(`${newsroom}/tim-kiem?q=nen+quoc+phong+toan+dan`);
    await expect(page.getByRole('searchbox')).toHaveValue('nen quoc phong toan dan');
    const first = page.getByRole('region', { name: 'Kết quả' }).getByRole('article').first();
    await expect(first.locator('mark').first()).toContainText('nền quốc phòng toàn dân');
    await first.getByRole('link', { name: /^Xây dựng nền quốc phòng toàn dân/ }).click();
    await expect(page).toHaveURL(newsroom + seedArticle);
  });

  test('keeps what is looked for when it is narrowed, ordered and leafed through', async ({
    page,
  }) => {
    await page.goto(`${generated}/tim-kiem?q=bai+thu`);
    await page.getByRole('combobox', { name: 'Năm' }).selectOption('2021');
    await page.getByRole('combobox', { name: 'Chuyên mục' }).selectOption('thu-nghiem');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await expect(page).toHaveURL(/[?&]q=bai\+thu&chuyen-muc=thu-nghiem&nam=2021(?:&|$)/);
    const next = page.getByRole('navigation').getByRole('link', { name: /^Trang sau/ });
    await next.click();
    await expect(page).toHaveURL(
      `${generated}/tim-kiem?q=bai+thu&chuyen-muc=thu-nghiem&nam=2021&trang=2`,
    );
    await expect(page.getByRole('searchbox')).toHaveValue('bai thu');
    await expect(page.getByRole('combobox', { name: 'Năm' })).toHaveValue('2021');
  });

  test('who leafs past the end is on the last page', async ({ page }) => {
    const response = await page.goto(`${newsroom}/tim-kiem?q=quoc+phong&trang=49`);
    expect(response?.status()).toBe(200);
    await expect(
      page.getByRole('region', { name: 'Kết quả' }).getByRole('article').first(),
    ).toBeVisible();
  });

  test('who looks for what is not there is led on', async ({ page }) => {
    const response = await page.goto(`${newsroom}/tim-kiem?q=khongcochunaonhuthe`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('link', { name: 'Thời sự' }).first()).toBeVisible();
  });
});

test('a link of a result is fetched as it is pressed; another search is not, for it is work', async ({
  page,
}) => {
  const early: string[] = [];
  page.context().on('request', (request) => {
    if (request.headers()['sec-purpose'] === 'prefetch')
      early.push(new URL(request.url()).pathname);
  });
  await page.goto(`${generated}/tim-kiem?q=bai+thu`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: /^Trang sau/ }).hover();
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL(/trang=2/);
  await page.getByRole('region', { name: 'Kết quả' }).getByRole('link').first().hover();
  await page.mouse.down();
  await expect.poll(() => early).toHaveLength(1);
  expect(early[0]).not.toBe('/tim-kiem');
});

test('nobody finds what is not out, or not any more', async ({ request }) => {
  for (const text of ['KHÔNG-ĐƯỢC-LỘ', 'khong duoc lo', 'hen gio', 'da rut', 'nhap']) {
    const query = new URLSearchParams({ q: text });
    for (const path of ['/tim-kiem', '/api/search']) {
      const answer = await (await request.get(`${generated}${path}?${query}`)).text();
      expect(answer, `${path} ${text}`).not.toMatch(/khong-duoc-lo|da-rut|Hẹn giờ|Bản nháp/);
    }
  }
});

test.describe('a server that is asked the worst', () => {
  test.describe.configure({ mode: 'default' });
  let server: OwnServer;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  test.beforeAll(async () => {
    folder = await temporaryFolder();
    server = await startServer({
      CONTENT_DIR: join(root, 'content'),
      DATA_DIR: join(folder.path, 'data'),
      TRUST_PROXY: 'loopback',
    });
  });
  test.afterAll(async () => {
    await server.stop();
    await folder.remove();
  });
  /** Asks as a reader of one's own, for no limit but that of the test. */
  const askAs = (reader: string, target: string, method = 'GET') =>
    ask(server.origin, target, { method, headers: { 'x-forwarded-for': reader } });

  test('answers every query, keeps none, and has nothing to report', async () => {
    const before = server.output();
    for (const [what, query] of hostileQueries) {
      const page = await askAs('203.0.113.1', `/tim-kiem?${query}`);
      expect([page.status, page.headers['cache-control']], what).toEqual([200, 'no-store']);
      expect(page.body.toString(), what).toContain('</html>');
      expect(page.body.toString(), what).not.toMatch(/SQLITE|fts5|<script>alert|__next_error__/i);
      const suggestions = await askAs('203.0.113.1', `/api/search?${query}`);
      expect(suggestions.status, what).toBe(200);
      expect(JSON.parse(suggestions.body.toString()), what).toEqual({
        query: expect.any(String),
        suggestions: expect.any(Array),
      });
    }
    expect(server.output()).toBe(before);
    const files = await readdir(join(folder.path, 'data/documents'), { recursive: true });
    expect(files.filter((name) => /tim-kiem|trang-ban/.test(name))).toEqual([]);
  });

  test('refuses a head that is too long, as for every page, and goes on', async () => {
    const { status } = await askAs('203.0.113.1', `/tim-kiem?q=${'a'.repeat(20_000)}`);
    expect(status).toBe(431);
    expect((await askAs('203.0.113.1', '/tim-kiem?q=ky+anh')).status).toBe(200);
  });

  for (const [path, what] of [
    ['/tim-kiem', 'searches'],
    ['/api/search', 'asks for suggestions'],
  ] as const) {
    test(`tells one who ${what} too often when to come again, and nobody else`, async () => {
      let status = 200;
      for (let asked = 0; status === 200 && asked < 5_000; asked += 1)
        status = (await askAs('203.0.113.2', path, 'HEAD')).status;
      expect(status).toBe(429);
      while ((await askAs('203.0.113.2', path, 'HEAD')).status !== 429);
      const refused = await askAs('203.0.113.2', `${path}?q=ky+anh`);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.headers['cache-control']).toBe('no-store');
      expect((await askAs('203.0.113.3', `${path}?q=ky+anh`)).status).toBe(200);
      await expect.poll(async () => (await askAs('203.0.113.2', path)).status).toBe(200);
    });
  }
});
