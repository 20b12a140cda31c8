import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Store } from '@/lib/store/store';
import { article, BROKEN, createNewsroom, NOON } from './newsroom';

const withPhotograph = (src: string) => article({ image: { src, alt: 'Cảng', credit: 'Thử' } });
const fileOf = (store: Store, slug = 'tin') => store.edition(NOON).findArticle(slug)?.image?.file;

/** A picture of one colour. @param orientation as a camera notes it */
const picture = (width: number, height: number, format: 'jpeg' | 'png', orientation = 1) =>
  sharp({ create: { width, height, channels: 3, background: '#999' } })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();

async function open(src = 'cang.jpg', path = 'articles/2020/tin.md') {
  const newsroom = createNewsroom({ [path]: withPhotograph(src) });
  const put = (name: string, bytes: Uint8Array) => {
    const file = join(newsroom.directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  return { newsroom, put, store: await newsroom.open() };
}

describe('the size of a lead photograph', () => {
  test('is known once its file comes, though the article is the same', async () => {
    const { store, put } = await open();
    expect(fileOf(store)).toBeUndefined();
    put('articles/2020/cang.jpg', await picture(60, 40, 'jpeg'));
    expect(await store.sync()).toMatchObject({ changed: ['articles/2020/tin.md'] });
    expect(fileOf(store)).toMatchObject({ width: 60, height: 40, type: 'image/jpeg' });
    expect(await store.sync()).toMatchObject({ changed: [] });
  });

  test.each([
    ['the photograph', 'articles/2020/cang.jpg'],
    ['its folder', 'articles/2020'],
    ['a folder above', 'articles'],
  ])('follows the file where a sync is told of %s alone', async (_what, path) => {
    const { newsroom, store, put } = await open();
    put('articles/2020/cang.jpg', await picture(60, 40, 'jpeg'));
    expect(await store.sync([path])).toMatchObject({ changed: ['articles/2020/tin.md'] });
    put('articles/2020/cang.jpg', await picture(30, 20, 'png'));
    await store.sync([path]);
    const bytes = (await picture(30, 20, 'png')).length;
    expect(fileOf(store)).toEqual({ width: 30, height: 20, type: 'image/png', bytes });
    newsroom.remove('articles/2020/cang.jpg');
    await store.sync([path]);
    expect(fileOf(store)).toBeUndefined();
  });

  test('is a change of the article, which those who keep pages are told of', async () => {
    const { store, put } = await open();
    const before = store.position();
    put('articles/2020/cang.jpg', await picture(60, 40, 'jpeg'));
    await store.sync(['articles/2020/cang.jpg']);
    expect(store.changesSince(before)).toMatchObject([{ kind: 'article', slug: 'tin' }]);
  });

  test('changes nothing of an article that names another', async () => {
    const { store, put } = await open();
    put('articles/2020/khac.jpg', await picture(60, 40, 'jpeg'));
    expect(await store.sync(['articles/2020/khac.jpg'])).toMatchObject({ changed: [] });
    expect(await store.sync()).toMatchObject({ changed: [] });
  });

  test('is that of the last good article while its file is broken', async () => {
    const { newsroom, store, put } = await open();
    put('articles/2020/cang.jpg', await picture(60, 40, 'jpeg'));
    await store.sync();
    newsroom.write('articles/2020/tin.md', BROKEN);
    put('articles/2020/cang.jpg', await picture(30, 20, 'jpeg'));
    await store.sync();
    expect(fileOf(store)).toMatchObject({ width: 60 });
    newsroom.write('articles/2020/tin.md', withPhotograph('cang.jpg'));
    await store.sync();
    expect(fileOf(store)).toMatchObject({ width: 30 });
  });

  test('is that which readers see of a photograph that a camera held upright', async () => {
    const { store, put } = await open();
    put('articles/2020/cang.jpg', await picture(60, 40, 'jpeg', 6));
    await store.sync();
    expect(fileOf(store)).toMatchObject({ width: 40, height: 60 });
  });

  test.each([
    ['a name with a blank', 'cang%20bien.jpg', 'articles/2020/cang bien.jpg'],
    ['a folder beside the article', './anh/cang.jpg', 'articles/2020/anh/cang.jpg'],
    ['its own address', '/anh/tin/cang.jpg', 'articles/2020/cang.jpg'],
  ])('is found by %s', async (_what, src, path) => {
    const { store, put } = await open(src);
    put(path, await picture(60, 40, 'jpeg'));
    await store.sync([path]);
    expect(fileOf(store)).toMatchObject({ width: 60 });
  });

  test('is known of one that is there for the whole site', async () => {
    const { store } = await open('/icon-512.png');
    expect(fileOf(store)).toMatchObject({ width: 512, height: 512, type: 'image/png' });
  });

  test('is found in a folder without folders', async () => {
    const { store, put } = await open('cang.jpg', 'tin.md');
    put('cang.jpg', await picture(60, 40, 'jpeg'));
    await store.sync(['cang.jpg']);
    expect(fileOf(store)).toMatchObject({ width: 60 });
  });

  test.each([
    ['what is no picture', 'Chưa chép xong.'],
    ['an empty file', ''],
    ['the first bytes of one', '\xff\xd8\xff'],
  ])('is not known of %s', async (_what, text) => {
    const { store, put } = await open();
    put('articles/2020/cang.jpg', Buffer.from(text, 'latin1'));
    expect((await store.sync()).problems).toEqual([]);
    expect(fileOf(store)).toBeUndefined();
  });

  test.each([['../ngoai.jpg'], ['%2e%2e/ngoai.jpg'], ['.an/cang.jpg'], ['/ngoai.jpg']])(
    'is not looked for at %s',
    async (src) => {
      const { newsroom, store, put } = await open();
      for (const path of ['articles/ngoai.jpg', 'articles/2020/.an/cang.jpg', 'ngoai.jpg'])
        put(path, await picture(60, 40, 'jpeg'));
      newsroom.write('articles/2020/tin.md', withPhotograph(src));
      await store.sync();
      expect(fileOf(store)).toBeUndefined();
    },
  );

  test('is not read through a link', async () => {
    const { newsroom, store, put } = await open();
    put('../ngoai.jpg', await picture(60, 40, 'jpeg'));
    symlinkSync('../../../ngoai.jpg', join(newsroom.directory, 'articles/2020/cang.jpg'));
    await store.sync();
    expect(fileOf(store)).toBeUndefined();
  });
});
