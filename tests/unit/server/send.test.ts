import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createDocument, type Document } from '@/lib/server/document';
import { commonHeaders } from '@/lib/server/headers';
import { chooseCoding, matches, sendDocument } from '@/lib/server/send';
import { listenOnLoopback } from './loopback';

const TEXT = `<!doctype html><p>${'Kỳ Anh, Hà Tĩnh. '.repeat(300)}</p>`;

const print = (status = 200): Promise<Document> =>
  createDocument(
    {
      status,
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'public, max-age=0, must-revalidate',
      contentSecurityPolicy: "default-src 'none'",
    },
    TEXT,
  );

async function serveOne(document: Document) {
  return await listenOnLoopback((request, response) => {
    sendDocument(request, response, document, commonHeaders(false));
  });
}

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
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('has one validator a coding', async () => {
    const ask = await serveOne(await print());
    const etagOf = async (coding: string) =>
      (await ask('/', { headers: { 'accept-encoding': coding } })).headers.etag;
    const etags = [await etagOf('identity'), await etagOf('gzip'), await etagOf('br')];
    expect(new Set(etags).size).toBe(3);
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
    for (const name of ['etag', 'cache-control', 'vary', 'content-security-policy', 'x-robots-tag'])
      expect(again.headers[name]).toBe(headers[name]);
    expect(again.headers.date).toBeDefined();
    expect(again.headers).not.toHaveProperty('content-length');
    expect(again.headers).not.toHaveProperty('content-type');
    expect(again.headers).not.toHaveProperty('content-encoding');
  });

  test('is sent anew when the validator is that of another coding', async () => {
    const ask = await serveOne(await print());
    const etag = (await ask('/', { headers: { 'accept-encoding': 'gzip' } })).headers
      .etag as string;
    const headers = { 'accept-encoding': 'br', 'if-none-match': etag };
    expect((await ask('/', { headers })).status).toBe(200);
  });

  test('is sent anew when only a date is asked for: If-Modified-Since says nothing here', async () => {
    const ask = await serveOne(await print());
    const headers = { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
    expect((await ask('/', { headers })).status).toBe(200);
  });

  test.each([404, 410, 500])('with status %d never is 304', async (status) => {
    const ask = await serveOne(await print(status));
    const { headers } = await ask('/');
    const again = await ask('/', { headers: { 'if-none-match': headers.etag as string } });
    expect(again.status).toBe(status);
    expect(again.body.toString()).toBe(TEXT);
    expect((await ask('/', { headers: { 'if-none-match': '*' } })).status).toBe(status);
  });

  test('is whole when a part is asked for', async () => {
    const ask = await serveOne(await print());
    const { status, body } = await ask('/', { headers: { range: 'bytes=0-9' } });
    expect(status).toBe(200);
    expect(body.toString()).toBe(TEXT);
  });
});
