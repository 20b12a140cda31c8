import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { type OwnServer, startServer, temporaryFolder } from './own-server';
import { generated, newsroom, seedArticle } from './sites';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const articles: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'bai-cu': { date: '2020-12-24' },
  'bai-cu-moi-dinh-chinh': {
    date: '2020-12-24',
    corrections: [{ date: daysAgo(3), text: 'Sửa gần đây.' }],
  },
  'bai-moi': { date: daysAgo(3) },
  'cap-nhat': { date: '2024-05-01 07:00', updated: '2024-05-02 08:00' },
  'cap-nhat-vo-nghia': { date: '2024-05-01 07:00', updated: '2024-05-01 07:02' },
  'cap-nhat-chua-toi': { date: '2024-05-01 07:00', updated: '2999-01-01 08:00' },
  'dinh-chinh-chua-toi': {
    date: '2024-05-01',
    corrections: [
      { date: '2024-05-03', text: 'Đính chính đã tới.' },
      { date: '2999-01-01', text: 'Đính chính chưa tới.' },
    ],
  },
  'ky-mot': { date: '2024-06-01', series: { name: 'Loạt thử', part: 1 } },
  'ky-hai': { date: '2024-06-02', series: { name: 'Loạt thử', part: 2 } },
  'ky-ba': { date: '2024-06-03', series: { name: 'Loạt thử', part: 3 }, draft: true },
  'ky-bon': { date: '2024-06-04', series: { name: 'Loạt thử', part: 4 } },
  'theo-nguon': {
    date: '2024-07-01',
    source: { name: 'Nguồn Thử', url: 'https://example.com/goc', author: 'Người Thử' },
    canonical: 'https://example.com/goc',
  },
  'da-rut': {
    date: '2024-08-01',
    withdrawn: { date: '2024-08-02', reason: 'Rút để thử.' },
  },
};

// One server for all of them, so one worker.
test.describe.configure({ mode: 'default' });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: OwnServer;
const addressOf = (slug: string) => `${server.origin}/bai-viet/${slug}`;

test.beforeAll(async () => {
  folder = await temporaryFolder();
  const content = join(folder.path, 'content');
  for (const [slug, keys] of Object.entries(articles)) {
    const front = { title: `Bài ${slug}`, description: 'Sapo thử.', section: 'Thử', ...keys };
    const lines = Object.entries(front).map(([key, value]) =>
      key === 'date' || key === 'updated' ? `${key}: ${value}` : `${key}: ${JSON.stringify(value)}`,
    );
    const file = join(content, `articles/${slug}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\n${lines.join('\n')}\n---\n\nThân bài thử.\n`);
  }
  server = await startServer({ CONTENT_DIR: content, DATA_DIR: join(folder.path, 'data') });
});

test.afterAll(async () => {
  await server.stop();
  await folder.remove();
});

test.describe('an article of more than a year ago', () => {
  test('says so above its text, with the day and no count of years', async ({ page }) => {
    await page.goto(addressOf('bai-cu'));
    await expect(
      page.getByText(
        'Bài đăng ngày 24/12/2020, đã hơn một năm. Một số thông tin có thể không còn đúng.',
      ),
    ).toBeVisible();
  });

  for (const slug of ['bai-moi', 'bai-cu-moi-dinh-chinh']) {
    test(`does not say so when it is young or was changed: ${slug}`, async ({ page }) => {
      await page.goto(addressOf(slug));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bài ${slug}`);
      await expect(page.getByText('đã hơn một năm')).toHaveCount(0);
    });
  }
});

test.describe('an update', () => {
  test('is shown with its time, to readers and to machines', async ({ page }) => {
    await page.goto(addressOf('cap-nhat'));
    await expect(
      page.getByText('Cập nhật: Thứ Năm, 02/05/2024, 08:00 (GMT+7)', { exact: true }),
    ).toBeVisible();
    await expect(page.locator('meta[property="article:modified_time"]')).toHaveAttribute(
      'content',
      '2024-05-02T08:00:00+07:00',
    );
  });

  for (const slug of ['cap-nhat-vo-nghia', 'cap-nhat-chua-toi']) {
    test(`is not shown when it means nothing or is still to come: ${slug}`, async ({ page }) => {
      await page.goto(addressOf(slug));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Bài ${slug}`);
      await expect(page.getByText('Cập nhật')).toHaveCount(0);
      await expect(page.locator('meta[property="article:modified_time"]')).toHaveCount(0);
    });
  }
});

