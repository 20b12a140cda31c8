import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '@/lib/store/database';
import type { Store } from '@/lib/store/store';
import { syncContent } from '@/lib/store/sync';
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
  test('that is new is live after the next sync', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article() });
    const store = newsroom.open();
    newsroom.write('articles/2026/11/b.md', article({ date: '2026-11-02' }));
    expect(listed(store)).toEqual(['a']);
    expect(store.sync()).toMatchObject({ changed: 1, removed: 0 });
    expect(listed(store)).toEqual(['b', 'a']);
  });

  test('that has changed is read again, and only that file', () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ title: 'Cũ' }),
      'articles/b.md': article(),
    });
    const store = newsroom.open();
    newsroom.write('articles/a.md', article({ title: 'Mới', section: 'doi-song' }));
    expect(store.sync()).toMatchObject({ changed: 1, removed: 0 });
    expect(titleOf(store, 'a')).toBe('Mới');
    expect(slugsOf(store.edition(NOON).listSection('thoi-su', 1))).toEqual(['b']);
    expect(slugsOf(store.edition(NOON).listSection('doi-song', 1))).toEqual(['a']);
  });

  test('that has changed shows its new body', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({}, 'Trước.') });
    const store = newsroom.open();
    expect(store.edition(NOON).readBody('a').html).toBe('<p>Trước.</p>');
    newsroom.write('articles/a.md', article({}, 'Sau.'));
    store.sync();
    expect(store.edition(NOON).readBody('a').html).toBe('<p>Sau.</p>');
  });

  test('that is removed is nowhere', () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ tags: ['Kỳ Anh'], aliases: ['/cu'] }),
    });
    const store = newsroom.open();
    newsroom.remove('articles/a.md');
    expect(store.sync()).toMatchObject({ changed: 0, removed: 1 });
    expect(listed(store)).toEqual([]);
    expect(titleOf(store, 'a')).toBeUndefined();
    expect(store.edition(NOON).findTag('ky-anh')).toBeUndefined();
    expect(store.findAlias('/cu')).toBeUndefined();
  });

  test('that is renamed has another address', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article() });
    const store = newsroom.open();
    newsroom.move('articles/a.md', 'articles/b.md');
    store.sync();
    expect(listed(store)).toEqual(['b']);
    expect(titleOf(store, 'a')).toBeUndefined();
  });

  test('that is moved to another folder keeps its address', () => {
    const newsroom = createNewsroom({ 'articles/2026/a.md': article() });
    const store = newsroom.open();
    newsroom.move('articles/2026/a.md', 'articles/2027/a.md');
    store.sync();
    expect(listed(store)).toEqual(['a']);
    expect(store.findArticleFolder('a')).toBe(join(newsroom.directory, 'articles/2027'));
    expect(codes(store)).toEqual([]);
  });

  test('that was only touched stays as it is', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tin' }) });
    const store = newsroom.open();
    utimesSync(join(newsroom.directory, 'articles/a.md'), 1, 1);
    store.sync();
    expect(titleOf(store, 'a')).toBe('Tin');
    expect(listed(store)).toEqual(['a']);
  });

  test('is not read when nothing has happened, by the running store or the next', () => {
    const newsroom = createNewsroom({ 'site.yaml': siteFile(), 'articles/a.md': article() });
    const store = newsroom.open();
    expect(store.sync()).toEqual({ changed: 0, removed: 0, problems: [] });
    store.close();
    let read = 0;
    newsroom.open({
      onProgress: (done) => {
        read += done;
      },
    });
    expect(read).toBe(0);
  });

  test('is read again by another build, which may understand it otherwise', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({}, '<b>HTML</b>') });
    const reported: string[] = [];
    const report = (problems: readonly { readonly code: string }[]) =>
      reported.push(...problems.map(({ code }) => code));
    const bodyOf = (store: Store) => store.edition(NOON).readBody('a');
    bodyOf(newsroom.open({ buildId: 'one', report }));
    bodyOf(newsroom.open({ buildId: 'one', report }));
    const renderedOnce = [...reported];
    bodyOf(newsroom.open({ buildId: 'two', report }));
    expect(renderedOnce.length).toBeGreaterThan(0);
    expect(reported).toEqual([...renderedOnce, ...renderedOnce]);
  });
});

