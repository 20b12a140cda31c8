import { expect, test } from 'vitest';
import type { SearchResult } from '@/lib/search/results';
import type { SearchRequest } from '@/lib/site/search-address';
import type { Edition } from '@/lib/store/edition';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';
import { article, createNewsroom, NOON, siteFile } from '../newsroom';

async function search(
  edition: Edition,
  text: string,
  request: Partial<SearchRequest> = {},
): Promise<SearchResult> {
  const typed = text.normalize('NFC');
  const outcome = await edition.search({ text: typed, order: 'relevance', page: 1, ...request });
  if (outcome.kind !== 'found') throw new Error(`${text}: ${outcome.kind}`);
  return outcome.found;
}

const slugsIn = ({ hits }: SearchResult) => hits.map((hit) => hit.article.slug);

async function editionWith(files: Readonly<Record<string, string>>, now = NOON) {
  return (await createNewsroom(files).open()).edition(now);
}

const documents = Object.fromEntries(
  vectors.search.docs.map(({ id, title, body }) => [
    `articles/${id}.md`,
    article({ title, description: 'Dựng để thử.' }, body),
  ]),
);

test('every question of the vectors finds what it must, in its order', async () => {
  const edition = await editionWith(documents);
  for (const { q, first, includes, excludes, ...rest } of vectors.search.queries) {
    const found = slugsIn(await search(edition, q));
    if (first !== null) expect([q, found[0]]).toEqual([q, first]);
    expect([q, ...found]).toEqual(expect.arrayContaining([q, ...includes]));
    for (const excluded of excludes) expect([q, found.includes(excluded)]).toEqual([q, false]);
    const order = 'order' in rest ? (rest.order ?? []) : [];
    for (const [before = '', after = ''] of order) {
      const places = [found.indexOf(before), found.indexOf(after)];
      if (places[1] !== -1) expect([q, places]).toEqual([q, places.toSorted((a, b) => a - b)]);
    }
  }
});

test.each([
  ['dduwowngf', 'đường'],
  ['ddaf nawngx', 'Đà Nẵng'],
  ['d9a2 na8ng4', 'Đà Nẵng'],
  ['Kì Anh', 'Kỳ Anh'],
  ['can thoo', 'Cần Thơ'],
])('%s finds nothing, and %s is offered', async (typed, offered) => {
  const found = await search(await editionWith(documents), typed);
  expect(found).toMatchObject({ total: 0, hits: [] });
  expect(found.nearest).toContain(offered);
});

test('for a number no other number is offered', async () => {
  const files = { 'articles/so.md': article({ title: 'Có 201 và 2019' }) };
  const found = await search(await editionWith(files), '2018');
  expect(found).toMatchObject({ total: 0, nearest: [] });
});

const ranks = {
  'articles/van-ban.md': article({ title: 'Tin khác', date: '2026-11-20' }, 'Cảng và biển.'),
  'articles/cum-tu-van-ban.md': article({ title: 'Tin khác', date: '2026-11-10' }, 'Ở cảng biển.'),
  'articles/tieu-de.md': article({ title: 'Biển có cảng', date: '2026-11-09' }),
  'articles/cum-tu-tieu-de.md': article({ title: 'Về cảng biển', date: '2026-11-01' }),
  'articles/cum-tu-tieu-de-moi.md': article({ title: 'Lại về cảng biển', date: '2026-11-02' }),
  'articles/khac-dau.md': article({ title: 'Cang biên', date: '2026-11-21' }),
};

test('a phrase in the title comes before words in it, before the text; then the newest', async () => {
  const found = await search(await editionWith(ranks), 'cảng biển');
  expect(slugsIn(found)).toEqual([
    ...['cum-tu-tieu-de-moi', 'cum-tu-tieu-de', 'tieu-de', 'cum-tu-van-ban', 'van-ban'],
    // Other marks than those that were typed come last, wherever they stand.
    'khac-dau',
  ]);
  expect(found.total).toBe(6);
});

