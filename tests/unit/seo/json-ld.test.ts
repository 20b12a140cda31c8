import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/content/article';
import { articleGraph } from '@/lib/seo/article-graph';
import { frontGraph, listGraph, profileGraph, sitePageGraph, writeJsonLd } from '@/lib/seo/json-ld';
import { trustPages } from '@/lib/seo/trust-pages';
import { paths } from '@/lib/site/routes';
import type { Edition } from '@/lib/store/edition';
import { article, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';

const origin = 'https://vi-du.vn';

const files = {
  'site.yaml': siteFile({
    description: 'Trang thử.',
    publisher: { name: 'Đơn vị Thử', governingBody: 'Cơ quan Thử', email: 'thu@example.com' },
  }),
  'authors/trang.md': markdown({ name: 'Thu Trang' }),
  'authors/ban-tin.md': markdown({ name: 'Ban Tin', kind: 'desk' }),
  'articles/tron-ven.md': article(
    {
      ...{ title: 'Trọn vẹn', date: '2026-11-20T08:00:00', updated: '2026-11-21T09:00:00' },
      ...{ tags: ['cảng', 'Kỳ Anh'], authors: ['trang', 'ban-tin'] },
      image: { src: 'anh.png', alt: 'Cảng', caption: 'Cảng Vũng Áng.', credit: 'Thu Trang' },
      corrections: [{ date: '2026-11-22', text: 'Bản trước ghi 1.' }],
      source: {
        ...{ name: 'Báo Nguồn', url: 'https://nguon.example/a' },
        ...{ author: 'Văn Nguồn', publishedAt: '2026-11-19' },
      },
      series: { name: 'Loạt bài', part: 2 },
    },
    'Bốn chữ trong câu. **Đậm** - 25 kg.',
  ),
  'articles/toi-thieu.md': article({ title: 'Tối thiểu', date: '2026-11-01' }),
};

type Node = Readonly<Record<string, unknown>>;

/** @param pictures files of the folder that are pictures of 512 x 512 */
async function open(
  extra: Readonly<Record<string, string>> = {},
  pictures: readonly string[] = [],
): Promise<Edition> {
  const newsroom = createNewsroom({ ...files, ...extra });
  for (const picture of pictures)
    copyFileSync('public/icon-512.png', join(newsroom.directory, picture));
  const store = await newsroom.open();
  return store.edition(NOON);
}

/** The nodes of a graph as who reads the page gets them. */
const nodesOf = (graph: Parameters<typeof writeJsonLd>[0]): readonly Node[] =>
  JSON.parse(writeJsonLd(graph))['@graph'];

async function graphOf(edition: Edition, slug: string) {
  const found = edition.findArticle(slug) as Article;
  const body = await edition.readBody(slug);
  return articleGraph(edition, found, {
    authors: edition.authorsOf(found),
    html: body?.html ?? '',
  });
}

describe('of an article', () => {
  test('with everything all is told that the page shows', async () => {
    const edition = await open({}, ['articles/anh.png']);
    const [node, crumbs] = nodesOf(await graphOf(edition, 'tron-ven'));
    const url = `${origin}/bai-viet/tron-ven`;
    expect(node).toEqual({
      '@type': 'NewsArticle',
      '@id': `${url}#bai`,
      mainEntityOfPage: url,
      headline: 'Trọn vẹn',
      description: 'Sapo.',
      datePublished: '2026-11-20T08:00:00+07:00',
      // The correction is newer than the update.
      dateModified: '2026-11-22',
      author: [
        {
          '@type': 'Person',
          '@id': `${origin}/tac-gia/trang#nguoi-ky`,
          name: 'Thu Trang',
          url: `${origin}/tac-gia/trang`,
        },
        {
          '@type': 'Organization',
          '@id': `${origin}/tac-gia/ban-tin#nguoi-ky`,
          name: 'Ban Tin',
          url: `${origin}/tac-gia/ban-tin`,
        },
      ],
      publisher: {
        '@type': 'NewsMediaOrganization',
        '@id': `${origin}/#toa-soan`,
        name: 'Báo Thử',
        url: `${origin}/`,
        logo: `${origin}/icon-512.png`,
      },
      articleSection: 'Thời sự',
      keywords: ['cảng', 'Kỳ Anh'],
      inLanguage: 'vi',
      isAccessibleForFree: true,
      wordCount: 7,
      image: {
        '@type': 'ImageObject',
        url: `${origin}/anh/tron-ven/anh.png`,
        width: '512 px',
        height: '512 px',
        caption: 'Cảng Vũng Áng.',
        creditText: 'Thu Trang',
      },
      correction: [
        { '@type': 'CorrectionComment', text: 'Bản trước ghi 1.', datePublished: '2026-11-22' },
      ],
      isBasedOn: {
        '@type': 'CreativeWork',
        name: 'Báo Nguồn',
        url: 'https://nguon.example/a',
        creditText: 'Văn Nguồn',
        datePublished: '2026-11-19',
      },
      isPartOf: { '@type': 'CreativeWorkSeries', name: 'Loạt bài' },
      position: 2,
    });
    expect(crumbs).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Trang nhất', item: `${origin}/` },
        {
          '@type': 'ListItem',
          position: 2,
          name: 'Thời sự',
          item: `${origin}/chuyen-muc/thoi-su`,
        },
        { '@type': 'ListItem', position: 3, name: 'Trọn vẹn' },
      ],
    });
  });

  test('a picture whose file is not there is none', async () => {
    const [node] = nodesOf(await graphOf(await open(), 'tron-ven'));
    expect(node).not.toHaveProperty('image');
  });

  test('words are counted that stand in the text, not those of attributes', async () => {
    const found = (await open()).findArticle('toi-thieu') as Article;
    const html = '<p>Một <img alt="hai > ba" src="a.png"> – hai, <b>ba</b>.</p>\n<p>37,5 kg</p>';
    const [node] = nodesOf(articleGraph(await open(), found, { authors: [], html }));
    expect(node?.wordCount).toBe(5);
  });

  test('with next to nothing nothing is invented: no picture, no card, no time', async () => {
    const [node] = nodesOf(await graphOf(await open(), 'toi-thieu'));
    expect(node).toMatchObject({ datePublished: '2026-11-01', dateModified: '2026-11-01' });
    for (const name of [
      'author',
      'image',
      'keywords',
      'correction',
      'isBasedOn',
      'isPartOf',
      'position',
    ])
      expect(node).not.toHaveProperty(name);
    expect(JSON.stringify(node)).not.toContain('/og');
  });

  test('that is at home elsewhere that page is the main one', async () => {
    const edition = await open({
      'articles/khac.md': article({ canonical: 'https://bao.example/goc' }),
    });
    const [node] = nodesOf(await graphOf(edition, 'khac'));
    expect(node?.mainEntityOfPage).toBe('https://bao.example/goc');
  });

  test.each([
    '</script><script>alert(1)</script>',
    '<!-- <script> ]]> & "nháy" \\ \u2028 \u2029',
    'Bài \u202e\u2067 hai chiều 😀',
    'tiêu đề dài '.repeat(25).trim(),
  ])('no text can leave the block, and none is changed: %j', async (title) => {
    const edition = await open({ 'articles/la.md': article({ title }) });
    const written = writeJsonLd(await graphOf(edition, 'la'));
    expect(written).not.toMatch(/[<>\u2028\u2029]/);
    expect(JSON.parse(written)['@graph'][0].headline).toBe(edition.findArticle('la')?.title);
  });
});