describe('an article whose file breaks', () => {
  test('stays as it was last good, and the problem is named', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tốt' }, 'Thân tốt.') });
    const store = newsroom.open();
    newsroom.write('articles/a.md', BROKEN);
    store.sync();
    expect(titleOf(store, 'a')).toBe('Tốt');
    expect(store.edition(NOON).readBody('a').html).toBe('<p>Thân tốt.</p>');
    expect(codes(store)).toEqual(['articles/a.md front-matter-unclosed']);
  });

  test('stays through a restart, also under another build', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tốt' }) });
    const store = newsroom.open({ buildId: 'one' });
    newsroom.write('articles/a.md', BROKEN);
    store.sync();
    store.close();
    const next = newsroom.open({ buildId: 'two' });
    expect(titleOf(next, 'a')).toBe('Tốt');
    expect(listed(next)).toEqual(['a']);
    expect(codes(next)).toEqual(['articles/a.md front-matter-unclosed']);
  });

  test('is gone when its file is deleted', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article() });
    const store = newsroom.open();
    newsroom.write('articles/a.md', BROKEN);
    store.sync();
    newsroom.remove('articles/a.md');
    store.sync();
    expect(listed(store)).toEqual([]);
    expect(codes(store)).toEqual([]);
  });

  test('shows its new version when the file is mended', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Một' }) });
    const store = newsroom.open();
    newsroom.write('articles/a.md', BROKEN);
    store.sync();
    newsroom.write('articles/a.md', article({ title: 'Hai' }));
    store.sync();
    expect(titleOf(store, 'a')).toBe('Hai');
    expect(codes(store)).toEqual([]);
  });

  test('is not live when it never was good', () => {
    const newsroom = createNewsroom({ 'articles/a.md': BROKEN, 'articles/b.md': article() });
    const store = newsroom.open();
    expect(listed(store)).toEqual(['b']);
    expect(titleOf(store, 'a')).toBeUndefined();
  });

  test('moves to the months of another time zone with the rest', () => {
    const late = article({ date: '2020-12-31T20:00:00Z' });
    const newsroom = createNewsroom({ 'site.yaml': siteFile(), 'articles/a.md': late });
    const store = newsroom.open();
    expect(store.edition(NOON).years()).toEqual([{ entry: 2021, count: 1 }]);
    newsroom.write('articles/a.md', BROKEN);
    store.sync();
    newsroom.write('site.yaml', siteFile({ timeZone: 'America/St_Johns' }));
    store.sync();
    expect(store.edition(NOON).years()).toEqual([{ entry: 2020, count: 1 }]);
    expect(listed(store)).toEqual(['a']);
  });
});

describe('of two files with one slug', () => {
  const first = article({ title: 'Thứ nhất' });
  const second = article({ title: 'Thứ hai' });

  test('the first in code-point order is live on a fresh start', () => {
    const newsroom = createNewsroom({ 'articles/b/tin.md': second, 'articles/a/tin.md': first });
    const store = newsroom.open();
    expect(titleOf(store, 'tin')).toBe('Thứ nhất');
    expect(listed(store)).toEqual(['tin']);
    expect(codes(store)).toEqual(['articles/b/tin.md slug-taken']);
  });

  test.each([
    ['comes before the owner', 'articles/a/tin.md'],
    ['comes after the owner', 'articles/c/tin.md'],
    ['is spelt otherwise', 'articles/c/Tín.md'],
  ])('a newcomer that %s is refused', (_where, newcomer) => {
    const newsroom = createNewsroom({ 'articles/b/tin.md': first });
    const store = newsroom.open();
    newsroom.write(newcomer, second);
    store.sync();
    expect(titleOf(store, 'tin')).toBe('Thứ nhất');
    expect(codes(store)).toEqual([`${newcomer} slug-taken`]);
  });

  test('the other takes over when the owner goes', () => {
    const newsroom = createNewsroom({ 'articles/a/tin.md': first, 'articles/b/tin.md': second });
    const store = newsroom.open();
    newsroom.remove('articles/a/tin.md');
    store.sync();
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
  ])('the same holds in %s', (room, one, two) => {
    const newsroom = createNewsroom({ [`${room}/a/ten.md`]: one(), [`${room}/b/ten.md`]: two() });
    const store = newsroom.open();
    const name = () => {
      const edition = store.edition(NOON);
      return edition.findAuthor('ten')?.name ?? edition.findSitePage('ten')?.page.title;
    };
    expect(name()).toBe('Một');
    expect(codes(store)).toEqual([`${room}/b/ten.md slug-taken`]);
    newsroom.remove(`${room}/a/ten.md`);
    store.sync();
    expect(name()).toBe('Hai');
    expect(codes(store)).toEqual([]);
  });
});

