import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureTarget } from '@/lib/content/markdown/picture-target';
import { addressOfPicture, paths } from '@/lib/site/routes';

test.each([
  ['a.jpg', 'a.jpg'],
  ['./a.jpg', 'a.jpg'],
  ['anh/a.jpg', 'anh/a.jpg'],
  ['c%E1%BA%A3ng%20bi%E1%BB%83n.jpg', 'cảng biển.jpg'],
  ['cảng biển.jpg', 'cảng biển.jpg'],
  ['100%.jpg', '100%.jpg'],
  ['/images/a%20b.jpg', '/images/a%20b.jpg'],
])('the address %j means the file %j', (address, target) => {
  expect(pictureTarget(address)).toBe(target);
});

test('it is the file that the address on the page leads to', () => {
  const names = fc.array(fc.constantFrom('a', 'ả', '%', '%20', '%41', './', '/', ' ', '.jpg'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(names, (parts) => {
      const written = parts.join('');
      const target = pictureTarget(written);
      expect(addressOfPicture('tin', written)).toBe(
        written.startsWith('/') ? target : paths.picture('tin', target),
      );
    }),
  );
});
