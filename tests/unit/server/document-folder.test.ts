import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cardPicture } from '@/lib/cards/picture';
import { addBrotli, createDocument, type Document, topicsOfPath } from '@/lib/server/document';
import { openDocumentFolder } from '@/lib/server/document-folder';
import { cacheControl, contentSecurityPolicy, noSources } from '@/lib/server/headers';
import { answerPages, type Path, paths } from '@/lib/site/routes';
import { topics } from '@/lib/site/topics';
import { finish, linked } from './own-finish';

const NOON = Date.parse('2026-11-24T12:00:00+07:00');

function makeFolder() {
  const directory = mkdtempSync(join(tmpdir(), 'documents-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return { directory, folder: openDocumentFolder(directory) };
}

const page = (text: string) =>
  finish(
    `<html><head><meta charset="utf-8"/>${linked('p{color:red}')}</head><p>${text}</p></html>`,
  );
const ourModule = '<script type="module" src="/search.0a1b2c3d.js"></script>';

async function print(path: Path, text = 'Tin', own: Partial<Document> = {}, now = NOON) {
  const { html, ...sources } = page(text);
  const heading = {
    ...{ path, status: 200, contentType: 'text/html; charset=utf-8' },
    cacheControl: cacheControl.document,
    contentSecurityPolicy: contentSecurityPolicy(sources),
    topics: topicsOfPath(path),
    ...own,
  };
  return await createDocument(heading, Buffer.from(html), now);
}

const namesIn = (directory: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();

describe('a document', () => {
  test.each([
    [paths.front(), 'index.html'],
    [paths.tag('ky-anh', 2), 'chu-de/ky-anh/trang/2.html'],
    [paths.article('tin'), 'bai-viet/tin.html'],
  ])('of %s lies in %s, with its compressed forms beside it', async (path, file) => {
    const { directory, folder } = makeFolder();
    const document = await print(path);
    expect(document.representations.br).toBeUndefined();
    await folder.write(document);
    expect(namesIn(directory)).toEqual([file, `${file}.br`, `${file}.gz`]);
  });

  test('is read as it was written', async () => {
    const { folder } = makeFolder();
    const document = await print(paths.article('tin'));
    expect(await folder.write(document)).toBe(true);
    expect(await folder.read(paths.article('tin'))).toEqual(await addBrotli(document));
    expect(await folder.has(paths.article('tin'))).toBe(true);
    expect(await folder.read(paths.article('khac'))).toBeUndefined();
    expect(await folder.has(paths.article('khac'))).toBe(false);
  });

  test('that loads our module is read back with the policy that lets it', async () => {
    const { folder } = makeFolder();
    const document = await print(paths.article('tin'), `Tin${ourModule}`);
    expect(document.contentSecurityPolicy).toContain("script-src 'self'");
    await folder.write(document);
    expect(await folder.read(paths.article('tin'))).toEqual(await addBrotli(document));
  });

  test.each([
    [paths.manifest(), 'application/manifest+json'],
    [paths.openSearch(), 'application/opensearchdescription+xml'],
    [paths.articleText('tin'), 'text/markdown; charset=utf-8'],
    [paths.feed({ of: 'tag', key: 'ky-anh' }, 'atom'), 'application/atom+xml; charset=utf-8'],
    [paths.feed({ of: 'site' }, 'json'), 'application/feed+json; charset=utf-8'],
    [paths.sitemapOfMonth(2020, 12, 2), 'application/xml; charset=utf-8'],
    [paths.robots(), 'text/plain; charset=utf-8'],
  ])('that is no page, %s, is read with its own type', async (path, contentType) => {
    const { directory, folder } = makeFolder();
    const own = {
      contentType,
      contentSecurityPolicy: contentSecurityPolicy(noSources),
    };
    const document = await print(path, 'Tin', own);
    await folder.write(document);
    expect(namesIn(directory)[0]).toBe(path.slice(1));
    expect(await folder.read(path)).toEqual(await addBrotli(document));
  });

  test('that is a picture lies there alone, as it is, and is read while it is whole', async () => {
    const { directory, folder } = makeFolder();
    const path = paths.card({ of: 'article', key: 'tin' });
    const picture = await cardPicture({ site: 'Báo Thử', title: 'Tin' });
    const document = await createDocument(
      {
        ...{ path, status: 200, contentType: 'image/png', cacheControl: cacheControl.document },
        contentSecurityPolicy: contentSecurityPolicy(noSources),
        topics: topicsOfPath(path),
      },
      picture,
      NOON,
    );
    expect(document.representations).toEqual({
      identity: { body: picture, etag: expect.stringMatching(/^"/) },
    });
    await folder.write(document);
    expect(namesIn(directory)).toEqual(['og/tin.png']);
    expect(await folder.read(path)).toEqual(document);
    truncateSync(join(directory, 'og/tin.png'), picture.byteLength - 1);
    expect(await folder.read(path)).toBeUndefined();
  });

  test('with the same bytes is not written again, and keeps its time', async () => {
    const { directory, folder } = makeFolder();
    await folder.write(await print(paths.front()));
    expect(await folder.write(await print(paths.front(), 'Tin', {}, NOON + 60_000))).toBe(false);
    expect(statSync(join(directory, 'index.html')).mtimeMs).toBe(NOON);
    expect(await folder.write(await print(paths.front(), 'Khác', {}, NOON + 60_000))).toBe(true);
    for (const ending of ['', '.br', '.gz'])
      expect(statSync(join(directory, `index.html${ending}`)).mtimeMs).toBe(NOON + 60_000);
  });

  test.each<[string, Partial<Document>]>([
    ['is missing', { status: 404, cacheControl: cacheControl.missing }],
    ['was withdrawn', { status: 410 }],
    ['has another type', { contentType: 'text/plain' }],
    ['has another policy', { contentSecurityPolicy: contentSecurityPolicy(noSources) }],
  ])('that could not be read back is not kept: it %s', async (_what, own) => {
    const { directory, folder } = makeFolder();
    expect(await folder.write(await print(paths.front(), 'Tin', own))).toBe(false);
    expect(namesIn(directory)).toEqual([]);
  });

  test('with a name that no disk takes is not kept, and breaks nothing', async () => {
    const { folder } = makeFolder();
    const path = paths.article('a'.repeat(300));
    expect(await folder.write(await print(path))).toBe(false);
    expect(await folder.read(path)).toBeUndefined();
    await folder.remove(path);
  });

  test('is not written when it is no longer right as its turn comes', async () => {
    const { directory, folder } = makeFolder();
    const [first, second] = [await print(paths.front()), await print(paths.front(), 'Cũ')];
    let isRight = true;
    const written = [first, second].map((document) => folder.write(document, () => isRight));
    isRight = false;
    expect(await Promise.all(written)).toEqual([false, false]);
    expect(namesIn(directory)).toEqual([]);
  });
});

describe('files that do not belong together are no document', () => {
  const damage: readonly [string, (file: string) => void][] = [
    ['a compressed form is missing', (file) => rmSync(`${file}.gz`)],
    ['a compressed form is cut off', (file) => writeFileSync(`${file}.br`, 'x')],
    ['the plain file is empty', (file) => writeFileSync(file, '')],
  ];
  test.each(damage)('when %s', async (_what, spoil) => {
    const { directory, folder } = makeFolder();
    await folder.write(await print(paths.front()));
    spoil(join(directory, 'index.html'));
    expect(await folder.read(paths.front())).toBeUndefined();
    await folder.write(await print(paths.front()));
    expect(await folder.read(paths.front())).toBeDefined();
  });

  test('when a form is whole and of another printing of the same second', async () => {
    const { directory, folder } = makeFolder();
    const { directory: elsewhere, folder: other } = makeFolder();
    await folder.write(await print(paths.front()));
    await other.write(await print(paths.front(), 'Khác'));
    rmSync(join(directory, 'index.html.br'));
    copyFileSync(join(elsewhere, 'index.html.br'), join(directory, 'index.html.br'));
    utimesSync(join(directory, 'index.html.br'), NOON / 1000, NOON / 1000);
    expect(await folder.read(paths.front())).toBeUndefined();
  });
});

describe('what is dropped', () => {
  const list = [1, 2, 3].map((number) => paths.tag('ky-anh', number));

  test('is what has the topic: a page, or all pages of a list', async () => {
    const { directory, folder } = makeFolder();
    for (const path of [...list, paths.tag('ky-anh-2')]) await folder.write(await print(path));
    await folder.drop(new Set([topics.tag('ky-anh', 2)]));
    expect(await folder.has(list[1] as Path)).toBe(false);
    expect(await folder.has(list[2] as Path)).toBe(true);
    await folder.drop(new Set([topics.tag('ky-anh')]));
    expect(namesIn(directory).filter((name) => !name.endsWith('.old'))).toEqual([
      'chu-de/ky-anh-2.html',
      'chu-de/ky-anh-2.html.br',
      'chu-de/ky-anh-2.html.gz',
    ]);
  });

  test('is a page too whose first writing is under way', async () => {
    const { folder } = makeFolder();
    const documents = await Promise.all(list.map((path) => print(path)));
    const written = documents.map((document) => folder.write(document));
    await folder.drop(new Set([topics.tag('ky-anh')]));
    await Promise.all(written);
    for (const path of list) expect(await folder.read(path)).toBeUndefined();
  });

  test('is kept aside as a file that no server sends, until it is printed anew', async () => {
    const { directory, folder } = makeFolder();
    await folder.write(await print(paths.front()));
    await folder.drop(new Set([topics.latest()]));
    expect(namesIn(directory)).toEqual(['index.html.old']);
    expect((await folder.readPrinted(paths.front()))?.lastModified).toBe(NOON);
    await folder.write(await print(paths.front()));
    expect(namesIn(directory)).toEqual(['index.html', 'index.html.br', 'index.html.gz']);
  });

  test('is not what is spared', async () => {
    const { folder } = makeFolder();
    for (const path of list) await folder.write(await print(path));
    await folder.drop(new Set([topics.tag('ky-anh')]), new Set([list[0] as Path]));
    expect(await folder.has(list[0] as Path)).toBe(true);
    expect(await folder.has(list[1] as Path)).toBe(false);
  });
});

test('what is removed leaves nothing, not even aside', async () => {
  const { directory, folder } = makeFolder();
  await folder.write(await print(paths.front()));
  await folder.setAside(paths.front());
  await folder.write(await print(paths.front(), 'Khác'));
  await folder.remove(paths.front());
  expect(namesIn(directory)).toEqual([]);
  expect(await folder.readPrinted(paths.front())).toBeUndefined();
});

test('a folder says until when it is right, or says nothing', async () => {
  const { directory, folder } = makeFolder();
  expect(await folder.readRight()).toBeUndefined();
  const right = { position: { epoch: 'a', version: 3 }, moment: NOON };
  await folder.writeRight(right);
  expect(await folder.readRight()).toEqual(right);
  for (const text of ['', '{', 'null', '{"position":{"epoch":"a"},"moment":1}']) {
    writeFileSync(join(directory, '.right.json'), text);
    expect(await folder.readRight()).toBeUndefined();
  }
});

test('the page for what is missing has no file', async () => {
  const { directory, folder } = makeFolder();
  const own = { status: 404, cacheControl: cacheControl.missing };
  await folder.write(await print(answerPages.missing, 'Không có', own));
  expect(existsSync(join(directory, 'trang-thieu.html'))).toBe(false);
});
