import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '@/lib/store/database';
import { openReader } from '@/lib/store/reader';
import type { Store } from '@/lib/store/store';
import { syncContent } from '@/lib/store/sync';
import { contentsOf } from './contents-of';
import {
  article,
  BROKEN,
  createNewsroom,
  markdown,
  NOON,
  siteFile,
  slugsOf,
  type TestNewsroom,
} from './newsroom';

const listed = (store: Store) => slugsOf(store.edition(NOON).listAll(1));
const titleOf = (store: Store, slug: string) => store.edition(NOON).findArticle(slug)?.title;
const codes = (store: Store) => store.problems().map(({ code, file }) => `${file} ${code}`);

describe('a file of an article', () => {
  test('that is new is live after the next sync', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article() });
    const store = await newsroom.open();
    newsroom.write('articles/2026/11/b.md', article({ date: '2026-11-02' }));
    expect(listed(store)).toEqual(['a']);
    expect(await store.sync()).toMatchObject({ changed: ['articles/2026/11/b.md'], removed: 0 });
    expect(listed(store)).toEqual(['b', 'a']);
  });

  test('that has changed is read again, and only that file', async () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ title: 'Cũ' }),
      'articles/b.md': article(),
    });
    const store = await newsroom.open();
    newsroom.write('articles/a.md', article({ title: 'Mới', section: 'doi-song' }));
    expect(await store.sync()).toMatchObject({ changed: ['articles/a.md'], removed: 0 });
    expect(titleOf(store, 'a')).toBe('Mới');
    expect(slugsOf(store.edition(NOON).listSection('thoi-su', 1))).toEqual(['b']);
    expect(slugsOf(store.edition(NOON).listSection('doi-song', 1))).toEqual(['a']);
  });

  test('that has changed shows its new body', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({}, 'Trước.') });
    const store = await newsroom.open();
    expect((await store.edition(NOON).readBody('a'))?.html).toBe('<p>Trước.</p>');
    newsroom.write('articles/a.md', article({}, 'Sau.'));
    await store.sync();
    expect((await store.edition(NOON).readBody('a'))?.html).toBe('<p>Sau.</p>');
  });

  test('that is removed is nowhere', async () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ tags: ['Kỳ Anh'], aliases: ['/cu'] }),
    });
    const store = await newsroom.open();
    newsroom.remove('articles/a.md');
    expect(await store.sync()).toMatchObject({ changed: [], removed: 1 });
    expect(listed(store)).toEqual([]);
    expect(titleOf(store, 'a')).toBeUndefined();
    expect(store.edition(NOON).findTag('ky-anh')).toBeUndefined();
    expect(store.findAliases('/cu')).toEqual([]);
  });

  test('that is renamed has another address', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article() });
    const store = await newsroom.open();
    newsroom.move('articles/a.md', 'articles/b.md');
    await store.sync();
    expect(listed(store)).toEqual(['b']);
    expect(titleOf(store, 'a')).toBeUndefined();
  });

  test('that is moved to another folder keeps its address', async () => {
    const newsroom = createNewsroom({ 'articles/2026/a.md': article() });
    const store = await newsroom.open();
    newsroom.move('articles/2026/a.md', 'articles/2027/a.md');
    await store.sync();
    expect(listed(store)).toEqual(['a']);
    expect(store.findArticleFolder('a')).toBe(join(newsroom.directory, 'articles/2027'));
    expect(codes(store)).toEqual([]);
  });

  test('that was only touched stays as it is', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tin' }) });
    const store = await newsroom.open();
    utimesSync(join(newsroom.directory, 'articles/a.md'), 1, 1);
    await store.sync();
    expect(titleOf(store, 'a')).toBe('Tin');
    expect(listed(store)).toEqual(['a']);
  });

  test('is not read when nothing has happened, by the running store or the next', async () => {
    const newsroom = createNewsroom({ 'site.yaml': siteFile(), 'articles/a.md': article() });
    const store = await newsroom.open();
    expect(await store.sync()).toEqual({ changed: [], removed: 0, problems: [], treeProblems: [] });
    store.close();
    let read = 0;
    await newsroom.open({
      onProgress: (done) => {
        read += done;
      },
    });
    expect(read).toBe(0);
  });

  test('is read again by another build, which may understand it otherwise', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({}, '<b>HTML</b>') });
    const reported: string[] = [];
    const report = (problems: readonly { readonly code: string }[]) =>
      reported.push(...problems.map(({ code }) => code));
    const bodyOf = (store: Store) => store.edition(NOON).readBody('a');
    await bodyOf(await newsroom.open({ rulesVersion: 'one', report }));
    await bodyOf(await newsroom.open({ rulesVersion: 'one', report }));
    const renderedOnce = [...reported];
    await bodyOf(await newsroom.open({ rulesVersion: 'two', report }));
    expect(renderedOnce.length).toBeGreaterThan(0);
    expect(reported).toEqual([...renderedOnce, ...renderedOnce]);
  });
});

