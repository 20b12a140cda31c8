import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, comparePersons } from '@/lib/vietnamese/collate';
import {
  asciiOfInitial,
  type Initial,
  initialOf,
  initialOfPerson,
  partByInitial,
} from '@/lib/vietnamese/initials';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';

const alphabet = 'A Ă Â B C D Đ E Ê F G H I J K L M N O Ô Ơ P Q R S T U Ư V W X Y Z'.split(' ');

/** What the index is read by: every kind of beginning, in every place. */
const anyName = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...vectors.glyphs,
      ...'fjwzFJWZ',
      ...' -–“(.\u00a0\u00ad0123459',
      ...'ÐðɖÆœØŁÞ',
    ),
    fc.constantFrom(
      '\u0300',
      '\u0301',
      '\u0302',
      '\u0306',
      '\u031b',
      '\u0323',
      'Ω',
      'М',
      '北',
      '🔥',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});

test.each([
  ['Áo dài', 'A'],
  ['Ăn sáng', 'Ă'],
  ['Ấp Bắc', 'Â'],
  ['Ở quê', 'Ơ'],
  ['Ứng Hòa', 'Ư'],
  ['Ỷ lại', 'Y'],
  ['ế', 'Ê'],
  ['đường', 'Đ'],
  ['Dương', 'D'],
  ['Facebook', 'F'],
  ['Zalo', 'Z'],
  ['żubr', 'Z'],
  ['Æsir', 'A'],
  ['Œuvre', 'O'],
  ['Łódź', 'L'],
  ['Ðà Nẵng', 'Đ'],
  ['ðường', 'Đ'],
  ['24 giờ', 'signs'],
  ['½ thế kỷ', 'signs'],
  ['“Diễn biến hòa bình”', 'signs'],
  ['#tag', 'signs'],
  ['', 'signs'],
  ['Ωmega', 'foreign'],
  ['Москва', 'foreign'],
  ['北京', 'foreign'],
  ['Þor', 'foreign'],
] as const)('%j stands under %s', (name, initial) => {
  expect(initialOf(name)).toBe(initial);
  expect(initialOf(name.normalize('NFD'))).toBe(initial);
});

test('every Vietnamese letter stands under itself without its tone, small or capital', () => {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
  for (const letter of vectors.glyphs) {
    const toneless = letter.normalize('NFD').replace(tone, '').normalize('NFC').toUpperCase();
    expect(initialOf(letter)).toBe(toneless);
    expect(initialOf(`${letter}x`.normalize('NFD'))).toBe(toneless);
  }
});

test('the letters are in the order of the alphabet, f j w z in their places', () => {
  expect(alphabet.map((letter) => initialOf(letter))).toEqual(alphabet);
  expect([...alphabet].reverse().sort(compareNames)).toEqual(alphabet);
});

test.each([
  ['Nguyễn Thị Ánh', 'A'],
  ['Đỗ Văn Ân', 'Â'],
  ['Hồ Xuân Hương', 'H'],
  ['Lê Đạt\u00a0', 'Đ'],
  ['Ấn', 'Â'],
] as const)('the person %j stands under %s', (name, initial) => {
  expect(initialOfPerson(name)).toBe(initial);
});

test.each([
  ['names', compareNames, initialOf],
  ['persons', comparePersons, initialOfPerson],
] as const)(
  'sorted %s come in groups that follow the alphabet and never come twice',
  (_what, compare, initial) => {
    const order: readonly string[] = ['signs', ...alphabet, 'foreign'];
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 40 }), (names) => {
        const sorted = [...names].sort(compare);
        const groups = partByInitial(sorted, initial);
        const places = groups.map((group) => order.indexOf(group.initial));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(groups.flatMap(({ entries }) => entries)).toEqual(sorted);
      }),
    );
  },
);

test.each(vectors.collate)(
  'the list of vectors that begins with %s %s keeps its order',
  (...list) => {
    const groups = partByInitial(list, initialOf);
    expect(new Set(groups.map(({ initial }) => initial)).size).toBe(groups.length);
  },
);

test('no two initials have one name in addresses, and each is a-z', () => {
  const names = [...alphabet, 'signs', 'foreign'].map((initial) =>
    asciiOfInitial(initial as Initial),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names.join('')).toMatch(/^[a-z]+$/);
  expect(asciiOfInitial('Ư')).toBe('uw');
});

test('no names make no groups', () => {
  expect(partByInitial([], initialOf)).toEqual([]);
});
