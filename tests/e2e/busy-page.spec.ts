import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { SEARCHES_PER_MINUTE } from '@/lib/server/search/client-limit';
import { startServer, temporaryFolder } from './own-server';
import { hasJava, nuErrorsOf, violationsOn, widthsOf } from './page-checks';

test('who searches too much is told when to come again, on a page with which nothing is wrong', async ({
  browser,
}) => {
  // Every one of them is drawn, which takes its time where others run beside it.
  test.setTimeout(180_000);
  const folder = await temporaryFolder();
  const server = await startServer({ DATA_DIR: join(folder.path, 'data') });
  const address = `${server.origin}/tim-kiem`;
  // At once, so that none is given back meanwhile.
  const asked = Array.from({ length: SEARCHES_PER_MINUTE + 30 }, async () => {
    const response = await fetch(address);
    const { status, headers } = response;
    return { status, headers: Object.fromEntries(headers), html: await response.text() };
  });
  const busy = (await Promise.all(asked)).find(({ status }) => status === 429);
  expect(Number(busy?.headers['retry-after'])).toBeGreaterThan(0);
  const { headers = {}, html = '' } = busy ?? {};

  for (const colorScheme of ['light', 'dark'] as const) {
    const viewport = { width: 320, height: 640 };
    const page = await browser.newPage({ javaScriptEnabled: true, colorScheme, viewport });
    // Once more: by now the server may let the next search through.
    await page.route(address, (route) => route.fulfill({ status: 429, headers, body: html }));
    await page.goto(address);
    await expect(page).toHaveTitle('Chưa tìm được lúc này – Tòa Soạn');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa tìm được lúc này');
    await expect(page.getByRole('combobox', { name: 'Tìm trong Tòa Soạn' })).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    expect(await widthsOf(page)).toEqual([320, 320]);
    await page.close();
  }
  if (hasJava()) expect(await nuErrorsOf([['busy', html]])).toBe('');
  await server.stop();
  await folder.remove();
});
