import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { imageSize } from 'image-size';
import { expect, test } from 'playwright/test';
import Parser from 'rss-parser';
import { parseSitemap, parseSitemapIndex } from 'sitemap';
import { mediaTypeOf } from '@/lib/site/media-types';
import { matchRoute, pathOf, paths } from '@/lib/site/routes';
import { faultsOfXml, feedSchemas } from '../validate-xml';
import { type OwnServer, startServer, temporaryFolder } from './own-server';

// What programs read, of a server that takes itself for production: outside it all is noindex.
const siteUrl = 'https://vi-du.vn';
const generatedNewsroom = resolve(import.meta.dirname, '../.output/generated-newsroom');

let server: OwnServer;
let remove: () => Promise<void>;

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

test.beforeAll(async () => {
  const folder = await temporaryFolder();
  remove = folder.remove;
  server = await startServer({
    SITE_URL: siteUrl,
    CONTENT_DIR: generatedNewsroom,
    DATA_DIR: folder.path,
  });
});

test.afterAll(async () => {
  await server.stop();
  await remove();
});

interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
}

const got = new Map<string, Promise<Got>>();

/** Asks for an address of the site, once. */
function get(path: string): Promise<Got> {
  const known = got.get(path);
  if (known) return known;
  const asked = (async () => {
    const response = await fetch(server.origin + path, { redirect: 'manual' });
    const bytes = Buffer.from(await response.arrayBuffer());
    const { status, headers } = response;
    return { status, headers, bytes, text: bytes.toString('utf8') };
  })();
  got.set(path, asked);
  return asked;
}

