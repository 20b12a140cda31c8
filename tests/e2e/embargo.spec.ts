import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { startClockedServer } from './clocked-server';
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

/** An article with the canary in every field that the front matter has, and everywhere in its body. */
function articleWith(front: string): string {
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
aliases: [/hoangyenan-cu-${front.length}]
series: { name: Loạt ${canary}, part: 1 }
source: { name: Báo ${canary}, url: 'https://hoangyenan.example/bai', author: ${canary} }
canonical: https://hoangyenan.example/goc
corrections: [{ date: 2020-12-25, text: Sửa ${canary}. }]
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
  const content = join(folder.path, 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  const articles = join(content, 'articles/an');
  await mkdir(articles);
  const write = (name: string, text: string) => writeFile(join(articles, name), text);
  await write(`${slugs.draft}.md`, articleWith(`date: 2020-12-24\n${draft}`));
  await write(`${slugs.embargoed}.md`, articleWith('date: 2026-12-24 07:30\nfeatured: true'));
  await write(
    `${slugs.withdrawn}.md`,
    articleWith('date: 2020-12-23\nwithdrawn: { date: 2020-12-26, reason: Sai nguồn. }'),
  );
  await write('hoangyenan.jpg', `ảnh ${canary}`);
  await writeFile(join(content, 'authors/hoangyenan.md'), '---\nname: Người Viết Mới\n---\n');
  return folder;
}

/** Where one would look for what is hidden, beside all that the site itself names. */
const guesses = [
  '/',
  '/hoangyenan-cu-28',
  '/api/health',
  '/robots.txt',
  '/sitemap.xml',
  '/rss.xml',
  '/chu-de/hoangyenan-mot',
  '/luu-tru/2020/12/23',
  '/luu-tru/2020/12/24',
  '/luu-tru/2026/12/24',
  ...Object.values(slugs).flatMap((slug) => [
    `/bai-viet/${slug}`,
    `/bai-viet/${slug}.md`,
    `/anh/${slug}/hoangyenan.jpg`,
    `/og/${slug}.png`,
  ]),
];

test('nothing of a draft, an embargoed or a withdrawn article is in any byte that is sent', async () => {
  const folder = await makeNewsroom();
  const server = await startClockedServer(folder.path, publishedAt - 1000);
  const sent = await crawl(server.origin, guesses);
  expect(sent.length).toBeGreaterThan(60);
  expect(leaksOf(sent, canaries)).toEqual([]);
  const statusOf = (path: string) => sent.find((answer) => answer.path === path)?.status;
  expect(statusOf(`/bai-viet/${slugs.draft}`)).toBe(404);
  expect(statusOf(`/bai-viet/${slugs.embargoed}`)).toBe(404);
  expect(statusOf(`/bai-viet/${slugs.withdrawn}`)).toBe(410);
  await server.stop();
  await folder.remove();
});

test('the crawler sees a leak: the same draft, published', async () => {
  const folder = await makeNewsroom('');
  const server = await startClockedServer(folder.path, publishedAt - 1000);
  const leaks = leaksOf(await crawl(server.origin, ['/']), canaries);
  expect(leaks).toEqual(
    expect.arrayContaining([
      ...['/', `/bai-viet/${slugs.draft}`, '/chu-de', '/chu-de/ky-anh', '/chu-de/hoangyenan-mot'],
      ...['/tac-gia/hoangyenan', '/chuyen-muc/thoi-su', '/luu-tru/2020/12/24'],
    ]),
  );
  await server.stop();
  await folder.remove();
});

test('an embargoed article is nowhere one second before its time and everywhere one second after, in one process', async () => {
  const folder = await makeNewsroom();
  const server = await startClockedServer(folder.path, publishedAt - 1000);
  const address = `/bai-viet/${slugs.embargoed}`;
  const related = await findRelated(server.origin);
  const places = [
    ...['/', '/chuyen-muc/thoi-su', '/chu-de/ky-anh', '/tac-gia/hoangyenan', '/luu-tru/2026/12'],
    ...['/luu-tru/2026/12/24', related],
  ];
  const namesIt = async (path: string) => {
    const response = await fetch(server.origin + path);
    return (await response.text()).includes(`href="${address}"`);
  };
  const seen = async () => ({
    status: (await fetch(server.origin + address)).status,
    places: await Promise.all(places.map(namesIt)),
  });
  expect(await seen()).toEqual({ status: 404, places: places.map(() => false) });
  await server.setClock(publishedAt + 1000);
  expect(await seen()).toEqual({ status: 200, places: places.map(() => true) });
  await server.setClock(publishedAt - 1000);
  await server.stop();
  await folder.remove();
});

/** The article that is newest before the embargo ends: its neighbour, and related by tag and section. */
async function findRelated(origin: string): Promise<string> {
  const html = await (await fetch(`${origin}/chuyen-muc/thoi-su`)).text();
  const found = /href="(\/bai-viet\/[a-z0-9-]+)"/.exec(html)?.[1];
  if (found === undefined) throw new Error('the section is empty');
  return found;
}
