import { describe, expect, test } from 'vitest';
import { compareNames, comparePersons, givenName } from '@/lib/vietnamese/collate';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';

/** Backwards, and in the form in which macOS gives file names. */
function disordered(names: readonly string[]): string[] {
  return names.map((name) => name.normalize('NFD')).reverse();
}

function inNfc(names: readonly string[]): string[] {
  return names.map((name) => name.normalize('NFC'));
}

describe.each([
  ['names', compareNames, vectors.collate],
  ['persons', comparePersons, vectors.personNames],
] as const)('%s', (_what, compare, lists) => {
  test.each(lists.map((list) => [list] as const))('%j are sorted in this order', (list) => {
    expect(inNfc(disordered(list).sort(compare))).toEqual(list);
  });

  test.each(lists.map((list) => [list] as const))('no two of %j are equal', (list) => {
    const steps = list.slice(1).map((name, index) => compare(list[index] ?? '', name));
    expect(steps.every((step) => step < 0)).toBe(true);
  });

  test('the NFC and the NFD form of one name are equal', () => {
    expect(compare('Đặng Thị Ý'.normalize('NFC'), 'Đặng Thị Ý'.normalize('NFD'))).toBe(0);
  });
});

test('a given name alone comes before the same with a family name', () => {
  expect(['Lê Lan', 'Lan', 'An'].sort(comparePersons)).toEqual(['An', 'Lan', 'Lê Lan']);
});

test('white space around a person’s name does not hide the given name', () => {
  expect([' Lê Lợi ', 'Chu  Văn An\u00a0'].sort(comparePersons)).toEqual([
    'Chu  Văn An\u00a0',
    ' Lê Lợi ',
  ]);
});

test('Ð (U+00D0), which old texts have for Đ, is sorted as Đ', () => {
  expect(['Em', 'Ðông', 'Đất', 'Dự án'].sort(compareNames)).toEqual(['Dự án', 'Đất', 'Ðông', 'Em']);
  expect(compareNames('ðường', 'đường')).toBe(0);
});

test.each([
  ['Hồ Xuân Hương', 'Hương'],
  [' Lê  Lợi\u00a0', 'Lợi'],
  ['Lan', 'Lan'],
  ['', ''],
])('the given name of %j is %j', (name, given) => {
  expect(givenName(name)).toBe(given);
});
