import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderBody } from '@/lib/content/markdown/render';
import { sanitizeSchema } from '@/lib/content/markdown/sanitize-schema';
import { placed, render } from '../newsroom';
import { elementsOf, textOf } from './page';

describe('the words of an editor stay as they were written', () => {
  test.each([
    '"Chiến lược" và “chiến lược”, \'a\' và ‘b’',
    'phản động...". Thế thôi…',
    'a - b – c — d -- e --- f',
    '1.500 lượt, 37,5 kg, 24/12/2020, 294 vụ/498 đối tượng',
    'hoà và hòa, kỷ và kỹ, Ð và Đ',
    '(c) (tm) 1/2 x2 :) :cuoi:',
  ])('%s', (text) => {
    expect(textOf(render(text).html)).toBe(text);
  });
});

describe('a body of nothing', () => {
  test.each(['', '\n\n', ' \t\n', '\u00a0'])('%j', (markdown) => {
    const { html, opening, problems } = render(markdown);
    expect(textOf(html).trim()).toBe('');
    expect(opening.replace(/<\/?p>/g, '').trim()).toBe('');
    expect(problems).toEqual([]);
  });
});

test('problems stand in the lines of the file, in their order', () => {
  const body = renderBody('# a\n\n<br>\n\n![]() [b](data:c)', {
    file: 'articles/a.md',
    bodyLine: 10,
    siteUrl: 'https://vi-du.vn',
    pictureAddress: (source) => source,
  });
  expect(body.problems.map((problem) => `${problem.file} ${placed(problem)}`)).toEqual([
    'articles/a.md 10:1 heading-too-high',
    'articles/a.md 12:1 html-dropped',
    'articles/a.md 14:1 photograph-to-come',
    'articles/a.md 14:7 link-unsafe',
  ]);
});

test('of very many problems the first twenty are named, and how many there are besides', () => {
  const markdown = '[a]()\n\n'.repeat(23);
  const { problems } = render(markdown);
  expect(problems.slice(0, 20).map(({ code }) => code)).toEqual(Array(20).fill('link-empty'));
  expect(problems.slice(20).map(placed)).toEqual(['45:1 problems-more']);
  expect(problems[20]?.message).toBe('Còn 3 chỗ nữa trong tệp này.');
  expect(render('[a]()\n\n'.repeat(20)).problems).toHaveLength(20);
});

test('mentions stand in the lines of the file, in their order', () => {
  const { mentions } = renderBody(
    '[a](/b)[^1] ![c](d.jpg)\n\n[^1]: [e](#f)\n\n![g. Ảnh: h](i.jpg)',
    {
      file: 'articles/a.md',
      bodyLine: 10,
      siteUrl: 'https://vi-du.vn',
      pictureAddress: (source) => source,
    },
  );
  expect(mentions).toEqual([
    { kind: 'link', target: '/b', line: 10, column: 1 },
    { kind: 'picture', target: 'd.jpg', line: 10, column: 13 },
    { kind: 'link', target: '#f', line: 12, column: 7 },
    { kind: 'picture', target: 'i.jpg', line: 14, column: 1 },
  ]);
});

test('the anchors are the ids of the page, in their order', () => {
  const { anchors } = render('## A[^1]\n\n> ### B\n\n## A\n\nc[^1]\n\n[^1]: d');
  expect(anchors).toEqual([
    ...['a', 'trich_dan-1', 'b', 'a-2', 'trich_dan-1-2'],
    ...['chu_thich', 'chu_thich-1'],
  ]);
});

