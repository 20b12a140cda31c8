import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { type ClockedServer, startClockedServer } from './clocked-server';
import { crawl, leaksOf } from './crawl';
import { temporaryFolder } from './own-server';

const root = resolve(import.meta.dirname, '../..');
const publishedAt = Date.parse('2026-12-24T07:30:00+07:00');

/** A word that stands in every field of what nobody may see, in the forms in which it could get out. */
const canaries = ['hoàngyếnẩn', 'hoangyenan'];
const canary = 'Hoàngyếnẩn';

const slugs = {
  draft: 'hoangyenan-nhap',
  embargoed: 'hoangyenan-cam',
  withdrawn: 'hoangyenan-rut',
} as const;

type Kind = keyof typeof slugs;
const kinds: readonly Kind[] = ['draft', 'embargoed', 'withdrawn'];

/** The old address of an article. */
function aliasOf(kind: Kind): string {
  return `/cu/${slugs[kind]}`;
}

const releases: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

/**
 * An article with the canary in every field that the front matter has, and everywhere in its body. The
 * one that comes out is at home here: site maps name no other.
 */
function articleWith(kind: Kind, front: string): string {
  return `---
title: ${canary} trên cảng
description: Sapo ${canary}.
section: thoi-su
tags: [${canary} một, Kỳ Anh]
authors: [hoangyenan]
image:
  src: hoangyenan.jpg
  alt: Ảnh ${canary}
  caption: Chú thích ${canary}
  credit: ${canary}
aliases: [${aliasOf(kind)}]
series: { name: Loạt ${canary}, part: 1 }
source: { name: Báo ${canary}, url: 'https://hoangyenan.example/bai', author: ${canary} }
${kind === 'embargoed' ? '' : 'canonical: https://hoangyenan.example/goc\n'}corrections: [{ date: 2020-12-25, text: Sửa ${canary}. }]
${front}
---

Đoạn đầu ${canary}.

## Mục ${canary}

![Ảnh ${canary}. Ảnh: ${canary}](hoangyenan-2.jpg)

[Liên kết ${canary}](https://hoangyenan.example/lien-ket)[^1]

[^1]: Chú thích ${canary}.
`;
}