test('what no text may hold is left out of the block, and nothing else', () => {
  const name = 'a\ud83d\u0000\u0007\u001f\ufffe\u202e😀 \\ud83d "b"\n';
  const written = writeJsonLd({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'WebPage', name }],
  });
  // No encoding changes it on its way.
  expect(Buffer.from(written).toString()).toBe(written);
  expect(JSON.parse(written)['@graph'][0].name).toBe('a\u202e😀 \\ud83d "b"\n');
});

describe('of the front page', () => {
  test('the site and who publishes it are told once, in full', async () => {
    const edition = await open();
    const [site, publisher, list] = nodesOf(
      frontGraph(edition, edition.listAll(1)?.articles ?? []),
    );
    expect(site).toMatchObject({ '@type': 'WebSite', name: 'Báo Thử', url: `${origin}/` });
    expect(site).not.toHaveProperty('potentialAction');
    expect(publisher).toMatchObject({
      '@type': 'NewsMediaOrganization',
      legalName: 'Đơn vị Thử',
      email: 'thu@example.com',
      parentOrganization: { '@type': 'Organization', name: 'Cơ quan Thử' },
    });
    expect(publisher).not.toHaveProperty('telephone');
    expect(list).toMatchObject({ '@type': 'CollectionPage' });
  });

  test.each(Object.entries(trustPages))(
    '%s is named as %s where it exists, and only there',
    async (slug, property) => {
      const without = await open();
      const withIt = await open({
        [`pages/${slug}.md`]: markdown({ title: 'Trang', description: 'Sapo.' }),
      });
      const publisherOf = (edition: Edition) => nodesOf(frontGraph(edition, []))[1];
      expect(publisherOf(without)).not.toHaveProperty(property);
      expect(publisherOf(withIt)).toHaveProperty(property, `${origin}/${slug}`);
    },
  );
});

