import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '@/lib/vietnamese/fold';
import { spellingKey } from '@/lib/vietnamese/spelling-key';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';

const vietnameseText = fc.string({
  unit: fc.constantFrom(...vectors.glyphs, ...' -\u00a0\u00ad’', '\u0300', '\u0301', '\u0323'),
  maxLength: 30,
});

test.each(vectors.equal)('%j and %j are the same text', (one, other) => {
  expect(spellingKey(one)).toBe(spellingKey(other));
});

test.each(vectors.distinct)('%j and %j are two texts', (one, other) => {
  expect(spellingKey(one)).not.toBe(spellingKey(other));
});

test('a key is its own key', () => {
  fc.assert(
    fc.property(vietnameseText, (text) => spellingKey(spellingKey(text)) === spellingKey(text)),
  );
});

test('a key is NFC', () => {
  fc.assert(
    fc.property(vietnameseText, (text) => spellingKey(text) === spellingKey(text).normalize('NFC')),
  );
});

test('a text and its key fold alike, so that equal keys have equal folds', () => {
  fc.assert(fc.property(vietnameseText, (text) => fold(spellingKey(text)) === fold(text)));
});

test('NFC and NFD of one text have one key', () => {
  fc.assert(
    fc.property(
      vietnameseText,
      (text) => spellingKey(text.normalize('NFC')) === spellingKey(text.normalize('NFD')),
    ),
  );
});

test.each([
  ['hôa', 'hoâ'],
  ['tăo', 'taŏ'],
  ['mưa', 'mua\u031b'],
])('%j and %j differ, because the mark of a vowel does not move', (one, other) => {
  expect(spellingKey(one)).not.toBe(spellingKey(other));
});

test('a tone does not move into the next word', () => {
  expect(spellingKey('hòa bình')).not.toBe(spellingKey('hoa bình\u0300'));
  expect(spellingKey('hòa-bình')).toBe(spellingKey('hoà-bình'));
});