describe('an article whose file breaks', () => {
  test('stays as it was last good, and the problem is named', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tốt' }, 'Thân tốt.') });
    const store = await newsroom.open();
    newsroom.write('articles/a.md', BROKEN);
    await store.sync();
    expect(titleOf(store, 'a')).toBe('Tốt');
    expect((await store.edition(NOON).readBody('a'))?.html).toBe('<p>Thân tốt.</p>');
    expect(codes(store)).toEqual(['articles/a.md front-matter-unclosed']);
  });

  test('stays through a restart, also under another build', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tốt' }) });
    const store = await newsroom.open({ rulesVersion: 'one' });
    newsroom.write('articles/a.md', BROKEN);
    await store.sync();
    store.close();
    const next = await newsroom.open({ rulesVersion: 'two' });
    expect(titleOf(next, 'a')).toBe('Tốt');
    expect(listed(next)).toEqual(['a']);
    expect(codes(next)).toEqual(['articles/a.md front-matter-unclosed']);
  });

  test('stays when the tables are of another version, with all that it is read by', async () => {
    const newsroom = createNewsroom({
      'site.yaml': siteFile({ name: 'Báo Tốt' }),
      'articles/a.md': article({ title: 'Tốt' }, 'Thân tốt.'),
      'articles/b.md': article({ date: '2026-11-02' }),
    });
    const store = await newsroom.open();
    newsroom.write('articles/a.md', BROKEN);
    newsroom.write('site.yaml', 'name: [');
    await store.sync();
    store.close();
    setVersionOfTables(newsroom, 1);
    const next = await newsroom.open();
    expect(listed(next)).toEqual(['b', 'a']);
    expect(titleOf(next, 'a')).toBe('Tốt');
    expect((await next.edition(NOON).readBody('a'))?.html).toBe('<p>Thân tốt.</p>');
    expect(next.edition(NOON).site.name).toBe('Báo Tốt');
    expect(codes(next)).toEqual(['articles/a.md front-matter-unclosed', 'site.yaml yaml-invalid']);
    newsroom.remove('articles/a.md');
    await next.sync();
    expect(listed(next)).toEqual(['b']);
  });

  test('says nothing more about the text that its file no longer holds', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({}, '<b>chữ</b> [a](/b)') });
    const store = await newsroom.open();
    expect(codes(store)).toContain('articles/a.md html-dropped');
    newsroom.write('articles/a.md', BROKEN);
    await store.sync();
    expect(codes(store)).toEqual(['articles/a.md front-matter-unclosed']);
    expect(store.mentions()).toEqual([]);
  });

  test('is gone when its file is deleted', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article() });
    const store = await newsroom.open();
    newsroom.write('articles/a.md', BROKEN);
    await store.sync();
    newsroom.remove('articles/a.md');
    await store.sync();
    expect(listed(store)).toEqual([]);
    expect(codes(store)).toEqual([]);
  });

  test('stays when it is moved as it breaks', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tốt' }) });
    const store = await newsroom.open();
    newsroom.remove('articles/a.md');
    newsroom.write('articles/2026/a.md', BROKEN);
    await store.sync();
    expect(titleOf(store, 'a')).toBe('Tốt');
    expect(codes(store)).toEqual(['articles/2026/a.md front-matter-unclosed']);
    newsroom.remove('articles/2026/a.md');
    await store.sync();
    expect(titleOf(store, 'a')).toBeUndefined();
  });

  test.each([
    ['at its place', 'articles/a.md'],
    ['elsewhere', 'articles/2026/a.md'],
  ])(
    'comes back when it was deleted a moment ago and is written again, broken, %s',
    async (_where, path) => {
      let now = NOON;
      const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tốt' }) });
      const store = await newsroom.open({ now: () => now });
      newsroom.remove('articles/a.md');
      await store.sync();
      expect(titleOf(store, 'a')).toBeUndefined();
      now += 60_000;
      newsroom.write(path, BROKEN);
      await store.sync();
      expect(titleOf(store, 'a')).toBe('Tốt');
      newsroom.remove(path);
      await store.sync();
      now += 11 * 60_000;
      newsroom.write(path, BROKEN);
      await store.sync();
      expect(titleOf(store, 'a')).toBeUndefined();
    },
  );

  test('shows its new version when the file is mended', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Một' }) });
    const store = await newsroom.open();
    newsroom.write('articles/a.md', BROKEN);
    await store.sync();
    newsroom.write('articles/a.md', article({ title: 'Hai' }));
    await store.sync();
    expect(titleOf(store, 'a')).toBe('Hai');
    expect(codes(store)).toEqual([]);
  });

  test('is not live when it never was good', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': BROKEN, 'articles/b.md': article() });
    const store = await newsroom.open();
    expect(listed(store)).toEqual(['b']);
    expect(titleOf(store, 'a')).toBeUndefined();
  });

  test('moves to the months of another time zone with the rest', async () => {
    const late = article({ date: '2020-12-31T20:00:00Z' });
    const newsroom = createNewsroom({ 'site.yaml': siteFile(), 'articles/a.md': late });
    const store = await newsroom.open();
    expect(store.edition(NOON).years()).toEqual([{ entry: 2021, count: 1 }]);
    newsroom.write('articles/a.md', BROKEN);
    await store.sync();
    newsroom.write('site.yaml', siteFile({ timeZone: 'America/St_Johns' }));
    await store.sync();
    expect(store.edition(NOON).years()).toEqual([{ entry: 2020, count: 1 }]);
    expect(listed(store)).toEqual(['a']);
  });
});

