import { expect, test } from 'playwright/test';
import { searchModule } from '@/app/_theme';
import { hasJava, nuErrorsOf, violationsOn, widthsOf } from './page-checks';
import { everyKindOfPage, everyKindOfSearch } from './sites';

const pages = [
  ...everyKindOfPage.map((page) => [...page, false] as const),
  ...everyKindOfSearch.map(([what, address]) => [what, address, 200, true] as const),
];

for (const [what, address, status, isSearch] of pages) {
  test.describe(what, () => {
    test('has no script but the one of searching, asks only its own host, and nothing it asks for fails', async ({
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
      const scripts = await page
        .locator('script:not([type="application/ld+json"])')
        .evaluateAll((elements) => elements.map((element) => element.outerHTML));
      const ours = `<script type="module" src="${searchModule}"></script>`;
      expect(scripts).toEqual(isSearch || status === 404 ? [ours] : []);
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
      const isPlace = status === 200 && !isSearch;
      if (isPlace) {
        expect(head).toContain(`<link rel="canonical" href="${address}"`);
        expect(head).toContain(`<meta property="og:url" content="${address}"`);
      } else {
        expect(head).not.toContain('rel="canonical"');
        expect(head).toContain('<meta name="robots" content="noindex"');
      }
      for (const property of [
        'og:title',
        'og:type',
        'og:site_name',
        'og:locale',
        'og:description',
      ]) {
        if (isPlace) expect(head).toContain(`property="${property}"`);
      }
      for (const linked of [
        '/favicon.ico',
        '/icon.svg',
        '/apple-touch-icon.png',
        '/manifest.webmanifest',
        '/opensearch.xml',
      ]) {
        expect(head).toContain(`href="${linked}"`);
        expect((await request.get(new URL(linked, address).href)).status()).toBe(200);
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
          expect(await violationsOn(page)).toEqual([]);
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
      expect(await widthsOf(page)).toEqual([320, 320]);
      await page.setViewportSize({ width: 1280, height: 800 });
      // As a reader does it: the browser's own size, which media queries in em follow.
      const session = await context.newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
        '32px',
      );
      expect(await widthsOf(page)).toEqual([1280, 1280]);
      await context.close();
    });
  });
}

test('the Nu HTML checker finds no error on any kind of page', async ({ request }) => {
  test.setTimeout(180_000);
  test.skip(!hasJava(), 'no Java on this machine');
  const sent = pages.map(
    async ([what, address]) => [what, await (await request.get(address)).text()] as const,
  );
  expect(await nuErrorsOf(await Promise.all(sent))).toBe('');
});
