import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edition, ListPage } from '@/lib/store/edition';
import { compareNames } from '@/lib/vietnamese/collate';
import { article, createNewsroom, NOON, siteFile, slugsOf } from './newsroom';

const DAY_MS = 86_400_000;
const zones = ['Asia/Ho_Chi_Minh', 'America/St_Johns'] as const;
const sections = ['thoi-su', 'doi-song'] as const;
const declaredTags = ['Kỳ Anh', 'Hà Tĩnh'];
const looseTags = ['cảng Vũng Áng', 'ma túy'];
const signers = ['Thu Trang', 'Lê Lợi'];

/** An article as the reference knows it. */
interface Sample {
  readonly slug: string;
  readonly publishedAt: number;
  readonly section: (typeof sections)[number];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly draft: boolean;
  readonly withdrawn: boolean;
}

// Few instants, so that many articles share one; around midnights of both zones and of UTC, where
// days, months and years of the zones differ.
const instant = fc
  .tuple(
    fc.constantFrom('2019-12-31', '2020-02-29', '2020-03-31', '2020-12-24', '2020-12-31'),
    fc.constantFrom(0, 1, 2),
    fc.constantFrom(
      0,
      3 * 3600,
      3.5 * 3600 - 1,
      3.5 * 3600,
      17 * 3600 - 1,
      17 * 3600,
      17 * 3600 + 1,
    ),
  )
  .map(([day, days, seconds]) => Date.parse(day) + days * DAY_MS + seconds * 1000);

// Undeclared names come in two spellings: the newest that readers may see gives the name.
const spelling = (names: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.boolean())
    .map(([name, loud]) => (loud ? name.toUpperCase() : name));

