import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '@/lib/store/store';
import { article, createNewsroom, markdown, siteFile } from './newsroom';

const ARTICLES = 60;
const names = [
  ...[
    'Kỳ Anh',
    'TX Kỳ Anh',
    'KỲ ANH',
    'Kỳ Ánh',
    'Ky Anh',
    'Lũ lụt',
    'Lũ lụ',
    'Lũ lụt 2',
    'Hoà Bình',
  ],
  ...['Hòa Bình', 'Hòa Bìn', 'Cảng biển'],
];
const sections = ['thoi-su', 'doi-song', 'the-thao'];
const authors = ['lan', 'mai', 'tu'];

const anArticle = fc.record({
  section: fc.constantFrom(...sections, 'thoi-su', 'doi-song'),
  tags: fc.subarray(names, { maxLength: 3 }),
  authors: fc.subarray(authors, { maxLength: 2 }),
  draft: fc.constantFrom(false, false, false, false, true),
});

const aTag = fc.record({
  name: fc.constantFrom(...names),
  synonyms: fc.subarray(names, { maxLength: 2 }),
  description: fc.constantFrom('Một.', 'Hai.'),
});

/** Another text of one of the files by which articles are read; none of the authors but `lan` stays. */
const aFrame = fc.oneof(
  fc.array(aTag, { maxLength: 4 }).map((tags) => ['tags.yaml', JSON.stringify(tags)] as const),
  fc.array(aTag, { maxLength: 4 }).map((tags) => ['tags.yaml', JSON.stringify(tags)] as const),
  fc
    .record({
      keys: fc.subarray(sections, { minLength: 2 }),
      name: fc.constantFrom('Tin', 'Chuyện'),
      timeZone: fc.constantFrom(...Array(6).fill('Asia/Ho_Chi_Minh'), 'America/St_Johns'),
    })
    .map(({ keys, name, timeZone }) => {
      const written = keys.map((key, n) => ({ key, name: n === 0 ? name : `Mục ${key}` }));
      return ['site.yaml', siteFile({ sections: written, timeZone })] as const;
    }),
  fc
    .tuple(fc.constantFrom(...authors), fc.constantFrom('Lan', 'Mai Lan', 'Tú', undefined))
    .map(([key, name]) => {
      const text =
        name === undefined && key !== 'lan' ? undefined : markdown({ name: name ?? key });
      return [`authors/${key}.md`, text] as const;
    }),
);

/** All that a store has made of the articles, as far as their files are sound. */
function readingOf(store: Store) {
  const broken = new Set(
    store
      .problems()
      .filter(({ code }) => /^(section|author)-unknown$/.test(code))
      .map(({ file }) => file),
  );
  const paths = store.files().filter((path) => path.startsWith('articles/') && !broken.has(path));
  return {
    problems: store.problems(),
    mentions: store.mentions(),
    articles: paths.map((path) => [path, store.articleOfFile(path)]),
  };
}

const samples = fc.sample(
  fc.record({
    articles: fc.array(anArticle, { minLength: ARTICLES, maxLength: ARTICLES }),
    frames: fc.array(aFrame, { minLength: 12, maxLength: 12 }),
  }),
  { numRuns: 4, seed: 2020 },
);

test('of another frame only the articles are read again that it reads otherwise', async () => {
  let read = 0;
  let changes = 0;
  for (const { articles, frames } of samples) {
    const newsroom = createNewsroom({
      'site.yaml': siteFile(),
      'tags.yaml': '[]',
      'authors/lan.md': markdown({ name: 'Lan' }),
    });
    for (const [n, front] of articles.entries())
      newsroom.write(`articles/tin-${n}.md`, article(front));
    const store = await newsroom.open();
    for (const [path, text] of frames) {
      if (text !== undefined) newsroom.write(path, text);
      else if (store.files().includes(path)) newsroom.remove(path);
      read += (await store.sync([path])).changed.length;
      changes += 1;
      const fresh = await createNewsroom().open({ contentDirectory: newsroom.directory });
      expect(readingOf(store)).toEqual(readingOf(fresh));
      fresh.close();
    }
  }
  expect(read).toBeLessThan(0.85 * ARTICLES * changes);
}, 180_000);

test('a tag that is settled leaves alone whoever does not name it', async () => {
  const newsroom = createNewsroom({
    'articles/a.md': article({ tags: ['TX Kỳ Anh'] }),
    'articles/b.md': article({ tags: ['Cảng biển'] }),
    'articles/c.md': article(),
  });
  const store = await newsroom.open();
  newsroom.write('tags.yaml', '- { name: Kỳ Anh, synonyms: [TX Kỳ Anh] }\n');
  expect((await store.sync()).changed).toEqual(['tags.yaml', 'articles/a.md']);
  newsroom.write('tags.yaml', '- { name: Cảng biển }\n');
  expect((await store.sync()).changed).toEqual(['tags.yaml', 'articles/a.md', 'articles/b.md']);
});

test('an author who gets another name, and a section, leave the others alone', async () => {
  const newsroom = createNewsroom({
    'site.yaml': siteFile(),
    'authors/lan.md': markdown({ name: 'Lan' }),
    'articles/a.md': article({ authors: ['lan'] }),
    'articles/b.md': article({ section: 'doi-song' }),
    'articles/c.md': article(),
    'articles/nhap.md': article({ draft: true }),
  });
  const store = await newsroom.open();
  newsroom.write('authors/lan.md', markdown({ name: 'Mai Lan' }));
  const { changed } = await store.sync();
  expect(changed).toEqual(['authors/lan.md', 'articles/a.md', 'articles/nhap.md']);
  const sections = [
    { key: 'thoi-su', name: 'Thời sự' },
    { key: 'doi-song', name: 'Sống' },
  ];
  newsroom.write('site.yaml', siteFile({ sections }));
  expect((await store.sync()).changed).toEqual([
    ...['site.yaml', 'articles/b.md', 'articles/nhap.md'],
  ]);
});
