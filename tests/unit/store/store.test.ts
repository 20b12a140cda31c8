import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OLD_AFTER_MS } from '@/lib/content/visible';
import { article, createNewsroom, NOON } from './newsroom';

const at = (written: string) => Date.parse(`${written}+07:00`);

describe('corrections', () => {
  const files = {
    'articles/a.md': article({
      date: '2026-11-01',
      corrections: [
        { date: '2026-11-02 08:00', text: 'Một.' },
        { date: '2026-11-20 08:00', text: 'Hai.' },
      ],
    }),
    'articles/b.md': article({
      date: '2026-11-15',
      corrections: [{ date: '2026-11-10', text: 'Ba.' }],
    }),
    'articles/nhap.md': article({ draft: true, corrections: [{ date: '2026-11-02', text: 'x' }] }),
    'articles/rut.md': article({
      withdrawn: { date: '2026-11-03', reason: 'Sai.' },
      corrections: [{ date: '2026-11-02', text: 'x' }],
    }),
  };
  const textsAt = async (now: number) =>
    (await createNewsroom(files).open())
      .edition(now)
      .corrections(1)
      ?.entries.map(({ article: { slug }, correction }) => `${slug} ${correction.text}`);

  test.each([
    ['before all', '2026-11-01T23:00:00', []],
    ['the first', '2026-11-02T08:00:00', ['a Một.']],
    ['none of an article under embargo', '2026-11-12T00:00:00', ['a Một.']],
    ['when it is out', '2026-11-15T00:00:00', ['b Ba.', 'a Một.']],
    ['one second before the next', '2026-11-20T07:59:59', ['b Ba.', 'a Một.']],
    ['all, newest first', '2026-11-20T08:00:00', ['a Hai.', 'b Ba.', 'a Một.']],
  ])('are listed from their date on: %s', async (_what, moment, expected) => {
    expect(await textsAt(at(moment))).toEqual(expected);
  });

  test('stand at their article from their date on', async () => {
    const store = await createNewsroom(files).open();
    const shown = (now: number) => store.edition(now).findArticle('a')?.corrections.length;
    expect(shown(at('2026-11-20T07:59:59'))).toBe(1);
    expect(shown(at('2026-11-20T08:00:00'))).toBe(2);
  });

  test('have pages of twenty', async () => {
    const corrections = Array.from({ length: 45 }, (_, n) => ({
      date: '2026-11-02',
      text: `Lần ${n}.`,
    }));
    const store = await createNewsroom({ 'articles/a.md': article({ corrections }) }).open();
    const edition = store.edition(NOON);
    const textsOf = (page: number) =>
      edition.corrections(page)?.entries.map(({ correction }) => correction.text);
    expect([1, 2, 3].flatMap((page) => textsOf(page) ?? [])).toEqual(
      corrections.map(({ text }) => text),
    );
    expect(edition.corrections(3)).toMatchObject({ page: 3, pageCount: 3, total: 45 });
    expect(edition.corrections(4)).toBeUndefined();
  });

  test('are a page without entries when there are none', async () => {
    expect((await createNewsroom().open()).edition(NOON).corrections(1)).toEqual({
      ...{ entries: [], page: 1, pageCount: 1, total: 0 },
    });
  });
});

describe('the next change by the clock alone', () => {
  const files = {
    'articles/a.md': article({ date: '2026-11-25 09:00' }),
    'articles/b.md': article({
      date: '2026-11-01',
      corrections: [{ date: '2026-11-25 08:00', text: 'Sửa.' }],
    }),
    'articles/c.md': article({ date: '2026-11-30', draft: true }),
  };

  test.each([
    ['is a correction that is due', '2026-11-24T12:00:00', '2026-11-25T08:00:00'],
    ['is the end of an embargo', '2026-11-25T08:00:00', '2026-11-25T09:00:00'],
  ])('%s', async (_what, now, expected) => {
    expect((await createNewsroom(files).open()).nextChange(at(now))).toBe(at(expected));
  });

  test('is when an article grows old, a year after its last change', async () => {
    const store = await createNewsroom(files).open();
    const published = at('2026-11-01T00:00:00');
    expect(store.nextChange(at('2026-12-01T09:00:00'))).toBe(published + OLD_AFTER_MS + 1);
  });

  test('is never when nothing waits: a draft does not', async () => {
    const store = await createNewsroom({ 'articles/c.md': files['articles/c.md'] }).open();
    expect(store.nextChange(NOON)).toBeUndefined();
  });
});

test('the folder of an article is where its pictures lie', async () => {
  const newsroom = createNewsroom({ 'articles/2026/11/a.md': article() });
  const store = await newsroom.open();
  expect(store.findArticleFolder('a')).toBe(`${newsroom.directory}/articles/2026/11`);
  expect(store.findArticleFolder('b')).toBeUndefined();
});

describe('what is derived', () => {
  const files = { 'articles/a.md': article({ title: 'Trước' }) };

  test('is made again at the next sync when the data folder is taken away', async () => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    rmSync(newsroom.dataDirectory, { recursive: true });
    newsroom.write('articles/a.md', article({ title: 'Sau' }));
    await store.sync();
    expect(store.edition(NOON).findArticle('a')?.title).toBe('Sau');
  });

  test('is made again when there is room for it, if there was none at first', async () => {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    rmSync(newsroom.dataDirectory, { recursive: true });
    writeFileSync(newsroom.dataDirectory, 'none of ours');
    newsroom.write('articles/a.md', article({ title: 'Sau' }));
    // Whether the system lets it write to what was taken away is the system's matter.
    await store.sync().catch(() => undefined);
    expect(store.edition(NOON).findArticle('a')?.title).toMatch(/^(Trước|Sau)$/);
    rmSync(newsroom.dataDirectory);
    await store.sync();
    expect(store.edition(NOON).findArticle('a')?.title).toBe('Sau');
  });

  test('may be shared: what one store has read the other one knows', async () => {
    const newsroom = createNewsroom(files);
    const [one, other] = [await newsroom.open(), await newsroom.open()];
    newsroom.write('articles/a.md', article({ title: 'Sau' }));
    await one.sync();
    expect((await other.sync()).changed).toEqual([]);
    expect(other.edition(NOON).findArticle('a')?.title).toBe('Sau');
  });
});

// Root reads every folder, whatever its mode says: nothing to see for it.
test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be read is named, and what it held stays',
  async () => {
    const newsroom = createNewsroom({
      'articles/1/a.md': article({ title: 'Giữ' }),
      'articles/2/b.md': article({ title: 'Trước' }),
    });
    const store = await newsroom.open();
    chmodSync(join(newsroom.directory, 'articles/1'), 0);
    newsroom.write('articles/2/b.md', article({ title: 'Sau' }));
    const { problems } = await store.sync();
    chmodSync(join(newsroom.directory, 'articles/1'), 0o755);
    expect(problems.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'articles/1 file-unreadable',
    ]);
    expect(store.edition(NOON).findArticle('a')?.title).toBe('Giữ');
    expect(store.edition(NOON).findArticle('b')?.title).toBe('Sau');
  },
);
