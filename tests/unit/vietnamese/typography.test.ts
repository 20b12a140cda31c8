import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepTogether } from '@/lib/vietnamese/typography';

/** The text with ⟦ ⟧ around what stays together. */
function marked(text: string, lineEm?: number): string {
  return keepTogether(text, lineEm)
    .map((piece) => (piece.together ? `⟦${piece.text}⟧` : piece.text))
    .join('');
}

describe('a number and its unit stay together', () => {
  test.each([
    'thu giữ gần ⟦37,5 kg⟧ hạt',
    'dài ⟦12 km⟧.',
    'lạnh ⟦5 °C⟧, nhà rộng ⟦100 m²⟧',
    'sau ⟦2 giờ⟧ ⟦30 phút⟧',
    'trị giá ⟦950 triệu đồng⟧; gần ⟦541 triệu đồng⟧…',
    '⟦3 nghìn tỷ đồng⟧',
    '⟦1.500 tỷ⟧ và ⟦1.234.567,89 đồng⟧',
    'hơn (⟦500 nghìn⟧) và “⟦7 km⟧”',
    'từ 5-⟦7 kg⟧',
    'khoảng...⟦5 giờ⟧',
    '⟦5\u00a0kg⟧',
    '⟦5\nkg⟧',
    '⟦7 giờ⟧ đồng hồ',
    'rộng ⟦3 km⟧²',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[⟦⟧]/g, ''))).toBe(expected);
  });

  test.each([
    '37,5 và 1.500',
    'Covid-19 và 37,5kg',
    '15 kgx, 4 đợt, 498 đối tượng, 9 tỷx',
    'A5 kg, Đ5 kg',
    'kg 5',
    'năm triệu đồng',
    `${'9'.repeat(30)} kg`,
    `${'1.'.repeat(10)}1 kg`,
  ])('nothing is a number with a unit in %j', (text) => {
    expect(marked(text)).toBe(text);
  });
});

describe('a word stays with the dash after it', () => {
  test.each([
    'Trung tá Bùi Thanh ⟦Tùng -⟧ Trưởng Công an',
    'Bà ⟦Rịa –⟧ Vũng Tàu',
    'Bà ⟦Rịa —⟧ Vũng Tàu',
    '⟦Một -⟧ ⟦hai -⟧ ba',
    'thị xã ⟦(mới) –⟧ nay',
    '⟦“Ừ” -⟧\tông nói',
    '⟦Rịa  -⟧  Vũng',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[⟦⟧]/g, ''))).toBe(expected);
  });

  test.each([
    '- Thưa ông',
    'xa-gần',
    'gần -xa',
    'gần- xa',
    'cuối dòng -',
    '- - -',
    '',
    `${'a'.repeat(30)} - b`,
  ])('nothing stays with a dash in %j', (text) => {
    expect(marked(text)).toBe(text);
  });
});

describe('capitals, codes and years stay together', () => {
  test.each([
    'công tác ⟦QP-AN⟧ của',
    '“⟦QP-AN⟧”, ⟦ĐHĐ-ƯBỮ-Ạ⟧.',
    'Nghị quyết số ⟦28-NQ/TW⟧ ngày',
    'số ⟦04-NQ/TW⟧.',
    '⟦1989/QĐ-BGDĐT⟧, ⟦147/2024/NĐ-CP⟧',
    '⟦1521/QĐ-TTg⟧ và ⟦45/2019/QH14⟧',
    'nhiệm kỳ ⟦2020-2025⟧, ⟦2020–2025⟧',
    '⟦QP-AN⟧-',
  ])('%s', (expected) => {
    expect(marked(expected.replace(/[⟦⟧]/g, ''))).toBe(expected);
  });

  test.each([
    'Covid-19 COVID-19',
    'TX Kỳ Anh',
    'QP-An',
    'QP-ANx',
    'xQP-AN',
    'QP-',
    '24/12/2020',
    '2020-12-24',
    '2020-20255',
    '3020-2025',
    '2020-3025',
    '55 vụ/104 bị can',
    '24-Anh',
    '24-An',
    'UBND/HĐND',
    'A-B-'.repeat(20),
    `${'A'.repeat(20)}-${'B'.repeat(20)}`,
  ])('nothing stays together in %j', (text) => {
    expect(marked(text)).toBe(text);
  });
});

