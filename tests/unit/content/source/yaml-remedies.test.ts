import { describe, expect, test } from 'vitest';
import { remedies } from '@/lib/content/problems/catalogue';
import { findRemedy, inQuotes } from '@/lib/content/source/yaml-remedies';
import { parseYaml } from '@/lib/content/source/yaml-source';

describe('the remedy for a fault of YAML is the one for what stands there', () => {
  test.each([
    ['image:\n\tsrc: a', remedies.tab],
    ['date: a\ntitle:\u00a0Kỳ Anh', remedies.hardSpace],
    ['title\uff1aKỳ Anh\ndate: a', remedies.wideColon],
    ['date: a\ntitle:Kỳ Anh', remedies.glued],
    ['title: “Kỳ Anh: tin”', remedies.straightQuotes("title: 'Kỳ Anh: tin'")],
    ['title: “Kỳ Anh” nói: tin', remedies.mended("title: '“Kỳ Anh” nói: tin'")],
    ['title: "Kỳ Anh\ndate: a', remedies.unclosedQuote],
    ['title: "Tin "ngắn""', remedies.mended('title: \'Tin "ngắn"\'')],
    ['title: "Tin" mới', remedies.mended('title: \'"Tin" mới\'')],
    ["title: 'Kỳ Anh's tin'", remedies.mended("title: 'Kỳ Anh''s tin'")],
    ['title: "a\\đ"', remedies.mended("title: 'a\\đ'")],
    ['title: Kỳ Anh: một năm', remedies.mended("title: 'Kỳ Anh: một năm'")],
    ['tags:\n  - Kỳ Anh: a: b', remedies.mended("- 'Kỳ Anh: a: b'")],
    ['title: @Kỳ Anh', remedies.mended("title: '@Kỳ Anh'")],
    ['title: [Kỳ Anh] tin', remedies.mended("title: '[Kỳ Anh] tin'")],
    ['tags: [a, b\ndate: c', remedies.unclosedList],
    ['title: Kỳ Anh\nmột năm nhìn lại\ndate: a', remedies.notIndented],
    ['title: a\n  date: b', remedies.misaligned],
    ['title: Kỳ Anh: một năm\n  nhìn lại', remedies.other],
    [`title: a: ${'b'.repeat(300)}`, remedies.other],
    ['a: {b: 1\nc: d', remedies.other],
  ])('%j', (text, remedy) => {
    const parsed = parseYaml(text, 'a.md');
    expect(parsed.ok ? [] : parsed.problems.map(({ fix }) => fix)).toEqual([remedy]);
  });

  test('a place that is not there has the usual words', () => {
    expect(findRemedy([], { line: 5, column: 1 })).toBe(remedies.other);
  });
});

test.each(['Kỳ Anh: một năm', "l'Est #1", '“a” \\ "b"', '[a]: {b}', '@a', ' a '])(
  'YAML reads %j back from its quotes',
  (text) => {
    const parsed = parseYaml(`a: ${inQuotes(text)}`, 'a.md');
    expect(parsed.ok && parsed.source.value).toEqual({ a: text });
  },
);
