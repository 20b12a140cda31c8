import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSyllable } from '@/lib/vietnamese/syllable';

describe('a syllable of Vietnamese', () => {
  test.each([
    ...['a', 'Y', 'ơi', 'Nghị', 'QUYẾT', 'quý', 'quốc', 'quyền', 'gì', 'giếng', 'giờ', 'gìn'],
    ...['khuya', 'khuỷu', 'ngoẹo', 'xoong', 'hoà', 'hòa', 'thuở', 'đường', 'nghiêng', 'yêu'],
    'Tiếng'.normalize('NFD'),
  ])('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  test.each([
    ...['', 'b', 'UBND', 'Muñoz', 'café', 'Guð', 'Héi', 'nghÞ', 'ñaøn', 'tắn2', 'cac', 'tÌch'],
    ...['tiê', 'Niê', 'việtt', 'ðồng', 'Москва', 'àá', 'hòá', 'for', 'zô', 'Việt Nam'],
  ])('%j is none', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});

test('nearly every word of a real article is one', () => {
  const text = readFileSync(
    resolve(import.meta.dirname, '../../fixtures/seed-article.txt'),
    'utf8',
  );
  const marked = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[^A-Za-z]/.test(word));
  expect(marked.length).toBeGreaterThan(500);
  expect(marked.filter((word) => !isSyllable(word))).toEqual([]);
});