/** Our own content, and beside it a draft, an embargoed and a withdrawn article full of canaries. */
async function makeNewsroom(draft = 'draft: true') {
  const folder = await temporaryFolder();
  releases.push(folder.remove);
  const content = join(folder.path, 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  const articles = join(content, 'articles/an');
  await mkdir(articles);
  const write = (name: string, text: string) => writeFile(join(articles, name), text);
  const fronts = {
    draft: `date: 2020-12-24\n${draft}`,
    embargoed: 'date: 2026-12-24 07:30\nfeatured: true',
    withdrawn: 'date: 2020-12-23\nwithdrawn: { date: 2020-12-26, reason: Sai nguồn. }',
  };
  for (const kind of kinds) await write(`${slugs[kind]}.md`, articleWith(kind, fronts[kind]));
  await write('hoangyenan.jpg', `ảnh ${canary}`);
  await writeFile(join(content, 'authors/hoangyenan.md'), '---\nname: Người Viết Mới\n---\n');
  return folder.path;
}

/** Starts the server one second before the embargo ends; both are gone when the test is over. */
async function startBefore(folder: string): Promise<ClockedServer> {
  const server = await startClockedServer(folder, publishedAt - 1000);
  releases.push(server.stop);
  return server;
}

/** Where one would look for what is hidden, beside all that the site itself names. */
const guesses = [
  '/',
  '/api/health',
  '/robots.txt',
  '/sitemap.xml',
  '/rss.xml',
  '/chu-de/hoangyenan-mot',
  '/luu-tru/2020/12/23',
  '/luu-tru/2020/12/24',
  '/luu-tru/2026/12/24',
  '/luu-tru/2026/12',
  ...kinds.map(aliasOf),
  ...Object.values(slugs).flatMap((slug) => [
    `/bai-viet/${slug}`,
    `/bai-viet/${slug}.md`,
    `/anh/${slug}/hoangyenan.jpg`,
    `/og/${slug}.png`,
  ]),
];

test('nothing of a draft, an embargoed or a withdrawn article is in any byte that is sent', async () => {
  const server = await startBefore(await makeNewsroom());
  const sent = await crawl(server.origin, guesses);
  expect(sent.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
  // Readers knew the withdrawn article, and its old address leads to the word of its withdrawal.
  const notice = `location: /bai-viet/${slugs.withdrawn}`;
  const hidden = sent.map((answer) =>
    answer.path === aliasOf('withdrawn')
      ? { ...answer, bytes: answer.bytes.replaceAll(notice, '') }
      : answer,
  );
  expect(leaksOf(hidden, canaries)).toEqual([]);
  const statusOf = (path: string) => sent.find((answer) => answer.path === path)?.status;
  expect(statusOf(`/bai-viet/${slugs.draft}`)).toBe(404);
  expect(statusOf(`/bai-viet/${slugs.embargoed}`)).toBe(404);
  expect(statusOf(`/bai-viet/${slugs.withdrawn}`)).toBe(410);
  expect(kinds.map((kind) => statusOf(aliasOf(kind)))).toEqual([404, 404, 308]);
});

test('the crawler sees a leak: the same draft, published', async () => {
  const server = await startBefore(await makeNewsroom(''));
  const leaks = leaksOf(await crawl(server.origin, ['/']), canaries);
  expect(leaks).toEqual(
    expect.arrayContaining([
      ...['/', `/bai-viet/${slugs.draft}`, '/chu-de', '/chu-de/ky-anh', '/chu-de/hoangyenan-mot'],
      ...['/tac-gia/hoangyenan', '/chuyen-muc/thoi-su', '/luu-tru/2020/12/24'],
    ]),
  );
});

test('an embargoed article is nowhere one second before its time and everywhere one second after, in one process', async () => {
  const server = await startBefore(await makeNewsroom());
  const address = `/bai-viet/${slugs.embargoed}`;
  const newest = await findNewest(server.origin);
  const places: readonly (readonly [path: string, part: RegExp])[] = [
    ...['/', '/chuyen-muc/thoi-su', '/chu-de/ky-anh', '/tac-gia/hoangyenan'].map(whole),
    ...['/luu-tru/2026/12', '/luu-tru/2026/12/24', '/llms.txt'].map(whole),
    ...['/sitemap/2026-12.xml', '/news-sitemap.xml', '/rss.xml', '/atom.xml'].map(whole),
    ...['/feed.json', '/chu-de/ky-anh/rss.xml', '/tac-gia/hoangyenan/atom.xml'].map(whole),
    [newest, /<nav[^>]* aria-label="Trong chuyên mục".*?<\/nav>/s],
    [newest, /<aside[^>]* aria-labelledby="doc_them".*?<\/aside>/s],
  ];
  const namesIt = async ([path, part]: (typeof places)[number]) => {
    const body = await (await fetch(server.origin + path)).text();
    const found = part.exec(body)?.[0];
    return found && new RegExp(`${address}(?:["<]|\\.md\\))`).test(found);
  };
  const seen = async () => ({
    status: (await fetch(server.origin + address)).status,
    places: await Promise.all(places.map(namesIt)),
  });
  expect(await seen()).toEqual({ status: 404, places: places.map(() => false) });
  await server.setClock(publishedAt + 1000);
  expect(await seen()).toEqual({ status: 200, places: places.map(() => true) });
});

/** A place that is a whole page. */
function whole(path: string): readonly [path: string, part: RegExp] {
  return [path, /^.*$/s];
}

/** The article that is newest before the embargo ends: its neighbour, and related by tag and section. */
async function findNewest(origin: string): Promise<string> {
  const html = await (await fetch(`${origin}/chuyen-muc/thoi-su`)).text();
  const found = /href="(\/bai-viet\/[a-z0-9-]+)"/.exec(html)?.[1];
  if (found === undefined) throw new Error('the section is empty');
  return found;
}
