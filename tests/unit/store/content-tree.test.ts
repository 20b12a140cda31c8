import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listContentFiles } from '@/lib/store/content-tree';
import { article, createNewsroom } from './newsroom';

const files = {
  'articles/2026/a.md': article(),
  'articles/2026/c/d.md': article(),
  'articles/2026-moi.md': article(),
  'articles/2026/anh.jpg': 'a',
  'articles/2026/tin.txt': 'a',
  'articles/2026/.an.md': article(),
  'articles/.an/b.md': article(),
  'authors/lan.md': 'a',
  'site.yaml': 'name: a',
};
const pathsOf = async (directory: string, within?: readonly string[]) =>
  (await listContentFiles(directory, within)).files.map(({ path }) => path);

test('files are listed in the order of their paths, whatever folders they lie in', async () => {
  const { directory } = createNewsroom(files);
  const paths = await pathsOf(directory);
  expect(paths).toEqual([
    'articles/2026-moi.md',
    'articles/2026/a.md',
    'articles/2026/c/d.md',
    'authors/lan.md',
    'site.yaml',
  ]);
  expect(paths).toEqual([...paths].sort());
});

test('others have their turn while many files are listed', async () => {
  const many = Array.from({ length: 2_000 }, (_, index) => [`articles/b${index}.md`, 'a'] as const);
  const { directory } = createNewsroom(Object.fromEntries(many));
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 0);
  await listContentFiles(directory);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(2);
});

describe('of a part, the listing', () => {
  test.each([
    ['a file', ['articles/2026/a.md'], ['articles/2026/a.md']],
    ['a folder', ['articles/2026'], ['articles/2026/a.md', 'articles/2026/c/d.md']],
    [
      'files that lie in a folder of the part',
      ['articles/2026/c/d.md', 'articles/2026/c'],
      ['articles/2026/c/d.md'],
    ],
    ['what is not there', ['articles/b.md', 'articles/2026/a.md/x.md', 'x/y'], []],
    ['what is hidden', ['articles/.an/b.md', 'articles/2026/.an.md', '.git'], []],
    ['what lies outside', ['..', '../x.md', 'articles/../site.yaml', '/etc', ''], []],
    ['a picture', ['articles/2026/anh.jpg'], []],
    ['the file of the site', ['site.yaml'], ['site.yaml']],
  ])('of %s holds what the whole holds of it', async (_what, within, expected) => {
    const { directory } = createNewsroom(files);
    const whole = await listContentFiles(directory);
    const part = await listContentFiles(directory, within);
    expect(part.files.map(({ path }) => path)).toEqual(expected);
    expect(whole.files).toEqual(expect.arrayContaining([...part.files]));
  });

  test('names what is ignored in it', async () => {
    const { directory } = createNewsroom(files);
    const whole = await listContentFiles(directory);
    expect((await listContentFiles(directory, ['articles/2026'])).ignored).toEqual(whole.ignored);
    expect(whole.ignored).toHaveLength(1);
  });

  test('follows no symbolic link, neither to a file nor on the way to one', async () => {
    const { directory } = createNewsroom(files);
    symlinkSync(join(directory, 'articles/2026'), join(directory, 'articles/lien-ket'));
    symlinkSync(join(directory, 'articles/2026/a.md'), join(directory, 'articles/b.md'));
    const within = ['articles/lien-ket/a.md', 'articles/b.md', 'articles/lien-ket'];
    expect(await listContentFiles(directory, ['articles/lien-ket/a.md'])).toMatchObject({
      ...{ files: [], links: [], unreadable: [] },
    });
    expect(await listContentFiles(directory, within)).toMatchObject({
      files: [],
      links: ['articles/b.md', 'articles/lien-ket'],
    });
  });

  test('fails as that of the whole does when the folder itself is gone', async () => {
    const { directory } = createNewsroom(files);
    rmSync(directory, { recursive: true });
    await expect(listContentFiles(directory)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(listContentFiles(directory, ['site.yaml'])).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  test.skipIf(process.getuid?.() === 0)('says what cannot be looked at', async () => {
    const { directory } = createNewsroom(files);
    chmodSync(join(directory, 'articles/2026'), 0o000);
    const { unreadable } = await listContentFiles(directory, [
      'articles/2026',
      'articles/2026/a.md',
    ]);
    chmodSync(join(directory, 'articles/2026'), 0o700);
    expect(unreadable).toEqual([{ path: 'articles/2026', reason: 'EACCES' }]);
  });
});
