import { describe, expect, test } from 'vitest';
import { pathWithin } from '@/lib/content/markdown/links';
import { placed, render } from '../newsroom';
import { textOf } from './page';

describe('links', () => {
  test.each([
    ['[a](/chu-de)', '<a href="/chu-de">a</a>'],
    ['[a](#muc)', '<a href="#muc">a</a>'],
    ['[a](https://vi-du.vn/chu-de)', '<a href="/chu-de">a</a>'],
    ['[a](HTTPS://VI-DU.VN)', '<a href="/">a</a>'],
    ['[a](https://vi-du.com "Trang khác")', '<a href="https://vi-du.com" rel="noopener">a</a>'],
    ['[a](HTTPS://vi-du.com/A)', '<a href="https://vi-du.com/A" rel="noopener">a</a>'],
    ['[a](mailto:a@vi-du.vn)', '<a href="mailto:a@vi-du.vn">a</a>'],
    ['[a](<tel:+84 239>)', '<a href="tel:+84%20239">a</a>'],
    ['[a](/tiếng-việt)', '<a href="/ti%E1%BA%BFng-vi%E1%BB%87t">a</a>'],
    ['[a][]\n\n[a]: /b "c"', '<a href="/b">a</a>'],
    ['[a][b]\n\n[b]: /1\n[b]: /2', '<a href="/1">a</a>'],
    ['<https://vi-du.com>', '<a href="https://vi-du.com" rel="noopener">https://vi-du.com</a>'],
    ['www.vi-du.com', '<a href="http://www.vi-du.com" rel="noopener">www.vi-du.com</a>'],
    ['WWW.VIDU.COM', '<a href="http://WWW.VIDU.COM" rel="noopener">WWW.VIDU.COM</a>'],
    ['a@vi-du.vn', '<a href="mailto:a@vi-du.vn">a@vi-du.vn</a>'],
    ['[*a* **b**](/c)', '<a href="/c"><em>a</em> <strong>b</strong></a>'],
  ])('%j', (markdown, expected) => {
    const { html, problems } = render(markdown);
    expect(html).toBe(`<p>${expected}</p>`);
    expect(problems).toEqual([]);
  });
});

describe('a link that no reader should follow is taken out, its words stay', () => {
  test.each([
    ['xem [*ở* đây](javascript:alert(1)) nhé', '<p>xem <em>ở</em> đây nhé</p>', '1:5'],
    [
      '> xem\n> [a][b]\n\n[b]: data:text/html,c',
      '<blockquote>\n<p>xem\na</p>\n</blockquote>',
      '2:3',
    ],
    ['- [![Ảnh: a](b.jpg)](//vi-du.com)', undefined, '1:3'],
    ['[a](https://vi-du.vn//vi-du.com)', '<p>a</p>', '1:1'],
    ['<vbscript:a>', '<p>vbscript:a</p>', '1:1'],
    ['[a](<chương 1: mở đầu>)', '<p>a</p>', '1:1'],
  ])('%j', (markdown, expected, place) => {
    const { html, problems } = render(markdown);
    if (expected) expect(html).toBe(expected);
    expect(html).not.toContain('<a');
    expect(problems.map(placed)).toEqual([`${place} link-unsafe`]);
  });
});