describe('the opening is the first two paragraphs', () => {
  test.each([
    ['a\n\nb\n\nc', '<p>a</p>\n<p>b</p>'],
    ['## a\n\nb\n\n![c]()\n\n- d\n\n> e\n\nf', '<p>b</p>\n<p>f</p>'],
    ['<b></b>\n\na', '<p>a</p>'],
    ['## a', ''],
    ['a [b](/c) thu 5 kg', '<p>a <a href="/c">b</a> thu <span class="nb">5 kg</span></p>'],
  ])('%j', (markdown, expected) => {
    expect(render(markdown).opening).toBe(expected);
  });

  test('without marks of footnotes, however deep, which the article keeps', () => {
    const { html, opening } = render('a[^1] **b[^1]** [c *d[^1]*](/e)\n\n[^1]: f');
    expect(opening).toBe('<p>a <strong>b</strong> <a href="/e">c <em>d</em></a></p>');
    expect(html.match(/doc-noteref/g)).toHaveLength(3);
  });
});

const pieces = [
  ...[
    'chữ',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '_',
    '`',
    '```',
    '~',
    '~~',
    '|',
    '-',
    ':-',
    ':',
    '- ',
    '1. ',
  ],
  ...[
    '> ',
    '# ',
    '## ',
    '    ',
    '\t',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '[ ] ',
    '[x] ',
    '[^1]',
    '[^1]: a',
  ],
  ...[
    '<',
    '>',
    '<b>',
    '<a href="javascript:a">',
    '<!--',
    '-->',
    '<script>',
    '&lt;',
    '&#0;',
    '&Tab;',
    '\\',
  ],
  ...[
    'javascript:a',
    'data:a',
    '//a',
    'https://a.vn',
    'HTTPS://A.VN',
    'www.a.vn',
    'a@b.vn',
    '"',
    "'",
    '@',
  ],
  ...[
    '\n[a]: javascript:b\n',
    '\n[a]: /b\n',
    '[](/a)',
    '[chữ]()',
    '![](a.jpg)',
    'chữ**"a"**chữ',
    '[a]',
    '![a]',
    '5 kg',
    'Ảnh: a',
    '\u0000',
    '\u202e',
    '🚢',
    '===',
  ],
];
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('every problem and mention stands inside the text, and every anchor is an id of the page', () => {
  fc.assert(
    fc.property(texts, (markdown) => {
      const { html, problems, mentions, anchors } = render(markdown);
      const lines = markdown.split('\n');
      for (const { line, column } of [...problems, ...mentions]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
      }
      expect(anchors).toEqual(elementsOf(html).flatMap(({ attribs }) => attribs.id ?? []));
      for (const { target } of mentions) expect(target).not.toBe('');
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test('a pair of marks that stayed text is found at its own letters', () => {
  fc.assert(
    fc.property(texts, (markdown) => {
      const lines = markdown.split('\n');
      for (const { code, line, column } of render(markdown).problems) {
        if (code === 'emphasis-literal') {
          expect(lines[line - 1]?.slice(column - 1)).toMatch(/^[*_]/);
        }
      }
    }),
    { numRuns: 1000 },
  );
}, 60_000);

test('nothing leaves the renderer but what our own steps make', () => {
  const tags = new Set(sanitizeSchema.tagNames);
  const ours =
    /^(id|href|rel|role|aria-label|aria-labelledby|src|alt|loading|decoding|class|tabindex|start|scope)$/;
  const classes = /^(nb|credit|photograph-to-come|scroller|footnotes|end|center)$/;
  fc.assert(
    fc.property(texts, (markdown) => {
      const { html, opening } = render(markdown);
      for (const { name, attribs } of [...elementsOf(html), ...elementsOf(opening)]) {
        expect(tags).toContain(name);
        for (const attribute of Object.keys(attribs)) expect(attribute).toMatch(ours);
        if (attribs.class !== undefined) expect(attribs.class).toMatch(classes);
        if (name === 'a')
          expect(attribs.href).toMatch(/^(https?:|mailto:|tel:|(?!\/\/)[^:]*$|[^:]*[/?#])/);
      }
      const ids = elementsOf(html).flatMap(({ attribs }) => attribs.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 1000 },
  );
}, 60_000);
