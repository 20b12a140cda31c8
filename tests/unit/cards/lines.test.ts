import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFonts } from '@/lib/cards/fonts';
import { HEADLINE_LEADING, setHeadline } from '@/lib/cards/lines';

const room = { width: 1072, height: 326 };
const { headline } = openFonts();
const set = (text: string) => setHeadline(headline.drawable(text), room, headline.widthOf);

/** Headlines that are generated: words of Vietnamese, some longer than any is. */
const word = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      ...'Xây dựng nền quốc phòng toàn dân Ẩn Ể Ổ gỹ 28-NQ/TW 50 kg'.split(' '),
    ),
  },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-zđ]{1,80}$/) },
);
const anyHeadline = fc
  .array(word, { minLength: 1, maxLength: 80 })
  .map((words) => words.join(' ').slice(0, 300));

describe('a headline', () => {
  test.each([
    ['Tin', 60, ['Tin']],
    [
      'Xây dựng nền quốc phòng toàn dân gắn với thế trận an ninh nhân dân khu vực phía Nam Hà Tĩnh',
      60,
      // As the design has it (look/shots/og.png).
      [
        'Xây dựng nền quốc phòng toàn',
        'dân gắn với thế trận an ninh nhân',
        'dân khu vực phía Nam Hà Tĩnh',
      ],
    ],
  ])('%s', (text, size, lines) => {
    expect(set(text)).toEqual({ size, lines });
  });

  test('of more than a hundred characters is smaller, and of three hundred fits still', () => {
    const sizes = [100, 101, 200, 300].map(
      (length) => set('phong '.repeat(60).slice(0, length)).size,
    );
    expect(sizes[0]).toBe(60);
    expect(sizes[1]).toBe(54);
    expect(sizes[2]).toBeLessThan(54);
    expect(sizes[3]).toBeGreaterThanOrEqual(36);
  });

  test('never leaves its room, and loses no word that fits', () => {
    fc.assert(
      fc.property(anyHeadline, (text) => {
        const { size, lines } = set(text);
        expect(lines.length * size * HEADLINE_LEADING).toBeLessThanOrEqual(room.height);
        for (const line of lines) expect(headline.widthOf(line, size)).toBeLessThan(room.width + 3);
        const plain = (written: string) => written.replace(/[\s\u00a0]/g, '');
        const shown = plain(lines.join(''));
        const whole = plain(text);
        if (shown !== whole) expect(whole.startsWith(shown.slice(0, -1))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('breaks nowhere inside what belongs together', () => {
    const { lines } = set(
      'Nghị quyết số 28-NQ/TW và 1.500 lượt cán bộ; thu hồi 950 triệu đồng trong năm 2020',
    );
    expect(lines.join('|')).not.toMatch(/28-\|NQ|950\|triệu/);
  });

  test('that fits in no size ends with an ellipsis', () => {
    const { lines } = set('W'.repeat(600));
    expect(lines.at(-1)).toMatch(/…$/);
  });
});
