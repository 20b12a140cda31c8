import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/content/article';
import { NEWS_MS, OLD_AFTER_MS } from '@/lib/content/visible';
import { touchedTopics } from '@/lib/publish/touched';
import type { ArticleSight } from '@/lib/store/changes';
import { isForMachines } from './for-machines';

const zone = 'Asia/Ho_Chi_Minh';
const now = Date.parse('2026-11-24T12:00:00+07:00');
const publishedAt = Date.parse('2020-12-24T16:30:00+07:00');
const second = (epochMs: number) => ({ epochMs, precision: 'second' as const });

const article: Article = {
  slug: 'tin',
  title: 'Tin',
  description: 'Sapo.',
  section: { key: 'thoi-su', name: 'Thời sự' },
  published: second(publishedAt),
  tags: [
    { slug: 'cang', name: 'cảng' },
    { slug: 'ky-anh', name: 'Kỳ Anh' },
  ],
  authors: [{ key: 'trang', name: 'Trang' }],
  corrections: [],
  aliases: [],
  featured: false,
  draft: false,
  series: { name: 'Loạt', part: 2 },
};

/** On which page of its lists the article stands, unless told otherwise. */
const pages: Readonly<Record<string, number>> = { all: 3, 'section:thoi-su': 2 };

interface SightOptions {
  readonly body?: string;
  readonly near?: readonly string[];
  readonly pages?: Readonly<Record<string, number>>;
}

/** What is seen of an article, with `changes` of what it holds, as a store would note it. */
function sight(changes: Partial<Article> = {}, options: SightOptions = {}): ArticleSight {
  const seen = { ...article, ...changes };
  const isListed = !seen.draft && !seen.withdrawn && seen.published.epochMs <= now;
  const labels: Readonly<Record<string, string>> = {
    all: '',
    [`section:${seen.section.key}`]: seen.section.name,
    ...Object.fromEntries(seen.tags.map(({ slug, name }) => [`tag:${slug}`, name])),
    ...Object.fromEntries(seen.authors.map(({ key, name }) => [`author:${key}`, name])),
  };
  const pageOf = (list: string) => options.pages?.[list] ?? pages[list] ?? 1;
  return {
    article: seen,
    body: options.body ?? 'văn bản',
    near: isListed ? (options.near ?? ['truoc', 'sau']) : [],
    listings: isListed
      ? Object.fromEntries(
          Object.entries(labels).map(([list, label]) => [list, { page: pageOf(list), label }]),
        )
      : {},
  };
}

/** What a change touches of the pages that readers see, in the order of the alphabet. */
function touched(before: ArticleSight | undefined, after: ArticleSight | undefined, since = now) {
  return touchedOfAll(before, after, since).filter((topic) => !isForMachines(topic));
}

/** The same of what programs read. */
function touchedOfMachines(...change: Parameters<typeof touchedOfAll>) {
  return touchedOfAll(...change).filter(isForMachines);
}

function touchedOfAll(
  before: ArticleSight | undefined,
  after: ArticleSight | undefined,
  since = now,
) {
  const change = {
    kind: 'article' as const,
    slug: article.slug,
    ...(before && { before }),
    ...(after && { after }),
  };
  return [...new Set(touchedTopics(change, { since, now }, zone))].sort();
}

const ownPage = ['article:tin'];
const near = ['article:sau', 'article:truoc'];
const archive = ['archive', 'day:2020-12-24', 'month:2020-12', 'year:2020'];
/** Its place in the archive, where it stays as it is counted. */
const inArchive = ['day:2020-12-24', 'month:2020-12'];
const lists = ['author:trang', 'latest:all', 'section:thoi-su', 'tag:cang', 'tag:ky-anh'];
const directories = ['authors', 'tags'];
const all = [...ownPage, ...near, ...archive, ...lists, ...directories].sort();
/** Where it stands in its lists. */
const inLists = ['author:trang:1', 'latest:3', 'section:thoi-su:2', 'tag:cang:1', 'tag:ky-anh:1'];

describe('an article that comes or goes touches its page, all of its lists, the archive and what is near', () => {
  const withdrawn = { date: second(now), reason: 'Sai.' };
  test.each([
    ['a new file', undefined, sight()],
    ['a file that is gone', sight(), undefined],
    ['a draft that is none any more', sight({ draft: true }), sight()],
    ['an article made a draft', sight(), sight({ draft: true })],
    ['an article withdrawn', sight(), sight({ withdrawn })],
    ['a withdrawal taken back', sight({ withdrawn }), sight()],
    ['an article put under embargo again', sight(), sight({ published: second(now + 1) })],
  ])('%s', (_, before, after) => {
    expect(touched(before, after)).toEqual(all);
  });

  test('at the end of its embargo too, which the clock alone brings', () => {
    expect(touched(sight(), sight(), publishedAt - 1)).toEqual(all);
  });

  test('and the corrections, when it has one that is due', () => {
    const corrections = [{ date: second(now), text: 'Sửa.' }];
    expect(touched(undefined, sight({ corrections }))).toEqual([...all, 'corrections'].sort());
  });
});