describe('of two files with one slug', () => {
  const first = article({ title: 'Thứ nhất' });
  const second = article({ title: 'Thứ hai' });

  test('the first in code-point order is live on a fresh start', async () => {
    const newsroom = createNewsroom({ 'articles/b/tin.md': second, 'articles/a/tin.md': first });
    const store = await newsroom.open();
    expect(titleOf(store, 'tin')).toBe('Thứ nhất');
    expect(listed(store)).toEqual(['tin']);
    expect(codes(store)).toEqual(['articles/b/tin.md slug-taken']);
  });

  test.each([
    ['comes before the owner', 'articles/a/tin.md'],
    ['comes after the owner', 'articles/c/tin.md'],
    ['is spelt otherwise', 'articles/c/Tín.md'],
  ])('a newcomer that %s is refused', async (_where, newcomer) => {
    const newsroom = createNewsroom({ 'articles/b/tin.md': first });
    const store = await newsroom.open();
    newsroom.write(newcomer, second);
    await store.sync();
    expect(titleOf(store, 'tin')).toBe('Thứ nhất');
    expect(codes(store)).toEqual([`${newcomer} slug-taken`]);
  });

  test('the other takes over when the owner goes', async () => {
    const newsroom = createNewsroom({ 'articles/a/tin.md': first, 'articles/b/tin.md': second });
    const store = await newsroom.open();
    newsroom.remove('articles/a/tin.md');
    await store.sync();
    expect(titleOf(store, 'tin')).toBe('Thứ hai');
    expect(codes(store)).toEqual([]);
  });

  test.each([
    ['authors', () => markdown({ name: 'Một' }), () => markdown({ name: 'Hai' })],
    [
      'pages',
      () => markdown({ title: 'Một', description: 'Sapo.' }),
      () => markdown({ title: 'Hai', description: 'Sapo.' }),
    ],
  ])('the same holds in %s', async (room, one, two) => {
    const newsroom = createNewsroom({ [`${room}/a/ten.md`]: one(), [`${room}/b/ten.md`]: two() });
    const store = await newsroom.open();
    const name = () => {
      const edition = store.edition(NOON);
      return edition.findAuthor('ten')?.name ?? edition.findSitePage('ten')?.page.title;
    };
    expect(name()).toBe('Một');
    expect(codes(store)).toEqual([`${room}/b/ten.md slug-taken`]);
    newsroom.remove(`${room}/a/ten.md`);
    await store.sync();
    expect(name()).toBe('Hai');
    expect(codes(store)).toEqual([]);
  });
});

