import { describe, expect, test } from 'vitest';
import { defaultSite, parseSiteFile } from '@/lib/content/site-file';
import { readFixture } from './fixtures';
import { bytesOf, placed } from './newsroom';

function parse(text: string) {
  return parseSiteFile(bytesOf(text), 'site.yaml');
}

test('a name is enough; the rest has defaults', () => {
  expect(parse('name: Báo')).toEqual({ ok: true, site: { ...defaultSite, name: 'Báo' } });
});

test('a form half filled in says only what is there', () => {
  const parsed = parseSiteFile(readFixture('content/good/site.yaml'), 'site.yaml');
  expect(parsed.ok && parsed.site).toEqual({
    name: 'Báo Ví Dụ',
    description: 'Tin thử: có dấu hai chấm.',
    timeZone: 'Asia/Ho_Chi_Minh',
    sections: [
      { key: 'thoi-su', name: 'Thời sự' },
      { key: 'quoc-phong-an-ninh', name: 'Quốc phòng – An ninh' },
    ],
    publisher: {
      kind: 'báo điện tử',
      licence: { number: '12/GP-TTĐT', date: '24/12/2020' },
    },
    links: [{ name: 'Cổng thông tin', url: 'https://vi-du.vn/' }],
    correctionsHeading: 'Thông tin cải chính, xin lỗi',
  });
});

describe('what is wrong is named where it stands', () => {
  test.each([
    ['', ['1:1 key-missing']],
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