describe('nothing is touched by what no reader sees:', () => {
  const future = { published: second(now + 1000) };
  const due = [{ date: second(now + 1000), text: 'Sửa.' }];
  test.each([
    ['a new draft', undefined, sight({ draft: true })],
    ['an edit of a draft', sight({ draft: true }), sight({ draft: true, title: 'Khác' })],
    ['a draft that is gone', sight({ draft: true }), undefined],
    ['an article under embargo', undefined, sight(future)],
    ['a draft put under embargo', sight({ draft: true }), sight(future)],
    ['an edit of an article under embargo', sight(future), sight({ ...future, title: 'Khác' })],
    ['a file that says the same', sight(), sight()],
    ['an old address', sight(), sight({ aliases: ['/cu'] })],
    ['a correction to come', sight(), sight({ corrections: due })],
    ['an update to come', sight(), sight({ updated: second(now + 1000) })],
    ['an update that tells nobody anything', sight(), sight({ updated: second(publishedAt + 1) })],
    ['`featured` on a later page', sight(), sight({ featured: true })],
  ])('%s', (_, before, after) => {
    expect(touched(before, after)).toEqual([]);
  });
});

describe('an edit in place touches the pages on which it shows:', () => {
  const onFront = { pages: { all: 1 } };
  const tag = { slug: 'cang', name: 'Cảng' };
  test.each<[string, ArticleSight, ArticleSight, readonly string[]]>([
    [
      'the headline: where it stands in its lists, its month and day, and what is near',
      sight(),
      sight({ title: 'Khác' }),
      [...ownPage, ...near, ...inLists, ...inArchive],
    ],
    [
      'the sapo: the same, but nothing near',
      sight(),
      sight({ description: 'Khác.' }),
      [...ownPage, ...inLists, ...inArchive],
    ],
    [
      'a day in place of a second: also what is near, which shows the date',
      sight(),
      sight({ published: { epochMs: publishedAt, precision: 'day' } }),
      [...ownPage, ...near, ...inLists, ...inArchive],
    ],
    ['the text: its page alone', sight(), sight({}, { body: 'khác' }), ownPage],
    [
      'the text of an article on the front page: that too, for the lead begins there',
      sight({}, onFront),
      sight({}, { ...onFront, body: 'khác' }),
      [...ownPage, 'latest:1'],
    ],
    [
      'the picture of an article on the front page',
      sight({}, onFront),
      sight({ image: { src: 'a.jpg', alt: '' } }, onFront),
      [...ownPage, 'latest:1'],
    ],
    ['the picture', sight(), sight({ image: { src: 'a.jpg', alt: '' } }), ownPage],
    [
      '`featured` on the front page',
      sight({}, onFront),
      sight({ featured: true }, onFront),
      ['latest:1'],
    ],
    ['the source', sight(), sight({ source: { name: 'Báo' } }), ownPage],
    ['an update', sight(), sight({ updated: second(now) }), ownPage],
    [
      'a correction: the list of them',
      sight(),
      sight({ corrections: [{ date: second(now), text: 'Sửa.' }] }),
      [...ownPage, 'corrections'],
    ],
    [
      'the headline of an article with a correction: their list, that names it',
      sight({ corrections: [{ date: second(now), text: 'Sửa.' }] }),
      sight({ corrections: [{ date: second(now), text: 'Sửa.' }], title: 'Khác' }),
      [...ownPage, ...near, ...inLists, ...inArchive, 'corrections'],
    ],
    [
      'the part of a series: the other parts',
      sight(),
      sight({ series: { name: 'Loạt', part: 3 } }),
      [...ownPage, ...near],
    ],
    [
      'a page further down, for an article that was put before it: both',
      sight({}, { pages: { all: 3 } }),
      sight({ description: 'Khác.' }, { pages: { all: 4 } }),
      [...ownPage, ...inLists, 'latest:4', ...inArchive],
    ],
    [
      'the spelling of a tag: all of its list, whose name it may be, and the list of tags',
      sight({ tags: [{ slug: 'cang', name: 'cảng' }] }),
      sight({ tags: [tag] }),
      [...ownPage, 'tag:cang', 'tags'],
    ],
    [
      'the reason of a withdrawal: its page',
      sight({ withdrawn: { date: second(now), reason: 'Sai.' } }),
      sight({ withdrawn: { date: second(now), reason: 'Sai nguồn.' } }),
      ownPage,
    ],
    [
      'the headline of a withdrawn article, which is taken back too: nothing',
      sight({ withdrawn: { date: second(now), reason: 'Sai.' } }),
      sight({ withdrawn: { date: second(now), reason: 'Sai.' }, title: 'Khác' }),
      [],
    ],
  ])('%s', (_, before, after, topics) => {
    expect(touched(before, after)).toEqual([...topics].sort());
  });
});

