import { describe, expect, test } from 'vitest';
import { placed, render } from '../newsroom';

describe('an address that stands elsewhere is like one that stands here', () => {
  test.each([
    [
      '[a][b] [b][] [b]\n\n[b]: /c',
      '<p><a href="/c">a</a> <a href="/c">b</a> <a href="/c">b</a></p>',
    ],
    ['[B]\n\n[b]: /1\n[B]: /2', '<p><a href="/1">B</a></p>'],
    ['[![a][b]][c]\n\n[b]: b.jpg\n[c]: /c', undefined],
    [
      '> [a]\n\n- [a]: /c',
      '<blockquote>\n<p><a href="/c">a</a></p>\n</blockquote>\n<ul>\n<li></li>\n</ul>',
    ],
    ['[a]', '<p>[a]</p>'],
    ['[__proto__] [constructor]', '<p>[<strong>proto</strong>] [constructor]</p>'],
  ])('%j', (markdown, expected) => {
    const { html, problems } = render(markdown);
    if (expected) expect(html).toBe(expected);
    else expect(html).toContain('<a href="/c"><img src="/anh/a/b.jpg" alt="a"');
    expect(problems).toEqual([]);
  });
});

test('what is wrong with one is named where it is used, each time', () => {
  const { problems } = render('a [b]\n\n![c][b]\n\n- d **[e][b]**\n\n[b]: data:a');
  expect(problems.map(placed)).toEqual([
    '1:3 link-unsafe',
    '3:1 picture-foreign',
    '5:7 link-unsafe',
  ]);
});
