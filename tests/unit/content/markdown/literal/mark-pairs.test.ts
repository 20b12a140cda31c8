import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOrEscape } from '@/lib/content/markdown/literal/block-text';
import { matchMarks } from '@/lib/content/markdown/literal/mark-pairs';

test.each([
  ['chữ**“đậm”**chữ', [[3, 12]]],
  [
    'a**"b *"c"*d"**e',
    [
      [1, 15],
      [6, 11],
    ],
  ],
  [`a**"${codeOrEscape}"**b`, [[1, 8]]],
  ['🚢**"🚢a"**🚢', [[2, 11]]],
  ['5 * 3 * 2', []],
  ['', []],
])('in %j these pairs stayed text', (text, expected) => {
  expect(placesOf(text)).toEqual(expected);
});

test('pairs begin and end with a mark, inside the text, in its order', () => {
  const texts = fc.array(
    fc.constantFrom('a', 'ữ', ' ', '*', '**', '__', '"', '“', '”', '(', ')', ',', '🚢', '\n'),
  );
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      const pairs = placesOf(text);
      for (const [start, end] of pairs)
        expect(text.slice(start, end)).toMatch(/^(\*+|_+)[\s\S]+\1$/);
      const starts = pairs.map(([start]) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }),
  );
});

function placesOf(text: string): readonly (readonly [start: number, end: number])[] {
  return matchMarks(text).pairs.map(([opening, closing]) => [opening.start, closing.end]);
}