describe('an article that moves between lists or within them touches all of each:', () => {
  test('another section, also where lists show its name', () => {
    const after = sight({ section: { key: 'doi-song', name: 'Đời sống' } }, { near: ['khac'] });
    expect(touched(sight(), after)).toEqual(
      [
        ...[...ownPage, ...near, 'article:khac', 'section:thoi-su', 'section:doi-song'],
        ...['author:trang:1', 'latest:3', 'tag:cang:1', 'tag:ky-anh:1', ...inArchive],
      ].sort(),
    );
  });

  test('a tag less: its list and the list of tags', () => {
    const after = sight({ tags: article.tags.slice(1) });
    expect(touched(sight(), after)).toEqual([...ownPage, ...near, 'tag:cang', 'tags'].sort());
  });

  test('another author: both lists and the list of authors, but nothing near', () => {
    const after = sight({ authors: [{ key: 'minh', name: 'Minh' }] });
    expect(touched(sight(), after)).toEqual(
      [...ownPage, 'author:trang', 'author:minh', 'authors'].sort(),
    );
  });

  test('another author of an article on the front page: that too', () => {
    const onFront = { pages: { all: 1 } };
    const after = sight({ authors: [{ key: 'minh', name: 'Minh' }] }, onFront);
    expect(touched(sight({}, onFront), after)).toContain('latest:1');
  });

  test('another series, which has no page of a list: the parts of both', () => {
    const after = sight({ series: { name: 'Loạt khác', part: 2 } }, { near: ['khac'] });
    expect(touched(sight(), after)).toEqual([...ownPage, ...near, 'article:khac'].sort());
    const respelt = sight({ series: { name: 'LOẠT', part: 2 } });
    expect(touched(sight(), respelt)).toEqual(ownPage);
  });

  const moved = [...ownPage, ...near, ...lists, ...directories];
  test.each([
    ['another hour of its day', '2020-12-24T17:30:00+07:00', inArchive],
    ['another day of its month', '2020-12-25T07:30:00+07:00', [...inArchive, 'day:2020-12-25']],
    [
      'another month of its year',
      '2020-11-24T16:30:00+07:00',
      [...inArchive, 'day:2020-11-24', 'month:2020-11', 'year:2020'],
    ],
    [
      'another year',
      '2021-01-01T00:00:00+07:00',
      [...archive, 'day:2021-01-01', 'month:2021-01', 'year:2021'],
    ],
  ])('%s', (_, iso, places) => {
    const after = sight({ published: second(Date.parse(iso)) });
    expect(touched(sight(), after)).toEqual([...moved, ...places].sort());
  });

  test('on the day that the zone of the site has at that instant', () => {
    const late = second(Date.parse('2020-12-24T16:30:00Z'));
    expect(touched(undefined, sight({ published: late }))).toContain('day:2020-12-24');
    const later = second(Date.parse('2020-12-24T17:00:00Z'));
    expect(touched(undefined, sight({ published: later }))).toContain('day:2020-12-25');
  });
});

describe('the clock touches of an article that it changes', () => {
  const turnsAt = (moment: number, changes: Partial<Article>, topics: readonly string[]) => {
    const seen = sight(changes);
    expect(touched(seen, seen, moment)).toEqual(topics);
    expect(touched(seen, seen, moment + 1)).toEqual([]);
  };
  test('its page, when an update is due', () => {
    turnsAt(now - 1, { updated: second(now) }, ownPage);
  });
  test('its page and the list of corrections, when one is due', () => {
    const corrections = [{ date: second(now), text: 'Sửa.' }];
    turnsAt(now - 1, { corrections }, [...ownPage, 'corrections']);
  });
  test('its page, when it grows old', () => {
    turnsAt(now - 1, { published: second(now - OLD_AFTER_MS - 1) }, ownPage);
  });
});

const photograph = { type: 'image/jpeg', width: 600, height: 400, bytes: 60_000 };

