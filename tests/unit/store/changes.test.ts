import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OLD_AFTER_MS } from '@/lib/content/visible';
import type { ArticleSight, Change } from '@/lib/store/changes';
import type { Store } from '@/lib/store/store';
import { article, BROKEN, createNewsroom, markdown, NOON, siteFile } from './newsroom';

const front = { 'site.yaml': siteFile(), 'authors/lan.md': markdown({ name: 'Lan' }) };

/** A newsroom with some files, and what its store says has changed by the next sync. */
async function openWith(files: Readonly<Record<string, string>>) {
  const newsroom = createNewsroom({ ...front, ...files });
  const store = await newsroom.open();
  const changesOf = async (edit: () => void, of: Store = store) => {
    const position = of.position();
    edit();
    await of.sync();
    return of.changesSince(position);
  };
  return { newsroom, store, changesOf };
}

/** What a change says in short: whether the article was and is there, and what it touches. */
function sketch(changes: readonly Change[] | undefined) {
  return changes?.map((change) => {
    if (change.kind !== 'article') return change;
    const { slug, before, after } = change;
    return { slug, before: sketchOf(before), after: sketchOf(after) };
  });
}

function sketchOf(sight: ArticleSight | undefined) {
  if (!sight) return undefined;
  const pages = Object.entries(sight.listings).map(([list, { page }]) => `${list} ${page}`);
  return { title: sight.article.title, lists: pages.sort(), near: [...sight.near].sort() };
}