describe('an old address', () => {
  test('that two files claim leads to the first, and to the other when the first gives it up', async () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ aliases: ['/cu'] }),
      'articles/b.md': article({ aliases: ['/cu'] }),
    });
    const store = await newsroom.open();
    expect(store.findAliases('/cu')[0]).toBe('/bai-viet/a');
    newsroom.write('articles/a.md', article());
    await store.sync();
    expect(store.findAliases('/cu')[0]).toBe('/bai-viet/b');
  });

  test.each([
    ['an article', 'articles/ten.md', article({ aliases: ['/Cũ/'] }), '/bai-viet/ten'],
    ['an author', 'authors/ten.md', markdown({ name: 'Tên', aliases: ['/Cũ/'] }), '/tac-gia/ten'],
    [
      'a page',
      'pages/ten.md',
      markdown({ title: 'Tên', description: 'Sapo.', aliases: ['/Cũ/'] }),
      '/ten',
    ],
  ])(
    'of %s is found in canonical spelling, until its file goes',
    async (_what, file, text, target) => {
      const newsroom = createNewsroom({ [file]: text });
      const store = await newsroom.open();
      expect(store.findAliases('/cũ')[0]).toBe(target);
      newsroom.remove(file);
      await store.sync();
      expect(store.findAliases('/cũ')).toEqual([]);
    },
  );
});

describe('the files that articles are read by', () => {
  const signed = article({ authors: ['thu-trang'], tags: ['TX Kỳ Anh'] });
  const files = {
    'site.yaml': siteFile(),
    'tags.yaml': '[]',
    'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
    'articles/a.md': signed,
  };

  test('site.yaml: a section that gets another name has it at its articles', async () => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    newsroom.write('site.yaml', siteFile({ sections: [{ key: 'thoi-su', name: 'Tin nóng' }] }));
    await store.sync();
    expect(store.edition(NOON).findArticle('a')?.section.name).toBe('Tin nóng');
  });

  test('tags.yaml: a synonym gathers articles that have not changed', async () => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    expect(store.edition(NOON).findArticle('a')?.tags).toEqual([
      { slug: 'tx-ky-anh', name: 'TX Kỳ Anh' },
    ]);
    newsroom.write('tags.yaml', '- {name: Kỳ Anh, synonyms: [TX Kỳ Anh]}\n');
    await store.sync();
    expect(slugsOf(store.edition(NOON).listTag('ky-anh', 1))).toEqual(['a']);
    expect(store.edition(NOON).findTag('tx-ky-anh')).toBeUndefined();
  });

  test('authors: another name is under the articles at once', async () => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    newsroom.write('authors/thu-trang.md', markdown({ name: 'Phạm Thu Trang' }));
    await store.sync();
    const edition = store.edition(NOON);
    expect(edition.findArticle('a')?.authors).toEqual([
      { key: 'thu-trang', name: 'Phạm Thu Trang' },
    ]);
    expect(edition.findAuthor('thu-trang')?.name).toBe('Phạm Thu Trang');
  });

  test('an article that waits for its author goes live with the author’s file', async () => {
    const newsroom = createNewsroom({
      ...files,
      'articles/b.md': article({ authors: ['moi'], date: '2026-11-02' }),
    });
    const store = await newsroom.open();
    expect(listed(store)).toEqual(['a']);
    newsroom.write('authors/moi.md', markdown({ name: 'Người Mới' }));
    await store.sync();
    expect(listed(store)).toEqual(['b', 'a']);
  });

  test.each([
    ['site.yaml', 'name: [', (store: Store) => store.edition(NOON).site.name, 'Báo Thử'],
    ['tags.yaml', '- {', (store: Store) => store.edition(NOON).tags().length, 1],
    [
      'authors/thu-trang.md',
      BROKEN,
      (store: Store) => store.edition(NOON).findAuthor('thu-trang')?.name,
      'Thu Trang',
    ],
  ])('a broken %s keeps what it last said', async (path, text, ask, expected) => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    newsroom.write(path, text);
    await store.sync();
    expect(ask(store)).toBe(expected);
    expect(store.problems().map(({ file }) => file)).toEqual([path]);
    expect(listed(store)).toEqual(['a']);
    store.close();
    expect(ask(await newsroom.open())).toBe(expected);
  });

  test('a site.yaml that is deleted leaves the defaults', async () => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    newsroom.remove('site.yaml');
    await store.sync();
    expect(store.edition(NOON).site.sections).toEqual([]);
    expect(store.edition(NOON).sections()).toEqual([
      { key: 'thoi-su', name: 'thoi-su', aliases: [] },
    ]);
  });
});

