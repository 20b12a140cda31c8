import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { hasAnchor, pageAnchors, suggestAnchor } from '@/lib/publish/audit/anchors';

const components = resolve(import.meta.dirname, '../../../../app/_components');

test('the anchors of the page are ids of its components', () => {
  const sources = readdirSync(components)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(components, name), 'utf8'))
    .join('\n');
  for (const anchor of pageAnchors)
    expect(sources).toMatch(new RegExp(`(?:id=|mainId = )['"]${anchor}['"]`));
});

test.each([
  ['lich-su', true],
  ['', true],
  ['TOP', true],
  ['doc_them', true],
  ['Lich-su', false],
  ['khac', false],
])('on a page with the anchor lich-su, #%s leads somewhere: %s', (fragment, expected) => {
  expect(hasAnchor(fragment, ['lich-su'])).toBe(expected);
});

test.each([
  ['Lịch sử', 'lich-su'],
  ['lich-xu', 'lich-su'],
  ['hoàn toàn khác', undefined],
])('for #%s the anchor %s is suggested', (fragment, expected) => {
  expect(suggestAnchor(fragment, ['gioi-thieu', 'lich-su'])).toBe(expected);
});
