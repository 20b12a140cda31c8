import { expect, test } from 'vitest';
import { levelOf } from '@/lib/search/levels';
import { wordsOf } from '@/lib/search/word';

const word = (written: string) => {
  const [forms] = wordsOf(written.normalize('NFC'));
  if (!forms) throw new Error(`${written} is no word`);
  return forms;
};

test.each([
  ['đường', 'Đường', 0],
  ['hoà', 'hòa', 0],
  ['duong', 'đường', 0],
  ['đuong', 'đường', 1],
  ['cơ', 'cờ', 1],
  ['đường', 'dương', 2],
  ['cờ', 'cơ', 2],
  ['lụa', 'lúa', 2],
  ['lua', 'luận', undefined],
  ['sĩ', 'sỹ', undefined],
])('whoever types %s and reads %s: %s', (typed, found, level) => {
  expect(levelOf(word(typed), word(found))).toBe(level);
});

test.each([
  ['tr', 'Trang', 0],
  // The tone is still to come; the letters are those that were typed.
  ['đươ', 'đường', 0],
  ['thuộ', 'thuột', 0],
  ['đuo', 'đường', 1],
  ['đươ', 'dương', 2],
  ['thuố', 'thuột', 2],
  ['đường', 'đườn', undefined],
])('whoever has typed %s so far and reads %s: %s', (typed, found, level) => {
  expect(levelOf(word(typed), word(found), true)).toBe(level);
});
