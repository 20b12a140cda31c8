import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '@/lib/content/problems/problems';
import type { Change } from '@/lib/store/changes';
import type { Store } from '@/lib/store/store';
import { contentsOf } from './contents-of';
import {
  article,
  BROKEN,
  createNewsroom,
  markdown,
  NOON,
  siteFile,
  type TestNewsroom,
} from './newsroom';

const codes = (problems: readonly Problem[]) =>
  problems.map(({ code, file }) => `${file} ${code}`).sort();
const titleOf = (store: Store, slug: string) => store.edition(NOON).findArticle(slug)?.title;

describe('a sync of some paths', () => {
  const open = async (files: Readonly<Record<string, string>> = {}) => {
    const newsroom = createNewsroom({
      'articles/1/a.md': article({ title: 'Cũ' }),
      'articles/2/b.md': article({ title: 'Cũ' }),
      ...files,
    });
    return { newsroom, store: await newsroom.open() };
  };

  test('reads these alone', async () => {
    const { newsroom, store } = await open();
    newsroom.write('articles/1/a.md', article({ title: 'Mới' }));
    newsroom.write('articles/2/b.md', article({ title: 'Mới' }));
    expect(await store.sync(['articles/1/a.md'])).toMatchObject({ changed: ['articles/1/a.md'] });
    expect([titleOf(store, 'a'), titleOf(store, 'b')]).toEqual(['Mới', 'Cũ']);
    expect(await store.sync()).toMatchObject({ changed: ['articles/2/b.md'] });
  });

  test.each([
    ['a folder that came', 'articles/3', ['c']],
    ['a folder that went', 'articles/1', undefined],
    ['a folder above', 'articles', ['c']],
    ['a folder written with a stroke', './articles/3/', ['c']],
    ['the folder itself', '', ['c']],
  ])('looks at all of %s', async (_what, path, came) => {
    const { newsroom, store } = await open();
    if (came) newsroom.write('articles/3/deep/c.md', article());
    else newsroom.remove('articles/1');
    await store.sync([path]);
    expect(titleOf(store, 'c')).toBe(came && 'Tin');
    expect(titleOf(store, 'a')).toBe(came && 'Cũ');
    expect(titleOf(store, 'b')).toBe('Cũ');
  });

  test.each([['.git/x.md'], ['articles/.nhap.md'], ['../ngoai.md'], ['khong/co.md'], ['/etc']])(
    'does nothing for %s',
    async (path) => {
      const { newsroom, store } = await open();
      newsroom.write('articles/.nhap.md', article());
      newsroom.write('.git/x.md', article());
      newsroom.write('../ngoai.md', article());
      expect(await store.sync([path])).toMatchObject({ changed: [], removed: 0 });
    },
  );

  test('finds the file elsewhere that takes over an address, and the one that it was moved from', async () => {
    const { newsroom, store } = await open({ 'articles/9/a.md': article({ title: 'Chờ' }) });
    newsroom.remove('articles/1/a.md');
    await store.sync(['articles/1/a.md']);
    expect(titleOf(store, 'a')).toBe('Chờ');
    newsroom.move('articles/2/b.md', 'articles/3/b.md');
    await store.sync(['articles/3/b.md']);
    expect(codes(store.problems())).toEqual([]);
    expect(store.findArticleFile('b')).toBe('articles/3/b.md');
  });

  test('reads all when it changes what articles are read by', async () => {
    const { newsroom, store } = await open({
      'articles/2/b.md': article({ tags: ['TX Kỳ Anh'] }),
    });
    newsroom.write('articles/1/a.md', article({ title: 'Mới' }));
    newsroom.write('tags.yaml', '- { name: Kỳ Anh, synonyms: [TX Kỳ Anh] }\n');
    await store.sync(['tags.yaml']);
    expect(store.edition(NOON).findTag('ky-anh')?.name).toBe('Kỳ Anh');
    expect(store.edition(NOON).listTag('ky-anh', 1)?.total).toBe(1);
    expect(titleOf(store, 'a')).toBe('Mới');
  });

  test('reads all when articles lie elsewhere from now on', async () => {
    const newsroom = createNewsroom({ 'tin.md': article() });
    const store = await newsroom.open();
    newsroom.write('articles/moi.md', article());
    await store.sync(['articles/moi.md']);
    expect([titleOf(store, 'moi'), titleOf(store, 'tin')]).toEqual(['Tin', undefined]);
  });

  test('reads all after one that failed', async () => {
    const { newsroom, store } = await open();
    newsroom.write('articles/1/a.md', article({ title: 'Mới' }));
    newsroom.move('.', '../elsewhere');
    await expect(store.sync(['articles/1/a.md'])).rejects.toThrow(/ENOENT/);
    newsroom.move('../elsewhere', '.');
    await store.sync(['articles/2/b.md']);
    expect(titleOf(store, 'a')).toBe('Mới');
  });

  test('keeps what is said of links and of files that are read as nothing elsewhere', async () => {
    const { newsroom, store } = await open({ 'articles/1/x.docx': '', 'articles/2/y.docx': '' });
    symlinkSync(newsroom.directory, join(newsroom.directory, 'articles/1/vong'));
    await store.sync();
    newsroom.remove('articles/1/x.docx');
    newsroom.remove('articles/1/vong');
    newsroom.write('articles/1/vong/z.docx', '');
    await store.sync(['articles/1/x.docx', 'articles/1/vong/z.docx']);
    const partial = store.problems();
    await store.sync();
    expect(partial).toEqual(store.problems());
    expect(codes(partial)).toEqual([
      'articles/1/vong/z.docx file-ignored',
      'articles/2/y.docx file-ignored',
    ]);
  });
});

