import { describe, expect, test } from 'vitest';
import { parseArticle } from '@/lib/content/article';
import { articleFile, bytesOf, newsroom, placed, readArticle } from './newsroom';

describe('an old address is kept in the spelling it is looked up by', () => {
  test.each([
    ['/bai-viet/cu', '/bai-viet/cu'],
    ['/Bai-Viet//Cu/', '/bai-viet/cu'],
    ['/Tin/123.HTML', '/tin/123.html'],
    ['/kinh%20t%E1%BA%BF', '/kinh tế'],
    ['/Tiếng-Việt'.normalize('NFD'), '/tiếng-việt'],
    ['/chu-de/ky-anh/trang/1', '/chu-de/ky-anh'],
    ['/%2F%2Fvi-du.com', '/vi-du.com'],
  ])('%s', (written, expected) => {
    expect(readArticle({ aliases: `["${written}"]` }).article.aliases).toEqual([expected]);
  });

  test('once, however often it is written', () => {
    expect(readArticle({ aliases: '[/a, /A/, /b]' }).article.aliases).toEqual(['/a', '/b']);
  });
});

describe('what means something else on this site is refused', () => {
  test.each([
    ...['/rss.xml', '/Robots.TXT', '/sitemap.xml', '/api/tin', '/_next/a.js', '/anh/tin/a.jpg'],
    ...['/bai-viet', '/tim-kiem/cu', '/trang/2', '/%61pi/tin'],
  ])('%s', (written) => {
    const bytes = bytesOf(articleFile({ aliases: `["${written}"]` }));
    const parsed = parseArticle(bytes, 'articles/tin.md', newsroom);
    expect(parsed.ok ? [] : parsed.problems.map(placed)).toEqual(['6:11 alias-reserved']);
  });

  test.each(['/rss', '/tin/rss.xml', '/anh-dep', '/luu-tru/2019/cu', '/dinh-chinh/cu'])(
    'but not %s',
    (written) =>
      expect(readArticle({ aliases: `[${written}]` }).article.aliases).toEqual([written]),
  );
});

describe('what is no path of this site is refused', () => {
  test.each([
    ...[
      'bai-cu',
      'https://vi-du.vn/cu',
      '//vi-du.com/cu',
      '/?p=12',
      '/cu#muc',
      '/cu%',
      '/%E0%A4%A',
    ],
    ...[
      '/',
      '//',
      '/trang/1',
      '/../cu',
      '/a/./b',
      '/a/..',
      '/%2e%2e/cu',
      '/a%00',
      '/a%0Ab',
      '/a%5Cb',
    ],
  ])('%s', (written) => {
    const parsed = parseArticle(
      bytesOf(articleFile({ aliases: `[/a, "${written}"]` })),
      'a.md',
      newsroom,
    );
    expect(parsed.ok ? [] : parsed.problems.map(placed)).toEqual(['6:15 alias-invalid']);
  });
});
