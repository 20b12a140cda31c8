import { describe, expect, test } from 'vitest';
import { defaultSite, parseSiteFile } from '@/lib/content/site-file';
import { readFixture } from './fixtures';
import { bytesOf, placed } from './newsroom';

function parse(text: string) {
  return parseSiteFile(bytesOf(text), 'site.yaml');
}

test('a name is enough; the rest has defaults', () => {
  expect(parse('name: Báo')).toEqual({
    ok: true,
    site: { ...defaultSite, name: 'Báo' },
    warnings: [],
    mentions: [],
  });
});

test('a form half filled in says only what is there', () => {
  const parsed = parseSiteFile(readFixture('content/good/site.yaml'), 'site.yaml');
  expect(parsed.ok && parsed.site).toEqual({
    name: 'Báo Ví Dụ',
    description: 'Tin thử: có dấu hai chấm.',
    timeZone: 'Asia/Ho_Chi_Minh',
    sections: [
      { key: 'thoi-su', name: 'Thời sự', aliases: [] },
      { key: 'quoc-phong-an-ninh', name: 'Quốc phòng – An ninh', aliases: [] },
    ],
    publisher: {
      kind: 'báo điện tử',
      licence: { number: '12/GP-TTĐT', date: '24/12/2020' },
    },
    links: [{ name: 'Cổng thông tin', url: 'https://vi-du.vn/' }],
    correctionsHeading: 'Thông tin cải chính, xin lỗi',
  });
});

test('old addresses of a section are kept and mentioned', () => {
  const parsed = parse('name: a\nsections:\n  - {key: b, name: c, aliases: [/Cũ/]}');
  expect(parsed.ok && [parsed.site.sections, parsed.mentions]).toEqual([
    [{ key: 'b', name: 'c', aliases: ['/cũ'] }],
    [{ kind: 'alias', target: '/cũ', line: 3, column: 33 }],
  ]);
});

test('what is odd about the text is warned of, and the file is still read', () => {
  const parsed = parse('\ufeffname: Báo\r\n');
  expect(parsed.ok && parsed.warnings.map(placed)).toEqual([
    '1:1 byte-order-mark',
    '1:10 line-ends',
  ]);
});

describe('what is wrong is named where it stands', () => {
  test.each([
    ['', ['1:1 file-empty']],
    ['# chưa có gì', ['1:1 key-missing']],
    ['nmae: \u200b', ['1:1 key-missing', '1:1 key-unknown', '1:7 invisible-character']],
    ['name: a\nsections: [{key: a, name: b, aliases: [c]}]', ['2:40 alias-invalid']],
    ['name:', ['1:1 key-missing']],
    ['- a', ['1:1 value-type']],
    ['name: a\ntimeZone: Asia/Hanoi', ['2:11 time-zone-unknown']],
    ['name: a\nsections:\n  -\n', ['3:4 value-empty']],
    ['name: a\nsections:\n  - key: a\n    name: b\n  - key: c', ['5:5 key-missing']],
    ['name: a\nlinks:\n  - name: b\n    url: javascript:alert(1)', ['4:10 value-type']],
    ['name: a\npublisher:\n  tel: 1', ['3:3 key-unknown']],
    [
      'name: a\ntimeZone: x\nsections:\n  - {key: a, name: a}\n  - {key: a, name: b}',
      ['2:11 time-zone-unknown', '5:11 key-duplicate'],
    ],
  ])('%j', (text, expected) => {
    const parsed = parse(text);
    expect(parsed.ok ? [] : parsed.problems.map(placed)).toEqual(expected);
  });
});
