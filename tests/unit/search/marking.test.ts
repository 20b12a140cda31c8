import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractOf, textOfWords } from '@/lib/search/extract';
import { findingsIn, markText } from '@/lib/search/marking';
import { parseQuery } from '@/lib/search/query';
import type { Piece } from '@/lib/search/results';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const html = (pieces: readonly Piece[]) =>
  pieces
    .map(({ text, isMarked }) => (isMarked ? `<mark>${escaped(text)}</mark>` : escaped(text)))
    .join('');

test.each(vectors.highlight)('in $text, $q marks $out', ({ text, q, out }) => {
  expect(html(markText(text.normalize('NFC'), parseQuery(q.normalize('NFC'))))).toBe(out);
});

test('nothing of a text is lost or changed by marking it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
      const pieces = markText(text, parseQuery(typed));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});

const extract = (text: string, typed: string) => {
  const query = parseQuery(typed);
  const parted = textOfWords(text);
  return html(extractOf(parted, query, findingsIn(query, [parted.words])));
};
const filler = (count: number) => Array.from({ length: count }, () => 'chữ').join(' ');

test('of words that are wanted side by side none is marked alone', () => {
  expect(extract('Nước ở hồ nước.', '"hồ nước"')).toBe('Nước ở <mark>hồ nước</mark>.');
  expect(extract('Nước ở hồ nước.', 'hồ nước')).toBe('<mark>Nước</mark> ở <mark>hồ nước</mark>.');
});

test('a short text is its own extract', () => {
  expect(extract('Cảng Vũng Áng ở phía nam.', 'vung ang')).toBe(
    'Cảng <mark>Vũng Áng</mark> ở phía nam.',
  );
});

test('an extract shows what was found, some words before it, and where it was cut', () => {
  const shown = extract(
    `${filler(90)} một hai ba bốn năm cảng Vũng Áng. ${filler(90)}`,
    'vũng áng',
  );
  expect(shown).toMatch(/^…một hai ba bốn năm cảng <mark>Vũng Áng<\/mark>\. chữ .*chữ…$/);
});

test('of several places it shows the one that holds most of what was typed', () => {
  const text = `áng mây ${filler(60)} cảng Vũng Áng ${filler(60)} vũng nước`;
  expect(extract(text, 'cang vung ang')).toContain('<mark>cảng Vũng Áng</mark>');
});

test.each(['1.500', '24/12/2020', 'Covid-19', '“TX'])(
  'an extract never begins inside %s',
  (whole) => {
    const between = Array.from({ length: 6 }, (_, index) => filler(index));
    for (const words of between) {
      const shown = extract(`${filler(90)} ${whole} ${words} Vũng Áng ${filler(90)}`, 'vũng áng');
      expect(shown.replace(whole, '')).not.toMatch(/[\d“]|TX|Covid/);
      expect(shown).toContain('<mark>Vũng Áng</mark>');
    }
  },
);

test('an extract never ends inside a number', () => {
  for (let count = 15; count < 40; count += 1) {
    const shown = extract(
      `${filler(90)} Vũng Áng ${filler(count)} 7.792 ${filler(90)}`,
      'vũng áng',
    );
    expect(shown.replace('7.792', '')).not.toMatch(/\d/);
  }
});

test('the beginning is shown where nothing was found', () => {
  expect(extract(`Mở đầu. ${filler(90)}`, 'xyz')).toMatch(/^Mở đầu\. .*chữ…$/);
});
