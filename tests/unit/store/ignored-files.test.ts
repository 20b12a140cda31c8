import { expect, test } from 'vitest';
import { ignoredFile } from '@/lib/store/ignored-files';

test.each([
  ['articles/2026/tin.md.txt', 'extension', 'tin.md'],
  ['articles/tin.txt', 'rename', 'tin.md'],
  ['articles/tin.markdown', 'rename', 'tin.md'],
  ['articles/Tin mới', 'rename', 'Tin mới.md'],
  ['articles/tin.docx', 'retype', 'tin.md'],
  ['bai-sai-cho.md', 'move', 'articles/bai-sai-cho.md'],
  ['article/2026/x.md', 'move', 'articles/2026/x.md'],
  ['Articles/2026/x.md.txt', 'move', 'articles/2026/x.md'],
  ['author/lan.md', 'move', 'authors/lan.md'],
  ['tin-moi/x.md', 'move', 'articles/tin-moi/x.md'],
  ['site.yml', 'rename', 'site.yaml'],
  ['Tags.yaml.txt', 'rename', 'tags.yaml'],
  ['articles/tags.yaml', 'move', 'tags.yaml'],
  ['articles/bao-cao.pdf', 'remove', undefined],
  ['Makefile', 'remove', undefined],
])('%s is read as nothing: %s %s', (path, remedy, meant) => {
  const said = { path, remedy, ...(meant !== undefined && { meant }) };
  expect(ignoredFile(path, true)).toEqual(said);
});

test.each([
  ['articles/2026/11/cang.JPG'],
  ['articles/ve.svg'],
  ['README.md'],
  ['articles/readme.md'],
  ['LICENSE'],
  ['articles/Thumbs.db'],
  ['articles/~$tin.docx'],
  ['articles/tin.md~'],
])('%s is left alone', (path) => {
  expect(ignoredFile(path, true)).toBeUndefined();
});

test('where every text is an article, only its ending can be wrong', () => {
  expect(ignoredFile('tin.txt', false)).toMatchObject({ remedy: 'rename', meant: 'tin.md' });
});
