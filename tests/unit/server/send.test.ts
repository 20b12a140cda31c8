import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { addBrotli, createDocument, type Document } from '@/lib/server/document';
import type { Served } from '@/lib/server/documents';
import { commonHeaders } from '@/lib/server/headers';
import { chooseCoding, matches, type Sending, sendDocument } from '@/lib/server/send';
import { type Path, paths } from '@/lib/site/routes';
import { topics } from '@/lib/site/topics';
import { listenOnLoopback } from './loopback';

const TEXT = `<!doctype html><p>${'Kỳ Anh, Hà Tĩnh. '.repeat(300)}</p>`;

const PRINTED = Date.parse('2026-11-24T12:00:00.750+07:00');
const LAST_MODIFIED = 'Tue, 24 Nov 2026 05:00:00 GMT';

const print = async (status?: number, contentType?: string): Promise<Document> =>
  addBrotli(await printQuickly(status, contentType));

/** As it is for the first reader. */
const printQuickly = (status = 200, contentType = 'text/html; charset=utf-8') =>
  createDocument(
    {
      path: paths.article('tin'),
      status,
      contentType,
      cacheControl: 'public, max-age=0, must-revalidate',
      contentSecurityPolicy: "default-src 'none'",
      topics: [topics.site, topics.article('tin')],
    },
    Buffer.from(TEXT),
    PRINTED,
  );

async function serveOne(
  document: Document,
  {
    cacheTagHeader,
    ...how
  }: Partial<Omit<Served, 'document'>> & Pick<Sending, 'cacheTagHeader'> = {},
) {
  const sending = { common: commonHeaders(false), cacheTagHeader };
  return await listenOnLoopback((request, response) => {
    sendDocument(request, response, { document, origin: 'memory', ...how }, sending);
  });
}

test('a picture is sent as it is, whatever coding is taken', async () => {
  const ask = await serveOne(await print(200, 'image/png'));
  const answered = await ask('/', { headers: { 'accept-encoding': 'br, gzip' } });
  expect(answered.headers['content-encoding']).toBeUndefined();
  expect(answered.headers['content-length']).toBe(String(Buffer.byteLength(TEXT)));
  expect(answered.headers['x-robots-tag']).toBe('noindex');
  const again = await ask('/', {
    headers: { 'accept-encoding': 'br, gzip', 'if-none-match': String(answered.headers.etag) },
  });
  expect(again.status).toBe(304);
});

describe('the coding for Accept-Encoding', () => {
  test.each([
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['BR;q=1.0, gzip', 'br'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br;q=0.8, gzip;q=0.8', 'br'],
    ['gzip;q=0.001', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['*', 'gzip'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['*;q=0', 'identity'],
    ['x-br, *', 'gzip'],
    ['deflate', 'identity'],
    ['zstd, compress', 'identity'],
    ['identity', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip;q=0.6', 'gzip'],
    ['identity;q=0, gzip;q=0.1', 'gzip'],
    ['gzip, identity;q=0', 'gzip'],
    ['identity;q=0', 'identity'],
    ['gzip;q=abc', 'identity'],
    ['gzip;;;,,,;q=', 'gzip'],
    [';;;', 'identity'],
  ])('%j is %s', (header, coding) => {
    expect(chooseCoding(header)).toBe(coding);
    expect(chooseCoding(header)).toBe(coding);
  });
});

describe('the coding while brotli is being made', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'gzip'],
    ['br', 'identity'],
    ['br;q=1.0, gzip;q=0.1', 'gzip'],
    ['br, gzip;q=0', 'identity'],
    ['br, identity;q=0.5, gzip;q=0.2', 'identity'],
    ['br;q=0.5, identity;q=0, gzip;q=0.1', 'gzip'],
    ['br, *', 'gzip'],
    ['br, *;q=0', 'identity'],
    ['', 'identity'],
  ])('%j is %s', (header, coding) => {
    chooseCoding(header);
    expect(chooseCoding(header, false)).toBe(coding);
    expect(chooseCoding(header, false)).toBe(coding);
  });
});

describe('If-None-Match', () => {
  test.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", "abc"', true],
    ['"x",W/"abc" , "y"', true],
    ['*', true],
    [' * ', true],
    ['"abd"', false],
    ['abc', false],
    ['"abc', false],
    ['"abc-gzip"', false],
    ['w/"abc"', false],
    ['', false],
    [undefined, false],
  ])('%j names the validator "abc": %j', (header, expected) => {
    expect(matches(header, '"abc"')).toBe(expected);
  });
});