const folders = ['articles/1', 'articles/2', 'articles/2/sau'];
const STORIES = 30;

/** An edit of a content folder, and the paths that a watcher would name. */
const anEdit = fc.record({
  what: fc.constantFrom('write', 'write', 'write', 'break', 'remove', 'move', 'drop', 'frame'),
  n: fc.nat(STORIES - 1),
  folder: fc.constantFrom(...folders),
  to: fc.constantFrom(...folders),
  front: fc.record({
    title: fc.constantFrom('Một', 'Hai', 'Ba'),
    section: fc.constantFrom('thoi-su', 'doi-song', 'doi-song', 'khong-co'),
    date: fc.integer({ min: 1, max: 27 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
    tags: fc.subarray(['Cảng', 'TX Kỳ Anh', 'Lũ lụt']),
    authors: fc.subarray(['lan', 'mai']),
    draft: fc.constantFrom(false, false, false, true),
  }),
  part: fc.option(fc.nat(3), { nil: undefined, freq: 3 }),
  frame: fc.constantFrom(
    ['authors/lan.md', markdown({ name: 'Lan' })],
    ['authors/lan.md', markdown({ name: 'Lan', role: 'Phóng viên' })],
    ['authors/mai.md', markdown({ name: 'Mai' })],
    ['authors/mai.md', undefined],
    ['tags.yaml', '[]'],
    ['tags.yaml', '- { name: Kỳ Anh, synonyms: [TX Kỳ Anh] }\n- { name: Lũ lụt }\n'],
    ['site.yaml', siteFile()],
  ) as fc.Arbitrary<readonly [string, string | undefined]>,
});

type Edit = typeof anEdit extends fc.Arbitrary<infer T> ? T : never;

/** @returns the paths that have changed */
function make(newsroom: TestNewsroom, edit: Edit): readonly string[] {
  const { what, n, folder, to, front, part } = edit;
  const file = `${folder}/tin-${n}.md`;
  const isThere = (path: string) => existsSync(join(newsroom.directory, path));
  const series = part === undefined ? {} : { series: { name: 'Loạt', part: part + 1 } };
  switch (what) {
    case 'break':
      newsroom.write(file, BROKEN);
      return [file];
    case 'remove':
      if (isThere(file)) newsroom.remove(file);
      return [file];
    case 'move': {
      const target = `${to}/tin-${n}.md`;
      if (isThere(file)) newsroom.move(file, target);
      return [target, file];
    }
    case 'drop':
      if (n > 2 || !isThere(folder)) return [];
      newsroom.remove(folder);
      return [folder];
    case 'frame': {
      const [path, text] = edit.frame;
      if (text !== undefined) newsroom.write(path, text);
      else if (isThere(path)) newsroom.remove(path);
      return [path];
    }
    default:
      newsroom.write(file, article({ ...front, ...series }, `${front.title}.`));
      return [file];
  }
}

const edits = fc.array(fc.array(anEdit, { minLength: 1, maxLength: 6 }), {
  minLength: 20,
  maxLength: 20,
});
const samples = fc.sample(edits, { numRuns: 3, seed: 2020 });
const files = {
  'site.yaml': siteFile(),
  'authors/lan.md': markdown({ name: 'Lan' }),
  'authors/mai.md': markdown({ name: 'Mai' }),
};

test.each(samples.map((rounds, index) => [index, rounds] as const))(
  'of any paths a sync finds what one of the whole folder finds (%i)',
  async (_index, rounds) => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    for (const round of rounds) {
      const paths = round.flatMap((edit) => make(newsroom, edit));
      const whole = await createNewsroom().open({ contentDirectory: newsroom.directory });
      await store.sync(paths);
      await whole.sync();
      const { changed, removed } = await store.sync();
      expect({ changed, removed }).toEqual({ changed: [], removed: 0 });
      // A fresh store knows nothing of what was good once: only sound files are compared with it.
      const broken = new Set(store.problems().map(({ file }) => file));
      const isSound = (slug: string) =>
        !folders.some((folder) => broken.has(`${folder}/${slug}.md`));
      expect(contentsOf(store, isSound)).toEqual(contentsOf(whole, isSound));
      whole.close();
    }
  },
  120_000,
);

/** What readers see of other articles on the page of each, and in each list. */
function viewsOf(store: Store) {
  const edition = store.edition(NOON);
  const articles = (edition.listAll(1)?.pageCount ?? 0) > 0 ? allOf(edition.listAll) : [];
  return new Map(
    articles.map((shown) => {
      const { previous, next } = edition.neighbours(shown);
      const view = { shown, related: edition.related(shown), previous, next };
      return [shown.slug, JSON.stringify({ ...view, series: edition.series(shown) })];
    }),
  );
}

function allOf(list: ReturnType<Store['edition']>['listAll']) {
  const count = list(1)?.pageCount ?? 0;
  return Array.from({ length: count }, (_, index) => list(index + 1)?.articles ?? []).flat();
}

function touchedBy(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap((change) =>
      change.kind === 'article'
        ? [change.slug, ...(change.before?.near ?? []), ...(change.after?.near ?? [])]
        : [],
    ),
  );
}