describe('a folder that has little', () => {
  test('nothing at all: an empty site', async () => {
    const edition = (await createNewsroom().open()).edition(NOON);
    expect(edition.listAll(1)).toEqual({ articles: [], page: 1, pageCount: 1, total: 0 });
    expect(edition.sections()).toEqual([]);
    expect(edition.newest()).toBeUndefined();
  });

  test('no site.yaml: a section is what the articles write, in Vietnamese order', async () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ section: 'Thời sự' }),
      'articles/b.md': article({ section: 'Đời sống' }),
      'articles/c.md': article({ section: 'Ẩm thực', draft: true }),
    });
    expect((await newsroom.open()).edition(NOON).sections()).toEqual([
      { key: 'doi-song', name: 'Đời sống', aliases: [] },
      { key: 'thoi-su', name: 'Thời sự', aliases: [] },
    ]);
  });

  test('no authors/: a key is the name', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ authors: ['Thu Trang'] }) });
    const edition = (await newsroom.open()).edition(NOON);
    expect(edition.findAuthor('thu-trang')).toEqual({
      key: 'thu-trang',
      name: 'Thu Trang',
      kind: 'person',
      html: '',
    });
    expect(slugsOf(edition.listAuthor('thu-trang', 1))).toEqual(['a']);
  });

  test('an author who is written twice, in two spellings, signs once', async () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ authors: ['Thu Trang', 'thu trang'] }),
    });
    expect(slugsOf((await newsroom.open()).edition(NOON).listAuthor('thu-trang', 1))).toEqual([
      'a',
    ]);
  });

  test('no articles/: every Markdown file is one, but README.md, authors/ and pages/', async () => {
    const newsroom = createNewsroom({
      'tin.md': article(),
      'sau/tin-sau.md': article(),
      'README.md': '# Đọc trước',
      'sau/readme.md': '# Đọc trước',
      'authors/ten.md': markdown({ name: 'Tên' }),
      'pages/trang-moi.md': markdown({ title: 'Trang', description: 'Sapo.' }),
      '.git/an.md': article(),
      'ghi-chu.txt': 'x',
    });
    const store = await newsroom.open();
    expect(listed(store)).toEqual(['tin', 'tin-sau']);
    expect(codes(store)).toEqual(['ghi-chu.txt file-ignored']);
  });

  test('an articles/ that appears later is where articles lie from then on', async () => {
    const newsroom = createNewsroom({ 'tin.md': article() });
    const store = await newsroom.open();
    newsroom.write('articles/moi.md', article());
    await store.sync();
    expect(listed(store)).toEqual(['moi']);
  });
});

