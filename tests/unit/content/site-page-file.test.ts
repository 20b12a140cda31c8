import { describe, expect, test } from 'vitest';
import { parseSitePageFile } from '@/lib/content/site-page-file';
import { reservedNames } from '@/lib/site/routes';
import { bytesOf, placed } from './newsroom';

const text = '---\ntitle: Giới thiệu\ndescription: Về trang.\naliases: [/About.html]\n---\nChào.';

test('a page has the address of its file', () => {
  expect(parseSitePageFile(bytesOf(text), 'pages/Giới thiệu.md')).toEqual({
    ok: true,
    page: {
      slug: 'gioi-thieu',
      title: 'Giới thiệu',
      description: 'Về trang.',
      aliases: ['/about.html'],
    },
    body: 'Chào.',
    bodyLine: 6,
    warnings: [],
    mentions: [{ kind: 'alias', target: '/about.html', line: 4, column: 11 }],
  });
});

describe('a page may not take the name of another address of the site', () => {
  test.each([...reservedNames].filter((name) => /^[a-z-]+$/.test(name)))('%s', (name) => {
    const parsed = parseSitePageFile(bytesOf(text), `pages/${name}.md`);
    expect(parsed.ok ? [] : parsed.problems.map(placed)).toEqual(['1:1 slug-reserved']);
  });
});

test('the keys of an article are unknown to a page', () => {
  const parsed = parseSitePageFile(bytesOf(text.replace('aliases', 'date')), 'pages/a.md');
  expect(parsed.ok ? [] : parsed.problems.map(placed)).toEqual(['4:1 key-unknown']);
});