const addresses = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58;alert(1)',
  ],
  ...['javascript&#x3A;alert(1)', '&#106;avascript:alert(1)', '&#x6A&#x61;vascript:alert(1)'],
  ...['java&Tab;script:alert(1)', 'java&NewLine;script:alert(1)', 'java&#10;script:alert(1)'],
  ...['&#1;javascript:alert(1)', '&#x1F;javascript:alert(1)', '\u0001javascript:alert(1)'],
  ...['\u00a0javascript:alert(1)', '\u2028javascript:alert(1)', '\ufeffjavascript:alert(1)'],
  ...[
    '< javascript:alert(1)>',
    '<\tjavascript:alert(1)>',
    '<java\tscript:alert(1)>',
    '<javascript\t:alert(1)>',
  ],
  ...['javascript\\:alert(1)', '\\javascript:alert(1)', 'javascript:alert(1)//https://vi-du.com'],
  ...['javascript://vi-du.com/%0Aalert(1)', 'javascript%3Aalert(1)', '%6Aavascript:alert(1)'],
  ...[
    'jav\u00adascript:alert(1)',
    'javascript\uff1aalert(1)',
    'ｊavascript:alert(1)',
    'ſcript:alert(1)',
  ],
  ...['vbscript:msgbox(1)', 'VBSCRIPT:a', 'data:text/html,<script>alert(1)</script>'],
  ...['DATA:text/html;base64,PHNjcmlwdD4=', 'data&colon;text/html,a', 'feed:javascript:alert(1)'],
  ...[
    'file:///etc/passwd',
    'blob:https://vi-du.com/a',
    'view-source:https://vi-du.com',
    'about:blank',
  ],
  ...[
    'jar:https://vi-du.com!/a',
    'filesystem:https://vi-du.com/a',
    'livescript:a',
    'mocha:a',
    'x:a',
  ],
  ...[
    '//vi-du.com',
    '///vi-du.com',
    '////vi-du.com',
    '/\\vi-du.com',
    '\\\\\\\\vi-du.com',
    '&#47;&#47;vi-du.com',
  ],
  ...['/&Tab;/vi-du.com', '/&#10;/vi-du.com', '&#x5c;&#x5c;vi-du.com', 'https:\\\\vi-du.com\\@a'],
];
const forms: readonly ((address: string) => string)[] = [
  (address) => `[chữ](${address})`,
  (address) => `[chữ](<${address.replace(/[<>]/g, '')}>)`,
  (address) => `<${address}>`,
  (address) => `[chữ][a]\n\n[a]: ${address}`,
  (address) => `[chữ][a]\n\n[a]: <${address.replace(/[<>]/g, '')}> "|"`,
  (address) => `[![chữ](${address})](${address})`,
  (address) => `![chữ](<${address.replace(/[<>]/g, '')}>)`,
  (address) => `| ${address} |\n| --- |\n| [chữ](${address}) |`,
  (address) => `<a href="${address}">chữ</a>`,
  (address) => `[^1]\n\n[^1]: [chữ](${address})`,
];
const allowed = new Set(['https:', 'http:', 'mailto:', 'tel:']);

describe('no hostile address is ever a link or a picture, however it is spelt', () => {
  test.each(addresses)('%j', (address) => {
    for (const form of forms) {
      const { html, opening } = render(form(address));
      for (const fragment of [html, opening]) {
        for (const [, name, written] of fragment.matchAll(/ (href|src)="([^"]*)"/g)) {
          const target = new URL(textOf(written ?? ''), 'https://vi-du.vn/bai-viet/a');
          expect(allowed).toContain(target.protocol);
          // Only an address that says so in plain letters leads to another host.
          if (name === 'src' || !/^https?:/.test(written ?? '')) {
            expect(['vi-du.vn', '']).toContain(target.host);
          }
        }
        expect(fragment).not.toMatch(/<script|<a [^>]*href="(?!https?:|mailto:|tel:)[^"/?#]*:/i);
      }
    }
  });
});

test('an address of the site becomes a path, and one that only begins like it does not', () => {
  const site = 'https://vi-du.vn';
  expect(pathWithin('https://vi-du.vn', site)).toBe('/');
  expect(pathWithin('https://vi-du.vn/a?b', site)).toBe('/a?b');
  expect(pathWithin('https://vi-du.vn?b', site)).toBe('/?b');
  expect(pathWithin('https://vi-du.vn#b', site)).toBe('/#b');
  expect(pathWithin('https://vi-du.vn.com/a', site)).toBe('https://vi-du.vn.com/a');
  expect(pathWithin('https://vi-du.vn@vi-du.com', site)).toBe('https://vi-du.vn@vi-du.com');
  expect(pathWithin('http://vi-du.vn/a', site)).toBe('http://vi-du.vn/a');
});