describe('for search engines and programs,', () => {
  const linked = { siteUrl: 'https://vi-du.vn', webSubHub: 'https://hub.vi-du.vn/' };
  const headersOf = async (path: Path, contentType: string, indexable: boolean, status = 200) => {
    const printed = { ...(await print(status, contentType)), path };
    const sending = { common: commonHeaders(indexable), linked };
    const ask = await listenOnLoopback((request, response) => {
      sendDocument(request, response, { document: printed, origin: 'memory' }, sending);
    });
    return (await ask(path)).headers;
  };
  const html = 'text/html; charset=utf-8';
  const feed = paths.feed({ of: 'site' }, 'rss');

  test('what is no page stays out of results, and a page does not', async () => {
    expect(await headersOf(feed, 'application/rss+xml', true)).toMatchObject({
      'x-robots-tag': 'noindex',
      link: '<https://hub.vi-du.vn/>; rel="hub", <https://vi-du.vn/rss.xml>; rel="self"',
    });
    const page = await headersOf(paths.article('tin'), html, true);
    expect(page).not.toHaveProperty('x-robots-tag');
    expect(page.link).toBe('</bai-viet/tin.md>; rel="alternate"; type="text/markdown"');
  });

  test('outside production everything says so, once', async () => {
    for (const type of [html, 'application/rss+xml'])
      expect((await headersOf(feed, type, false))['x-robots-tag']).toBe('noindex');
  });

  test('a withdrawn article names no text', async () => {
    expect(await headersOf(paths.article('tin'), html, true, 410)).not.toHaveProperty('link');
  });

  test('a 304 names the same', async () => {
    const sending = { common: commonHeaders(true), linked };
    const document = { ...(await print(200, 'application/rss+xml')), path: feed };
    const ask = await listenOnLoopback((request, response) => {
      sendDocument(request, response, { document, origin: 'memory' }, sending);
    });
    const { etag, link } = (await ask(feed)).headers;
    const again = await ask(feed, { headers: { 'if-none-match': etag as string } });
    expect([again.status, again.headers.link, again.headers['x-robots-tag']]).toEqual([
      ...[304, link, 'noindex'],
    ]);
  });
});

