import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portableMarkdown } from '@/lib/content/markdown/portable';
import { render } from '../newsroom';

const portable = (markdown: string) =>
  portableMarkdown(markdown, {
    address: 'https://vi-du.vn/bai-viet/a',
    siteUrl: 'https://vi-du.vn',
    pictureAddress: (source) => (source.startsWith('/') ? source : `/anh/a/${source}`),
  });

describe('what an editor wrote stays letter for letter', () => {
  test.each([
    '## Tít  phụ\n\n*nghiêng* __đậm__ `mã [a](/b) <b>`\\\ndòng',
    '* một\n+ hai\n\n1) ba',
    '| a | b |\n|:--|--:|\n| ~~c~~ | d |',
    'a[^1]\n\n[^1]: Nguồn.',
    '```js\n[a](/b)\n<b>\n```',
    '[a](https://bao.vn/x_(y) "Tên") <https://bao.vn/> https://bao.vn www.bao.vn',
    '[a](mailto:tin@vi-du.vn) <tin@vi-du.vn> [b](tel:0123)',
    '[a][b] [c]\n\n[b]: https://bao.vn "Tên"',
    '[a]() một [sic] chữ ![',
  ])('%j', (markdown) => {
    expect(portable(markdown)).toBe(markdown);
  });
});

describe('an address on this site is complete', () => {
  test.each([
    ['[a](/b)', '[a](https://vi-du.vn/b)'],
    ['[a]( </b c>  "/d" )', '[a]( <https://vi-du.vn/b%20c>  "/d" )'],
    ['[a](#muc)', '[a](https://vi-du.vn/bai-viet/a#muc)'],
    ['[a](/b_(c)?d=1&amp;lt;2)', '[a](https://vi-du.vn/b_%28c%29?d=1\\&lt;2)'],
    ['[a][b] [c][b]\n\n[B]: /d "e"', '[a][b] [c][b]\n\n[B]: https://vi-du.vn/d "e"'],
    ['![a](b.jpg "c")', '![a](https://vi-du.vn/anh/a/b.jpg "c")'],
    ['![a](/b.jpg)', '![a](https://vi-du.vn/b.jpg)'],
    ['![a][b]\n\n[b]: c.jpg', '![a][b]\n\n[b]: https://vi-du.vn/anh/a/c.jpg'],
    [
      '[![a](b.jpg)](/c) và [d](/e)',
      '[![a](https://vi-du.vn/anh/a/b.jpg)](https://vi-du.vn/c) và [d](https://vi-du.vn/e)',
    ],
    ['a[^1]\n\n[^1]: [b](/c)', 'a[^1]\n\n[^1]: [b](https://vi-du.vn/c)'],
  ])('%j', (markdown, expected) => {
    expect(portable(markdown)).toBe(expected);
  });
});

describe('a link that nobody may follow keeps its words', () => {
  test.each([
    ['[a](javascript:alert(1))', 'a'],
    ['[**a** ![b](cang.jpg)](javascript:alert(1))', '**a** ![b](https://vi-du.vn/anh/a/cang.jpg)'],
    ['[a](<javascript:alert(1)>)', 'a'],
    ['[a][b]\n\n[b]: data:text/html,x', 'a'],
    ['<javascript:alert(1)>', 'javascript:alert(1)'],
  ])('%j', (markdown, expected) => {
    expect(portable(markdown)).toBe(expected);
  });
});

describe('a picture that pages do not show is its caption', () => {
  test.each([
    ['![Cảng *Vũng Áng*]()', 'Cảng Vũng Áng'],
    ['![a](<> "Cảng. Ảnh: Thu Trang")', 'Cảng. Ảnh: Thu Trang'],
    ['![Ảnh ngoài](https://bao.vn/a.jpg)', 'Ảnh ngoài'],
    ['![1. Cảng][b] [c][b]\n\n[b]: <>', '1\\. Cảng [c][b]\n\n[b]: <>'],
  ])('%j', (markdown, expected) => {
    expect(portable(markdown)).toBe(expected);
  });
});

describe('raw HTML is left out', () => {
  test.each([
    ['a <b>c</b> d', 'a c d'],
    ['a\n\n<div onclick="b">\nc\n</div>\n\nd', 'a\n\n\n\nd'],
    ['a <!-- b --> c', 'a  c'],
    ['a\n\n<script>\n\nb\n\n</script>', 'a'],
  ])('%j', (markdown, expected) => {
    expect(portable(markdown)).toBe(expected);
  });
});

test.each([
  ['```\na', '```\na\n```'],
  ['a\n\n~~~~ js\nb\n~~~', 'a\n\n~~~~ js\nb\n~~~\n~~~~'],
])('code that is never closed is closed: %j', (markdown, expected) => {
  expect(portable(markdown)).toBe(expected);
});

test('what is read elsewhere is drawn as it is here', () => {
  const pieces = [
    ...['# ', '- ', '> ', '    ', '\n', '\n\n', '|', '|--|', '*', '`', '```\n', '\\', '&amp;', '('],
    ...[
      '[a](/b)',
      '[a](<c d> "e")',
      '![f](g.jpg)',
      '[h][i]',
      '\n\n[i]: /k "l"\n',
      '[^1]',
      '[',
      '](',
      ')',
    ],
    ...['\n\n[^1]: /m\n', 'https://bao.vn/n', '<https://vi-du.vn/o>', 'Kỳ Anh', ' ', '[p](#q)'],
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join(''));
  fc.assert(
    fc.property(text, (markdown) => {
      // An address may be written in another way, and the end of what is never closed, and mean the same.
      const html = (written: string) =>
        render(written)
          .html.replace(/\s+<\/code>/g, '</code>')
          .replace(/(href)="([^"]*)"/g, (_, name: string, url: string) => {
            const address = new URL(url.replaceAll('&#x26;', '&'), 'https://vi-du.vn/bai-viet/a');
            return `${name}="${address.href.replaceAll('%28', '(').replaceAll('%29', ')')}"`;
          });
      expect(html(portable(markdown))).toBe(html(markdown));
    }),
    { numRuns: 1000 },
  );
});
