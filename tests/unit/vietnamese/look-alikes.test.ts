import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findLookAlikes } from '@/lib/vietnamese/look-alikes';

function found(text: string): readonly string[] {
  return findLookAlikes(text, 100).map(({ index, letter, meant }) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    return `${index} ${code} ${meant}`;
  });
}

describe('letters that only look Latin are found', () => {
  test.each([
    ['Hà Nộ\u0456', ['5 0456 i']],
    ['\u041d\u0430 Nội', ['0 041d H', '1 0430 a']],
    ['\u041d\u0430ng', ['0 041d H', '1 0430 a']],
    ['đơn vị \u0430\nvà b', ['7 0430 a']],
    ['a\r\nT\u03bfàn', ['4 03bf o']],
    ['V\u0456\u1ec7t', ['1 0456 i']],
    ['ch\u04d1m', ['2 04d1 ă']],
    ['\u03a4\u039f', ['0 03a4 T', '1 039f O']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what is truly of another language is left alone', () => {
  test.each([
    'Thủ đô Москва',
    'Liên Xô (СССР), hãng ТАСС',
    'báo “Новое время” viết: “а он”',
    'TNFα, IFN-γ, 5 μm, 10 kΩ, ΔT, π',
    'Αθήνα',
    'Guðmundsson, Sigurður, Guð, GUÐMUNDUR',
    'IPA: /ðə/, /ðɪs/; Ðæt',
    'tiếng ð',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('Ð in place of Đ is found', () => {
  test.each([
    ['\u00d0à Nẵng', ['0 00d0 Đ']],
    ['\u00d0à Nẵng'.normalize('NFD'), ['0 00d0 Đ']],
    ['xe \u00f0ông', ['3 00f0 đ']],
    ['\u00d0ắk Lắk', ['0 00d0 Đ']],
    ['H\u00d0ND, T\u01af\u00d0, Q\u00d0', ['1 00d0 Đ', '8 00d0 Đ', '12 00d0 Đ']],
    ['điểm \u00d0', ['5 00d0 Đ']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test('a real article has none', () => {
  const text = readFileSync(
    resolve(import.meta.dirname, '../../fixtures/seed-article.txt'),
    'utf8',
  );
  expect(found(text)).toEqual([]);
});
