import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkHtml from 'remark-html';
import { describe, expect, test } from 'vitest';
import { keepWordsTogether } from '@/lib/content/markdown/kept-together';
import { sanitizeSchema } from '@/lib/content/markdown/sanitize-schema';
import { render } from '../newsroom';
import { elementsOf, textOf } from './page';

describe('words that belong together stand in a span', () => {
  test.each([
    ['thu 37,5 kg ma túy', '<p>thu <span class="nb">37,5 kg</span> ma túy</p>'],
    ['*5 kg* và [7 km](/a)', undefined],
    ['công tác **QP-AN**', '<p>công tác <strong><span class="nb">QP-AN</span></strong></p>'],
    ['- Tùng - Trưởng', '<ul>\n<li><span class="nb">Tùng -</span> Trưởng</li>\n</ul>'],
  ])('%j', (markdown, expected) => {
    const { html } = render(markdown);
    if (expected) expect(html).toBe(expected);
    expect(html).toContain('<span class="nb">');
  });
});

test.each(['`5 kg`', '```\n5 kg QP-AN\n```', '    5 kg', '<!-- 5 kg -->', '![5 kg](a.jpg "b")'])(
  'nothing is marked in %j',
  (markdown) => {
    expect(render(markdown).html).not.toContain('nb');
  },
);

const processor = remark().use(remarkGfm).use(remarkHtml, { sanitize: sanitizeSchema });
const pieces = [
  ...['5 kg', '37,5', 'QP-AN', '28-NQ/TW', '2020-2025', 'Tùng - Trưởng', '950 triệu đồng', 'chữ'],
  ...[
    '"',
    "'",
    '...',
    '“',
    '”',
    ' - ',
    ' – ',
    '\n',
    '\n\n',
    '  \n',
    '&nbsp;',
    '&#32;',
    '\u00a0',
    '\t',
  ],
  ...[
    '*',
    '**',
    '`',
    '~',
    '~~',
    '[',
    '](/a)',
    '![',
    '](b)',
    '|',
    '\n| a |\n| - |\n',
    '- ',
    '> ',
    '# ',
  ],
  ...['\\', '<b>', '</b>', '<', 'www.a.vn', 'a@b.vn', '[^1]', '\n\n[^1]: ', '    ', '```\n'],
];

test('no character changes: the text is the same with and without the spans', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const markdown = parts.join(' ');
      const tree = processor.parse(markdown);
      const without = processor.stringify(tree);
      keepWordsTogether({ tree });
      const html = processor.stringify(tree);
      expect(textOf(html)).toBe(textOf(without));
      expect(html.replace(/<span class="nb">([^<]*)<\/span>/g, '$1')).toBe(without);
      const inCode = elementsOf(html).filter(({ name }) => name === 'code');
      for (const { children } of inCode)
        expect(children.every(({ type }) => type === 'text')).toBe(true);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('two hundred thousand spans in one paragraph are no stack and no square', () => {
  const value = '5 kg '.repeat(200_000);
  keepWordsTogether({
    tree: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] },
  });
}, 60_000);