describe('an old address', () => {
  test('that two files claim leads to the first, and to the other when the first gives it up', () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ aliases: ['/cu'] }),
      'articles/b.md': article({ aliases: ['/cu'] }),
    });
    const store = newsroom.open();
    expect(store.findAlias('/cu')).toBe('/bai-viet/a');
    newsroom.write('articles/a.md', article());
    store.sync();
    expect(store.findAlias('/cu')).toBe('/bai-viet/b');
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
  ])('of %s is found in canonical spelling, until its file goes', (_what, file, text, target) => {
    const newsroom = createNewsroom({ [file]: text });
    const store = newsroom.open();
    expect(store.findAlias('/cũ')).toBe(target);
    newsroom.remove(file);
    store.sync();
    expect(store.findAlias('/cũ')).toBeUndefined();
  });
});

describe('the files that articles are read by', () => {
  const signed = article({ authors: ['thu-trang'], tags: ['TX Kỳ Anh'] });
  const files = {
    'site.yaml': siteFile(),
    'tags.yaml': '[]',
    'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
    'articles/a.md': signed,
  };

  test('site.yaml: a section that gets another name has it at its articles', () => {
    const newsroom = createNewsroom(files);
    const store = newsroom.open();
    newsroom.write('site.yaml', siteFile({ sections: [{ key: 'thoi-su', name: 'Tin nóng' }] }));
    store.sync();
    expect(store.edition(NOON).findArticle('a')?.section.name).toBe('Tin nóng');
  });

  test('tags.yaml: a synonym gathers articles that have not changed', () => {
    const newsroom = createNewsroom(files);
    const store = newsroom.open();
    expect(store.edition(NOON).findArticle('a')?.tags).toEqual([
      { slug: 'tx-ky-anh', name: 'TX Kỳ Anh' },
    ]);
    newsroom.write('tags.yaml', '- {name: Kỳ Anh, synonyms: [TX Kỳ Anh]}\n');
    store.sync();
    expect(slugsOf(store.edition(NOON).listTag('ky-anh', 1))).toEqual(['a']);
    expect(store.edition(NOON).findTag('tx-ky-anh')).toBeUndefined();
  });

  test('authors: another name is under the articles at once', () => {
    const newsroom = createNewsroom(files);
    const store = newsroom.open();
    newsroom.write('authors/thu-trang.md', markdown({ name: 'Phạm Thu Trang' }));
    store.sync();
    const edition = store.edition(NOON);
    expect(edition.findArticle('a')?.authors).toEqual([
      { key: 'thu-trang', name: 'Phạm Thu Trang' },
    ]);
    expect(edition.findAuthor('thu-trang')?.name).toBe('Phạm Thu Trang');
  });

  test('an article that waits for its author goes live with the author’s file', () => {
    const newsroom = createNewsroom({
      ...files,
      'articles/b.md': article({ authors: ['moi'], date: '2026-11-02' }),
    });
    const store = newsroom.open();
    expect(listed(store)).toEqual(['a']);
    newsroom.write('authors/moi.md', markdown({ name: 'Người Mới' }));
    store.sync();
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
  ])('a broken %s keeps what it last said', (path, text, ask, expected) => {
    const newsroom = createNewsroom(files);
    const store = newsroom.open();
    newsroom.write(path, text);
    store.sync();
    expect(ask(store)).toBe(expected);
    expect(store.problems().map(({ file }) => file)).toEqual([path]);
    expect(listed(store)).toEqual(['a']);
    store.close();
    expect(ask(newsroom.open())).toBe(expected);
  });

  test('a site.yaml that is deleted leaves the defaults', () => {
    const newsroom = createNewsroom(files);
    const store = newsroom.open();
    newsroom.remove('site.yaml');
    store.sync();
    expect(store.edition(NOON).site.sections).toEqual([]);
    expect(store.edition(NOON).sections()).toEqual([{ key: 'thoi-su', name: 'thoi-su' }]);
  });
});