describe('of what programs read', () => {
  const onFirst = { pages: { all: 1, 'section:thoi-su': 1 } };
  const feeds = [
    ...['feed:author:trang', 'feed:section:thoi-su', 'feed:site'],
    ...['feed:tag:cang', 'feed:tag:ky-anh'],
  ];
  const sitemaps = [
    ...['sitemap', 'sitemap:2020', 'sitemap:2020-12'],
    ...['sitemap:chu-de', 'sitemap:danh-muc', 'sitemap:tac-gia'],
  ];
  const recent = { published: second(now - 3_600_000) };

  test('an article that comes touches its feeds, its site maps, its card and those of its tags', () => {
    const cards = ['card:article:tin', 'card:tag:cang', 'card:tag:ky-anh'];
    const expected = [...feeds, ...sitemaps, ...cards, 'llms', 'opml'].sort();
    expect(touchedOfMachines(undefined, sight({}, onFirst))).toEqual(expected);
  });

  test('one that goes touches also the cards of lists that may be gone with it', () => {
    expect(touchedOfMachines(sight({}, onFirst), undefined)).toEqual(
      [
        ...[...feeds, ...sitemaps, 'card:article:tin', 'llms', 'opml'],
        ...['card:section:thoi-su', 'card:tag:cang', 'card:tag:ky-anh'],
      ].sort(),
    );
  });

  test.each([
    ['the text: its feeds', {}, { body: 'khác' }, feeds],
    ['its old addresses: its feeds, by which they know it again', { aliases: ['/cu'] }, {}, feeds],
    [
      'the headline: its feeds, its card, and what names the newest',
      { title: 'Khác' },
      {},
      [...feeds, 'card:article:tin', 'llms'],
    ],
    [
      'a correction: its feeds, and the site maps of its month and of the corrections',
      { corrections: [{ date: second(now), text: 'Sửa.' }] },
      {},
      [...feeds, 'sitemap', 'sitemap:2020-12', 'sitemap:danh-muc'],
    ],
    [
      'an update: its feeds and the site map of its month',
      { updated: second(now) },
      {},
      [...feeds, 'sitemap', 'sitemap:2020-12'],
    ],
    [
      'a picture: its feeds, its site map, and its card, which goes',
      { image: { src: 'a.jpg', alt: 'Ảnh', file: photograph } },
      {},
      [...feeds, 'sitemap', 'sitemap:2020-12', 'card:article:tin'],
    ],
    [
      'a picture whose file is not there: its feeds alone',
      { image: { src: 'a.jpg', alt: 'Ảnh' } },
      {},
      feeds,
    ],
    [
      'that it is at home elsewhere: its feeds, its site map',
      { canonical: 'https://bao.vn/tin' },
      {},
      [...feeds, 'sitemap', 'sitemap:2020-12'],
    ],
  ])('an edit in place touches with %s', (_, changes, options, expected) => {
    const after = sight(changes, { ...onFirst, ...options });
    expect(touchedOfMachines(sight({}, onFirst), after)).toEqual([...expected].sort());
  });

  test('a feed is not touched by what stands deeper in its list than it reaches', () => {
    const deep = { pages: { all: 4, 'section:thoi-su': 3, 'tag:cang': 99, 'author:trang': 4 } };
    const after = sight({}, { ...deep, body: 'khác' });
    expect(touchedOfMachines(sight({}, deep), after)).toEqual([
      'feed:section:thoi-su',
      'feed:tag:ky-anh',
    ]);
  });

  test('the news sitemap is touched by news, and by the clock when it is none any more', () => {
    expect(touchedOfMachines(undefined, sight(recent))).toContain('news-sitemap');
    expect(touchedOfMachines(undefined, sight())).not.toContain('news-sitemap');
    const old = { published: second(now - NEWS_MS - 1) };
    expect(touchedOfMachines(sight(old), sight(old), now)).toEqual([]);
    expect(touchedOfMachines(sight(old), sight(old), now - 1)).toEqual(['news-sitemap']);
  });
});

test('an author touches their own pages and the list of authors', () => {
  expect(touchedTopics({ kind: 'author', key: 'trang' }, { since: now, now }, zone)).toEqual([
    'author:trang',
    'authors',
    ...['feed:author:trang', 'opml', 'sitemap', 'sitemap:tac-gia'],
  ]);
});

test('a page about the site touches itself and the front page, which introduces it', () => {
  const change = { kind: 'site-page' as const, slug: 'gioi-thieu' };
  expect(touchedTopics(change, { since: now, now }, zone)).toEqual([
    ...['page:gioi-thieu', 'latest:1', 'llms'],
  ]);
});