const samples = fc
  .array(
    fc.record({
      publishedAt: instant,
      section: fc.constantFrom(...sections),
      tags: fc.uniqueArray(fc.oneof(fc.constantFrom(...declaredTags), spelling(looseTags)), {
        selector: (name) => name.toLowerCase(),
        maxLength: 3,
      }),
      authors: fc.uniqueArray(spelling(signers), {
        selector: (name) => name.toLowerCase(),
        maxLength: 2,
      }),
      draft: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      withdrawn: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { minLength: 0, maxLength: 90, size: 'max' },
  )
  .map((drawn) => drawn.map((sample, n): Sample => ({ ...sample, slug: `bai-${(n * 37) % 97}` })));

test.each(zones)(
  'every list, count and name is what a naive reading of the articles gives, in %s',
  async (timeZone) => {
    const clocks = fc.array(instant, { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(samples, clocks, async (drawn, moments) => {
        const store = await openWith(drawn, timeZone);
        for (const moment of moments) {
          for (const now of [moment - 1, moment]) {
            expectReference(store.edition(now), drawn, now, timeZone);
          }
        }
        store.close();
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);

describe('an article under embargo', () => {
  const publishedAt = Date.parse('2020-12-24T09:30:00Z');
  const sample: Sample = {
    slug: 'cam-dang',
    publishedAt,
    section: 'thoi-su',
    tags: ['chuyện chưa ai biết'],
    authors: ['Người Giấu Tên'],
    draft: false,
    withdrawn: false,
  };
  const everything = (edition: Edition) => ({
    article: edition.findArticle('cam-dang')?.slug,
    all: slugsOf(edition.listAll(1)),
    section: slugsOf(edition.listSection('thoi-su', 1)),
    tag: edition.findTag('chuyen-chua-ai-biet')?.name,
    tags: edition.tags().length,
    author: edition.findAuthor('nguoi-giau-ten')?.name,
    authors: edition.authors().length,
    years: edition.years().length,
    months: edition.months(2020).length,
    days: edition.days(2020, 12).length,
    month: slugsOf(edition.listMonth(2020, 12, 1)),
    day: slugsOf(edition.listDay({ year: 2020, month: 12, day: 24 }, 1)),
    newest: edition.newest()?.epochMs,
  });

  test('is nowhere one second before its time, and everywhere at its second', async () => {
    const store = await openWith([sample], 'Asia/Ho_Chi_Minh');
    expect(everything(store.edition(publishedAt - 1000))).toEqual({
      ...{ article: undefined, tag: undefined, author: undefined, newest: undefined },
      ...{ all: [], section: [], month: [], day: [] },
      ...{ tags: 0, authors: 0, years: 0, months: 0, days: 0 },
    });
    const everywhere = ['cam-dang'];
    expect(everything(store.edition(publishedAt))).toEqual({
      ...{ article: 'cam-dang', tag: 'chuyện chưa ai biết', author: 'Người Giấu Tên' },
      newest: publishedAt,
      ...{ all: everywhere, section: everywhere, month: everywhere, day: everywhere },
      ...{ tags: 1, authors: 1, years: 1, months: 1, days: 1 },
    });
  });

  test('does not lend its spelling of a tag to the page of others', async () => {
    const shown = { ...sample, slug: 'da-dang', publishedAt: publishedAt - DAY_MS };
    const hidden = { ...sample, tags: ['CHUYỆN CHƯA AI BIẾT'] };
    const store = await openWith([shown, hidden], 'Asia/Ho_Chi_Minh');
    const nameAt = (now: number) => store.edition(now).findTag('chuyen-chua-ai-biet')?.name;
    expect(nameAt(publishedAt - 1)).toBe('chuyện chưa ai biết');
    expect(nameAt(publishedAt)).toBe('CHUYỆN CHƯA AI BIẾT');
  });

  test.each([
    ['a draft', { draft: true }],
    ['a withdrawn article', { withdrawn: true }],
  ])('%s leaves no name behind either', async (_what, state) => {
    const store = await openWith([{ ...sample, ...state }], 'Asia/Ho_Chi_Minh');
    const edition = store.edition(publishedAt);
    expect(edition.findTag('chuyen-chua-ai-biet')).toBeUndefined();
    expect(edition.findAuthor('nguoi-giau-ten')).toBeUndefined();
    expect(edition.tags()).toEqual([]);
    expect(edition.authors()).toEqual([]);
    expect(edition.listAll(1)?.total).toBe(0);
  });

  test('a withdrawn article is found from its time on, to say that it is gone', async () => {
    const store = await openWith([{ ...sample, withdrawn: true }], 'Asia/Ho_Chi_Minh');
    expect(store.edition(publishedAt - 1).findArticle('cam-dang')).toBeUndefined();
    expect(store.edition(publishedAt).findArticle('cam-dang')?.withdrawn?.reason).toBe('Sai.');
  });
});

describe('a body', () => {
  test('is rendered once, and its problems are reported once', async () => {
    const reported: string[] = [];
    const newsroom = createNewsroom({ 'articles/a.md': article({}, '<b>chữ</b>') });
    const store = await newsroom.open({
      report: (problems) => reported.push(...problems.map(({ code }) => code)),
    });
    const first = await store.edition(NOON).readBody('a');
    expect(first?.html).toContain('chữ');
    expect(await store.edition(NOON).readBody('a')).toMatchObject({ html: first?.html });
    expect(new Set(reported)).toEqual(new Set(['html-dropped']));
    expect(reported).toHaveLength(2);
  });

  test('has the address of a picture that lies beside its article', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': article({}, '![Cảng](./cảng.jpg)') });
    const body = await (await newsroom.open()).edition(0).readBody('a');
    expect(body?.html).toContain('/anh/a/c%E1%BA%A3ng.jpg');
  });

  test('of an article that is not there is none', async () => {
    const store = await createNewsroom().open();
    expect(await store.edition(0).readBody('a')).toBeUndefined();
  });
});

function openWith(drawn: readonly Sample[], timeZone: string) {
  const newsroom = createNewsroom({
    'site.yaml': siteFile({ timeZone }),
    'tags.yaml': declaredTags.map((name) => `- {name: ${name}}\n`).join(''),
  });
  for (const { slug, publishedAt, section, tags, authors, draft, withdrawn } of drawn) {
    newsroom.write(
      `articles/${slug}.md`,
      article({
        date: new Date(publishedAt).toISOString(),
        ...{ section, tags, authors, draft },
        ...(withdrawn && { withdrawn: { date: '2020-12-25', reason: 'Sai.' } }),
      }),
    );
  }
  return newsroom.open();
}

function expectReference(
  edition: Edition,
  drawn: readonly Sample[],
  now: number,
  timeZone: string,
): void {
  const live = drawn
    .filter(({ draft, withdrawn, publishedAt }) => !draft && !withdrawn && publishedAt <= now)
    .sort((a, b) => b.publishedAt - a.publishedAt || (a.slug < b.slug ? -1 : 1));
  const dayOf = ({ publishedAt }: Sample) =>
    new Date(publishedAt).toLocaleDateString('sv-SE', { timeZone });

  expectList((page) => edition.listAll(page), live);
  expect(edition.newest()?.epochMs).toBe(live[0]?.publishedAt);
  for (const section of sections) {
    expectList(
      (page) => edition.listSection(section, page),
      live.filter((sample) => sample.section === section),
    );
  }
  const slug = (name: string) =>
    ({ 'kỳ anh': 'ky-anh', 'hà tĩnh': 'ha-tinh', 'cảng vũng áng': 'cang-vung-ang' })[
      name.toLowerCase()
    ] ?? 'ma-tuy';
  const key = (name: string) => (name.toLowerCase() === 'lê lợi' ? 'le-loi' : 'thu-trang');

  const tags = countNames(live, ({ tags }) => tags, slug);
  for (const tag of ['ky-anh', 'ha-tinh', 'cang-vung-ang', 'ma-tuy']) {
    expectList(
      (page) => edition.listTag(tag, page),
      live.filter((sample) => sample.tags.some((name) => slug(name) === tag)),
    );
    const isDeclared = tag === 'ky-anh' || tag === 'ha-tinh';
    if (!isDeclared) expect(edition.findTag(tag)?.name).toBe(tags.get(tag)?.name);
  }
  expect(edition.tags().map(({ entry, count }) => [entry.slug, entry.name, count])).toEqual(
    [...tags]
      .map(([tag, { name, count }]) => [tag, name, count] as const)
      .sort(([, a], [, b]) => compareNames(a, b)),
  );

  const authors = countNames(live, ({ authors }) => authors, key);
  for (const author of ['le-loi', 'thu-trang']) {
    expectList(
      (page) => edition.listAuthor(author, page),
      live.filter((sample) => sample.authors.some((name) => key(name) === author)),
    );
    expect(edition.findAuthor(author)?.name).toBe(authors.get(author)?.name);
  }
  expect(edition.authors().map(({ entry, count }) => [entry.key, entry.name, count])).toEqual(
    ['le-loi', 'thu-trang'].flatMap((author) => {
      const known = authors.get(author);
      return known ? [[author, known.name, known.count]] : [];
    }),
  );

  const counted = (length: number, prefix = '') => {
    const counts = new Map<string, number>();
    for (const day of live.map(dayOf).filter((written) => written.startsWith(prefix)))
      counts.set(day.slice(0, length), (counts.get(day.slice(0, length)) ?? 0) + 1);
    return [...counts]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([written, count]) => ({ entry: Number(written.slice(-2)), count }));
  };
  expect(edition.years().map(({ entry, count }) => ({ entry: entry % 100, count }))).toEqual(
    counted(4),
  );
  for (const year of [2019, 2020, 2021]) {
    expect(edition.months(year)).toEqual(counted(7, `${year}`));
    for (const month of [1, 2, 3, 4, 12]) {
      const written = `${year}-${String(month).padStart(2, '0')}`;
      expect(edition.days(year, month)).toEqual(counted(10, written));
      expectList(
        (page) => edition.listMonth(year, month, page),
        live.filter((sample) => dayOf(sample).startsWith(written)),
      );
    }
  }
  for (const [year, month, day] of [
    [2019, 12, 31],
    [2020, 1, 1],
    [2020, 2, 29],
    [2020, 3, 31],
    [2020, 12, 24],
    [2021, 1, 1],
  ] as const) {
    const written = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
    expectList(
      (page) => edition.listDay({ year, month, day }, page),
      live.filter((sample) => dayOf(sample) === written),
    );
  }
}

/** Names as the newest article writes them, declared ones as they are declared, with their counts. */
function countNames(
  live: readonly Sample[],
  namesOf: (sample: Sample) => readonly string[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, { readonly name: string; readonly count: number }> {
  const counts = new Map<string, { readonly name: string; readonly count: number }>();
  for (const name of live.flatMap(namesOf)) {
    const known = counts.get(keyOf(name));
    counts.set(keyOf(name), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
  }
  return counts;
}

/** Every page, and that there is none after the last. */
function expectList(
  ask: (page: number) => ListPage | undefined,
  expected: readonly Sample[],
): void {
  const pageCount = Math.max(1, Math.ceil(expected.length / 20));
  for (let page = 1; page <= pageCount; page += 1) {
    const answer = ask(page);
    expect(answer?.articles.map(({ slug }) => slug)).toEqual(
      expected.slice((page - 1) * 20, page * 20).map(({ slug }) => slug),
    );
    expect(answer).toMatchObject({ page, pageCount, total: expected.length });
    expect(answer?.newest?.epochMs).toBe(expected[0]?.publishedAt);
  }
  expect(ask(pageCount + 1)).toBeUndefined();
}

describe('corrections', () => {
  const texts = (edition: Edition, page: number) =>
    edition.corrections(page)?.entries.map(({ correction }) => correction.text);
  const corrected = (date: string, front: Readonly<Record<string, unknown>> = {}) =>
    article({ corrections: [{ date, text: `Sửa ${date}.` }], ...front });

  test('stand newest first, twenty a page, however far apart they lie', async () => {
    const dates = Array.from(
      { length: 45 },
      (_, n) => `20${String(10 + Math.floor(n / 4))}-0${1 + (n % 4)}-15`,
    );
    const store = await createNewsroom(
      Object.fromEntries(
        dates.map((date, n) => [`articles/a-${n}.md`, corrected(date, { date: '2010-01-01' })]),
      ),
    ).open();
    const edition = store.edition(NOON);
    const expected = [...dates].reverse().map((date) => `Sửa ${date}.`);
    expect(texts(edition, 1)).toEqual(expected.slice(0, 20));
    expect(texts(edition, 2)).toEqual(expected.slice(20, 40));
    expect(texts(edition, 3)).toEqual(expected.slice(40));
    expect(edition.corrections(3)).toMatchObject({ page: 3, pageCount: 3, total: 45 });
    expect(edition.corrections(4)).toBeUndefined();
  });

  test('come out with their date and with their article, not before', async () => {
    const store = await createNewsroom({
      'articles/a.md': corrected('2026-12-01', { date: '2026-11-01' }),
      'articles/b.md': corrected('2026-11-02', { date: '2026-12-05' }),
      'articles/c.md': corrected('2026-11-03', { draft: true }),
    }).open();
    const at = (day: string) => {
      const { total, entries } =
        store.edition(Date.parse(`${day}T12:00:00+07:00`)).corrections(1) ?? {};
      return [total, entries?.map(({ article: { slug } }) => slug)];
    };
    expect(at('2026-11-24')).toEqual([0, []]);
    expect(at('2026-12-02')).toEqual([1, ['a']]);
    expect(at('2026-12-06')).toEqual([2, ['a', 'b']]);
  });

  test('leave the count with their article', async () => {
    const newsroom = createNewsroom({ 'articles/a.md': corrected('2026-11-02') });
    const store = await newsroom.open();
    expect(store.edition(NOON).corrections(1)?.total).toBe(1);
    newsroom.remove('articles/a.md');
    await store.sync();
    expect(store.edition(NOON).corrections(1)?.total).toBe(0);
  });
});

test('pages about the site come by title in Vietnamese order, not by address', async () => {
  const titles = ['Đạo đức nghề báo', 'Dữ liệu', 'Ấn phẩm', 'Ăn ảnh'];
  const newsroom = createNewsroom(
    Object.fromEntries(
      titles.map((title, index) => [
        `pages/trang-${index}.md`,
        `---\ntitle: ${title}\ndescription: a\n---\n\na\n`,
      ]),
    ),
  );
  const edition = (await newsroom.open()).edition(NOON);
  expect(edition.sitePages().map(({ title }) => title)).toEqual([
    'Ăn ảnh',
    'Ấn phẩm',
    'Dữ liệu',
    'Đạo đức nghề báo',
  ]);
});

test('persons come by given name, desks behind them', async () => {
  const authors = {
    'toa-soan': 'name: Ban Biên tập\nkind: desk',
    'ho-xuan-huong': 'name: Hồ Xuân Hương',
    'vo-dat': 'name: Võ Đạt',
    'tran-an': 'name: Trần Ân',
    'y-anh': 'name: Ý Ánh',
  };
  const newsroom = createNewsroom({
    ...Object.fromEntries(
      Object.entries(authors).map(([key, front]) => [
        `authors/${key}.md`,
        `---\n${front}\n---\n\na\n`,
      ]),
    ),
    'articles/a.md': article({ authors: Object.keys(authors) }),
  });
  const edition = (await newsroom.open()).edition(NOON);
  expect(edition.authors().map(({ entry }) => entry.name)).toEqual([
    'Ý Ánh',
    'Trần Ân',
    'Võ Đạt',
    'Hồ Xuân Hương',
    'Ban Biên tập',
  ]);
});