test('corrections stand at the foot and on their page, dated, from their day on', async ({
  page,
}) => {
  for (const address of [addressOf('dinh-chinh-chua-toi'), `${server.origin}/dinh-chinh`]) {
    await page.goto(address);
    await expect(page.getByText('Đính chính đã tới.')).toBeVisible();
    await expect(page.getByText('03/05/2024').first()).toBeVisible();
    await expect(page.getByText('Đính chính chưa tới.')).toHaveCount(0);
  }
});

test('a reader goes through a series; a part that is not out is passed over', async ({ page }) => {
  await page.goto(addressOf('ky-mot'));
  const parts = page.getByRole('navigation', { name: 'Các kỳ của loạt bài Loạt thử' });
  await expect(page.getByText('Loạt bài Loạt thử, kỳ 1/4', { exact: true })).toBeVisible();
  await expect(parts.getByRole('link')).toHaveCount(1);
  await parts.getByRole('link', { name: 'Kỳ sau Bài ky-hai' }).click();
  await expect(page.getByText('Loạt bài Loạt thử, kỳ 2/4', { exact: true })).toBeVisible();
  await parts.getByRole('link', { name: 'Kỳ sau Bài ky-bon' }).click();
  await expect(page).toHaveURL(addressOf('ky-bon'));
  await parts.getByRole('link', { name: 'Kỳ trước Bài ky-hai' }).click();
  await expect(page).toHaveURL(addressOf('ky-hai'));
  // Each part beside it is offered once on the page.
  for (const title of ['Bài ky-mot', 'Bài ky-bon'])
    await expect(page.getByRole('link', { name: title })).toHaveCount(1);
});

test('an article taken over names its source and points machines to the original', async ({
  page,
}) => {
  await page.goto(addressOf('theo-nguon'));
  await expect(page.getByRole('link', { name: 'Theo Nguồn Thử (Người Thử)' })).toHaveAttribute(
    'href',
    'https://example.com/goc',
  );
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    'https://example.com/goc',
  );
});

test('a withdrawn article answers 410 with the day and the reason, and is in no list', async ({
  page,
}) => {
  const response = await page.goto(addressOf('da-rut'));
  expect(response?.status()).toBe(410);
  await expect(page.getByText('Rút ngày 02/08/2024. Rút để thử.')).toBeVisible();
  await expect(page.getByText('Thân bài thử.')).toHaveCount(0);
  for (const list of ['/', '/chuyen-muc/thu', '/luu-tru/2024/08']) {
    const html = await (await fetch(server.origin + list)).text();
    expect(html, list).not.toContain('Bài da-rut');
  }
});

test.describe('of the preview of editors, readers get not one byte', () => {
  test('on any page, broken and unpublished articles included', async () => {
    const addresses = [
      ...[`${newsroom}/`, newsroom + seedArticle, `${newsroom}/tac-gia/thu-trang`],
      ...[`${newsroom}/gioi-thieu`, `${newsroom}/khong-co-trang-nay`, `${generated}/`],
      ...['ban-nhap', 'hong', 'da-rut', 'du-moi-thu'].map(
        (slug) => `${generated}/bai-viet/${slug}`,
      ),
      `${generated}/bai-viet/hen-gio`,
    ];
    for (const address of addresses) {
      const html = await (await fetch(address)).text();
      expect(html, address).not.toMatch(
        /(?<!image-)preview|Xem trước|Bản nháp|Hẹn giờ|Chưa đăng|chua_dang/,
      );
      expect(html, address).not.toMatch(/date-impossible|\.md:\d|<details|<aside[^>]*Xem/);
    }
  });

  for (const path of ['/api/preview.js', '/api/preview.css', '/api/preview-events']) {
    test(`at ${path}`, async ({ request }) => {
      const response = await request.get(newsroom + path);
      expect(response.status()).toBe(404);
      expect(response.headers()['content-type']).toContain('text/html');
    });
  }
});

test('operators are told how the instance is, without a word of what is not out', async ({
  request,
}) => {
  const response = await request.get(`${generated}/api/health`);
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({
    status: 'degraded',
    problems: { codes: { 'date-impossible': 1 } },
  });
  expect(text).not.toMatch(/KHÔNG-ĐƯỢC-LỘ|khong-duoc-lo|\.md|articles\//);
  expect((await request.post(`${generated}/api/health`)).status()).toBe(405);
});