test('newest first is by date alone', async () => {
  const found = await search(await editionWith(ranks), 'cảng biển', { order: 'newest' });
  expect(slugsIn(found)).toEqual([
    ...['khac-dau', 'van-ban', 'cum-tu-van-ban', 'tieu-de'],
    ...['cum-tu-tieu-de-moi', 'cum-tu-tieu-de'],
  ]);
});

test('whole words come before beginnings of others', async () => {
  const edition = await editionWith({
    'articles/dau.md': article({ title: 'Lụa', date: '2026-11-01' }),
    'articles/dai.md': article({ title: 'Luận', date: '2026-11-09' }),
  });
  expect(slugsIn(await search(edition, 'lua'))).toEqual(['dau', 'dai']);
  expect(slugsIn(await search(edition, '"lua"'))).toEqual(['dau']);
});

test('a word that is spelt right is not taken for another', async () => {
  const edition = await editionWith({ 'articles/a.md': article({ title: 'Trong nhà' }) });
  expect((await search(edition, 'phòng')).nearest).toEqual([]);
  expect((await search(edition, 'trogn')).nearest).toEqual(['trong']);
});

test('a letter with its mark is enough to begin with', async () => {
  const edition = await editionWith({
    'articles/doc.md': article({ title: 'Con dốc', date: '2026-11-09' }),
    'articles/duong.md': article({ title: 'Con đường', date: '2026-11-01' }),
  });
  expect(slugsIn(await search(edition, 'con đ'))).toEqual(['duong', 'doc']);
  expect(slugsIn(await search(edition, 'con đu'))).toEqual(['duong']);
  expect(slugsIn(await search(edition, 'con d'))).toEqual(['doc', 'duong']);
});

test('what is not wanted is left out as it was typed', async () => {
  const edition = await editionWith({
    'articles/duong.md': article({ title: 'Con đường' }),
    'articles/binh-duong.md': article({ title: 'Bình Dương' }),
    'articles/ca-hai.md': article({ title: 'Con đường ở Bình Dương' }),
  });
  const without = async (text: string) => slugsIn(await search(edition, text)).toSorted();
  expect(await without('duong -dương')).toEqual(['duong']);
  expect(await without('duong -binh')).toEqual(['duong']);
  expect(await without('duong -"con đường"')).toEqual(['binh-duong']);
  expect(await without('-dương')).toEqual([]);
});

test('a phrase of many words must stand there as a whole', async () => {
  const edition = await editionWith({
    'articles/lien.md': article({}, 'Khu kinh tế Vũng Áng mở rộng.'),
    'articles/roi.md': article({}, 'Khu kinh tế phía nam. Một nền kinh tế Vũng Áng.'),
  });
  expect(slugsIn(await search(edition, '"khu kinh tế vũng áng"'))).toEqual(['lien']);
  expect((await search(edition, 'khu kinh tế vũng áng')).total).toBe(2);
});

test('only a section, only a year of the site, or both', async () => {
  const edition = await editionWith({
    'site.yaml': siteFile(),
    'articles/a.md': article({ title: 'Cảng a', date: '2025-12-31 23:59' }),
    'articles/b.md': article({ title: 'Cảng b', date: '2026-01-01 00:00' }),
    'articles/c.md': article({ title: 'Cảng c', date: '2026-05-01', section: 'doi-song' }),
  });
  const filtered = async (request: Partial<SearchRequest>) =>
    slugsIn(await search(edition, 'cảng', request));
  expect(await filtered({ section: 'doi-song' })).toEqual(['c']);
  expect(await filtered({ year: 2026 })).toEqual(['c', 'b']);
  expect(await filtered({ year: 2025 })).toEqual(['a']);
  expect(await filtered({ section: 'doi-song', year: 2025 })).toEqual([]);
  expect(await filtered({ section: 'khong-co' })).toEqual([]);
});