test('a content folder that cannot be read leaves the site as it was', async () => {
  const newsroom = createNewsroom({ 'articles/a.md': article() });
  const store = await newsroom.open();
  newsroom.move('.', '../elsewhere');
  await expect(store.sync()).rejects.toThrow(/ENOENT/);
  expect(listed(store)).toEqual(['a']);
});

test('symbolic links are named where a file or a folder is expected, and not followed', async () => {
  const newsroom = createNewsroom({ 'articles/a.md': article(), '../ngoai/b.md': article() });
  const link = (target: string, path: string) =>
    symlinkSync(join(newsroom.directory, target), join(newsroom.directory, path));
  link('../ngoai', 'articles/ngoai');
  link('../ngoai/b.md', 'articles/b.md');
  link('khong-co.md', 'articles/c.md');
  link('../ngoai/b.md', 'articles/anh.jpg');
  const store = await newsroom.open();
  expect(listed(store)).toEqual(['a']);
  expect(codes(store)).toEqual([
    'articles/b.md symbolic-link',
    'articles/c.md symbolic-link',
    'articles/ngoai symbolic-link',
  ]);
});

test('files that are read as nothing are named, and pictures and manuals are not', async () => {
  const newsroom = createNewsroom({
    'articles/a.md': article(),
    'articles/b.md.txt': article(),
    'articles/cang.jpg': '',
    'articles/README.md': '',
    'articles/.nhap.txt': '',
    'README.md': '',
    'sai-cho.md': article(),
  });
  const store = await newsroom.open();
  expect(codes(store)).toEqual(['articles/b.md.txt file-ignored', 'sai-cho.md file-ignored']);
  expect(store.problemsOfFile('sai-cho.md')).toMatchObject([{ severity: 'warning' }]);
  newsroom.remove('sai-cho.md');
  await store.sync();
  expect(codes(store)).toEqual(['articles/b.md.txt file-ignored']);
});

/** Syncs until the power is cut, when some transactions have gone through. */
async function syncUntilCut(
  { dataDirectory, directory }: TestNewsroom,
  succeeding: number,
): Promise<void> {
  const database = openDatabase(join(dataDirectory, 'store.sqlite'));
  let done = 0;
  const stopping: Database = {
    ...database,
    transaction: (work) => {
      if (done === succeeding) throw new Error('the power is cut');
      database.transaction(work);
      done++;
    },
  };
  const options = { directory, reader: openReader(), siteUrl: 'https://vi-du.vn', now: () => NOON };
  await expect(syncContent({ ...options, database: stopping })).rejects.toThrow('the power is cut');
  database.close();
}

test('a file whose path is too long for the system is named, and the rest is read', async () => {
  const newsroom = createNewsroom({ 'articles/a.md': article() });
  const store = await newsroom.open();
  // From inside each folder, as git makes them: the whole path is longer than the system takes.
  const before = process.cwd();
  process.chdir(join(newsroom.directory, 'articles'));
  for (let depth = 0; depth < 25; depth += 1) {
    mkdirSync('x'.repeat(200));
    process.chdir('x'.repeat(200));
    if (depth > 15) writeFileSync(`${'y'.repeat(120)}.md`, article());
  }
  process.chdir(before);
  await store.sync();
  expect(titleOf(store, 'a')).toBe('Tin');
  expect(store.problems().map(({ code }) => code)).toContain('file-unreadable');
  // Node cannot name it to remove it.
  execFileSync('rm', ['-r', join(newsroom.directory, 'articles', 'x'.repeat(200))]);
});

