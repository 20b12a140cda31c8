import { expect, test } from 'vitest';
import { llms } from '@/lib/feeds/llms';
import { article, markdown, NOON, siteFile } from '../store/newsroom';
import { editionOf, hostile } from './newsroom';
import { headingsOf, linksOf } from './read-markdown';

test('what the site has is told in a few lists', async () => {
  const text = llms(
    await editionOf({
      'site.yaml': siteFile({
        description: 'Bản tin thử.',
        sections: [{ key: 'thoi-su', name: 'Thời sự', description: 'Tin trong ngày.' }],
      }),
      'pages/gioi-thieu.md': markdown({ title: 'Giới thiệu', description: 'Chúng tôi là ai.' }),
      'articles/tin.md': article(),
      'articles/nhap.md': article({ draft: true }),
    }),
  );
  expect(text).toBe(`# Báo Thử

> Bản tin thử.

Mỗi bài có một bản Markdown: thêm \`.md\` vào cuối địa chỉ của bài. Các liên kết tới bài dưới đây dẫn thẳng tới bản ấy.

## Chuyên mục

- [Thời sự](https://vi-du.vn/chuyen-muc/thoi-su): Tin trong ngày.

## Bài mới nhất

- [Tin](https://vi-du.vn/bai-viet/tin.md): Sapo.

## Về Báo Thử

- [Giới thiệu](https://vi-du.vn/gioi-thieu): Chúng tôi là ai.

## Nguồn tin và sơ đồ trang

- [RSS](https://vi-du.vn/rss.xml)
- [Atom](https://vi-du.vn/atom.xml)
- [JSON Feed](https://vi-du.vn/feed.json)
- [Mọi nguồn tin (OPML)](https://vi-du.vn/opml.xml)
- [Sơ đồ trang (XML)](https://vi-du.vn/sitemap.xml)
`);
});

test('the twenty newest articles are named, and no more', async () => {
  const many = Array.from({ length: 25 }, (_, index) => [
    `articles/b${index}.md`,
    article({ date: new Date(NOON - index * 60_000).toISOString() }),
  ]);
  const links = linksOf(llms(await editionOf(Object.fromEntries(many))));
  const slugs = links.flatMap(([, url]) => /bai-viet\/(.*)\.md$/.exec(url)?.[1] ?? []);
  expect(slugs).toEqual(Array.from({ length: 20 }, (_, index) => `b${index}`));
});

test.each(Object.entries(hostile))('names with %s are read back', async (_, name) => {
  const text = llms(
    await editionOf({
      'site.yaml': siteFile({ name, description: name, sections: [{ key: 'thoi-su', name }] }),
      'articles/tin.md': article({ title: name, description: name }),
    }),
  );
  expect(headingsOf(text)[0]).toBe(name);
  expect(linksOf(text).slice(0, 2)).toEqual([
    [name, 'https://vi-du.vn/chuyen-muc/thoi-su'],
    [name, 'https://vi-du.vn/bai-viet/tin.md'],
  ]);
});