test('drafts, withdrawn articles and those under embargo are never found', async () => {
  const newsroom = createNewsroom({
    'articles/nhap.md': article({ title: 'Cảng', draft: true }),
    'articles/rut.md': article({
      title: 'Cảng',
      withdrawn: { date: '2026-11-05', reason: 'Sai.' },
    }),
    'articles/hen.md': article({ title: 'Cảng', date: '2026-12-01 08:00:30' }),
  });
  const store = await newsroom.open();
  const out = Date.parse('2026-12-01T08:00:30+07:00');
  const at = async (now: number) => slugsIn(await search(store.edition(now), 'cang'));
  expect(await at(NOON)).toEqual([]);
  expect(await at(out - 1)).toEqual([]);
  expect((await store.edition(NOON).suggest('cang')) as unknown).toEqual({
    kind: 'found',
    found: { names: [], articles: [] },
  });
  expect(await at(out + 60_000)).toEqual(['hen']);
});

test('an edit is found at once, and what it took out is not', async () => {
  const newsroom = createNewsroom({ 'articles/tin.md': article({ title: 'Cảng' }) });
  const store = await newsroom.open();
  const find = async (text: string) => slugsIn(await search(store.edition(NOON), text));
  expect(await find('cảng')).toEqual(['tin']);
  newsroom.write('articles/tin.md', article({ title: 'Sân bay' }));
  await store.sync();
  expect(await find('cảng')).toEqual([]);
  expect(await find('sân bay')).toEqual(['tin']);
  newsroom.remove('articles/tin.md');
  await store.sync();
  expect(await find('sân bay')).toEqual([]);
});

test('a day with many articles without a time keeps them all', async () => {
  const many = Array.from({ length: 45 }, (_, index) => index);
  const edition = await editionWith(
    Object.fromEntries(many.map((n) => [`articles/t-${n}.md`, article({ title: `Cảng ${n}` })])),
  );
  const pages = [1, 2, 3].map(async (page) => slugsIn(await search(edition, 'cảng', { page })));
  expect(new Set((await Promise.all(pages)).flat()).size).toBe(45);
  const past = await search(edition, 'cảng', { page: 9 });
  expect(past).toMatchObject({ page: 3, pageCount: 3, total: 45 });
});

test('names that hold what is looked for are found with it', async () => {
  const edition = await editionWith({
    'articles/a.md': article({ tags: ['Kỳ Anh', 'Kỷ niệm'], authors: ['Nguyễn Kỳ'] }),
  });
  const { names } = await search(edition, 'kỳ');
  expect(names.map(({ name }) => name)).toEqual(['Kỳ Anh', 'Nguyễn Kỳ', 'Kỷ niệm']);
  expect(await edition.suggest('ky an')).toMatchObject({
    found: { names: [{ kind: 'tag', key: 'ky-anh', name: 'Kỳ Anh' }] },
  });
});

test('without a word nothing is looked for', async () => {
  const edition = await editionWith(documents);
  for (const text of ['', '…', '“”', '-cảng', '"', '😀 * : ^ ('])
    expect(await search(edition, text)).toMatchObject({ isEmpty: true, total: 0, hits: [] });
});

test('whatever is typed is text', async () => {
  const edition = await editionWith(documents);
  for (const text of hostile) {
    expect((await search(edition, text)).total).toBeGreaterThanOrEqual(0);
    // The process that answered is there for the next.
    expect([text, (await search(edition, 'nắng')).total]).toEqual([text, 4]);
  }
});

const hostile = [
  'NEAR(nắng mưa, 5)',
  'nắng AND OR NOT mưa',
  'title:nắng ^mưa nắng*',
  '"nắng" NOT (mưa',
  "nắng'; drop table search; --",
  '\u0000nắng\u001b',
  'nắng'.repeat(500),
  '\u202enắng',
  '\ue001nang',
  '½ ⑴ ﷺ ß',
  Array.from({ length: 300 }, (_, index) => `"n${index} m${index}"`).join(' '),
];
