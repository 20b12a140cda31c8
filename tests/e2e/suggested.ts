import { expect, type Locator, type Page, type Route } from 'playwright/test';
import { newsroom, seedArticle } from './sites';

export const searchPage = `${newsroom}/tim-kiem`;

/** The field to search by, with the module at work. */
export const field = (page: Page): Locator => page.getByRole('combobox', { name: /^Tìm trong/ });
export const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Gợi ý' });
export const option = (page: Page, name: string): Locator =>
  list(page).getByRole('option', { name, exact: true });
/** The option that a screen reader says while the focus stays in the field. */
export const active = (page: Page): Locator => list(page).getByRole('option', { selected: true });

const four = [
  { kind: 'section', name: 'Thời sự', path: '/chuyen-muc/thoi-su' },
  { kind: 'tag', name: 'Kỳ Anh', path: '/chu-de/ky-anh' },
  { kind: 'author', name: 'Thu Trang', path: '/tac-gia/thu-trang' },
  { kind: 'article', name: 'Kỳ Anh hôm nay', path: seedArticle },
];

/** The search page, with a text put in at once, so that it is asked for once, and its list open. */
export async function open(page: Page, text = 'ky anh'): Promise<void> {
  await page.goto(searchPage);
  await field(page).focus();
  await page.keyboard.insertText(text);
  await expect(list(page)).toBeVisible();
}

/**
 * Answers in place of the server.
 * @param reply to a text that is asked for
 * @returns the texts, as they come
 */
export async function answer(
  page: Page,
  reply: (route: Route, text: string) => Promise<void> = (route) => give(route, four),
): Promise<readonly string[]> {
  const asked: string[] = [];
  await page.route('**/api/search?*', async (route) => {
    const text = new URL(route.request().url()).searchParams.get('q') ?? '';
    asked.push(text);
    await reply(route, text);
  });
  return asked;
}

/** @param suggestions as `/api/search` writes them */
export function give(route: Route, suggestions: readonly unknown[]): Promise<void> {
  return route.fulfill({ json: { query: '', suggestions } });
}