describe('the journal of a sync that changed an article', () => {
  test('in place has both sights of it, and nothing else', async () => {
    const { newsroom, changesOf } = await openWith({
      'articles/a.md': article({ title: 'Cũ', tags: ['Cảng'], authors: ['lan'] }),
      'articles/b.md': article({ tags: ['Cảng'], section: 'doi-song' }),
      'articles/c.md': article({ section: 'doi-song' }),
    });
    const changes = await changesOf(() =>
      newsroom.write('articles/a.md', article({ title: 'Mới', tags: ['Cảng'], authors: ['lan'] })),
    );
    const same = {
      lists: ['all 1', 'author:lan 1', 'section:thoi-su 1', 'tag:cang 1'],
      near: ['b'],
    };
    expect(sketch(changes)).toEqual([
      { slug: 'a', before: { title: 'Cũ', ...same }, after: { title: 'Mới', ...same } },
    ]);
  });

  test('only in its body tells so by the body', async () => {
    const { newsroom, changesOf } = await openWith({ 'articles/a.md': article({}, 'Một.') });
    const [change] =
      (await changesOf(() => newsroom.write('articles/a.md', article({}, 'Hai.')))) ?? [];
    if (change?.kind !== 'article') throw new Error('no change of an article');
    expect(change.before?.article).toEqual(change.after?.article);
    expect(change.before?.body).not.toBe(change.after?.body);
  });

  test.each([
    [
      'to another section',
      { section: 'doi-song', tags: ['Cảng'] },
      { lists: ['all 1', 'section:doi-song 1', 'tag:cang 1'], near: ['co-the', 'doi-song'] },
    ],
    ['so that it loses a tag', {}, { lists: ['all 1', 'section:thoi-su 1'], near: ['thoi-su'] }],
    ['to a draft', { draft: true, tags: ['Cảng'] }, { lists: [], near: [] }],
    ['to one under embargo', { date: '2030-01-01', tags: ['Cảng'] }, { lists: [], near: [] }],
    [
      'to one that is withdrawn',
      { withdrawn: { date: '2026-11-03', reason: 'Sai.' }, tags: ['Cảng'] },
      { lists: [], near: [] },
    ],
  ])('%s names what it was near to and what it is near to', async (_what, changed, after) => {
    const { newsroom, changesOf } = await openWith({
      'articles/a.md': article({ tags: ['Cảng'] }),
      'articles/co-the.md': article({ tags: ['Cảng'], section: 'doi-song' }),
      'articles/thoi-su.md': article(),
      'articles/doi-song.md': article({ section: 'doi-song' }),
    });
    const before = {
      title: 'Tin',
      lists: ['all 1', 'section:thoi-su 1', 'tag:cang 1'],
      near: ['co-the', 'thoi-su'],
    };
    const file = 'articles/a.md';
    expect(sketch(await changesOf(() => newsroom.write(file, article(changed))))).toEqual([
      { slug: 'a', before, after: { title: 'Tin', ...after } },
    ]);
    const back = () => newsroom.write(file, article({ tags: ['Cảng'] }));
    expect(sketch(await changesOf(back))).toEqual([
      { slug: 'a', before: { title: 'Tin', ...after }, after: before },
    ]);
  });

  test('to another date says on which page it stood and stands', async () => {
    const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}`;
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`articles/t-${n}.md`, article({ date: day(n + 1) })]),
    );
    const { newsroom, changesOf } = await openWith({
      ...many,
      'articles/a.md': article({ date: '2026-11-01' }),
      'articles/sau.md': article({ date: '2030-11-01' }),
    });
    const [change] =
      (await changesOf(() => newsroom.write('articles/a.md', article({ date: day(5) })))) ?? [];
    if (change?.kind !== 'article') throw new Error('no change of an article');
    expect(change.before?.listings['section:thoi-su']?.page).toBe(1);
    expect(change.after?.listings['section:thoi-su']?.page).toBe(2);
    expect(change.before?.near).toEqual(Array.from({ length: 12 }, (_, n) => `t-${29 - n}`));
    expect(change.after?.near).toHaveLength(5 + 12);
  });

  test('that is a part of a series names all its parts', async () => {
    const part = (n: number) =>
      article({ section: n % 2 ? 'thoi-su' : 'doi-song', series: { name: 'Lũ', part: n } });
    const { newsroom, changesOf } = await openWith({
      'articles/p-1.md': part(1),
      'articles/p-2.md': part(2),
      'articles/p-3.md': part(3),
    });
    const [change] = sketch(await changesOf(() => newsroom.remove('articles/p-2.md'))) ?? [];
    expect(change).toMatchObject({ slug: 'p-2', before: { near: ['p-1', 'p-3'] } });
    expect(change).toMatchObject({ after: undefined });
  });

  test('that is new or gone has one sight', async () => {
    const { newsroom, changesOf } = await openWith({});
    const sight = { title: 'Tin', lists: ['all 1', 'section:thoi-su 1'], near: [] };
    expect(sketch(await changesOf(() => newsroom.write('articles/a.md', article())))).toEqual([
      { slug: 'a', before: undefined, after: sight },
    ]);
    expect(sketch(await changesOf(() => newsroom.remove('articles/a.md')))).toEqual([
      { slug: 'a', before: sight, after: undefined },
    ]);
  });

  test('whose address another file takes over shows the one and the other', async () => {
    const { newsroom, changesOf } = await openWith({
      'articles/1/a.md': article({ title: 'Một' }),
      'articles/2/a.md': article({ title: 'Hai' }),
    });
    const changes = await changesOf(() => newsroom.remove('articles/1/a.md'));
    expect(sketch(changes)).toMatchObject([
      { slug: 'a', before: { title: 'Một' }, after: { title: 'Hai' } },
    ]);
  });

  test('that broke as it moved, and came back broken, is told when readers see it otherwise', async () => {
    const { newsroom, changesOf } = await openWith({ 'articles/a.md': article() });
    const moved = await changesOf(() => {
      newsroom.remove('articles/a.md');
      newsroom.write('articles/1/a.md', BROKEN);
    });
    expect(moved).toEqual([]);
    const gone = await changesOf(() => newsroom.remove('articles/1/a.md'));
    expect(sketch(gone)).toMatchObject([{ slug: 'a', before: { title: 'Tin' } }]);
    const back = await changesOf(() => newsroom.write('articles/a.md', BROKEN));
    expect(sketch(back)).toMatchObject([{ slug: 'a', before: undefined, after: { title: 'Tin' } }]);
  });
});

describe('nothing is written into the journal', () => {
  const edits: readonly (readonly [
    string,
    (newsroom: ReturnType<typeof createNewsroom>) => void,
  ])[] = [
    ['when nothing has happened', () => undefined],
    [
      'of a file that was only touched',
      ({ directory }) => utimesSync(join(directory, 'articles/a.md'), 1, 1),
    ],
    ['of a file that breaks', ({ write }) => write('articles/a.md', BROKEN)],
    ['of a file that moves', ({ move }) => move('articles/a.md', 'articles/1/a.md')],
    ['of a newcomer that is refused', ({ write }) => write('articles/1/a.md', article())],
    ['of an author whose file breaks', ({ write }) => write('authors/lan.md', BROKEN)],
  ];
  test.each(edits)('%s', async (_what, edit) => {
    const { newsroom, changesOf } = await openWith({ 'articles/a.md': article() });
    expect(await changesOf(() => edit(newsroom))).toEqual([]);
  });
});

describe('an author and a site page', () => {
  const page = (front: Readonly<Record<string, unknown>>, body = 'Chữ.') =>
    markdown({ title: 'Giới thiệu', description: 'Sapo.', ...front }, body);

  test('are changes of their own when only their own pages show it', async () => {
    const { newsroom, changesOf } = await openWith({ 'pages/gioi-thieu.md': page({}) });
    const changes = await changesOf(() => {
      newsroom.write('authors/lan.md', markdown({ name: 'Lan', role: 'Phóng viên' }));
      newsroom.write('pages/gioi-thieu.md', page({}, 'Chữ mới.'));
    });
    expect(changes).toEqual([
      { kind: 'author', key: 'lan' },
      { kind: 'site-page', slug: 'gioi-thieu' },
    ]);
  });

  test.each([
    ['a name', 'authors/lan.md', markdown({ name: 'Mai Lan' })],
    ['a kind', 'authors/lan.md', markdown({ name: 'Lan', kind: 'desk' })],
    ['a title', 'pages/gioi-thieu.md', page({ title: 'Về chúng tôi' })],
    ['one more page', 'pages/lien-he.md', page({ title: 'Liên hệ' })],
    ['one more author', 'authors/mai.md', markdown({ name: 'Mai' })],
    ['site.yaml', 'site.yaml', siteFile({ description: 'Khác.' })],
    ['tags.yaml', 'tags.yaml', '- { name: Kỳ Anh }\n'],
  ])('are a change of everything when other pages show it: %s', async (_what, path, text) => {
    const { newsroom, changesOf } = await openWith({ 'pages/gioi-thieu.md': page({}) });
    expect(await changesOf(() => newsroom.write(path, text))).toEqual([{ kind: 'everything' }]);
    expect(await changesOf(() => newsroom.write('articles/a.md', article()))).toHaveLength(1);
  });

  test('hide no article that changed with them', async () => {
    const { newsroom, changesOf } = await openWith({});
    const changes = await changesOf(() => {
      newsroom.write('authors/mai.md', markdown({ name: 'Mai' }));
      newsroom.write('articles/cua-mai.md', article({ authors: ['mai'] }));
    });
    expect(changes).toMatchObject([
      { kind: 'everything' },
      { kind: 'article', slug: 'cua-mai', after: { article: { authors: [{ key: 'mai' }] } } },
    ]);
  });
});

describe('where no file declares sections or authors', () => {
  const open = async () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ section: 'Thời sự', authors: ['Thu Lan'] }),
    });
    const store = await newsroom.open();
    return { newsroom, store, position: store.position() };
  };

  test.each([
    ['a section that comes', { section: 'Đời sống' }],
    ['another spelling of a section', { section: 'THỜI SỰ' }],
    ['another spelling of an author', { section: 'Thời sự', authors: ['thu lan'] }],
  ])('%s is a change of everything', async (_what, changed) => {
    const { newsroom, store, position } = await open();
    newsroom.write('articles/b.md', article({ date: '2026-11-02', ...changed }));
    await store.sync();
    expect(store.changesSince(position)).toMatchObject([
      { kind: 'everything' },
      { kind: 'article', slug: 'b' },
    ]);
  });

  test.each([
    ['an author who comes', { section: 'Thời sự', authors: ['Mai'] }],
    [
      'an older article that spells a section otherwise',
      { section: 'THỜI SỰ', date: '2026-10-01' },
    ],
    ['a section of an article that is not out', { section: 'Đời sống', date: '2030-10-01' }],
  ])('%s does not', async (_what, changed) => {
    const { newsroom, store, position } = await open();
    newsroom.write('articles/b.md', article({ date: '2026-11-02', ...changed }));
    await store.sync();
    expect(store.changesSince(position)).toHaveLength(1);
  });

  test('what the clock brings out may name what all pages name', async () => {
    const { newsroom, store } = await open();
    newsroom.write('articles/b.md', article({ date: '2026-11-25', section: 'Đời sống' }));
    newsroom.write('articles/c.md', article({ date: '2026-11-27', section: 'Thời sự' }));
    await store.sync();
    const at = (day: string) => Date.parse(`2026-11-${day}T00:00:00+07:00`);
    expect(store.turned(NOON, at('26'))).toBeUndefined();
    const turned = store.turned(at('26'), at('28'));
    // One comes out, and one is no news any more.
    expect(turned?.map(({ article: { slug } }) => slug)).toEqual(['c', 'b']);
  });
});

describe('a position', () => {
  const files = { 'articles/a.md': article() };

  test('is of the same epoch after a restart, and what it missed is told', async () => {
    const { newsroom, store } = await openWith(files);
    const position = store.position();
    store.close();
    newsroom.write('articles/a.md', article({ title: 'Mới' }));
    const next = await newsroom.open();
    expect(sketch(next.changesSince(position))).toMatchObject([
      { slug: 'a', after: { title: 'Mới' } },
    ]);
    expect(next.position()).toEqual({ ...position, version: position.version + 1 });
    expect(next.changesSince(next.position())).toEqual([]);
  });

  test('is shared by two stores on one data folder, which show what it tells of', async () => {
    const { newsroom, store } = await openWith(files);
    const other = await newsroom.open();
    newsroom.write('articles/a.md', article({ title: 'Mới' }));
    newsroom.write('authors/lan.md', markdown({ name: 'Mai Lan' }));
    const position = other.position();
    expect(store.position()).toEqual(position);
    await store.sync();
    expect(other.position()).toEqual(store.position());
    expect(other.changesSince(position)).toEqual(store.changesSince(position));
    expect(other.edition(NOON).findAuthor('lan')?.name).toBe('Mai Lan');
    expect(
      other.edition(NOON).authorsOf({ ...anArticle(other), authors: [{ key: 'lan', name: 'x' }] }),
    ).toMatchObject([{ name: 'Mai Lan' }]);
  });

  test.each([['by other rules', { rulesVersion: 'other' }]])(
    'counts no more when a store is opened %s',
    async (_how, options) => {
      const { newsroom, store } = await openWith(files);
      const position = store.position();
      store.close();
      expect((await newsroom.open(options)).changesSince(position)).toBeUndefined();
    },
  );

  test('that is ahead of the journal, or of no store, counts for nothing', async () => {
    const { store } = await openWith(files);
    const { epoch, version } = store.position();
    expect(store.changesSince({ epoch, version: version + 1 })).toBeUndefined();
    expect(store.changesSince({ epoch: 'other', version })).toBeUndefined();
  });

  test('counts no more after a bulk', async () => {
    const { newsroom, store, changesOf } = await openWith(files);
    const changes = await changesOf(() => {
      for (let n = 0; n < 501; n += 1)
        newsroom.write(`articles/t-${n}.md`, article({ draft: true }));
    });
    expect(changes).toBeUndefined();
    expect(store.changesSince(store.position())).toEqual([]);
  }, 30_000);

  test('is told all of 2,000 changes, and nothing when it missed more', async () => {
    const { newsroom, store } = await openWith({});
    const position = store.position();
    for (let round = 0; round <= 5; round += 1) {
      for (let n = 0; n < 400; n += 1)
        newsroom.write(`articles/t-${n}.md`, article({ draft: true, title: `Tin ${round}` }));
      await store.sync();
      const changes = store.changesSince(position);
      expect(changes?.length).toBe(round < 5 ? 400 * (round + 1) : undefined);
    }
  }, 60_000);
});

function anArticle(store: Store) {
  const found = store.edition(NOON).findArticle('a');
  if (!found) throw new Error('no article');
  return found;
}

describe('articles that the clock has changed', () => {
  test('are seen as they are at the end of the time, each once', async () => {
    const { store } = await openWith({
      'articles/a.md': article({ tags: ['Cảng'] }),
      'articles/b.md': article({ date: '2026-11-25 09:00', tags: ['Cảng'] }),
      'articles/c.md': article({
        corrections: [
          { date: '2026-11-25 08:00', text: 'Một.' },
          { date: '2026-11-25 08:30', text: 'Hai.' },
        ],
      }),
    });
    const at = (written: string) => Date.parse(`${written}+07:00`);
    const turned = (since: number, until: number) =>
      store.turned(since, until)?.map((sight) => [sight.article.slug, sight.near.length]);
    expect(turned(NOON, at('2026-11-25T07:59:59'))).toEqual([]);
    expect(turned(NOON, at('2026-11-25T08:59:59'))).toEqual([['c', 1]]);
    expect(turned(NOON, at('2026-11-25T09:00:00'))).toEqual([
      ['c', 2],
      ['b', 2],
    ]);
    expect(turned(at('2026-11-25T09:00:00'), at('2026-11-25T09:00:00'))).toEqual([]);
    expect(turned(at('2026-11-25T09:00:00'), at('2026-11-01T00:00:01') + OLD_AFTER_MS)).toEqual([
      ['b', 2],
      ['a', 2],
      ['c', 2],
    ]);
  });

  test('are everything when they are more than 500', async () => {
    const many = Array.from({ length: 501 }, (_, n) => [
      `articles/t-${n}.md`,
      article({ date: '2026-11-25', section: n === 0 ? 'doi-song' : 'thoi-su' }),
    ]);
    const { store } = await openWith(Object.fromEntries(many));
    expect(store.turned(NOON, Date.parse('2026-11-26'))).toBeUndefined();
  }, 30_000);
});
