import { describe, expect, test } from 'vitest';
import { OLD_AFTER_MS } from '@/lib/content/visible';
import { changedFeeds, changedPages } from '@/lib/publish/announced';
import { article, BROKEN, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';

const HOUR = 3_600_000;
const withdrawn = { date: '2026-11-24', reason: 'Sai.' };
const canonical = 'https://bao-khac.vn/tin';

const files = {
  'site.yaml': siteFile(),
  'tags.yaml': JSON.stringify([{ name: 'cảng' }]),
  'authors/trang.md': markdown({ name: 'Trang' }),
  'pages/gioi-thieu.md': markdown({ title: 'Giới thiệu', description: 'Sapo.' }),
  'articles/tin.md': article({ tags: ['cảng'], authors: ['trang'] }),
  'articles/noi-khac.md': article({ canonical }),
  'articles/nhap.md': article({ draft: true }),
  'articles/cam.md': article({ date: '2026-11-24 13:00' }),
};

/** A newsroom of which the world was told at noon, and what it is to be told of since. */
async function follow() {
  const newsroom = createNewsroom(files);
  const clock = { now: NOON };
  const store = await newsroom.open({ now: () => clock.now });
  const until = { position: store.position(), moment: NOON };
  const edit = async (path: string, text: string | undefined) => {
    if (text === undefined) newsroom.remove(path);
    else newsroom.write(path, text);
    await store.sync();
  };
  return {
    ...{ store, clock, edit },
    pages: () => changedPages(store, until, clock.now),
    feeds: () => changedFeeds(store, until, clock.now),
  };
}

describe('search engines are told of', () => {
  test.each([
    ['an article that is new', 'articles/moi.md', article(), '/bai-viet/moi'],
    ['one whose text changed', 'articles/tin.md', article({}, 'Khác.'), '/bai-viet/tin'],
    ['one that was withdrawn', 'articles/tin.md', article({ withdrawn }), '/bai-viet/tin'],
    ['one that went', 'articles/tin.md', undefined, '/bai-viet/tin'],
    ['one that is a draft again', 'articles/tin.md', article({ draft: true }), '/bai-viet/tin'],
    ['a draft that is published', 'articles/nhap.md', article(), '/bai-viet/nhap'],
    ['one that has come home', 'articles/noi-khac.md', article(), '/bai-viet/noi-khac'],
    [
      'a page about the site',
      'pages/gioi-thieu.md',
      markdown({ title: 'Giới thiệu', description: 'Khác.' }),
      '/gioi-thieu',
    ],
  ])('%s, and of nothing else', async (_, path, text, address) => {
    const { edit, pages } = await follow();
    await edit(path, text);
    expect(pages()).toEqual([address]);
  });

  test('an article under both of its names when it was renamed', async () => {
    const { edit, pages } = await follow();
    await edit('articles/moi.md', article({ tags: ['cảng'], aliases: ['/bai-viet/tin'] }));
    await edit('articles/tin.md', undefined);
    expect([...(pages() ?? [])].sort()).toEqual(['/bai-viet/moi', '/bai-viet/tin']);
  });

  test('an article whose embargo ends, at that second', async () => {
    const { clock, pages } = await follow();
    clock.now = NOON + HOUR - 1;
    expect(pages()).toEqual([]);
    clock.now = NOON + HOUR;
    expect(pages()).toEqual(['/bai-viet/cam']);
  });

  test('an article that was edited while its embargo ended, once', async () => {
    const { clock, edit, pages } = await follow();
    clock.now = NOON + 2 * HOUR;
    await edit('articles/cam.md', article({ date: '2026-11-24 13:00', title: 'Khác' }));
    expect(pages()).toEqual(['/bai-viet/cam']);
  });
});

describe('search engines are not told of', () => {
  test.each([
    ['a draft', 'articles/nhap.md', article({ draft: true, title: 'Khác' })],
    ['what is under embargo', 'articles/cam.md', article({ date: '2026-11-24 14:00' })],
    [
      'an article that is at home elsewhere',
      'articles/noi-khac.md',
      article({ canonical }, 'Khác.'),
    ],
    ['one that is at home elsewhere from now on', 'articles/tin.md', article({ canonical })],
    ['one that was at home elsewhere and went', 'articles/noi-khac.md', undefined],
    ['a file that broke', 'articles/tin.md', BROKEN],
    [
      'what the page of an article does not show',
      'articles/tin.md',
      files['articles/tin.md'].replace('---\n', '---\nfeatured: true\n'),
    ],
  ])('%s', async (_, path, text) => {
    const { edit, pages } = await follow();
    await edit(path, text);
    expect(pages()).toEqual([]);
  });

  test('what was changed and changed back, or came and went', async () => {
    const { edit, pages } = await follow();
    await edit('articles/tin.md', article({ title: 'Khác' }));
    await edit('articles/moi.md', article());
    await edit('articles/tin.md', files['articles/tin.md']);
    await edit('articles/moi.md', undefined);
    expect(pages()).toEqual([]);
  });

  test('an article that grows old: nobody has edited it', async () => {
    const { clock, store } = await follow();
    clock.now = Date.parse('2026-11-01T00:00:00+07:00') + OLD_AFTER_MS;
    const until = { position: store.position(), moment: clock.now };
    expect(changedPages(store, until, clock.now + HOUR)).toEqual([]);
  });
});

/** The feeds of a list. */
const forms = (list: string) =>
  ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${list}/${file}`);

describe('a hub is told of', () => {
  test('each feed that has the article, in all forms, and of no other', async () => {
    const { edit, feeds } = await follow();
    await edit('articles/tin.md', article({ tags: ['cảng'], authors: ['trang'] }, 'Khác.'));
    expect([...(feeds() ?? [])].sort()).toEqual(
      [
        ...forms(''),
        ...forms('/chuyen-muc/thoi-su'),
        ...forms('/chu-de/cang'),
        ...forms('/tac-gia/trang'),
      ].sort(),
    );
  });

  test('no feed of a tag that has gone with its last article', async () => {
    const { edit, feeds } = await follow();
    await edit('articles/moi.md', article({ tags: ['bến'] }));
    expect(feeds()).toEqual(expect.arrayContaining(forms('/chu-de/ben')));
    await edit('articles/moi.md', undefined);
    expect(feeds()?.filter((path) => path.startsWith('/chu-de/ben'))).toEqual([]);
  });

  test('nothing when a page about the site has changed', async () => {
    const { edit, feeds } = await follow();
    await edit('pages/gioi-thieu.md', markdown({ title: 'Giới thiệu', description: 'Khác.' }));
    expect(feeds()).toEqual([]);
  });

  test('the feeds into which an article comes when its embargo ends', async () => {
    const { clock, feeds } = await follow();
    clock.now = NOON + HOUR;
    expect([...(feeds() ?? [])].sort()).toEqual(
      [...forms(''), ...forms('/chuyen-muc/thoi-su')].sort(),
    );
  });
});

describe('when an embargo ends as something else is edited', () => {
  test('the feeds of both are told', async () => {
    const { clock, edit, pages, feeds } = await follow();
    clock.now = NOON + HOUR;
    await edit('articles/moi.md', article({ tags: ['bến'] }));
    expect(pages()?.length).toBe(2);
    expect(feeds()).toEqual(expect.arrayContaining([...forms(''), ...forms('/chu-de/ben')]));
  });
});

describe('when the frame of every page has changed', () => {
  test('the feeds of the site and its sections are told, and no page', async () => {
    const { edit, pages, feeds } = await follow();
    await edit('site.yaml', siteFile({ name: 'Báo Khác' }));
    expect(pages()).toEqual([]);
    expect(feeds()).toEqual(
      expect.arrayContaining([...forms(''), ...forms('/chuyen-muc/thoi-su')]),
    );
  });

  test('an article that came with its author is told, and so are all its feeds', async () => {
    const { edit, pages, feeds } = await follow();
    await edit('authors/mai.md', markdown({ name: 'Mai' }));
    await edit('articles/cua-mai.md', article({ authors: ['mai'], tags: ['bến'] }));
    expect(pages()).toEqual(['/bai-viet/cua-mai']);
    expect(feeds()).toEqual(
      expect.arrayContaining([...forms(''), ...forms('/chu-de/ben'), ...forms('/tac-gia/mai')]),
    );
  });
});

describe('nobody can say what has changed', () => {
  test('when the clock was set back over the end of an embargo: nothing was taken away', async () => {
    const { store } = await follow();
    const until = { position: store.position(), moment: NOON + 2 * HOUR };
    expect(changedPages(store, until, NOON)).toBeUndefined();
    expect(changedFeeds(store, until, NOON)).toBeUndefined();
  });
});
