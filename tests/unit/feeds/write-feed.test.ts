import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import type { Feed, FeedItem } from '@/lib/feeds/feed';
import { writeFeed } from '@/lib/feeds/write-feed';
import { feedFormats } from '@/lib/site/machine-routes';
import { faultsOfXml, feedSchemas } from '../../validate-xml';
import { article, markdown, siteFile } from '../store/newsroom';
import { faultsOfJsonFeed } from './json-feed-checker';
import { editionOf, feedIn, forbidden, hostile, origin } from './newsroom';

type Format = (typeof feedFormats)[number];

/** What is wrong with a feed in one of its forms. */
async function faultsOf(text: string, format: Format): Promise<readonly string[]> {
  return format === 'json'
    ? faultsOfJsonFeed(text)
    : await faultsOfXml(text, ...feedSchemas[format]);
}

/** What a reader of feeds finds of an article. */
interface Read {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly html: string | undefined;
  readonly published: number;
}

type RssFields = { 'content:encoded': string; updated: string };

/** Reads a feed back: XML with a package that had no part in writing it. */
async function readBack(text: string, format: Format): Promise<readonly Read[]> {
  if (format === 'json') {
    const { items } = JSON.parse(text) as { readonly items: readonly Record<string, string>[] };
    return items.map((item) => ({
      id: item.id,
      link: item.url,
      title: item.title,
      summary: item.summary,
      html: item.content_html,
      published: Date.parse(item.date_published ?? ''),
    }));
  }
  const { items } = await new Parser<object, RssFields>().parseString(text);
  return items.map((item) => ({
    id: format === 'rss' ? item.guid : (item as { id?: string }).id,
    link: item.link,
    title: item.title,
    summary: format === 'rss' ? textOf(item.content) : item.summary,
    html: format === 'rss' ? item['content:encoded'] : item.content,
    published: Date.parse(item.isoDate ?? ''),
  }));
}

/** The text of HTML that has no tags. */
const textOf = (html = '') =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const asRead = ({ id, link, title, summary, html, published }: FeedItem): Read => ({
  ...{ id, link, title, summary, html },
  published: published.epochMs,
});

const newsroomFiles = {
  'site.yaml': siteFile(),
  'tags.yaml': '- {name: Kỳ Anh}\n',
  'authors/thu-trang.md': markdown({ name: 'Thu Trang' }),
  'authors/toa-soan.md': markdown({ name: 'Tòa soạn', kind: 'desk' }),
  'articles/anh.gif': 'GIF89a\u0004\u0000\u0003\u0000\u0000\u0000\u0000;',
  'articles/tin.md': article(
    {
      date: '2026-11-23T08:30:00',
      aliases: ['/bai-viet/ten-cu'],
      tags: ['Kỳ Anh'],
      authors: ['thu-trang', 'toa-soan'],
      image: { src: 'anh.gif', alt: 'Cảng', caption: 'Cảng & tàu', credit: 'Thu Trang' },
      corrections: [{ date: '2026-11-24', text: 'Sửa.' }],
    },
    '[Liên kết](/chu-de/ky-anh) và 37 kg[^1].\n\n[^1]: Nguồn.',
  ),
  'articles/noi-khac.md': article({ date: '2026-11-22', canonical: 'https://bao.vn/tin?a=1&b=2' }),
  'articles/ngay.md': article({ date: '2020-12-24', description: 'Sapo & bài <b>' }),
};

