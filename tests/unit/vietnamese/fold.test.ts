import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '@/lib/vietnamese/fold';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';

test.each(vectors.fold)('the fold of $in is $out', ({ in: text, out }) => {
  expect(fold(text)).toBe(out);
});

test.each(vectors.equal)('%j and %j, one text in two spellings, fold alike', (one, other) => {
  expect(fold(one)).toBe(fold(other));
});

test('every Vietnamese letter folds to one letter of a to z', () => {
  expect(fold(vectors.glyphs)).toMatch(/^[a-z]{178}$/);
});

test('NFC and NFD of every Vietnamese letter fold alike', () => {
  expect(fold(vectors.glyphsAccented.normalize('NFD'))).toBe(
    fold(vectors.glyphsAccented.normalize('NFC')),
  );
});

test.each([
  ['ɖ', 'd'],
  ['Æsir', 'aesir'],
  ['œuvre', 'oeuvre'],
])('the foreign letters of %j become %j', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

test('folding a second time changes nothing, whatever the text', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
});

test('folding a second time changes nothing for any character of Unicode', () => {
  const changed: string[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    const folded = fold(String.fromCodePoint(point));
    if (fold(folded) !== folded) changed.push(point.toString(16));
  }
  expect(changed).toEqual([]);
});
