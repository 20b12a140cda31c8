import { EventEmitter, once } from 'node:events';
import { expect, type Page, test } from 'playwright/test';
import { newsroom, seedArticle } from './sites';
import { answer, field, give, list, open, option, searchPage } from './suggested';

test.use({ javaScriptEnabled: true });

const PAUSE = 1000;

const named = (name: string) => [{ kind: 'tag', name, path: '/chu-de/ky-anh' }];

/** The search page with a clock that only the test moves. */
async function gotoStill(page: Page): Promise<void> {
  await page.clock.install();
  await page.goto(searchPage);
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** Types, and lets the pause after typing go by. */
async function type(page: Page, text: string): Promise<void> {
  await field(page).pressSequentially(text);
  await page.clock.runFor(PAUSE);
}

test.describe('the server is asked', () => {
  test('once a pause, for all that was typed until then', async ({ page }) => {
    const asked = await answer(page);
    await gotoStill(page);
    // As programs for Telex do it: a letter is taken back and comes again with its mark.
    await field(page).pressSequentially('dduong');
    for (let count = 0; count < 6; count += 1) await page.keyboard.press('Backspace');
    await type(page, 'đường');
    await expect(list(page)).toBeVisible();
    expect(asked).toEqual(['đường']);
  });

  test('never twice for the same text', async ({ page }) => {
    const gate = new EventEmitter();
    const asked = await answer(page, async (route, text) => {
      if (text === 'ky') await once(gate, 'open');
      await give(route, named(text));
    });
    await gotoStill(page);
    const first = page.waitForRequest(/q=ky$/);
    await type(page, 'ky');
    await first;
    // A blank more, while the answer is on its way.
    await type(page, ' ');
    gate.emit('open');
    await expect(option(page, 'ky Chủ đề')).toBeVisible();
    await type(page, 'a');
    await expect(option(page, 'ky a Chủ đề')).toBeVisible();
    await page.keyboard.press('Backspace');
    await page.clock.runFor(PAUSE);
    await expect(option(page, 'ky Chủ đề')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(option(page, 'ky Chủ đề')).toBeVisible();
    expect(asked).toEqual(['ky', 'ky a']);
  });

  test('not for what has no letter and no digit', async ({ page }) => {
    const asked = await answer(page);
    await gotoStill(page);
    await type(page, ' "-*:^ ');
    await page.keyboard.press('ArrowDown');
    await type(page, '5');
    await expect(list(page)).toBeVisible();
    expect(asked).toEqual(['"-*:^ 5']);
  });

  test('not by a page that nobody sees, nor by one whose reader saves data', async ({ page }) => {
    const asked = await answer(page);
    await page.addInitScript(() => Object.defineProperty(document, 'hidden', { value: true }));
    await gotoStill(page);
    await type(page, 'ky anh');
    await expect(list(page)).toBeHidden();
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    await page.goto(searchPage);
    await page.getByRole('searchbox').pressSequentially('ky anh');
    await page.clock.runFor(PAUSE);
    expect(asked).toEqual([]);
  });

  test('not again before the time it says, once it has enough', async ({ page }) => {
    const asked = await answer(page, (route, text) =>
      text === 'k'
        ? route.fulfill({
            status: 429,
            headers: { 'Retry-After': '30' },
            json: { suggestions: [] },
          })
        : give(route, named('Kỳ Anh')),
    );
    await gotoStill(page);
    const refused = page.waitForResponse((response) => response.status() === 429);
    await type(page, 'k');
    await refused;
    await type(page, 'y');
    await expect(list(page)).toBeHidden();
    await page.clock.runFor(30_000);
    await type(page, ' anh');
    await expect(option(page, 'Kỳ Anh Chủ đề')).toBeVisible();
    expect(asked).toEqual(['k', 'ky anh']);
  });
});

test.describe('of the answers', () => {
  test('one that comes late does not take the place of a newer one', async ({ page }) => {
    const gate = new EventEmitter();
    await answer(page, async (route, text) => {
      if (text === 'ky') await once(gate, 'open');
      await give(route, named(`về ${text}`));
    });
    await gotoStill(page);
    const first = page.waitForRequest(/q=ky$/);
    await type(page, 'ky');
    await first;
    await type(page, ' anh');
    await expect(option(page, 'về ky anh Chủ đề')).toBeVisible();
    gate.emit('open');
    await page.unrouteAll({ behavior: 'wait' });
    await expect(option(page, 'về ky anh Chủ đề')).toBeVisible();
    await expect(option(page, 'về ky Chủ đề')).toHaveCount(0);
  });

  test('one that comes when the reader has gone on shows nothing', async ({ page }) => {
    const gate = new EventEmitter();
    await answer(page, async (route) => {
      await once(gate, 'open');
      await give(route, named('muộn'));
    });
    await page.goto(searchPage);
    const first = page.waitForRequest(/q=ky$/);
    await field(page).pressSequentially('ky');
    await first;
    await page.keyboard.press('Tab');
    gate.emit('open');
    await page.unrouteAll({ behavior: 'wait' });
    await expect(list(page)).toBeHidden();
  });

  for (const [what, status, body] of [
    ['a failure', 503, '{"query":"","suggestions":[]}'],
    ['nonsense', 200, '<!doctype html>'],
  ] as const) {
    test(`${what} closes the list without a word, and the form still searches`, async ({
      page,
    }) => {
      const faults: string[] = [];
      page.on('pageerror', (fault) => faults.push(fault.message));
      await answer(page, (route, text) =>
        text === 'ky' ? give(route, named('Kỳ Anh')) : route.fulfill({ status, body }),
      );
      await open(page, 'ky');
      await field(page).pressSequentially(' anh');
      await expect(list(page)).toBeHidden();
      await expect(page.getByRole('search').getByRole('status')).toHaveText('');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/tim-kiem\?q=ky\+anh/);
      expect(faults).toEqual([]);
    });
  }
});

test.describe('the module', () => {
  const isModule = /\/search\.[0-9a-f]{8}\.js$/;

  test('breaks no rule of the page’s policy', async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (fault) => complaints.push(fault.message));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(event.violatedDirective),
      ),
    );
    await open(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  for (const [what, path, isThere] of [
    ['search', '/tim-kiem', true],
    ['a missing page', '/khong-co-trang-nay', true],
    ['the front page', '/', false],
    ['an article', seedArticle, false],
  ] as const) {
    test(`is ${isThere ? '' : 'not '}on ${what}`, async ({ page }) => {
      const scripts: string[] = [];
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url());
      });
      const response = await page.goto(`${newsroom}${path}`, { waitUntil: 'networkidle' });
      const policy = response?.headers()['content-security-policy'];
      expect(policy).toContain(`script-src ${isThere ? "'self'" : "'none'"};`);
      expect(scripts).toEqual(isThere ? [expect.stringMatching(isModule)] : []);
      await expect(field(page)).toHaveCount(isThere ? 1 : 0);
    });
  }

  test('blocked, leaves a form that searches', async ({ page }) => {
    await page.route(isModule, (route) => route.abort());
    await page.goto(searchPage);
    await page.getByRole('searchbox', { name: /^Tìm trong/ }).fill('ky anh');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.waitForURL(/\/tim-kiem\?q=ky\+anh/);
    await expect(page.getByRole('searchbox')).toHaveValue('ky anh');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('is not missed', async ({ page }) => {
      await page.goto(searchPage);
      await page.getByRole('searchbox', { name: /^Tìm trong/ }).fill('ky anh');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/tim-kiem\?q=ky\+anh/);
      await expect(page.getByRole('searchbox')).toHaveValue('ky anh');
    });
  });
});