describe.each(feedFormats)('as %s', (format) => {
  test('a feed is valid, and a reader finds every article in it', async () => {
    const feed = await feedIn(await editionOf(newsroomFiles));
    const text = writeFeed(feed, format);
    expect(await faultsOf(text, format)).toEqual([]);
    expect(feed.items).toHaveLength(3);
    expect(await readBack(text, format)).toEqual(feed.items.map(asRead));
  });

  test.each([
    [{ of: 'section', key: 'thoi-su' }, 3],
    [{ of: 'section', key: 'doi-song' }, 0],
    [{ of: 'tag', key: 'ky-anh' }, 1],
    [{ of: 'author', key: 'thu-trang' }, 1],
  ] as const)('the feed of %j is valid and holds %d articles', async (subject, count) => {
    const text = writeFeed(await feedIn(await editionOf(newsroomFiles), subject), format);
    expect(await faultsOf(text, format)).toEqual([]);
    expect(await readBack(text, format)).toHaveLength(count);
  });

  test('the feed of a site without articles is valid', async () => {
    const feed = await feedIn(await editionOf({ 'site.yaml': siteFile() }));
    expect(await faultsOf(writeFeed(feed, format), format)).toEqual([]);
  });

  test('it names its hub and itself once each', async () => {
    const hub = 'https://hub.vi-du.vn/?a=1&b=2';
    const feed = await feedIn({ ...(await editionOf(newsroomFiles)), webSubHub: hub });
    const text = writeFeed(feed, format);
    expect(await faultsOf(text, format)).toEqual([]);
    if (format === 'json') {
      const { hubs, feed_url } = JSON.parse(text);
      expect(hubs).toEqual([{ type: 'WebSub', url: hub }]);
      expect(feed_url).toBe(feed.self.json);
      return;
    }
    expect(text.match(/rel="hub"/g)).toHaveLength(1);
    expect(text).toContain('href="https://hub.vi-du.vn/?a=1&amp;b=2"');
    expect(text.match(/rel="self"/g)).toHaveLength(1);
    expect((await new Parser().parseString(text)).feedUrl).toBe(feed.self[format]);
  });

  test.each(Object.entries(hostile))(
    'an article with %s everywhere is read back',
    async (_, text) => {
      const feed = await feedIn(
        await editionOf({
          'site.yaml': siteFile({ name: text, description: text }),
          'tags.yaml': `- {name: ${JSON.stringify(text)}}\n`,
          'authors/a.md': markdown({ name: text }),
          'articles/tin.md': article(
            {
              ...{ title: text, description: text, tags: [text], authors: ['a'] },
              image: { src: '/icon-512.png', alt: text, caption: text, credit: text },
              source: { name: text },
              corrections: [{ date: '2026-11-05', text }],
            },
            text,
          ),
        }),
      );
      const written = writeFeed(feed, format);
      expect(await faultsOf(written, format)).toEqual([]);
      expect(feed.items[0]?.title).toBe(text);
      expect(await readBack(written, format)).toEqual(feed.items.map(asRead));
    },
  );

  test.each(Object.entries(forbidden))(
    '%s are left out, and the rest is read back',
    async (_, [written, read]) => {
      const usual = await feedIn(await editionOf(newsroomFiles));
      const names = { title: written, description: written, publisher: signer(written) };
      const feed: Feed = { ...usual, ...names, items: usual.items.map(spoilt(written)) };
      const text = writeFeed(feed, format);
      expect(await faultsOf(text, format)).toEqual([]);
      const found = await readBack(text, format);
      expect(found.map(({ title, summary, html }) => [title, summary, html])).toEqual(
        usual.items.map(() => [read, read, read]),
      );
    },
  );

  test('an article without picture, authors, tags or text is valid', async () => {
    const feed = await feedIn(await editionOf({ 'articles/tin.md': article({}, '') }));
    const text = writeFeed(feed, format);
    expect(await faultsOf(text, format)).toEqual([]);
    expect(await readBack(text, format)).toHaveLength(1);
  });

  test('the same content gives the same bytes', async () => {
    const bytes = async () => writeFeed(await feedIn(await editionOf(newsroomFiles)), format);
    expect(await bytes()).toBe(await bytes());
  });
});

const signer = (name: string) => ({ name, address: `${origin}/` });

const spoilt = (text: string) => (item: FeedItem) => ({
  ...item,
  ...{ title: text, summary: text, html: text, categories: [text], authors: [signer(text)] },
  picture: {
    ...{ url: `${origin}/a.jpg`, type: 'image/jpeg', size: { width: 300, height: 200 } },
    ...{ alt: text, caption: text, credit: text },
  },
});

describe('RSS', () => {
  const write = async () => writeFeed(await feedIn(await editionOf(newsroomFiles)), 'rss');

  test('says which ids are addresses of today', async () => {
    const text = await write();
    expect(text).toContain(`<guid isPermaLink="false">${origin}/bai-viet/ten-cu</guid>`);
    expect(text).toContain(`<guid isPermaLink="false">${origin}/bai-viet/noi-khac</guid>`);
    expect(text).toContain(`<guid>${origin}/bai-viet/ngay</guid>`);
  });

  test('gives dates in English with the offset of the site', async () => {
    const text = await write();
    expect(text).toContain('<pubDate>Mon, 23 Nov 2026 08:30:00 +0700</pubDate>');
    expect(text).toContain('<pubDate>Thu, 24 Dec 2020 00:00:00 +0700</pubDate>');
    expect(text).toContain('<lastBuildDate>Tue, 24 Nov 2026 00:00:00 +0700</lastBuildDate>');
  });

  test('of nothing was never built', async () => {
    const feed = await feedIn(await editionOf({ 'site.yaml': siteFile() }));
    expect(writeFeed(feed, 'rss')).not.toContain('lastBuildDate');
  });

  test('names every author, section and tag, and describes the picture', async () => {
    const text = await write();
    expect([...text.matchAll(/<dc:creator>(.*?)</g)].map(([, name]) => name)).toEqual([
      'Thu Trang',
      'Tòa soạn',
    ]);
    expect(text).toContain('<category>Thời sự</category>\n<category>Kỳ Anh</category>');
    expect(text).toContain(
      [
        `<media:content url="${origin}/anh/tin/anh.gif" medium="image" width="4" height="3" type="image/gif">`,
        '<media:description>Cảng &amp; tàu</media:description>',
        '<media:credit>Thu Trang</media:credit>',
        '</media:content>',
      ].join('\n'),
    );
    expect(text).not.toContain('<enclosure');
  });

  test('gives the sapo as HTML, in which nothing of it is markup', async () => {
    expect(await write()).toContain(
      '<description>Sapo &amp;amp; bài &amp;lt;b&amp;gt;</description>',
    );
  });
});

