import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContextOptions, expect, test } from 'playwright/test';
import { newsroom } from './sites';
import { active, answer, field, give, list, open, option, searchPage } from './suggested';

test.use({ javaScriptEnabled: true });

test('what is typed without marks leads to a page by the keyboard alone', async ({ page }) => {
  await open(page);
  await expect(option(page, 'Kỳ Anh Chủ đề')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveId(
    (await field(page).getAttribute('aria-activedescendant')) ?? '',
  );
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('ky anh');
  const path = await active(page).getAttribute('href');
  expect(path).toMatch(/^\/[a-z-]+\//);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${newsroom}${path}`);
});

test('a screen reader hears what the field is, what is offered, and how much', async ({ page }) => {
  await answer(page);
  await page.goto(searchPage);
  await expect(field(page)).toHaveAttribute('aria-autocomplete', 'list');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await field(page).fill('ky anh');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('search')).toMatchAriaSnapshot(`
    - search:
      - combobox /Tìm trong .+/ [expanded]: ky anh
      - listbox "Gợi ý":
        - option "Thời sự Chuyên mục" [selected]
        - option "Kỳ Anh Chủ đề"
        - option "Thu Trang Tác giả"
        - option "Kỳ Anh hôm nay"
      - button "Tìm"
      - status: 4 gợi ý
  `);
  expect(await field(page).getAttribute('aria-controls')).toBe(await list(page).getAttribute('id'));
});

test('that nothing is offered is told, not shown', async ({ page }) => {
  await answer(page, (route) => give(route, []));
  await page.goto(searchPage);
  await field(page).fill('xyz');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('Không có gợi ý');
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
});

test('the arrows go round, by way of what was typed', async ({ page }) => {
  await answer(page);
  await open(page);
  for (const [key, name] of [
    ['ArrowUp', 'Kỳ Anh hôm nay'],
    ['ArrowDown', undefined],
    ['ArrowDown', 'Thời sự Chuyên mục'],
    ['ArrowUp', undefined],
  ] as const) {
    await page.keyboard.press(key);
    await expect(active(page)).toHaveCount(name ? 1 : 0);
    if (name) await expect(active(page)).toHaveAccessibleName(name);
    else await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  }
});

test('Escape closes the list, and once more empties the field', async ({ page }) => {
  await answer(page);
  await open(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveValue('ky anh');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
});

test('Alt and the arrows open and close the list; an arrow alone goes into it', async ({
  page,
}) => {
  await answer(page);
  await page.goto(`${searchPage}?q=ky+anh`);
  await field(page).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(list(page)).toBeVisible();
  await expect(active(page)).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(list(page)).toBeHidden();
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveAccessibleName('Thời sự Chuyên mục');
});

test('Tab goes on to the button and closes the list', async ({ page }) => {
  await answer(page);
  await open(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Tìm', exact: true })).toBeFocused();
  await expect(list(page)).toBeHidden();
});

for (const key of ['Home', 'End', 'ArrowLeft', 'x']) {
  test(`the key ${key} is for the text, and takes the selection back to it`, async ({ page }) => {
    await answer(page);
    await open(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(key);
    await expect(active(page)).toHaveCount(0);
    await expect(list(page)).toBeVisible();
    const caret = await field(page).evaluate((input: HTMLInputElement) => input.selectionStart);
    expect(caret).toBe({ Home: 0, End: 6, ArrowLeft: 5, x: 7 }[key]);
  });
}

test('Enter with nothing selected searches for what was typed', async ({ page }) => {
  await answer(page);
  await open(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tim-kiem\?q=ky\+anh/);
});

test.describe('a pointer', () => {
  test('follows an option, and the field keeps the focus while it is pressed', async ({ page }) => {
    await answer(page);
    await open(page);
    await option(page, 'Kỳ Anh Chủ đề').hover();
    await page.mouse.down();
    await expect(field(page)).toBeFocused();
    await expect(list(page)).toBeVisible();
    await page.mouse.up();
    await page.waitForURL(`${newsroom}/chu-de/ky-anh`);
  });

  test('opens another tab as with any link', async ({ page, context }) => {
    await answer(page);
    await open(page);
    const tab = context.waitForEvent('page');
    await option(page, 'Kỳ Anh Chủ đề').click({ button: 'middle' });
    expect((await tab).url()).toBe(`${newsroom}/chu-de/ky-anh`);
    expect(page.url()).toBe(searchPage);
    await expect(list(page)).toBeVisible();
  });

  test('pressed elsewhere closes the list', async ({ page }) => {
    await answer(page);
    await open(page);
    await page.getByRole('heading', { level: 1 }).click();
    await expect(list(page)).toBeHidden();
  });
});

test.describe('letters that are being composed', () => {
  test('are asked for and stay as they are', async ({ page }) => {
    const asked = await answer(page);
    await page.goto(searchPage);
    await field(page).focus();
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['k', 'ky', 'kỳ']) {
      const [selectionStart, selectionEnd] = [text.length, text.length];
      await keyboard.send('Input.imeSetComposition', { text, selectionStart, selectionEnd });
    }
    await expect(list(page)).toBeVisible();
    expect(asked.at(-1)).toBe('kỳ');
    await keyboard.send('Input.insertText', { text: 'kỳ' });
    await expect(field(page)).toHaveValue('kỳ');
  });

  test('keep their own arrow, Enter and Escape', async ({ page }) => {
    await answer(page);
    await open(page);
    for (const key of ['ArrowDown', 'Enter', 'Escape']) {
      for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
        const isLeftAlone = await field(page).evaluate(
          (input, init) => input.dispatchEvent(new KeyboardEvent('keydown', init)),
          { key, cancelable: true, ...composing },
        );
        expect(isLeftAlone).toBe(true);
      }
    }
    await expect(list(page)).toBeVisible();
    await expect(active(page)).toHaveCount(0);
  });
});

test.describe('the list', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const looks: readonly BrowserContextOptions[] = [
    { colorScheme: 'light', viewport: { width: 360, height: 640 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 640 } },
    { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  ];
  for (const look of looks) {
    test.describe(`${look.colorScheme}, ${look.viewport?.width} px`, () => {
      test.use(look);

      test('has no axe violation, fits, moves nothing and is easy to hit', async ({ page }) => {
        await answer(page);
        await page.goto(searchPage);
        const footer = page.getByRole('contentinfo');
        const before = await footer.boundingBox();
        await field(page).fill('ky anh');
        await expect(list(page)).toBeVisible();
        await page.keyboard.press('ArrowDown');
        const violations = await page.evaluate(`${axe}; axe.run().then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
        expect(violations).toEqual([]);
        expect(await footer.boundingBox()).toEqual(before);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBe(look.viewport?.width);
        for (const row of await list(page).getByRole('option').all()) {
          expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
          // Not covered by what lies below: what is pressed is what is seen.
          await row.click({ trial: true });
        }
      });
    });
  }

  test('shows in forced colours which row is selected', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await answer(page);
    await open(page);
    await page.keyboard.press('ArrowDown');
    const outlineOf = (name: string) =>
      option(page, name).evaluate((row) => getComputedStyle(row).outlineStyle);
    expect(await outlineOf('Thời sự Chuyên mục')).toBe('solid');
    expect(await outlineOf('Kỳ Anh Chủ đề')).toBe('none');
  });
});