test('the page on how to reach the newsroom is its contact, where there is one', async () => {
  const publisherOf = (edition: Edition) => nodesOf(frontGraph(edition, []))[1];
  expect(publisherOf(await open())).not.toHaveProperty('contactPoint');
  const page = markdown({ title: 'Liên hệ', description: 'Sapo.' });
  expect(publisherOf(await open({ 'pages/lien-he.md': page }))).toMatchObject({
    contactPoint: { '@type': 'ContactPoint', url: `${origin}/lien-he` },
  });
});

test('a list counts its articles on over its pages', async () => {
  const edition = await open();
  const articles = edition.listAll(1)?.articles ?? [];
  const page = { name: 'Thời sự', path: paths.section('thoi-su', 3), crumbs: [] };
  const [collection] = nodesOf(listGraph(edition, page, articles, 3));
  expect(collection).toMatchObject({
    '@type': 'CollectionPage',
    url: `${origin}/chuyen-muc/thoi-su/trang/3`,
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: articles.map(({ slug, title }, index) => ({
        position: 41 + index,
        url: `${origin}/bai-viet/${slug}`,
        name: title,
      })),
    },
  });
});

test('an author has a profile, a desk one as an organisation', async () => {
  const edition = await open();
  const page = (name: string) => ({ name, path: paths.author('x'), crumbs: [] });
  const profile = (author: Parameters<typeof profileGraph>[2]) =>
    nodesOf(profileGraph(edition, page(author.name), author, []))[0];
  expect(
    profile({ key: 'trang', name: 'Thu Trang', kind: 'person', role: 'Phóng viên' }),
  ).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'Thu Trang', jobTitle: 'Phóng viên' },
  });
  expect(profile({ key: 'ban-tin', name: 'Ban Tin', kind: 'desk' })).toMatchObject({
    mainEntity: { '@type': 'Organization', name: 'Ban Tin' },
  });
});

test('whoever signs is known by one name everywhere, which is not that of their page', async () => {
  const edition = await open();
  const author = { key: 'trang', name: 'Thu Trang', kind: 'person' } as const;
  const page = { name: author.name, path: paths.author('trang'), crumbs: [] };
  const [profile] = nodesOf(profileGraph(edition, page, author, []));
  const [news] = nodesOf(await graphOf(edition, 'tron-ven'));
  const idOf = (node: unknown) => (node as Node)['@id'];
  expect(idOf(profile?.mainEntity)).toBe(
    (news as Node & { author: readonly Node[] }).author[0]?.['@id'],
  );
  expect(idOf(profile?.mainEntity)).not.toBe(idOf(profile));
});

test('a page about the site is one, below the front page', async () => {
  const page = { name: 'Giới thiệu', path: paths.sitePage('gioi-thieu'), crumbs: [] };
  const [described, crumbs] = nodesOf(sitePageGraph(await open(), page));
  expect(described).toMatchObject({ '@type': 'WebPage', url: `${origin}/gioi-thieu` });
  expect(crumbs).toMatchObject({ '@type': 'BreadcrumbList' });
});