/** What each page of each list shows. */
function pagesOf(store: Store) {
  const edition = store.edition(NOON);
  const pages = new Map<string, string>();
  const add = (name: string, list: typeof edition.listAll) => {
    for (let page = 1; page <= (list(1)?.pageCount ?? 0); page += 1)
      pages.set(`${name} ${page}`, JSON.stringify(list(page)?.articles));
  };
  add('all', edition.listAll);
  for (const { key } of edition.sections())
    add(`section:${key}`, (page) => edition.listSection(key, page));
  for (const { entry } of edition.tags())
    add(`tag:${entry.slug}`, (page) => edition.listTag(entry.slug, page));
  for (const { entry } of edition.authors())
    add(`author:${entry.key}`, (page) => edition.listAuthor(entry.key, page));
  return pages;
}

/** Pages of lists that changes may have changed: one page, or all when an article comes or goes. */
function isListTouched(changes: readonly Change[], name: string): boolean {
  const [list = '', page] = name.split(' ');
  return changes.some((change) => {
    if (change.kind !== 'article') return false;
    const [before, after] = [change.before?.listings[list], change.after?.listings[list]];
    if (!before && !after) return false;
    const isInPlace =
      before &&
      after &&
      change.before?.article.published.epochMs === change.after?.article.published.epochMs;
    return !isInPlace || Number(page) === before.page || Number(page) === after.page;
  });
}

const BACKGROUND = 100;

/** An article of many is written anew, or goes. */
const aTouch = fc.record({
  n: fc.nat(BACKGROUND - 1),
  isGone: fc.constantFrom(false, false, false, true),
  front: fc.record({
    title: fc.constantFrom('Một', 'Hai', 'Ba'),
    section: fc.constantFrom('thoi-su', 'doi-song'),
    day: fc.integer({ min: 1, max: 27 }),
    tags: fc.subarray(['Cảng', 'Lũ lụt', 'Hiếm'], { maxLength: 2 }),
    part: fc.nat(40),
    draft: fc.constantFrom(false, false, false, true),
  }),
});

type Front = (typeof aTouch extends fc.Arbitrary<infer T> ? T : never)['front'];

function story(n: number, { day, part, ...front }: Front): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const series = part > 6 ? {} : { series: { name: 'Loạt', part: part + 1 } };
  return article({ ...front, ...series, date: `2026-11-${two(day)} 08:${two(n % 60)}` });
}

const touches = fc.sample(
  fc.record({
    fronts: fc.array(aTouch, { minLength: BACKGROUND, maxLength: BACKGROUND }),
    rounds: fc.array(fc.array(aTouch, { minLength: 1, maxLength: 4 }), {
      minLength: 25,
      maxLength: 25,
    }),
  }),
  { numRuns: 3, seed: 2020 },
);

test.each(touches.map((touch, index) => [index, touch] as const))(
  'no page changes that the journal does not tell of (%i)',
  async (_index, { fronts, rounds }) => {
    const newsroom = createNewsroom(files);
    const fileOf = (n: number) => `articles/tin-${n}.md`;
    for (const [n, { front }] of fronts.entries()) newsroom.write(fileOf(n), story(n, front));
    const store = await newsroom.open();
    let [views, pages, told] = [viewsOf(store), pagesOf(store), 0];
    for (const round of rounds) {
      const position = store.position();
      for (const { n, isGone, front } of round) {
        if (!isGone) newsroom.write(fileOf(n), story(n, front));
        else if (existsSync(join(newsroom.directory, fileOf(n)))) newsroom.remove(fileOf(n));
      }
      await store.sync(round.map(({ n }) => fileOf(n)));
      const changes = store.changesSince(position) ?? [];
      told += changes.length;
      const touched = touchedBy(changes);
      const [viewsNow, pagesNow] = [viewsOf(store), pagesOf(store)];
      const changed = [...viewsNow].filter(([slug, view]) => view !== views.get(slug));
      expect(changed.map(([slug]) => slug).filter((slug) => !touched.has(slug))).toEqual([]);
      const changedPages = [...pagesNow].filter(([name, page]) => page !== pages.get(name));
      expect(
        changedPages.map(([name]) => name).filter((name) => !isListTouched(changes, name)),
      ).toEqual([]);
      [views, pages] = [viewsNow, pagesNow];
    }
    expect(told).toBeGreaterThan(rounds.length);
  },
  120_000,
);