test.each([['⟦QP-AN -⟧ một'], ['giá ⟦950 triệu đồng –⟧ rẻ'], ['nhiệm kỳ ⟦2020-2025 -⟧ một']])(
  'rules that meet make one piece: %s',
  (expected) => {
    expect(marked(expected.replace(/[⟦⟧]/g, ''))).toBe(expected);
  },
);

test('each rule holds wherever the others hold', () => {
  const expected = '⟦2020-2025⟧ (⟦28-NQ/TW⟧), ⟦QP-AN⟧, ⟦Tùng -⟧ ⟦5 kg⟧';
  expect(marked(expected.replace(/[⟦⟧]/g, ''))).toBe(expected);
});

test('of two rules that together are too long for a phone, the first holds', () => {
  expect(marked('giá 1.234.567,89 triệu đồng – rẻ')).toBe('giá ⟦1.234.567,89 triệu đồng⟧ – rẻ');
});

describe('in letters so large that a line holds 9 em', () => {
  // Measured in Newsreader 600: 8.5, 6.7, 8.1, 3.4 and 2.9 em; below 11.9, 11.9, 9.1 and 10.6.
  test.each([
    'số ⟦1989/QĐ-BGDĐT⟧, giá ⟦950 triệu đồng⟧',
    '⟦QP-AN-TT-ATXH⟧, ⟦37,5 kg⟧, ông ⟦Tùng -⟧ nay',
  ])('what fits stays together: %s', (expected) => {
    expect(marked(expected.replace(/[⟦⟧]/g, ''), 9)).toBe(expected);
  });

  test.each([
    '01/2020/TTLT-BQP-BCA',
    'THƯƠNG-MẠI-DỊCH-VỤ',
    '1.234 nghìn tỷ đồng',
    'Facebook.com/nguyen - trang riêng',
  ])('what may be wider than the screen is left breakable: %s', (text) => {
    expect(marked(text, 9)).toBe(text);
  });

  test('a wide piece lets go of its dash first', () => {
    expect(marked('giá 950 triệu đồng một - rẻ', 9)).toBe('giá ⟦950 triệu đồng⟧ ⟦một -⟧ rẻ');
    expect(marked('số 1989/QĐ-BGDĐT - mới', 9)).toBe('số ⟦1989/QĐ-BGDĐT⟧ - mới');
  });
});

describe('whatever the text', () => {
  const parts = fc.constantFrom(
    ...['37,5', '1.500', '2020', '28', 'kg', 'triệu', 'tỷ', 'đồng', 'QP', 'ƯỠ', 'TTg', 'chữ'],
    ...[
      ' ',
      ' ',
      ' ',
      '\n',
      '\u00a0',
      '-',
      '-',
      '/',
      '–',
      '—',
      '.',
      ',',
      '(',
      '🇻🇳',
      '\ud83c',
      '\u0301',
    ],
  );
  const anyText = fc.oneof(
    fc.string({ unit: parts, maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  test('the pieces joined are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = keepTogether(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a piece that stays together fits on a phone and has no white space at its ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const piece of keepTogether(text).filter((each) => each.together)) {
          expect(piece.text.length).toBeLessThanOrEqual(24);
          expect(piece.text.trim()).toBe(piece.text);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a megabyte of one thing is answered', () => {
  test.each(['1', 'A', '-', ' ', 'a', '1,', 'A-', '1-', '1/A-', '- ', '1 triệu'])(
    'of %j, in one breakable piece',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(keepTogether(text)).toEqual([{ text, together: false }]);
    },
  );

  test('of words and dashes, with each word at its dash', () => {
    const pieces = keepTogether('chữ - '.repeat(170_000));
    expect(pieces.filter((piece) => piece.together)).toHaveLength(170_000);
  });
});