describe('a stop between reading and writing', () => {
  const files = {
    'site.yaml': siteFile(),
    'articles/a/tin.md': article({ title: 'Thứ nhất' }),
    'articles/b/tin.md': article({ title: 'Thứ hai' }),
    'articles/muon.md': article({ date: '2020-12-31T20:00:00Z' }),
    'articles/hong.md': article({ title: 'Tốt' }),
  };

  test('is made good by the next one', async () => {
    const newsroom = createNewsroom(files);
    (await newsroom.open()).close();
    newsroom.remove('articles/a/tin.md');
    newsroom.move('articles/muon.md', 'articles/sau/muon.md');
    newsroom.write('articles/hong.md', BROKEN);
    newsroom.write('articles/moi.md', article());
    await syncUntilCut(newsroom, 0);
    const store = await newsroom.open();
    const articles = store.edition(NOON).listAll(1)?.articles;
    expect(articles?.map(({ slug, title }) => `${slug} ${title}`)).toEqual([
      ...['hong Tốt', 'moi Tin', 'tin Thứ hai', 'muon Tin'],
    ]);
    expect(codes(store)).toEqual(['articles/hong.md front-matter-unclosed']);
  });

  test('does not lose a change of the zone either', async () => {
    const newsroom = createNewsroom(files);
    (await newsroom.open()).close();
    newsroom.write('site.yaml', siteFile({ timeZone: 'America/St_Johns' }));
    await syncUntilCut(newsroom, 0);
    const years = (await newsroom.open()).edition(NOON).years();
    expect(years.map(({ entry }) => entry)).toEqual([2026, 2020]);
  });
});

test('a stop between two batches of many files is made good by the next sync', async () => {
  const many = (front: Readonly<Record<string, unknown>>) =>
    Array.from({ length: 520 }, (_, n) => {
      const date = `2026-${n % 2 === 0 ? '09' : '10'}-${String(1 + (n % 28)).padStart(2, '0')}`;
      return [`articles/tin-${n}.md`, article({ date, title: `Tin ${n}`, ...front })] as const;
    });
  const newsroom = createNewsroom({
    ...Object.fromEntries(many({ tags: ['TX Kỳ Anh'], authors: ['lan'] })),
    'site.yaml': siteFile(),
    'authors/lan.md': markdown({ name: 'Lan' }),
    'articles/cu/tin-1.md': article({ title: 'Trùng', aliases: ['/cũ'] }),
  });
  (await newsroom.open()).close();
  // The other half changes only by the files that articles are read by.
  for (const [path, text] of many({ tags: ['TX Kỳ Anh', 'Lũ'], section: 'doi-song' }).slice(260))
    newsroom.write(path, text);
  newsroom.remove('articles/cu/tin-1.md');
  newsroom.remove('articles/tin-7.md');
  newsroom.move('articles/tin-8.md', 'articles/sau/tin-8.md');
  newsroom.write('authors/lan.md', markdown({ name: 'Mai Lan' }));
  newsroom.write('tags.yaml', '- {name: Kỳ Anh, synonyms: [TX Kỳ Anh]}\n');
  newsroom.write('site.yaml', siteFile({ timeZone: 'America/St_Johns' }));
  await syncUntilCut(newsroom, 1);
  const fresh = await createNewsroom().open({ contentDirectory: newsroom.directory });
  const store = await newsroom.open();
  expect(contentsOf(fresh).articles).toHaveLength(519);
  expect(contentsOf(store)).toEqual(contentsOf(fresh));
  expect(codes(store)).toEqual(codes(fresh));
  expect(store.findAliases('/cũ')).toEqual([]);
});

test('what tags.yaml only warns of is reported, and its tags are taken', async () => {
  const newsroom = createNewsroom({
    'tags.yaml': '- { name: Kỳ Anh }\n- { name: kỳ anh }\n',
    'articles/a.md': article({ tags: ['Kỳ Anh'] }),
  });
  const heard: string[] = [];
  const store = await newsroom.open({
    report: (problems) => heard.push(...problems.map(({ code }) => code)),
  });
  expect(heard).toEqual(['tag-declared-twice']);
  expect(store.edition(NOON).findTag('ky-anh')?.name).toBe('Kỳ Anh');
});

/** Makes the tables of a store those of another version of the application. */
function setVersionOfTables({ dataDirectory }: TestNewsroom, version: number): void {
  const connection = new Libsql(join(dataDirectory, 'store.sqlite'));
  connection.exec(`drop table article; pragma user_version = ${version}`);
  connection.close();
}
