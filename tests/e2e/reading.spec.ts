import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { generated, newsroom, seedArticle } from './sites';

const headline =
  'Xây dựng nền quốc phòng toàn dân gắn với thế trận an ninh nhân dân khu vực phía Nam Hà Tĩnh';
const seedParagraphs = readFileSync(
  join(import.meta.dirname, '../fixtures/seed-article.txt'),
  'utf8',
)
  .split('\n')
  .map((line) => line.replace(/^\s*date 2020-12 /, '').trim())
  .filter((line) => line !== '');

async function expectSeedArticle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  const text = ((await page.locator('article').first().textContent()) ?? '').replace(/\s+/g, ' ');
  let position = 0;
  for (const paragraph of seedParagraphs.slice(0, -1)) {
    const found = text.indexOf(paragraph, position);
    expect(found, paragraph).toBeGreaterThanOrEqual(position);
    position = found + paragraph.length;
  }
  await expect(page.getByText('Ảnh sẽ bổ sung')).toHaveCount(6);
  await expect(page.getByRole('link', { name: 'Thu Trang' }).first()).toBeVisible();
  await expect(page.getByText('Thứ Năm, 24/12/2020', { exact: true })).toBeVisible();
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a reader opens the front page and reads the Kỳ Anh article, every word of it', async ({
      page,
    }) => {
      await page.goto(newsroom);
      await page.getByRole('link', { name: headline }).click();
      await expect(page).toHaveURL(newsroom + seedArticle);
      await expectSeedArticle(page);
    });
  });
}

test('the first text on the front page is the lead, with its opening paragraph', async ({
  page,
}) => {
  await page.goto(newsroom);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(headline);
  await expect(page.getByText('Chiều 24/12, UBND thị xã Kỳ Anh tổ chức hội nghị')).toBeVisible();
});

