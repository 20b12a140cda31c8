import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { type OwnServer, startServer, temporaryFolder } from './own-server';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { glyphsAccented }: { readonly glyphsAccented: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/vietnamese-vectors.json'), 'utf8'),
);

/** Marks above and below on every line, and what must not be torn apart but is wider than a phone. */
const headline = 'Ế Ữ Ỗ Ằ trên Ậ Ợ Ự: Thông tư 01/2020/TTLT-BQP-BCA, 1.234 nghìn tỷ đồng, 37,5 kg';
const letters = ['A', 'Ă', 'Â', 'B', 'D', 'Đ', 'Ê', 'Ô', 'Ơ', 'Ư', 'Z'];
const tags = [
  ...['24 giờ', 'Ánh', 'Ăn', 'Ấp Bắc', 'Bão', 'Dân vận', 'Đê điều', 'Ế', 'Ống', 'Ở', 'Ứng', 'Zalo'],
  ...Array.from({ length: 30 }, (_, index) => `Bài học ${index + 1} – phần đầu`),
];
const persons = Array.from({ length: 34 }, (_, index) => `Nguyễn ${tags[index]}`);

// One server for all of them, so one worker.
test.describe.configure({ mode: 'default' });

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: OwnServer;

test.beforeAll(async () => {
  folder = await temporaryFolder();
  const content = join(folder.path, 'content');
  const files = {
    'articles/dau-chong.md': { title: headline, section: 'Quốc phòng – An ninh', tags },
    'articles/tac-gia.md': { title: `Bài sau: ${headline}`, section: 'Ở quê', authors: persons },
  };
  for (const [path, front] of Object.entries(files)) {
    const keys = { description: headline, date: '2021-01-01', ...front };
    const lines = Object.entries(keys).map(([key, value]) =>
      key === 'date' ? `${key}: ${value}` : `${key}: ${JSON.stringify(value)}`,
    );
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(
      join(content, path),
      `---\n${lines.join('\n')}\n---\n\n${headline}\n\n## ${headline}\n\n> ${headline}\n\n- ${headline}\n`,
    );
  }
  server = await startServer({ CONTENT_DIR: content, DATA_DIR: join(folder.path, 'data') });
});

test.afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const addresses = ['/', '/bai-viet/dau-chong', '/bai-viet/tac-gia', '/chu-de', '/tac-gia'];

async function open(browser: Browser, address: string, width: number): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: true,
    viewport: { width, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(server.origin + address);
  // A page shows the headline face only when it comes at once, which a busy machine may not manage.
  await expect(async () => {
    await page.reload();
    expect(await page.evaluate(isHeadlineFaceShown)).toBe(true);
  }).toPass();
  return page;
}

/** Whether text is drawn in the site's own face; in the browser. */
async function isHeadlineFaceShown(): Promise<boolean> {
  await document.fonts.load('600 20px Newsreader', 'aế');
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.font = '600 100px Newsreader, monospace';
  const { width } = pen.measureText('Tiếng Việt');
  pen.font = '600 100px monospace';
  return width !== pen.measureText('Tiếng Việt').width;
}

for (const address of addresses) {
  test(`${address}: the marks of two lines cannot touch, in any kind of text`, async ({
    browser,
  }) => {
    const page = await open(browser, address, 360);
    const touching = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) throw new Error('no canvas');
      const kinds = new Map<string, number>();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const inline = text.parentElement;
        let block = inline;
        while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
        if (!inline || !block || text.textContent?.trim() === '') continue;
        // For ears only.
        if (getComputedStyle(block).clipPath !== 'none') continue;
        const { fontWeight, fontSize, fontFamily } = getComputedStyle(inline);
        // At a size at which no pixel is rounded.
        pen.font = `${fontWeight} 1000px ${fontFamily}`;
        const high = pen.measureText('ẾỮỖẰẨỂỔ').actualBoundingBoxAscent;
        const low = pen.measureText('ẬỢỰgy').actualBoundingBoxDescent;
        const marks = ((high + low) / 1000) * Number.parseFloat(fontSize);
        const line = Number.parseFloat(getComputedStyle(block).lineHeight);
        kinds.set(`${block.tagName}.${block.className} ${pen.font}`, line - marks);
      }
      return [...kinds]
        .filter(([, room]) => !(room > -0.01))
        .map(([kind, room]) => `${kind}: ${room}`);
    });
    expect(touching).toEqual([]);
    await page.context().close();
  });

  test(`${address}: no text stands in a box that cuts marks off`, async ({ browser }) => {
    const page = await open(browser, address, 360);
    const cutting = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => {
          const { overflowY, clipPath } = getComputedStyle(element);
          const isForEars = clipPath !== 'none';
          const cuts = overflowY !== 'visible' && element.scrollHeight > element.clientHeight;
          return element.textContent !== '' && !isForEars && (overflowY === 'hidden' || cuts);
        })
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(cutting).toEqual([]);
    await page.context().close();
  });

  for (const width of [320, 360]) {
    test(`${address}: nothing kept together is wider than a screen of ${width} px`, async ({
      browser,
    }) => {
      const page = await open(browser, address, width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    });
  }
}

test('each of the 134 letters with marks is drawn in Newsreader, in a headline', async ({
  browser,
}) => {
  const page = await open(browser, '/bai-viet/dau-chong', 1280);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  // Fonts that are optional may come too late for one view, hardly for the next.
  await expect(async () => {
    await page.reload();
    await page.evaluate((text) => {
      const h1 = document.querySelector('h1');
      if (h1) h1.textContent = text;
    }, glyphsAccented);
    const { root } = await session.send('DOM.getDocument');
    const heading = { nodeId: root.nodeId, selector: 'h1' };
    const { nodeId } = await session.send('DOM.querySelector', heading);
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.filter(({ familyName }) => !familyName.startsWith('Newsreader'))).toEqual([]);
    const count = fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0);
    expect(count).toBe(glyphsAccented.length);
  }).toPass({ timeout: 30_000 });
  await page.context().close();
});

for (const [address, label] of [
  ['/chu-de', 'Chủ đề theo vần'],
  ['/tac-gia', 'Người viết theo vần'],
] as const) {
  test(`${address}: a reader goes to a letter, tones and all`, async ({ page }) => {
    await page.goto(server.origin + address);
    const ways = page.getByRole('navigation', { name: label }).getByRole('link');
    const names = await ways.allInnerTexts();
    expect(names.filter((name) => name.length === 1)).toEqual(
      expect.arrayContaining(address === '/chu-de' ? letters : ['Đ', 'Ơ']),
    );
    expect(await page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(
      names,
    );
    await ways.filter({ hasText: /^Ơ$/ }).click();
    await expect(page.locator(':target')).toHaveText('Ơ');
    await expect(page.locator(':target')).toBeInViewport();
    await expect(page.getByRole('main').getByRole('link', { name: /Ở$/ })).toBeInViewport();
  });

  for (const width of [360, 1280]) {
    test(`${address}: letters are as high and wide as a finger, without axe violations, ${width} px`, async ({
      browser,
    }) => {
      const page = await open(browser, address, width);
      const boxes = await page
        .getByRole('navigation', { name: label })
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON()));
      expect(boxes.every(({ width: wide, height }) => wide >= 44 && height >= 44)).toBe(true);
      const violations = await page.evaluate(`${axeSource}; axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
      expect(violations).toEqual([]);
      await page.context().close();
    });
  }
}
