import { expect, test } from 'vitest';
import { findPictureFile } from '@/lib/publish/picture-file';

const store = {
  findArticleFolder: (slug: string) => (slug === 'tin' ? '/noi-dung/2020' : undefined),
};

test.each([
  ['tin', 'a.jpg', '/noi-dung/2020/a.jpg'],
  ['tin', 'anh/A.PNG', '/noi-dung/2020/anh/A.PNG'],
  ['tin', '../a.jpg', undefined],
  ['tin', '.an/a.jpg', undefined],
  ['tin', 'tin.md', undefined],
  ['khac', 'a.jpg', undefined],
])('of the article %s, %s is the file %s', (slug, file, expected) => {
  expect(findPictureFile(store, slug, file)).toBe(expected);
});
