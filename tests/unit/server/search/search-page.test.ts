import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { SEARCHES_PER_MINUTE } from '@/lib/server/search/client-limit';
import { answerPages, paths } from '@/lib/site/routes';
import { hostileQueries } from './hostile-queries';
import { foundOne, openSearchSite } from './search-site';

const searchFor = (text: string, page = 1) => paths.search({ text, order: 'relevance', page });
const textOf = ({ body }: { readonly body: Buffer }) => body.toString();

describe('a search', () => {
  test('is looked up, drawn at its own address and finished, with a policy for our module', async () => {
    const { ask, searched, rendered } = await openSearchSite();
    const { status, headers, body } = await ask('/tim-kiem?q=C%E1%BA%A3ng&utm_source=x');
    expect(status).toBe(200);
    expect(searched).toEqual([{ text: 'Cảng', order: 'relevance', page: 1 }]);
    expect(rendered).toEqual([searchFor('Cảng')]);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self'; style-src 'sha256-");
    expect(body.toString()).toContain(
      `content="${policy.replace("; frame-ancestors 'none'", '')}"`,
    );
    expect(body.toString()).toContain(
      `<p>${searchFor('Cảng')}</p><script type="module" src="/search.0a1b2c3d.js"></script></html>`,
    );
  });

  test('is for its one reader: nobody keeps it, no search engine shows it, nothing validates it', async () => {
    const { ask } = await openSearchSite();
    const { headers } = await ask('/tim-kiem?q=cang');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      vary: 'Accept-Encoding',
      'x-robots-tag': 'noindex',
      'speculation-rules': '"/speculation-rules.json"',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
    });
    for (const name of ['etag', 'last-modified', 'cdn-cache-control', 'set-cookie'])
      expect(headers).not.toHaveProperty(name);
  });

  test('tells what took how long', async () => {
    const { ask } = await openSearchSite();
    expect((await ask('/tim-kiem?q=cang')).headers['server-timing']).toMatch(
      /^search;dur=\d+\.\d, render;dur=\d+\.\d, compress;dur=\d+\.\d$/,
    );
  });

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ] as const)('comes in the best coding for %s', async (accepted, coding, decode) => {
    const { ask } = await openSearchSite();
    const plain = await ask('/tim-kiem?q=cang');
    const { headers, body } = await ask('/tim-kiem?q=cang', {
      headers: { 'accept-encoding': accepted },
    });
    expect(headers['content-encoding']).toBe(coding);
    expect(decode(body)).toEqual(plain.body);
  });

  test('has the same headers for HEAD, without a body', async () => {
    const { ask } = await openSearchSite();
    const comparable = ({ date: _, 'server-timing': __, ...headers }: Record<string, unknown>) =>
      headers;
    const head = await ask('/tim-kiem?q=cang', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect(comparable(head.headers)).toEqual(comparable((await ask('/tim-kiem?q=cang')).headers));
  });

  test('is drawn anew for everyone, and leaves no document', async () => {
    const { ask, documents, rendered } = await openSearchSite();
    for (const text of ['a', 'b', 'a']) await ask(`/tim-kiem?q=${text}`);
    expect(rendered).toEqual([searchFor('a'), searchFor('b'), searchFor('a')]);
    expect(documents.count()).toBe(0);
  });

  test('past the last page is the last page', async () => {
    const { ask, rendered } = await openSearchSite({
      search: () => ({ kind: 'found', found: { ...foundOne, page: 3, pageCount: 3 } }),
    });
    expect((await ask('/tim-kiem?q=cang&trang=40')).status).toBe(200);
    expect(rendered).toEqual([searchFor('cang', 3)]);
  });

  test.each(['/tim-kiem', '/tim-kiem?', '/tim-kiem?q=', '/tim-kiem?q=+%0a', '/tim-kiem?q=&trang='])(
    'for nothing is the form, and nothing is looked up: %s',
    async (target) => {
      const { ask, searched, rendered } = await openSearchSite();
      const { status, headers } = await ask(target);
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(rendered).toEqual(['/tim-kiem']);
      expect(searched).toEqual([]);
    },
  );
});

describe('a query that means nothing good', () => {
  test.each(hostileQueries)(
    'is answered, within limits and kept by nobody: %s',
    async (_, query) => {
      const { ask, documents, rendered, failures } = await openSearchSite();
      const { status } = await ask(`/tim-kiem?${query}`);
      expect(status).toBe(200);
      expect(rendered).toHaveLength(1);
      // In our own spelling: nothing of the reader's but letters that are encoded.
      expect(rendered[0]).toMatch(/^\/tim-kiem(?:\?[\w%+.*&=-]{1,2000})?$/);
      expect(failures).toEqual([]);
      expect(documents.count()).toBe(0);
    },
  );
});

describe('another spelling of the search', () => {
  test.each([
    ['/Tim-Kiem/?q=x', '/tim-kiem?q=x'],
    ['//tim-kiem', '/tim-kiem'],
    ['/t%69m-kiem/?q=k%E1%BB%B3%20anh&trang=2', '/tim-kiem?q=k%E1%BB%B3+anh&trang=2'],
    ['/TIM-KIEM?q=%0d%0aSet-Cookie:a&x=//evil.example', '/tim-kiem?q=Set-Cookie%3Aa'],
  ])('%s moves for good to %s, and no cache keeps the way', async (target, location) => {
    const { ask, searched } = await openSearchSite();
    const { status, headers } = await ask(target);
    expect([status, headers.location, headers['cache-control']]).toEqual([
      ...[308, location, 'no-store'],
    ]);
    expect(searched).toEqual([]);
  });
});