describe('a link without an address, or with nothing to press, is taken out; its words stay', () => {
  test.each([
    ['Xem [bài này]().', '<p>Xem bài này.</p>', '1:5', '“bài này”'],
    ['[a](< >)', '<p>a</p>', '1:1', '“a”'],
    ['> - [*a* `b`][c]\n\n[c]: <>', undefined, '1:5', '“a b”'],
    ['[![a](b.jpg)]() c', undefined, '1:1', '“a”'],
    ['a [](/b) c', '<p>a  c</p>', '1:3', undefined],
    ['a [&nbsp;](https://vi-du.com) c', '<p>a \u00a0 c</p>', '1:3', undefined],
    ['| a |\n| - |\n| [][c] |\n\n[c]: /d', undefined, '3:3', undefined],
    ['a [<!-- b -->](/c)', '<p>a </p>', '1:3', undefined],
    ['[a![]()]() b', undefined, '1:1', '“a”'],
    ['[]() b', '<p> b</p>', '1:1', undefined],
    ['[![]()](/a) b', '<p> b</p>', '1:1', undefined],
  ])('%j', (markdown, expected, place, quoted) => {
    const { html, problems, mentions } = render(markdown);
    if (expected) expect(html).toBe(expected);
    const empty = problems.filter(({ code }) => code === 'link-empty');
    expect(empty.map(placed)).toEqual([`${place} link-empty`]);
    expect(html).not.toContain('<a');
    expect(mentions.filter(({ kind }) => kind === 'link')).toEqual([]);
    expect(empty[0]?.message).toBe(
      quoted ? `Liên kết ${quoted} không có địa chỉ.` : 'Liên kết không có chữ nào để bấm.',
    );
  });

  test.each(['[![a](b.jpg)](/c)', '[`a`](/c)', '[1](/c)', '<https://vi-du.com>', '[…](/c)'])(
    '%j is not empty',
    (markdown) => {
      const { html, problems } = render(markdown);
      expect(html).toContain('<a href=');
      expect(problems).toEqual([]);
    },
  );

  test('a picture without words in a link is named once, as a picture', () => {
    const { html, problems } = render('Xem [![](a.jpg)](/b)');
    expect(html).toContain('<a href="/b"><img');
    expect(problems.map(placed)).toEqual(['1:6 alt-missing']);
  });
});

describe('a link within the site is mentioned where it is used', () => {
  test.each([
    ['a [b](/c?d=1#e)', ['1:3 /c?d=1#e']],
    ['[a](#b) [c](d.md)', ['1:1 #b', '1:9 d.md']],
    ['[a](https://VI-DU.vn/b#c)', ['1:1 /b#c']],
    ['> - a\n>   [b][c] [c]\n\n[c]: /d', ['2:5 /d', '2:12 /d']],
    ['| a |\n| - |\n| \\| [b](/c) |', ['3:6 /c']],
    ['**a [*b*](/c)**[^1]\n\n[^1]: [d](/e)', ['1:5 /c', '3:7 /e']],
    ['## a [b](/c)', ['1:6 /c']],
    ['[![a](b.jpg)](/c)', ['1:1 /c']],
    ['<https://vi-du.vn/a> https://vi-du.vn/b', ['1:1 /a', '1:22 /b']],
    ['&amp; _a@b.vn [https://vi-du.vn/c] x', ['1:16 /c']],
    ['a\n   &lt; b -https://vi-du.vn/c', ['2:12 /c']],
    ['- ~https://vi-du.vn/a\n  ~https://vi-du.vn/b', ['1:4 /a', '2:4 /b']],
    ['[a](/tiếng-việt)', ['1:1 /tiếng-việt']],
  ])('%j', (markdown, expected) => {
    const links = render(markdown).mentions.filter(({ kind }) => kind === 'link');
    expect(links.map(({ line, column, target }) => `${line}:${column} ${target}`)).toEqual(
      expected,
    );
  });

  test.each([
    '[a](https://vi-du.com/b)',
    '[a](mailto:a@vi-du.vn) a@b.vn',
    '[a](tel:1)',
    '[a](b:c)',
    '[a]()',
  ])('and none to elsewhere: %j', (markdown) => {
    expect(render(markdown).mentions).toEqual([]);
  });
});