describe('a folder that has little', () => {
  test('nothing at all: an empty site', () => {
    const edition = createNewsroom().open().edition(NOON);
    expect(edition.listAll(1)).toEqual({ articles: [], page: 1, pageCount: 1, total: 0 });
    expect(edition.sections()).toEqual([]);
    expect(edition.newest()).toBeUndefined();
  });

  test('no site.yaml: a section is what the articles write, in Vietnamese order', () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ section: 'Thời sự' }),
      'articles/b.md': article({ section: 'Đời sống' }),
      'articles/c.md': article({ section: 'Ẩm thực', draft: true }),
    });
    expect(newsroom.open().edition(NOON).sections()).toEqual([
      { key: 'doi-song', name: 'Đời sống' },
      { key: 'thoi-su', name: 'Thời sự' },
    ]);
  });

  test('no authors/: a key is the name', () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({ authors: ['Thu Trang'] }) });
    const edition = newsroom.open().edition(NOON);
    expect(edition.findAuthor('thu-trang')).toEqual({
      key: 'thu-trang',
      name: 'Thu Trang',
      kind: 'person',
      html: '',
    });
    expect(slugsOf(edition.listAuthor('thu-trang', 1))).toEqual(['a']);
  });

  test('an author who is written twice, in two spellings, signs once', () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ authors: ['Thu Trang', 'thu trang'] }),
    });
    expect(slugsOf(newsroom.open().edition(NOON).listAuthor('thu-trang', 1))).toEqual(['a']);
  });

  test('no articles/: every Markdown file is one, but README.md, authors/ and pages/', () => {
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
    const store = newsroom.open();
    expect(listed(store)).toEqual(['tin', 'tin-sau']);
    expect(codes(store)).toEqual([]);
  });

  test('an articles/ that appears later is where articles lie from then on', () => {
    const newsroom = createNewsroom({ 'tin.md': article() });
    const store = newsroom.open();
    newsroom.write('articles/moi.md', article());
    store.sync();
    expect(listed(store)).toEqual(['moi']);
  });
});

test('a content folder that cannot be read leaves the site as it was', () => {
  const newsroom = createNewsroom({ 'articles/a.md': article() });
  const store = newsroom.open();
  newsroom.move('.', '../elsewhere');
  expect(() => store.sync()).toThrow(/ENOENT/);
  expect(listed(store)).toEqual(['a']);
});

describe('a stop between two steps of a sync', () => {
  const files = {
    'site.yaml': siteFile(),
    'articles/a/tin.md': article({ title: 'Thứ nhất' }),
    'articles/b/tin.md': article({ title: 'Thứ hai' }),
    'articles/muon.md': article({ date: '2020-12-31T20:00:00Z' }),
    'articles/hong.md': article({ title: 'Tốt' }),
  };
  const stopAt = ({ dataDirectory, directory }: TestNewsroom, step: number) => {
    const database = openDatabase(join(dataDirectory, 'store.sqlite'));
    let begun = 0;
    const stopping: Database = {
      ...database,
      transaction: (work) => {
        begun += 1;
        if (begun === step) throw new Error('the power is cut');
        database.transaction(work);
      },
    };
    expect(() => syncContent(stopping, directory)).toThrow('the power is cut');
    database.close();
  };

  test.each([1, 2])('is made good by the next one: before step %d', (step) => {
    const newsroom = createNewsroom(files);
    newsroom.open().close();
    newsroom.remove('articles/a/tin.md');
    newsroom.move('articles/muon.md', 'articles/sau/muon.md');
    newsroom.write('articles/hong.md', BROKEN);
    newsroom.write('articles/moi.md', article());
    stopAt(newsroom, step);
    const store = newsroom.open();
    const articles = store.edition(NOON).listAll(1)?.articles;
    expect(articles?.map(({ slug, title }) => `${slug} ${title}`)).toEqual([
      ...['hong Tốt', 'moi Tin', 'tin Thứ hai', 'muon Tin'],
    ]);
    expect(codes(store)).toEqual(['articles/hong.md front-matter-unclosed']);
  });

  test.each([1, 2])('does not lose a change of the zone either: before step %d', (step) => {
    const newsroom = createNewsroom(files);
    newsroom.open().close();
    newsroom.write('site.yaml', siteFile({ timeZone: 'America/St_Johns' }));
    stopAt(newsroom, step);
    const years = newsroom.open().edition(NOON).years();
    expect(years.map(({ entry }) => entry)).toEqual([2026, 2020]);
  });
});

test('what tags.yaml only warns of is reported, and its tags are taken', () => {
  const newsroom = createNewsroom({
    'tags.yaml': '- { name: Kỳ Anh }\n- { name: kỳ anh }\n',
    'articles/a.md': article({ tags: ['Kỳ Anh'] }),
  });
  const heard: string[] = [];
  const store = newsroom.open({
    report: (problems) => heard.push(...problems.map(({ code }) => code)),
  });
  expect(heard).toEqual(['tag-declared-twice']);
  expect(store.edition(NOON).findTag('ky-anh')?.name).toBe('Kỳ Anh');
});
