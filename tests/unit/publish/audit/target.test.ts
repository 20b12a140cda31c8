import { expect, test } from 'vitest';
import { targetOf } from '@/lib/publish/audit/target';

test.each([
  ['/chu-de', '/chu-de', ''],
  ['khac', '/bai-viet/khac', ''],
  ['../chu-de/ky-anh?x=1#y', '/chu-de/ky-anh', 'y'],
  ['#muc', '/bai-viet/tin', 'muc'],
  ['?x', '/bai-viet/tin', ''],
  ['/bài cũ', '/b%C3%A0i%20c%C5%A9', ''],
  ['#L%E1%BB%8Bch', '/bai-viet/tin', 'Lịch'],
  ['#100%', '/bai-viet/tin', '100%'],
  ['#muc:~:text=a', '/bai-viet/tin', 'muc'],
  ['/a\t/b', '/a/b', ''],
])('on /bai-viet/tin, %j leads to %s and its part %j', (written, path, fragment) => {
  expect(targetOf(written, '/bai-viet/tin')).toEqual({ path, fragment });
});

test.each([['//nơi-khác.vn/a'], ['https://vi-du.vn'], ['//[']])(
  '%s is no address of the site',
  (written) => {
    expect(targetOf(written, '/bai-viet/tin')).toBeUndefined();
  },
);
