import { Parser } from 'htmlparser2';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Head } from '@/app/_components/Head';
import { JsonLd } from '@/app/_components/JsonLd';
import type { Article } from '@/lib/content/article';
import { articleGraph } from '@/lib/seo/article-graph';
import { articleHead } from '@/lib/seo/metadata';
import { article, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';

/** What a browser or a crawler reads out of the head and the structured data of an article. */
async function readArticle(title: string) {
  const newsroom = createNewsroom({
    'site.yaml': siteFile(),
    'authors/trang.md': markdown({ name: title }),
    'articles/la.md': article({
      ...{ title, description: title, tags: [title], authors: ['trang'] },
      image: { src: '/icon-512.png', alt: title, caption: title, credit: title },
      corrections: [{ date: '2026-11-22', text: title }],
    }),
  });
  const edition = (await newsroom.open()).edition(NOON);
  const found = edition.findArticle('la') as Article;
  const html = (await edition.readBody('la'))?.html ?? '';
  const graph = articleGraph(edition, found, {
    ...{ authors: edition.authorsOf(found), html },
  });
  const written = renderToStaticMarkup(
    <>
      <Head head={articleHead(edition, found)} site={edition.site.name} />
      <JsonLd graph={graph} />
      <p>Hết.</p>
    </>,
  );
  return { found, ...read(written) };
}

function read(html: string) {
  const metas = new Map<string, string>();
  const scripts: string[] = [];
  const elements = new Set<string>();
  const text = new Map<string, string>();
  let open = '';
  const parser = new Parser({
    onopentag: (name, { property, name: named, content }) => {
      open = name;
      elements.add(name);
      if (content !== undefined) metas.set(property ?? named ?? '', content);
    },
    ontext: (piece) => text.set(open, (text.get(open) ?? '') + piece),
    onclosetag: (name) => {
      if (name === 'script') scripts.push(text.get(name) ?? '');
      open = '';
    },
  });
  parser.end(html);
  return { metas, scripts, elements, title: text.get('title'), after: text.get('p') };
}

test.each([
  '</script><script>alert(1)</script><p>',
  '</title><meta name="robots" content="none">',
  '<!-- <script> --> ]]> &amp; & "nháy" \'đơn\' \\ \u2028 \u2029 hết',
  'Bài \u202e\u2067 hai chiều 😀👩‍👩‍👧',
  'tiêu đề dài '.repeat(25).trim(),
])('any text stands in a head and in structured data as it was written: %j', async (title) => {
  const { found, metas, scripts, elements, ...page } = await readArticle(title);
  expect(page.title).toBe(`${found.title} – Báo Thử`);
  for (const name of ['description', 'og:title', 'og:description', 'og:image:alt', 'article:tag'])
    expect(metas.get(name), name).toBe(found.title);
  expect(metas.get('robots')).toBe('max-image-preview:large, max-snippet:-1');
  expect(metas.get('og:image')).toBe('https://vi-du.vn/icon-512.png');
  expect(metas.get('og:image:width')).toBe('512');

  expect([...elements].sort()).toEqual(['link', 'meta', 'p', 'script', 'title']);
  expect(page.after).toBe('Hết.');
  expect(scripts).toHaveLength(1);
  const [node] = JSON.parse(scripts[0] ?? '')['@graph'];
  expect(node).toMatchObject({
    ...{ headline: found.title, description: found.title, keywords: [found.title] },
    author: [{ name: found.title }],
    image: { caption: found.title, creditText: found.title },
    correction: [{ text: found.title }],
  });
});
