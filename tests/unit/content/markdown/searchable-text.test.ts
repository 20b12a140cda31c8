import { describe, expect, test } from 'vitest';
import { searchableText } from '@/lib/content/markdown/searchable-text';

describe('the words of a body are found, its marks are not', () => {
  test.each([
    ['**Cảng** [Vũng Áng](/chu-de/vung-ang)', 'Cảng Vũng Áng'],
    ['[a](b "c d") và ![e](f.jpg "Ảnh: g")', 'a và e'],
    ['# A\n\n- b\n- [x] c\n\n> d', 'A b x c d'],
    ['| a | b |\n| - | - |\n| c | d |', 'a · b · c · d'],
    ['a <b>b</b> <!-- bí mật\ncủa tòa soạn --> c', 'a b c'],
    ['3 < 5 và 7 > 6', '3 < 5 và 7 > 6'],
    ['Theo [Báo Hà Tĩnh](https://vi-du.vn), *viết* **lại**!', 'Theo Báo Hà Tĩnh, viết lại!'],
    ['_nghiêng_, snake_case và \\*sao\\*', 'nghiêng, snake_case và sao'],
    ['Cảng[^1].\n\n[^1]: Theo báo.', 'Cảng. Theo báo.'],
    ['a\n\n---\n\nb', 'a b'],
    ['Tiếng\u00a0Việt\r\n\r\nlà “tiếng”', 'Tiếng Việt là “tiếng”'],
    ['[Cảng][vung-ang] mới.\n\n[vung-ang]: https://vi-du.vn/cang "Tựa"', 'Cảng mới.'],
    ['Kỳ&nbsp;Anh &amp; Vũng Áng, &lt;b&gt;', 'Kỳ Anh & Vũng Áng, <b>'],
    ['', ''],
  ])('%j', (markdown, expected) => {
    expect(searchableText(markdown)).toBe(expected);
  });
});

test('a megabyte of hostile text is gone through, and never grows', () => {
  const units = [
    '](',
    '](a',
    '](a "',
    '] (',
    '<a',
    '<',
    '"',
    '`',
    '[',
    '*',
    '_',
    '[^',
    '>',
    '|',
    '> ',
    '\n>',
    '- \n',
    '\t',
    ' ',
    '\n',
    '<!--',
    '-->',
    '](a\n',
    '\t"',
    '][',
    '[a]:',
    '\n[a]: ',
    '&amp',
  ];
  for (const unit of units) {
    searchableText(unit.repeat(1_048_576 / unit.length));
    const text = `](${unit.repeat(1_048_576 / unit.length)}`;
    expect(searchableText(text).length).toBeLessThanOrEqual(text.length);
  }
}, 60_000);