describe('a document over the wire', () => {
  test.each([
    ['identity', (body: Buffer) => body],
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('comes in %s, with all that caches need', async (coding, decode) => {
    const ask = await serveOne(await print());
    const { status, headers, body } = await ask('/', { headers: { 'accept-encoding': coding } });
    expect(status).toBe(200);
    expect(decode(body).toString()).toBe(TEXT);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(body.byteLength),
      'cache-control': 'public, max-age=0, must-revalidate',
      'cdn-cache-control': 'public, max-age=5, stale-while-revalidate=10, stale-if-error=60',
      'last-modified': LAST_MODIFIED,
      'speculation-rules': '"/speculation-rules.json"',
      'server-timing': 'document;desc="memory"',
      vary: 'Accept-Encoding',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-robots-tag': 'noindex',
      date: expect.any(String),
    });
    expect(headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
    expect(headers.etag).toMatch(/^"[\w-]{22}"$/);
    for (const name of ['set-cookie', 'x-powered-by', 'cache-tag', 'surrogate-key', 'xkey'])
      expect(headers).not.toHaveProperty(name);
  });

  test('has one validator a coding', async () => {
    const ask = await serveOne(await print());
    const etagOf = async (coding: string) =>
      (await ask('/', { headers: { 'accept-encoding': coding } })).headers.etag;
    const etags = [await etagOf('identity'), await etagOf('gzip'), await etagOf('br')];
    expect(new Set(etags).size).toBe(3);
  });

  test.each([
    ['gzip, deflate, br', 'gzip', gunzipSync],
    ['br', undefined, (body: Buffer) => body],
  ] as const)('without its brotli form is for %j in %s', async (accepted, coding, decode) => {
    const ask = await serveOne(await printQuickly());
    const { headers, body } = await ask('/', { headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBe(coding);
    expect(headers['content-length']).toBe(String(body.byteLength));
    expect(headers.vary).toBe('Accept-Encoding');
    expect(decode(body).toString()).toBe(TEXT);
  });

  test('has the headers of GET for HEAD, and no body', async () => {
    const ask = await serveOne(await print());
    const headers = { 'accept-encoding': 'br' };
    const got = await ask('/', { headers });
    const head = await ask('/', { method: 'HEAD', headers });
    const { date: _one, ...expected } = got.headers;
    const { date: _other, ...received } = head.headers;
    expect(received).toEqual(expected);
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });

  test.each(['GET', 'HEAD'])('is 304 for %s when it is there already', async (method) => {
    const ask = await serveOne(await print());
    const { headers } = await ask('/');
    const again = await ask('/', { method, headers: { 'if-none-match': headers.etag as string } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    const {
      'content-length': _length,
      'content-type': _type,
      'content-encoding': _coding,
      date: _date,
      ...expected
    } = headers;
    expect(again.headers).toEqual({ ...expected, date: expect.any(String) });
  });

  test('is sent anew when the validator is that of another coding', async () => {
    const ask = await serveOne(await print());
    const etag = (await ask('/', { headers: { 'accept-encoding': 'gzip' } })).headers
      .etag as string;
    const headers = { 'accept-encoding': 'br', 'if-none-match': etag };
    expect((await ask('/', { headers })).status).toBe(200);
  });

  test.each(['GET', 'HEAD'])('is 304 for %s when it is asked for by its date', async (method) => {
    const ask = await serveOne(await print());
    const again = await ask('/', { method, headers: { 'if-modified-since': LAST_MODIFIED } });
    expect(again.status).toBe(304);
    expect(again.headers['last-modified']).toBe(LAST_MODIFIED);
    expect(again.body).toHaveLength(0);
  });

  // A later date may be that of another instance, whose bytes are others.
  test.each([
    ['Tue, 24 Nov 2026 04:59:59 GMT'],
    ['Tue, 24 Nov 2026 05:00:01 GMT'],
    ['Fri, 01 Jan 2100 00:00:00 GMT'],
    ['hôm qua'],
    [''],
  ])('is sent anew when it is asked for by another date: %j', async (date) => {
    const ask = await serveOne(await print());
    const headers = { 'if-modified-since': date };
    expect((await ask('/', { headers })).status).toBe(200);
  });

  test.each([
    ['"x"', LAST_MODIFIED, 200],
    ['*', 'Fri, 01 Jan 2100 00:00:00 GMT', 304],
    ['', LAST_MODIFIED, 200],
  ])('is judged by its validator alone when both are asked with: %j', async (tag, date, status) => {
    const ask = await serveOne(await print());
    const headers = { 'if-none-match': tag, 'if-modified-since': date };
    expect((await ask('/', { headers })).status).toBe(status);
  });

  test.each([404, 410, 500])('with status %d never is 304', async (status) => {
    const ask = await serveOne(await print(status));
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'if-none-match': headers.etag as string } });
    expect(again.status).toBe(status);
    expect(again.body.toString()).toBe(TEXT);
    expect((await ask('/', { headers: { 'if-none-match': '*' } })).status).toBe(status);
    const dated = await ask('/', { headers: { 'if-modified-since': LAST_MODIFIED } });
    expect(dated.status).toBe(status);
    expect(dated.headers).not.toHaveProperty('last-modified');
    expect(dated.headers).not.toHaveProperty('speculation-rules');
  });

  test.each([
    [200, true],
    [404, true],
    [410, true],
    [500, false],
  ])('with status %d is kept by shared caches for seconds: %j', async (status, isKept) => {
    const ask = await serveOne(await print(status), { cacheTagHeader: 'Cache-Tag' });
    const { headers } = await ask('/');
    expect('cdn-cache-control' in headers).toBe(isKept);
    expect(headers['cache-tag']).toBe(isKept ? 'site,article:tin' : undefined);
  });

  test('tells its topics in the header that is configured, on 304 too', async () => {
    const ask = await serveOne(await print(), { cacheTagHeader: 'Surrogate-Key' });
    const { headers } = await ask('/');
    expect(headers['surrogate-key']).toBe('site article:tin');
    const again = await ask('/', { headers: { 'if-none-match': '*' } });
    expect(again.headers['surrogate-key']).toBe('site article:tin');
  });

  test('names no speculation rules when it is no page', async () => {
    const ask = await serveOne(await print(200, 'application/manifest+json'));
    expect((await ask('/')).headers).not.toHaveProperty('speculation-rules');
  });

  test('is whole when a part is asked for', async () => {
    const ask = await serveOne(await print());
    const { status, body } = await ask('/', { headers: { range: 'bytes=0-9' } });
    expect(status).toBe(200);
    expect(body.toString()).toBe(TEXT);
  });
});

describe('how a document came', () => {
  test('is told with its durations when it was just rendered', async () => {
    const took = { render: 5.25, compress: 12 };
    const ask = await serveOne(await print(), { origin: 'rendered', took });
    expect((await ask('/')).headers['server-timing']).toBe(
      'document;desc="rendered", render;dur=5.3, compress;dur=12.0',
    );
  });

  test('is told when it was read from the disk', async () => {
    const ask = await serveOne(await print(), { origin: 'disk' });
    const { headers } = await ask('/');
    expect(headers['server-timing']).toBe('document;desc="disk"');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });

  test('is told when it is an old one that could not be printed again, which nobody keeps', async () => {
    const ask = await serveOne(await print(), { origin: 'stale' });
    for (const headers of [{}, { 'if-none-match': '*' }]) {
      const received = await ask('/', { headers });
      expect(received.headers).toMatchObject({
        'server-timing': 'document;desc="stale"',
        'cache-control': 'no-store',
        'last-modified': LAST_MODIFIED,
      });
      expect(received.headers).not.toHaveProperty('cdn-cache-control');
    }
  });

  test('changes nothing for who asks next', async () => {
    const document = await print();
    await (await serveOne(document, { origin: 'stale' }))('/');
    const { headers } = await (await serveOne(document))('/');
    expect(headers['server-timing']).toBe('document;desc="memory"');
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });
});