test('a reader goes by section to an article and back up by the breadcrumb', async ({ page }) => {
  await page.goto(newsroom);
  await page
    .getByRole('navigation', { name: 'Chuyên mục', exact: true })
    .getByRole('link', { name: 'Pháp luật' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pháp luật');
  await page.getByRole('link', { name: /Bốn đợt cao điểm/ }).click();
  await expect(page.getByRole('cell', { name: '104 bị can' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Vị trí trang' })
    .getByRole('link', { name: 'Pháp luật' })
    .click();
  await expect(page).toHaveURL(`${newsroom}/chuyen-muc/phap-luat`);
});

test('a reader goes by tag: from the article, and from the list of all tags', async ({ page }) => {
  await page.goto(newsroom + seedArticle);
  await page
    .getByRole('navigation', { name: 'Chủ đề của bài' })
    .getByRole('link', { name: 'Covid-19' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Covid-19');
  await expect(page.getByRole('link', { name: /41 điểm cách ly/ })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Vị trí trang' })
    .getByRole('link', { name: 'Chủ đề' })
    .click();
  await page.getByRole('main').getByRole('link', { name: 'khen thưởng' }).click();
  await expect(
    page.getByRole('main').getByRole('link', { name: /15 tập thể, 26 cá nhân/ }),
  ).toBeVisible();
});

test('a reader goes by author, a person and a desk', async ({ page }) => {
  await page.goto(newsroom + seedArticle);
  await page.getByRole('link', { name: 'Thu Trang' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thu Trang');
  await expect(page.getByRole('main').getByRole('link', { name: headline }).last()).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Vị trí trang' })
    .getByRole('link', { name: 'Tác giả' })
    .click();
  await page.getByRole('main').getByRole('link', { name: 'Tòa Soạn' }).click();
  await expect(page.getByRole('main').getByText('11 bài').first()).toBeVisible();
});

test('a reader goes down the archive: year, month, day, article', async ({ page }) => {
  await page.goto(newsroom);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Lưu trữ' }).click();
  await page.getByRole('main').getByRole('link', { name: '2020' }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /tháng 12/i })
    .click();
  await expect(page).toHaveURL(`${newsroom}/luu-tru/2020/12`);
  await page.getByRole('main').getByRole('link', { name: /24/ }).first().click();
  await expect(page).toHaveURL(`${newsroom}/luu-tru/2020/12/24`);
  await page.getByRole('main').getByRole('link', { name: headline }).click();
  await expectSeedArticle(page);
});

test('a reader pages through a list to its end and back', async ({ page }) => {
  await page.goto(`${generated}/chuyen-muc/thu-nghiem`);
  const seen: string[] = [];
  for (const [count, address] of [
    [20, ''],
    [20, '/trang/2'],
    [20, '/trang/3'],
    [5, '/trang/4'],
  ] as const) {
    await expect(page).toHaveURL(`${generated}/chuyen-muc/thu-nghiem${address}`);
    const titles = await page
      .getByRole('main')
      .getByRole('article')
      .getByRole('heading', { level: 3 })
      .allInnerTexts();
    expect(titles).toHaveLength(count);
    seen.push(...titles);
    const older = page.getByRole('link', { name: 'Bài cũ hơn' });
    if (count === 20) await older.click();
    else await expect(older).toHaveCount(0);
  }
  expect(new Set(seen).size).toBe(65);
  await page.getByRole('link', { name: 'Bài mới hơn' }).click();
  await expect(page).toHaveURL(`${generated}/chuyen-muc/thu-nghiem/trang/3`);
  await page
    .getByRole('navigation', { name: 'Phân trang' })
    .getByRole('link', { name: '1', exact: true })
    .click();
  await expect(page).toHaveURL(`${generated}/chuyen-muc/thu-nghiem`);
});

test('a reader follows related articles and the next one in the section', async ({ page }) => {
  await page.goto(
    `${newsroom}/bai-viet/ky-anh-xay-dung-41-diem-cach-ly-tap-trung-phong-chong-dich-covid-19-trong-nam-2020`,
  );
  const related = page.getByRole('complementary', { name: 'Đọc thêm' });
  await related.getByRole('link', { name: /1\.500 lượt cán bộ/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1.500 lượt cán bộ');
  await page
    .getByRole('navigation', { name: 'Trong chuyên mục' })
    .getByRole('link', { name: /41 điểm cách ly/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('41 điểm cách ly');
});

test('a reader who lands on a wrong address is told so and finds the way back', async ({
  page,
}) => {
  const response = await page.goto(`${newsroom}/bai-viet/khong-co-bai-nay`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Trang này không có trong số báo',
  );
  await page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: /Kỳ Anh/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kỳ Anh');
});

test('an old address leads to the article in one hop', async ({ page }) => {
  const response = await page.goto(`${generated}/tin/2022/cu.html`);
  expect(response?.status()).toBe(200);
  await expect(page).toHaveURL(`${generated}/bai-viet/du-moi-thu`);
});

test('a withdrawn article says when and why, and nothing else of it', async ({ page }) => {
  const response = await page.goto(`${generated}/bai-viet/da-rut`);
  expect(response?.status()).toBe(410);
  await expect(page.getByText('Rút để thử lời báo.')).toBeVisible();
  await expect(page.getByText('12/01/2022').first()).toBeVisible();
  expect(await page.content()).not.toContain('KHÔNG-ĐƯỢC-LỘ');
});

test('footnotes lead there and back', async ({ page }) => {
  await page.goto(`${generated}/bai-viet/du-moi-thu`);
  await page.getByRole('link', { name: 'Chú thích 1', exact: true }).click();
  await expect(page.locator(':target')).toContainText('Chú thích để thử');
  await page.getByRole('link', { name: 'Về chỗ đặt chú thích 1' }).click();
  await expect(page.locator(':target')).toHaveText('1');
});

test('corrections stand at the foot of the article and on the corrections page', async ({
  page,
}) => {
  await page.goto(`${generated}/bai-viet/du-moi-thu`);
  await expect(page.getByText('Bản trước ghi 1, đúng là 2 (thử).')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Đính chính' }).click();
  await expect(page.getByText('Bản trước ghi 1, đúng là 2 (thử).')).toBeVisible();
});

test('the footer prints what is filled in of the publisher, and a reader can report a mistake', async ({
  page,
}) => {
  await page.goto(`${generated}/bai-viet/du-moi-thu`);
  for (const words of ['Đơn vị Thử', 'Cơ quan Thử', 'Số 0, phố Thử', 'Người Thử', '0/GP-THU']) {
    await expect(page.getByRole('contentinfo')).toContainText(words);
  }
  await expect(page.getByRole('link', { name: 'Báo lỗi bài viết' })).toHaveAttribute(
    'href',
    /^mailto:thu@example\.com\?subject=/,
  );
  await page.goto(newsroom + seedArticle);
  await expect(page.getByRole('link', { name: 'Báo lỗi bài viết' })).toHaveCount(0);
});

test('the skip link is the first stop of the keyboard and leads to the text', async ({ page }) => {
  await page.goto(newsroom + seedArticle);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Bỏ qua đến nội dung' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator(':target')).toHaveRole('main');
});