describe('Atom', () => {
  const write = async () => writeFeed(await feedIn(await editionOf(newsroomFiles)), 'atom');

  test('gives publication and last change of each entry, and of the feed the newest', async () => {
    const text = await write();
    const times = (name: string) =>
      [...text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g'))].map(([, time]) => time);
    expect(times('updated')).toEqual([
      '2026-11-24T00:00:00+07:00',
      '2026-11-24T00:00:00+07:00',
      '2026-11-22T00:00:00+07:00',
      '2020-12-24T00:00:00+07:00',
    ]);
    expect(times('published')).toEqual([
      '2026-11-23T08:30:00+07:00',
      '2026-11-22T00:00:00+07:00',
      '2020-12-24T00:00:00+07:00',
    ]);
  });

  test('of nothing was changed at the beginning of time, for Atom must say', async () => {
    const feed = await feedIn(await editionOf({ 'site.yaml': siteFile() }));
    expect(writeFeed(feed, 'atom')).toContain('<updated>1970-01-01T00:00:00Z</updated>');
  });

  test('is in Vietnamese, by the site, and each entry by its authors with their pages', async () => {
    const text = await write();
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">');
    const authors = [...text.matchAll(/<name>(.*?)<\/name>\n<uri>(.*?)<\/uri>/g)];
    expect(authors.map(([, name, uri]) => [name, uri])).toEqual([
      ['Báo Thử', `${origin}/`],
      ['Thu Trang', `${origin}/tac-gia/thu-trang`],
      ['Tòa soạn', `${origin}/tac-gia/toa-soan`],
    ]);
  });
});

// Written by this test with `-u`; a difference is read like code.
test.each(['rss', 'atom'] as const)('a whole feed as %s is what it was', async (format) => {
  const text = writeFeed(await feedIn(await editionOf(newsroomFiles)), format);
  await expect(text).toMatchFileSnapshot(`../../fixtures/feeds/${format}.xml`);
});

describe('the checks of these tests find', () => {
  const write = async (format: Format) =>
    writeFeed(await feedIn(await editionOf(newsroomFiles)), format);

  test.each([
    ['rss', 'an id that stands twice', /ten-cu(?=<)/, 'noi-khac'],
    ['rss', 'an address without its site', /<link>https:..vi-du.vn/, '<link>'],
    ['rss', 'a text before the sapo', /(<description>Sapo.*)\n(<content:.*)/, '$2\n$1'],
    ['rss', 'a date of Atom', /<pubDate>[^<]*/, '<pubDate>2026-11-24T00:00:00Z'],
    ['rss', 'two addresses of its own', /(<atom:link.*)/, '$1\n$1'],
    ['rss', 'a width of nothing', /width="4"/, 'width="0"'],
    ['atom', 'an id that stands twice', /ten-cu(?=<)/, 'noi-khac'],
    ['atom', 'an entry without a time', /<published>.*/, ''],
    ['atom', 'a time without its zone', /\+07:00</, '<'],
    ['atom', 'content of no type', / type="html"/, ''],
    ['atom', 'no language', / xml:lang="vi"/, ''],
    ['atom', 'a character that XML forbids', /Sapo/, '\u0001'],
    ['json', 'an id that stands twice', /ten-cu(?=")/, 'noi-khac'],
    ['json', 'an unknown field', /"summary"/, '"sapo"'],
    ['json', 'a time without its zone', /\+07:00/, ''],
  ] as const)('in %s %s', async (format, _, pattern, replacement) => {
    const text = await write(format);
    expect(text).toMatch(pattern);
    expect(await faultsOf(text.replace(pattern, replacement), format)).not.toEqual([]);
  });
});

test('JSON Feed tells the same of an article', async () => {
  const feed = await feedIn(await editionOf(newsroomFiles));
  const { items } = JSON.parse(writeFeed(feed, 'json'));
  expect(items[0]).toEqual({
    id: `${origin}/bai-viet/ten-cu`,
    url: `${origin}/bai-viet/tin`,
    title: 'Tin',
    content_html: feed.items[0]?.html,
    summary: 'Sapo.',
    image: `${origin}/anh/tin/anh.gif`,
    date_published: '2026-11-23T08:30:00+07:00',
    date_modified: '2026-11-24T00:00:00+07:00',
    authors: [
      { name: 'Thu Trang', url: `${origin}/tac-gia/thu-trang` },
      { name: 'Tòa soạn', url: `${origin}/tac-gia/toa-soan` },
    ],
    tags: ['Thời sự', 'Kỳ Anh'],
  });
});
