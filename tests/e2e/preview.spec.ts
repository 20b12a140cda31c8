import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type OwnServer, startServer, temporaryFolder } from './own-server';
import { seedArticle } from './sites';

const root = resolve(import.meta.dirname, '../..');
const seedFile = `articles/2020/12/${seedArticle.slice('/bai-viet/'.length)}.md`;

// Next.js in development compiles each kind of page when it is first asked for.
const COMPILED = { timeout: 120_000 };
test.describe.configure({ mode: 'serial', timeout: 300_000 });
test.use({ javaScriptEnabled: true });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: OwnServer;
const pathOf = (file: string) => join(folder.path, 'content', file);

const articleFile = (keys: string, body = 'Thân bài thử.') =>
  `---\ntitle: Bài xem trước\ndescription: Sapo thử.\nsection: thoi-su\n${keys}\n---\n\n${body}\n`;

const banner = (page: Page) => page.getByRole('complementary', { name: 'Xem trước' });

test.beforeAll(async () => {
  folder = await temporaryFolder();
  await cp(join(root, 'content'), pathOf(''), { recursive: true });
  await writeFile(
    pathOf('articles/ban-nhap.md'),
    articleFile('date: 2020-12-24 07:00\ndraft: true'),
  );
  await writeFile(pathOf('articles/hen-gio.md'), articleFile('date: 2999-12-24 07:00'));
  await writeFile(
    pathOf('articles/da-rut.md'),
    articleFile('date: 2021-01-02 07:00\nwithdrawn: { date: 2021-01-03, reason: Rút để thử. }'),
  );
  await writeFile(pathOf('articles/chua-tot.md'), articleFile('date: 24/12/2020'));
  server = await startServer(
    { CONTENT_DIR: pathOf(''), DATA_DIR: join(folder.path, 'data') },
    'dev',
  );
});

test.afterAll(async () => {
  await server.stop();
  await folder.remove();
});

for (const [what, path, notice, headline] of [
  [
    'a draft',
    '/bai-viet/ban-nhap',
    'Bản nháp: bạn đọc không thấy bài này. Xóa dòng draft: true để đăng.',
    'Bài xem trước',
  ],
  [
    'an article under embargo',
    '/bai-viet/hen-gio',
    'Hẹn giờ: bài sẽ đăng vào thứ Ba, 24/12/2999, 07:00 (GMT+7).',
    'Bài xem trước',
  ],
  [
    'a withdrawn article',
    '/bai-viet/da-rut',
    'Đã rút: bạn đọc chỉ thấy lời báo này. Xóa khóa withdrawn thì bài hiện lại.',
    'Bài viết đã được rút',
  ],
] as const) {
  test(`an editor sees ${what} and what will happen to it`, async ({ page }) => {
    await page.goto(server.origin + path);
    await expect(banner(page).getByText(notice)).toBeVisible(COMPILED);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  });
}

test('the front page lists what is not out yet, with its state, apart from what is', async ({
  page,
}) => {
  await page.goto(server.origin);
  const list = page.getByRole('region', { name: 'Chưa đăng' });
  await expect(list.getByText('Bản nháp')).toBeVisible(COMPILED);
  await expect(list.getByText('Sẽ đăng vào thứ Ba, 24/12/2999, 07:00 (GMT+7)')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bài xem trước' })).toHaveCount(2);
});

test('saving refreshes the open page; where a file breaks the last good version stays, with what is wrong', async ({
  page,
}) => {
  const file = pathOf(seedFile);
  const original = await readFile(file, 'utf8');
  const title = page.getByRole('heading', { level: 1 });
  await page.goto(server.origin + seedArticle);
  await expect(title).toContainText('Xây dựng nền quốc phòng', COMPILED);

  await page.evaluate(() => window.scrollTo(0, 900));
  await writeFile(file, original.replace(/^title: .*$/m, 'title: Tiêu đề vừa sửa để thử'));
  await expect(title).toHaveText('Tiêu đề vừa sửa để thử', COMPILED);
  // Who writes at the end of a text is not thrown back to its head.
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(600);

  await writeFile(file, original.replace(/^date: .*$/m, 'date: 24/12/2020'));
  await expect(
    banner(page).getByText('Tệp đang có lỗi: bạn đọc vẫn thấy bản tốt gần nhất'),
  ).toBeVisible(COMPILED);
  await expect(banner(page).getByText(`${seedFile}:3:7`)).toBeVisible();
  await expect(
    banner(page).getByText(
      'Lỗi date-order: Ngày “24/12/2020” không bắt đầu bằng năm nên dễ hiểu lầm. Viết năm, tháng, rồi ngày: 2020-12-24.',
    ),
  ).toBeVisible();
  await expect(title).toHaveText('Tiêu đề vừa sửa để thử');

  await writeFile(file, original);
  await expect(title).toContainText('Xây dựng nền quốc phòng', COMPILED);
  await expect(page.getByText('Tệp đang có lỗi')).toHaveCount(0);
});

test('in place of an article that never was good, what is wrong with it; the page comes once it is mended', async ({
  page,
}) => {
  await page.goto(`${server.origin}/bai-viet/chua-tot`);
  await expect(page.getByText('articles/chua-tot.md:5:7')).toBeVisible(COMPILED);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tệp này chưa thành trang');
  await writeFile(pathOf('articles/chua-tot.md'), articleFile('date: 2020-12-24'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bài xem trước', COMPILED);
});

test('pages of authors and about the site show what is wrong with their files', async ({
  page,
}) => {
  for (const [file, path] of [
    ['authors/thu-trang.md', '/tac-gia/thu-trang'],
    ['pages/gioi-thieu.md', '/gioi-thieu'],
  ] as const) {
    const original = await readFile(pathOf(file), 'utf8');
    // An open page would load again just when the next is asked for.
    await page.goto('about:blank');
    await writeFile(pathOf(file), original.replace('---\n', '---\ntitel: nhầm\n'));
    await page.goto(server.origin + path);
    await expect(banner(page).getByText(`${file}:2:1`)).toBeVisible(COMPILED);
    await writeFile(pathOf(file), original);
    await expect(page.getByText(`${file}:2:1`)).toHaveCount(0, COMPILED);
  }
});
