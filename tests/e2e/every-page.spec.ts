import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { everyKindOfPage } from './sites';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

for (const [what, address, status] of everyKindOfPage) {
  test.describe(what, () => {
    test('has no script, asks only its own host, and nothing it asks for fails', async ({
      page,
    }) => {
      const asked: string[] = [];
      const failed: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('requestfailed', (request) => failed.push(request.url()));
      page.on('response', (response) => {
        if (response.status() >= 400 && response.url() !== address) failed.push(response.url());
      });
      const response = await page.goto(address, { waitUntil: 'networkidle' });
      expect(response?.status()).toBe(status);
      const scripts = await page.locator('script:not([type="application/ld+json"])').count();
      expect(scripts).toBe(0);
      expect(await response?.text()).not.toMatch(/ (style|on[a-z]+)=/);
      expect(asked.filter((url) => new URL(url).host !== new URL(address).host)).toEqual([]);
      expect(failed).toEqual([]);
    });

    test('has a title, description, canonical, Open Graph and icons of its own in its head', async ({
      request,
    }) => {
      const html = await (await request.get(address)).text();
      const head = html.slice(0, html.indexOf('</head>'));
      expect(head).toMatch(/<title>[^<]+<\/title>/);
      expect(head).toMatch(/<meta name="description" content="[^"]+"/);
      if (status === 200) {
        expect(head).toContain(`<link rel="canonical" href="${address}"`);
        expect(head).toContain(`<meta property="og:url" content="${address}"`);
      }
      for (const property of [
        'og:title',
        'og:type',
        'og:site_name',
        'og:locale',
        'og:description',
      ]) {
        if (status === 200) expect(head).toContain(`property="${property}"`);
      }
      for (const icon of [
        '/favicon.ico',
        '/icon.svg',
        '/apple-touch-icon.png',
        '/manifest.webmanifest',
      ]) {
        expect(head).toContain(`href="${icon}"`);
        expect((await request.get(new URL(icon, address).href)).status()).toBe(200);
      }
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 1280]) {
        test(`has no axe violation, ${colorScheme}, ${width} px`, async ({ browser }) => {
          const context = await browser.newContext({
            javaScriptEnabled: true,
            colorScheme,
            viewport: { width, height: 800 },
          });
          const page = await context.newPage();
          await page.goto(address);
          const violations = await page.evaluate(`${axeSource}; axe.run().then(({ violations }) =>
            violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
          expect(violations).toEqual([]);
          await context.close();
        });
      }
    }

    test('fits a screen of 320 px, also with letters of twice the size', async ({ browser }) => {
      const context = await browser.newContext({
        javaScriptEnabled: true,
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      await page.goto(address);
      const widths = async () =>
        page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
      expect(await widths()).toEqual([320, 320]);
      await page.setViewportSize({ width: 1280, height: 800 });
      // As a reader does it: the browser's own size, which media queries in em follow.
      const session = await context.newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
        '32px',
      );
      expect(await widths()).toEqual([1280, 1280]);
      await context.close();
    });
  });
}

test('the Nu HTML checker finds no error on any kind of page', async ({ request }) => {
  test.setTimeout(180_000);
  // The checker is a Java program; where there is no Java it cannot be run.
  test.skip(spawnSync('java', ['-version']).status !== 0, 'no Java on this machine');
  const directory = await mkdtemp(join(tmpdir(), 'nu-'));
  const files = await Promise.all(
    everyKindOfPage.map(async ([what, address]) => {
      const file = join(directory, `${what.replaceAll(' ', '-')}.html`);
      await writeFile(file, await (await request.get(address)).text());
      return file;
    }),
  );
  const jar = join(require.resolve('vnu-jar/package.json'), '..', 'build/dist/vnu.jar');
  const { stdout, stderr } = spawnSync('java', [
    '-jar',
    jar,
    '--errors-only',
    '--stdout',
    ...files,
  ]);
  expect(stdout.toString() + stderr.toString()).toBe('');
});