test.each(['POST', 'PUT', 'DELETE'])('%s is no way to search', async (method) => {
  const { ask, searched, rendered } = await openSearchSite();
  const { status, headers } = await ask('/tim-kiem?q=cang', { method });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  expect([...searched, ...rendered]).toEqual([]);
});

describe('who looks for too much', () => {
  const searchAll = async ({ ask }: Awaited<ReturnType<typeof openSearchSite>>, headers = {}) => {
    for (let asked = 0; asked < SEARCHES_PER_MINUTE; asked += 1)
      expect((await ask(`/tim-kiem?q=${asked}`, { headers })).status).toBe(200);
  };

  test('is told so on a page of its own, and when to come again; then it goes on', async () => {
    const site = await openSearchSite();
    await searchAll(site);
    site.searched.length = 0;
    const refused = await site.ask('/tim-kiem?q=cang');
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      'retry-after': '1',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("script-src 'self'"),
    });
    expect(refused.headers).not.toHaveProperty('etag');
    expect(refused.headers).not.toHaveProperty('speculation-rules');
    expect(textOf(refused)).toContain(`<p>${answerPages.busy}</p>`);
    expect(site.searched).toEqual([]);
    site.pass(1_000);
    expect((await site.ask('/tim-kiem?q=cang')).status).toBe(200);
  });

  test('gets a page that was drawn once, and others find none at its address', async () => {
    const site = await openSearchSite();
    await searchAll(site);
    site.rendered.length = 0;
    for (let refused = 0; refused < 5; refused += 1)
      expect((await site.ask('/tim-kiem?q=cang')).status).toBe(429);
    expect(site.rendered).toEqual([answerPages.busy]);
    expect((await site.ask(answerPages.busy)).status).toBe(404);
  });

  test('also without words and by HEAD, which costs as much', async () => {
    const site = await openSearchSite();
    for (let asked = 0; asked < SEARCHES_PER_MINUTE; asked += 1)
      await site.ask('/tim-kiem', { method: 'HEAD' });
    const { status, body } = await site.ask('/tim-kiem', { method: 'HEAD' });
    expect([status, body.byteLength]).toEqual([429, 0]);
  });

  test('keeps nobody else from searching, behind a proxy that is trusted', async () => {
    const site = await openSearchSite({ trustProxy: ['127.0.0.1'] });
    const one = { 'x-forwarded-for': '203.0.113.1' };
    await searchAll(site, one);
    const statusFor = async (address: string) =>
      (await site.ask('/tim-kiem?q=cang', { headers: { 'x-forwarded-for': address } })).status;
    expect(await statusFor('203.0.113.1')).toBe(429);
    expect(await statusFor('203.0.113.2')).toBe(200);
    // The network of one connection counts as one client.
    for (let asked = 0; asked < SEARCHES_PER_MINUTE; asked += 1)
      await statusFor(`2001:db8::${asked}`);
    expect(await statusFor('2001:db8::ffff')).toBe(429);
    expect(await statusFor('2001:db8:0:1::1')).toBe(200);
  });

  test('is one client, whatever it writes of itself, where no proxy is trusted', async () => {
    const site = await openSearchSite();
    await searchAll(site, { 'x-forwarded-for': '203.0.113.1' });
    const headers = { 'x-forwarded-for': '203.0.113.2' };
    expect((await site.ask('/tim-kiem?q=cang', { headers })).status).toBe(429);
  });
});

describe('a search that is not finished', () => {
  test.each(['stopped', 'busy'] as const)('is put off: %s', async (kind) => {
    const { ask, rendered, failures } = await openSearchSite({ search: () => ({ kind }) });
    const { status, headers, body } = await ask('/tim-kiem?q=cang');
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      'retry-after': '5',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    expect(body.toString()).toContain(`<p>${answerPages.busy}</p>`);
    expect(rendered).toEqual([answerPages.busy]);
    expect(failures).toEqual([]);
  });

  test.each([
    ['as it broke off', { search: () => new Error('/srv/bao hỏng') }],
    [
      'as it could not be drawn',
      {
        draw: (path: string) =>
          path.startsWith('/tim-kiem') ? new Error('/srv/bao hỏng') : undefined,
      },
    ],
  ])('%s, is our page of a failure, which is kept by nobody and tells no cause', async (_, how) => {
    const { ask, documents, failures } = await openSearchSite(how);
    const { status, headers, body } = await ask('/tim-kiem?q=cang');
    expect([status, headers['cache-control']]).toEqual([500, 'no-store']);
    expect(body.toString()).toContain(`<p>${answerPages.failed}</p>`);
    expect(body.toString()).not.toContain('hỏng');
    expect(failures).toEqual([searchFor('cang')]);
    expect(documents.count()).toBe(0);
  });

  test('with not even a page for it, is put off all the same', async () => {
    const { ask } = await openSearchSite({
      search: () => ({ kind: 'busy' }),
      draw: () => new Error('hỏng'),
    });
    const { status, headers, body } = await ask('/tim-kiem?q=cang');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(body.toString()).not.toContain('hỏng');
  });
});