/** Paths of the site that a text names; feeds hold markup that is escaped itself. */
const pathsIn = (text: string): readonly string[] =>
  [...decode(decode(text)).matchAll(/https:\/\/vi-du\.vn([^\s"'<>)\]\\]*)/g)].map(
    ([, path = '']) => path.replace(/#.*$/, '') || '/',
  );

/** Every page that a reader comes to from the front page by links, with its HTML. */
async function readAll(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ['/'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue;
    const { status, headers, text } = await get(path);
    if (status !== 200 || !/^text\/html/.test(headers.get('content-type') ?? '')) continue;
    pages.set(path, text);
    for (const [, found = ''] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g))
      waiting.push(found.replaceAll('&amp;', '&'));
  }
  return pages;
}

const contentOf = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

const isIndexable = (html: string) => !/noindex/.test(contentOf(html, 'robots') ?? '');

/** Addresses of each site map that the index names, by the path of the site map. */
async function readSitemaps(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { url } of await parseSitemapIndex(
    Readable.from([(await get(paths.sitemap())).text]),
  )) {
    const path = url.replace(siteUrl, '');
    const entries = await parseSitemap(Readable.from([(await get(path)).text]));
    found.set(
      path,
      entries.map((entry) => entry.url.replace(siteUrl, '') || '/'),
    );
  }
  return found;
}

test('every address that a reader can reach and search engines may keep is in exactly one site map, and the reverse', async () => {
  const pages = await readAll();
  const indexable = [...pages].filter(([, html]) => isIndexable(html)).map(([path]) => path);
  const listed = [...(await readSitemaps()).values()].flat();
  expect(indexable.length).toBeGreaterThan(100);
  expect([...listed].sort()).toEqual([...indexable].sort());
  for (const path of listed) {
    expect((await get(path)).text, path).toContain(
      `<link rel="canonical" href="${siteUrl + path}"`,
    );
  }
});

test('what is empty, hidden, gone or a search is in none', async () => {
  const listed = new Set([...(await readSitemaps()).values()].flat());
  for (const path of [
    '/chuyen-muc/de-trong',
    '/chu-de/chu-de-trong',
    '/bai-viet/da-rut',
    '/tim-kiem',
  ])
    expect(listed.has(path), path).toBe(false);
});

const feedsOf = (html: string) =>
  [...html.matchAll(/<link rel="alternate" type="application\/rss\+xml"[^>]*href="([^"]+)"/g)].map(
    ([, path = '']) => path.replace(siteUrl, ''),
  );

/** Everything that programs are told of: what pages, robots.txt and OPML name, and the other forms of feeds. */
async function listMachineFiles(): Promise<readonly string[]> {
  const pages = await readAll();
  const feeds = new Set([...pages.values()].flatMap(feedsOf));
  const outlines = [...(await get(paths.opml())).text.matchAll(/xmlUrl="([^"]+)"/g)];
  for (const [, url = ''] of outlines) feeds.add(url.replace(siteUrl, ''));
  const texts = [...pages.keys()].filter((path) => path.startsWith('/bai-viet/'));
  return [
    ...[paths.robots(), paths.sitemap(), paths.newsSitemap(), paths.opml(), paths.llms()],
    ...(await readSitemaps()).keys(),
    ...[...feeds].flatMap((feed) =>
      ['rss.xml', 'atom.xml', 'feed.json'].map((name) => feed.replace('rss.xml', name)),
    ),
    ...texts.map((path) => `${path}.md`),
  ];
}

test('every file for programs is there, of its type, not for result lists, and links nothing that does not answer 200', async () => {
  const files = await listMachineFiles();
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const { status, headers, text } = await get(file);
    expect(status, file).toBe(200);
    const route = matchRoute(file);
    if (!route) throw new Error(`${file} is no address`);
    expect(headers.get('content-type'), file).toBe(mediaTypeOf(pathOf(route)));
    expect(headers.get('x-robots-tag'), file).toBe('noindex');
    expect(headers.get('etag'), file).toMatch(/^"/);
    for (const path of new Set(pathsIn(withoutIds(text))))
      expect((await get(path)).status, `${path} in ${file}`).toBe(200);
  }
});

/** What a feed knows an article by is its first address, which may be an old one. */
const withoutIds = (text: string) =>
  text.replace(/<guid[^>]*>.*?<\/guid>|<id>.*?<\/id>|"id": ?"[^"]*"/gs, '');

test('all XML is well-formed and valid', async () => {
  for (const file of await listMachineFiles()) {
    if (!file.endsWith('.xml')) continue;
    const { text } = await get(file);
    expect(await faultsOfXml(text, ...schemasOf(file)), file).toEqual([]);
  }
});

function schemasOf(file: string): readonly [string, ...string[]] {
  if (/sitemap/.test(file)) return ['sitemap.xsd', 'sitemap-image.xsd', 'sitemap-news.xsd'];
  if (file === paths.opml()) return feedSchemas.opml;
  return file.endsWith('rss.xml') ? feedSchemas.rss : feedSchemas.atom;
}

test('a reader of feeds and the parser of the site maps find the same articles', async () => {
  const feed = await new Parser().parseString((await get(paths.feed({ of: 'site' }, 'rss'))).text);
  const months = [...(await readSitemaps())].filter(([path]) => /\/\d{4}-\d{2}\.xml$/.test(path));
  const inSitemaps = months.flatMap(([, urls]) => urls);
  const inFeed = feed.items.map(({ link = '' }) => link.replace(siteUrl, ''));
  expect(inFeed).toHaveLength(50);
  expect(inSitemaps).toEqual(expect.arrayContaining(inFeed));
  for (const [index, path] of inFeed.entries()) {
    const { text } = await get(path);
    expect(contentOf(text, 'og:title'), path).toBeDefined();
    expect(decode(contentOf(text, 'og:title') ?? '')).toBe(feed.items[index]?.title);
  }
});

const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test('Open Graph is complete on every page that may be kept, and its picture is what it says', async () => {
  for (const [path, html] of await readAll()) {
    if (!isIndexable(html)) continue;
    const of = (name: string) => contentOf(html, name) ?? '';
    for (const name of ['title', 'description', 'type', 'site_name', 'image:alt'])
      expect(of(`og:${name}`), `${name} of ${path}`).not.toBe('');
    expect(of('og:url')).toBe(siteUrl + path);
    expect(of('og:locale')).toBe('vi_VN');
    expect(of('twitter:card')).toBe('summary_large_image');
    const picture = await get(of('og:image').replace(siteUrl, ''));
    expect(picture.status, `picture of ${path}`).toBe(200);
    expect(picture.headers.get('content-type')).toBe(of('og:image:type'));
    const { width, height } = imageSize(picture.bytes);
    expect([`${width}`, `${height}`]).toEqual([of('og:image:width'), of('og:image:height')]);
    expect(picture.bytes.byteLength, `picture of ${path}`).toBeLessThan(100_000);
  }
});

test('structured data of every page is one block of JSON whose addresses answer, and shows no card', async () => {
  for (const [path, html] of await readAll()) {
    if (!isIndexable(html)) continue;
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(blocks, path).toHaveLength(1);
    const text = blocks[0]?.[1] ?? '';
    const data = JSON.parse(text);
    expect(data['@context'], path).toBe('https://schema.org');
    expect(data['@graph'].length, path).toBeGreaterThan(0);
    expect(text, path).not.toContain('/og');
    for (const found of new Set(pathsIn(text)))
      expect((await get(found)).status, `${found} in ${path}`).toBe(200);
  }
});
