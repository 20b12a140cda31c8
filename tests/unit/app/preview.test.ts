import { describe, expect, onTestFinished, test } from 'vitest';
import { previewArticle, previewFront, previewPageOf } from '@/app/_preview';
import { closeStore, openStore } from '@/lib/store/open-store';
import { configurationWith } from '../configuration';
import { article, BROKEN, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';

const files = {
  'site.yaml': siteFile(),
  'authors/lan.md': markdown({ name: 'Lan' }),
  'articles/tin.md': article(),
  'articles/nhap.md': article({ draft: true }),
  'articles/hen.md': article({ date: '2999-01-01 07:00' }),
};

/** The store of the process over these files, with a way to change them. */
async function openPreview(more: Readonly<Record<string, string>> = {}, isPreview = true) {
  const { directory, dataDirectory, write } = createNewsroom({ ...files, ...more });
  const store = await openStore({
    configuration: configurationWith({
      contentDirectory: directory,
      dataDirectory,
      siteUrl: 'https://vi-du.vn',
    }),
    now: () => NOON,
    rulesVersion: 'test',
    isPreview,
    report: () => undefined,
  });
  onTestFinished(() => closeStore());
  const articlePreview = async (slug: string) => {
    const edition = store.edition(NOON);
    const found = edition.findArticle(slug);
    if (found) await edition.readBody(slug);
    return await previewArticle(edition, slug, found);
  };
  return { store, write, articlePreview };
}

const places = (problems: readonly { readonly file: string; readonly code: string }[] = []) =>
  problems.map(({ file, code }) => `${file} ${code}`);

test('readers are told nothing', async () => {
  const { store, articlePreview } = await openPreview({ 'articles/hong.md': BROKEN }, false);
  const edition = store.edition(NOON);
  expect(await articlePreview('tin')).toBeUndefined();
  expect(await articlePreview('hong')).toBeUndefined();
  expect(await previewPageOf(edition, 'author', 'lan')).toBeUndefined();
  expect(await previewFront(edition)).toBeUndefined();
});

describe('beside an article an editor is told', () => {
  test.each([
    ['tin', 'live'],
    ['nhap', 'draft'],
    ['hen', 'embargoed'],
  ])('where %s stands: %s', async (slug, kind) => {
    const { articlePreview } = await openPreview();
    expect(await articlePreview(slug)).toMatchObject({ stage: { kind }, isLastGood: false });
  });

  test('that it is the last good version, and what is wrong with the file', async () => {
    const { store, write, articlePreview } = await openPreview();
    write('articles/tin.md', BROKEN);
    await store.sync();
    const preview = await articlePreview('tin');
    expect(preview).toMatchObject({ stage: { kind: 'live' }, isLastGood: true });
    expect(places(preview?.problems)).toEqual(['articles/tin.md front-matter-unclosed']);
  });

  test('what is wrong in the text, which keeps nothing from being published', async () => {
    const { articlePreview } = await openPreview({
      'articles/chu.md': article({ date: '2020-01-01' }, '[a](/bai-viet/khong-co)'),
    });
    const preview = await articlePreview('chu');
    expect(preview?.isLastGood).toBe(false);
    expect(places(preview?.problems)).toContain('articles/chu.md link-broken');
  });

  test('that a correction is still to come and an update is not shown', async () => {
    const { articlePreview } = await openPreview({
      'articles/sau.md': article({
        updated: '2999-01-01',
        corrections: [{ date: '2999-01-01', text: 'Sau này.' }],
      }),
    });
    expect(await articlePreview('sau')).toMatchObject({
      hasCorrectionsToCome: true,
      hasUnshownUpdate: true,
    });
  });
});

describe('in place of a page that is not there an editor is told', () => {
  test('what is wrong with the file that never was good', async () => {
    const { articlePreview } = await openPreview({ 'articles/2020/hong.md': BROKEN });
    expect(places((await articlePreview('hong'))?.problems)).toEqual([
      'articles/2020/hong.md front-matter-unclosed',
    ]);
  });

  test('nothing where no file has the name', async () => {
    const { articlePreview } = await openPreview();
    expect(await articlePreview('khong-co')).toBeUndefined();
  });
});

test('beside an author or a page an editor is told what is wrong with its file', async () => {
  const { store } = await openPreview({
    'authors/lan.md': markdown({ name: 'Lan', nmae: 'a' }),
    'pages/hong.md': BROKEN,
  });
  const edition = store.edition(NOON);
  expect(places((await previewPageOf(edition, 'author', 'lan'))?.problems)).toEqual([
    'authors/lan.md key-unknown',
  ]);
  expect(places((await previewPageOf(edition, 'site-page', 'hong'))?.problems)).toEqual([
    'pages/hong.md front-matter-unclosed',
  ]);
});

test('beside an author whose file was good once an editor is told that this is that version', async () => {
  const { store, write } = await openPreview();
  write('authors/lan.md', BROKEN);
  await store.sync();
  expect(await previewPageOf(store.edition(NOON), 'author', 'lan')).toMatchObject({
    isLastGood: true,
  });
});

test('beside the front page an editor is told of every file that makes no page', async () => {
  const { store } = await openPreview({
    'articles/hong.md': BROKEN,
    'articles/tin.md.txt': article(),
    'site.yaml': 'nmae: a\n',
  });
  const problems = places((await previewFront(store.edition(NOON)))?.problems);
  expect(problems).toContain('articles/hong.md front-matter-unclosed');
  expect(problems).toContain('articles/tin.md.txt file-ignored');
  expect(problems.some((place) => place.startsWith('site.yaml '))).toBe(true);
});
