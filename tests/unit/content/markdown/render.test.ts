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
  ...['\n[a]: javascript:b\n', '[a]', '![a]', '5 kg', 'Ảnh: a', '\u0000', '\u202e', '🚢', '==='],
];
const texts = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(''));

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
