import { expect, test } from 'vitest';
import { addressOfFile } from '@/lib/publish/audit/address-of-file';

test.each([
  ['articles/2020/12/Tin mới.md', '/bai-viet/tin-moi'],
  ['tin.MD', '/bai-viet/tin'],
  ['authors/thu-trang.md', '/tac-gia/thu-trang'],
  ['pages/gioi-thieu.md', '/gioi-thieu'],
  ['site.yaml', undefined],
  ['articles/北京.md', undefined],
])('what %s holds lives at %s', (file, address) => {
  expect(addressOfFile(file)).toBe(address);
});
