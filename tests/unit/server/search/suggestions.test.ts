import { describe, expect, test } from 'vitest';
import { SUGGESTIONS_PER_MINUTE } from '@/lib/server/search/client-limit';
import { listSuggestions } from '@/lib/server/search/suggestions';
import { hostileQueries } from './hostile-queries';
import { openSearchSite } from './search-site';

const jsonOf = ({ body }: { readonly body: Buffer }) => JSON.parse(body.toString());

test('names and articles are one list, with where each leads', () => {
  const suggestions = listSuggestions({
    names: [
      { kind: 'section', key: 'doi-song', name: 'Đời sống' },
      { kind: 'tag', key: 'ky-anh', name: 'Kỳ Anh' },
      { kind: 'author', key: 'thu-trang', name: 'Thu Trang' },
    ],
    articles: [{ slug: 'cang', title: 'Cảng mới ở Kỳ Anh' }],
  });
  expect(suggestions).toEqual([
    { kind: 'section', name: 'Đời sống', path: '/chuyen-muc/doi-song' },
    { kind: 'tag', name: 'Kỳ Anh', path: '/chu-de/ky-anh' },
    { kind: 'author', name: 'Thu Trang', path: '/tac-gia/thu-trang' },
    { kind: 'article', name: 'Cảng mới ở Kỳ Anh', path: '/bai-viet/cang' },
  ]);
});

describe('suggestions', () => {
  test('are JSON for what was typed, kept by nobody', async () => {
    const { ask, suggested, rendered } = await openSearchSite({
      suggest: () => ({
        kind: 'found',
        found: { names: [], articles: [{ slug: 'cang', title: 'Cảng “mới” <b>' }] },
      }),
    });
    const received = await ask('/api/search?q=%20c%E1%BA%A3n&trang=2');
    expect(received.status).toBe(200);
    expect(jsonOf(received)).toEqual({
      query: 'cản',
      suggestions: [{ kind: 'article', name: 'Cảng “mới” <b>', path: '/bai-viet/cang' }],
    });
    expect(received.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(received.body.byteLength),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
    expect(suggested).toEqual(['cản']);
    expect(rendered).toEqual([]);
  });

  test('have the same headers for HEAD, without a body', async () => {
    const { ask } = await openSearchSite();
    const withoutDate = ({ date: _, ...headers }: Record<string, unknown>) => headers;
    const head = await ask('/api/search?q=a', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect(withoutDate(head.headers)).toEqual(withoutDate((await ask('/api/search?q=a')).headers));
  });

  test.each(hostileQueries)('are given whatever is typed: %s', async (_, query) => {
    const { ask, failures } = await openSearchSite();
    const received = await ask(`/api/search?${query}`);
    expect(received.status).toBe(200);
    expect(jsonOf(received)).toEqual({ query: expect.any(String), suggestions: [] });
    expect(jsonOf(received).query.length).toBeLessThanOrEqual(200);
    expect(failures).toEqual([]);
  });

  test.each(['POST', 'DELETE'])('are not got by %s', async (method) => {
    const { ask } = await openSearchSite();
    const { status, headers } = await ask('/api/search?q=a', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  test.each(['stopped', 'busy'] as const)(
    'that are not found out are none for now: %s',
    async (kind) => {
      const { ask } = await openSearchSite({ suggest: () => ({ kind }) });
      const received = await ask('/api/search?q=a');
      expect(received.status).toBe(503);
      expect(received.headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
      expect(jsonOf(received)).toEqual({ query: 'a', suggestions: [] });
    },
  );

  test('that break off tell no cause', async () => {
    const { ask, failures } = await openSearchSite({ suggest: () => new Error('/srv/bao hỏng') });
    const { status, body } = await ask('/api/search?q=a');
    expect(status).toBe(500);
    expect(body.toString()).not.toContain('hỏng');
    expect(failures).toEqual(['/api/search?q=a']);
  });

  test('have a limit of their own, and go on after it', async () => {
    const { ask, suggested, pass } = await openSearchSite();
    for (let asked = 0; asked < SUGGESTIONS_PER_MINUTE; asked += 1) await ask('/api/search?q=a');
    expect(suggested).toHaveLength(SUGGESTIONS_PER_MINUTE);
    const refused = await ask('/api/search?q=a');
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
    expect(jsonOf(refused)).toEqual({ query: 'a', suggestions: [] });
    expect(suggested).toHaveLength(SUGGESTIONS_PER_MINUTE);
    expect((await ask('/tim-kiem?q=a')).status).toBe(200);
    pass(1_000);
    expect((await ask('/api/search?q=a')).status).toBe(200);
  });
});
