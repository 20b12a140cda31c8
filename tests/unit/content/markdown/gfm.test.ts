import fc from 'fast-check';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { usesGfm } from '@/lib/content/markdown/gfm';

describe('a text that uses an extension of GitHub is known by its marks', () => {
  test.each([
    ...['| a |\n| - |', 'a | b\n- | -', 'a\n:-', 'a\n-:', '~~a~~', 'a[^1]\n\n[^1]: b'],
    ...['- [ ] a', '- [X] a', '1. [x] a', '- [\n] a', 'https://a.vn', 'HTTP://a.vn', 'www.a.vn'],
    ...['Www.a.vn', 'a@b.vn', 'mailto:a@b.vn', 'www\\.a.vn', 'a&#64;b.vn'],
  ])('%j', (markdown) => {
    expect(usesGfm(markdown)).toBe(true);
  });

  test('and one in plain Markdown by their absence', () => {
    expect(
      usesGfm('## Tít\n\n- “Kỳ Anh”: [a](/b) ![c]() `d` *e* 5 - 7 < 9, 5~6, 24/12/2020\n'),
    ).toBe(false);
  });
});

test('a text that uses none is read the same with and without the extensions', () => {
  const plain = remark();
  const gfm = remark().use(remarkGfm, { singleTilde: false });
  const pieces = [
    ...[
      'a',
      ' ',
      '\n',
      '\n\n',
      '-',
      ':',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\\',
      '1. ',
      '- ',
    ],
    ...[
      '.',
      ',',
      '+',
      '/',
      '#',
      '> ',
      '<',
      '>',
      '&',
      '^',
      'x',
      '\t',
      '=',
      'http',
      'www',
      'ftp://a',
      '~',
    ],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      const markdown = parts.join('');
      fc.pre(!usesGfm(markdown));
      expect(gfm.parse(markdown)).toEqual(plain.parse(markdown));
    }),
    { numRuns: 3000 },
  );
}, 60_000);
