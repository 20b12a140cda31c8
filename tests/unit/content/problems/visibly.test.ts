import { expect, test } from 'vitest';
import { visibly } from '@/lib/content/problems/visibly';

test.each([
  ['a\u001b[31mb', 'a\\u001b[31mb'],
  ['\u0000\u007f\u009b', '\\u0000\\u007f\\u009b'],
  ['a\n::error::b\r', 'a\\u000a::error::b\\u000d'],
  ['\u2028a\u202eb\u2066c\u200f', '\\u2028a\\u202eb\\u2066c\\u200f'],
])('what a terminal would obey is shown by its number: %j', (text, expected) => {
  expect(visibly(text)).toBe(expected);
});

test.each(['Kỳ Anh\u00a0“tổng kết”', 'Đ\u0300 ế', '👨\u200d👩\u200d👧', '北京'])(
  'letters stay as they are: %j',
  (text) => {
    expect(visibly(text)).toBe(text);
  },
);
