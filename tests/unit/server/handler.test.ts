import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { keyFileOf } from '@/lib/server/announcing';
import { createDocuments } from '@/lib/server/documents';
import { servePictures, servePublic } from '@/lib/server/files';
import { createHandler } from '@/lib/server/handler';
import { commonHeaders } from '@/lib/server/headers';
import { createHealthCheck } from '@/lib/server/health-check';
import { createPress } from '@/lib/server/press';
import type { Rendered } from '@/lib/server/renderer';
import { createSearchPage } from '@/lib/server/search/search-page';
import { createSuggestions } from '@/lib/server/search/suggestions';
import { answerPages, publishPath } from '@/lib/site/routes';
import type { Store } from '@/lib/store/store';
import { article, createNewsroom, NOON } from '../store/newsroom';
import { listenOnLoopback } from './loopback';
import { finish } from './own-finish';

const EMBARGO_ENDS = Date.parse('2026-12-01T08:00:00+07:00');
const files = {
  'articles/tin.md': article(
    { title: 'Tin', aliases: ['/tin-cu.html'] },
    '![Cảng. Ảnh: A](anh.jpg)\n\n![Tàu. Ảnh: B](t%C3%A0u%201.jpg)',
  ),
  'articles/rut.md': article({ withdrawn: { date: '2026-11-03', reason: 'Sai.' } }),
  'articles/cam.md': article({ title: 'Tin cấm', date: '2026-12-01 08:00' }),
  'articles/anh.jpg': 'ảnh',
  'articles/tàu 1.jpg': 'ảnh tàu',
  'articles/chua-dang.jpg': 'ảnh của bài chưa đăng',
};

interface SiteOptions {
  readonly indexable?: boolean;
  /** What the renderer does for a path instead of drawing it. */
  readonly draw?: (path: string) => Rendered | Error | undefined;
  /** Whether one may publish over the net. */
  readonly publishes?: boolean;
  /** By which search engines know the site. */
  readonly key?: string;
}

/** What is told of one request and no other. */
const ofOneRequest = ['date', 'server-timing'];

const comparable = (headers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofOneRequest.includes(name)));

/** A whole site over real HTTP; only the drawing of pages is ours. */
async function openSite({
  indexable = true,
  draw = () => undefined,
  publishes = false,
  key,
}: SiteOptions = {}) {
  const newsroom = createNewsroom(files);
  const publicDirectory = mkdtempSync(join(tmpdir(), 'public-'));
  onTestFinished(() => rmSync(publicDirectory, { recursive: true }));
  mkdirSync(join(publicDirectory, 'fonts'));
  writeFileSync(join(publicDirectory, 'fonts/roboto.0a1b2c3d.woff2'), 'phông');
  writeFileSync(join(publicDirectory, 'favicon.svg'), '<svg/>');
  writeFileSync(join(publicDirectory, 'speculation-rules.json'), '{}');
  let now = NOON;
  const bodiesRead: string[] = [];
  const store = noteBodies(await newsroom.open({ now: () => now }), bodiesRead);
  const rendered: string[] = [];
  const failures: string[] = [];
  const render = async (path: string): Promise<Rendered> => {
    rendered.push(path);
    const drawn = draw(path);
    if (drawn instanceof Error) throw drawn;
    const titles = store
      .edition(now)
      .listAll(1)
      ?.articles.map(({ title }) => title);
    return (
      drawn ?? {
        status: 200,
        contentType: 'text/html; charset=utf-8',
        body: Buffer.from(`<p>${path}: ${titles}</p><script>framework()</script>`),
      }
    );
  };
  const common = commonHeaders(indexable);
  const reportFailure = (path: string) => failures.push(path);
  const press = createPress(render, finish, reportFailure, () => now);
  const documents = createDocuments({ store, press, memoryBytes: 1_048_576, reportFailure });
  onTestFinished(() => documents.close());
  const ask = await listenOnLoopback(
    createHandler({
      ...{ store, documents, press, common, reportFailure, health: createHealthCheck(store) },
      answerSearch: createSearchPage({
        ...{ store, documents, press, common, trustProxy: [], reportFailure },
      }),
      answerSuggestions: createSuggestions({ store, common, trustProxy: [] }),
      servePublic: servePublic(publicDirectory, common),
      servePicture: servePictures(store.contentDirectory, common),
      keyFile: key === undefined ? undefined : keyFileOf(key),
      ...(publishes && {
        publish: async ({ method }, response) => {
          response.writeHead(202).end(method);
        },
      }),
    }),
  );
  const sync = async () => {
    await store.sync();
    await documents.catchUp();
  };
  const setClock = (moment: number) => {
    now = moment;
  };
  return { ask, newsroom, documents, rendered, bodiesRead, failures, sync, setClock };
}

/** The same store, which notes whose bodies are asked for. */
function noteBodies(store: Store, slugs: string[]): Store {
  const edition: Store['edition'] = (now) => {
    const whole = store.edition(now);
    return {
      ...whole,
      readBody: (slug) => {
        slugs.push(slug);
        return whole.readBody(slug);
      },
    };
  };
  return { ...store, edition };
}

describe('a page', () => {
  test('is rendered for the first reader and comes from memory for all others', async () => {
    const { ask, rendered } = await openSite();
    const first = await ask('/bai-viet/tin');
    const second = await ask('/bai-viet/tin');
    expect(first.status).toBe(200);
    expect(first.body.toString()).toBe('<p>/bai-viet/tin: Tin</p>');
    expect(second.body).toEqual(first.body);
    expect(rendered).toEqual(['/bai-viet/tin']);
  });

  test('tells how it came: rendered for the first reader, from memory for all others', async () => {
    const { ask } = await openSite();
    const timing = async () => (await ask('/')).headers['server-timing'];
    expect(await timing()).toMatch(
      /^document;desc="rendered", render;dur=\d+\.\d, compress;dur=\d+\.\d$/,
    );
    expect(await timing()).toBe('document;desc="memory"');
  });

  test('that cannot be printed anew is the old one, for this moment and no cache', async () => {
    let broken = false;
    const { ask, newsroom, sync, failures } = await openSite({
      draw: (path) => (broken && path === '/' ? new Error('hỏng') : undefined),
    });
    const before = await ask('/');
    newsroom.write('articles/tin.md', article({ title: 'Tin sửa' }));
    broken = true;
    await sync();
    const old = await ask('/');
    expect(old.status).toBe(200);
    expect(old.body).toEqual(before.body);
    expect(old.headers).toMatchObject({
      'server-timing': 'document;desc="stale"',
      'cache-control': 'no-store',
    });
    expect(old.headers).not.toHaveProperty('cdn-cache-control');
    expect(failures).toContain('/');
  });

  test('is one page whatever the query', async () => {
    const { ask, rendered } = await openSite();
    const bodies = await Promise.all(
      ['/', '/?a=1', '/?b=/x.html', `/?${'c'.repeat(5000)}`].map((target) => ask(target)),
    );
    expect(new Set(bodies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(rendered).toEqual(['/']);
  });

  test('is one page whatever headers come with the request', async () => {
    const { ask, rendered } = await openSite();
    const plain = await ask('/');
    const hostile = await ask('/', {
      headers: {
        rsc: '1',
        'next-router-state-tree': '%5B%22%22%5D',
        'next-router-prefetch': '1',
        'next-action': 'a'.repeat(40),
        'x-middleware-subrequest': 'middleware:middleware',
        'x-forwarded-host': 'evil.example',
        host: 'evil.example',
        cookie: '__prerender_bypass=1',
        purpose: 'prefetch',
        'x-http-method-override': 'DELETE',
      },
    });
    expect(hostile.status).toBe(200);
    expect(hostile.body).toEqual(plain.body);
    expect(comparable(hostile.headers)).toEqual(comparable(plain.headers));
    expect(rendered).toEqual(['/']);
  });

  test('comes in gzip to its first reader and in br to later ones, and 304 to who has it', async () => {
    const { ask, rendered } = await openSite();
    const accepted = { 'accept-encoding': 'gzip, br' };
    const first = await ask('/', { headers: accepted });
    expect(first.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(first.body).toString()).toBe('<p>/: Tin</p>');
    const { headers, body } = await vi.waitFor(async () => {
      const later = await ask('/', { headers: accepted });
      expect(later.headers['content-encoding']).toBe('br');
      return later;
    });
    expect(brotliDecompressSync(body).toString()).toBe('<p>/: Tin</p>');
    expect(headers['last-modified']).toBe(first.headers['last-modified']);
    expect(headers.etag).not.toBe(first.headers.etag);
    const asked = { ...accepted, 'if-none-match': headers.etag as string };
    expect((await ask('/', { headers: asked })).status).toBe(304);
    expect(rendered).toEqual(['/']);
  });

  test('has the same headers for HEAD, also when HEAD comes first', async () => {
    const { ask } = await openSite();
    const head = await ask('/', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect(comparable(head.headers)).toEqual(comparable((await ask('/')).headers));
  });

  test('is new after a change of content', async () => {
    const { ask, newsroom, sync } = await openSite();
    await ask('/');
    newsroom.write('articles/tin.md', article({ title: 'Tin sửa' }));
    await sync();
    expect((await ask('/')).body.toString()).toContain('Tin sửa');
  });

  test('changes with the clock when an embargo ends, at that second', async () => {
    const { ask, setClock } = await openSite();
    setClock(EMBARGO_ENDS - 1);
    expect((await ask('/')).body.toString()).not.toContain('Tin cấm');
    expect((await ask('/bai-viet/cam')).status).toBe(404);
    setClock(EMBARGO_ENDS);
    expect((await ask('/')).body.toString()).toContain('Tin cấm');
    expect((await ask('/bai-viet/cam')).status).toBe(200);
  });

  test('that was withdrawn is 410, and gone from memory with the next request', async () => {
    const { ask, newsroom, sync } = await openSite();
    expect((await ask('/bai-viet/rut')).status).toBe(410);
    expect((await ask('/bai-viet/tin')).status).toBe(200);
    newsroom.write('articles/tin.md', article({ withdrawn: { date: '2026-11-24', reason: 'x' } }));
    await sync();
    expect((await ask('/bai-viet/tin')).status).toBe(410);
  });
});

describe('an address where nothing is', () => {
  test('is 404 with the whole page, and a hundred of them leave one document', async () => {
    const { ask, documents, rendered } = await openSite();
    const targets = Array.from({ length: 100 }, (_, n) => `/bai-viet/khong-co-${n}`);
    const answers = await Promise.all(targets.map((target) => ask(target)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(
      new Set(['<p>/trang-thieu: Tin</p>']),
    );
    expect(answers[0]?.headers['cache-control']).toBe('public, max-age=60');
    expect(documents.count()).toBe(1);
    expect(rendered).toEqual([answerPages.missing]);
  });

  test.each([
    '/_not-found',
    '/_not-found?a=1',
    '/trang-loi',
    '/trang-thieu',
    '/trang-ban',
    '/_next/static/chunks/main.js',
    '/_next/static/../../etc/passwd',
    '/_next/image?url=%2Ffavicon.svg&w=64&q=75',
    '/_next/data/x/index.json',
    '/__nextjs_original-stack-frame',
    '/api/khong-co',
    '/wp-login.php',
    '/fonts/',
    '/fonts',
    '/favicon.svg/',
    '/package.json',
    '/.env',
    '/anh/tin/khong-co.jpg',
    '/anh/tin/tin.md',
    '/constructor',
  ])('is 404, for the first and for the next: %s', async (target) => {
    const { ask } = await openSite();
    const first = await ask(target);
    expect(first.status).toBe(404);
    expect(first.body.toString()).toBe('<p>/trang-thieu: Tin</p>');
    expect(comparable((await ask(target)).headers)).toEqual(comparable(first.headers));
  });

  test.each([
    ['/%E0%A4%A', 400],
    ['/%00', 400],
    ['/a%2Fb', 400],
    ['/bai-viet/%5ctin', 400],
    ['/<script>alert(1)</script>', 404],
    [`/${'a'.repeat(3000)}`, 414],
    [`/${'.'.repeat(12_000)}/`, 414],
    ['ftp://evil.example/', 400],
    ['//evil.example/', 404],
  ])('and one that is written wrong is told so without an echo: %s', async (target, status) => {
    const { ask } = await openSite();
    const received = await ask(target);
    expect(received.status).toBe(status);
    expect(received.body.toString()).not.toMatch(/evil|script|aaaa/);
    expect(received.headers).not.toHaveProperty('location');
  });
});

test.each(['http://vi-du.vn/bai-viet/tin', 'HTTPS://vi-du.vn/bai-viet/tin?x=1'])(
  'a target with scheme and host is answered by its path: %s',
  async (target) => {
    const { ask } = await openSite();
    expect(await ask(target)).toMatchObject({ status: 200 });
  },
);

describe('another spelling', () => {
  test.each([
    ['/Bai-Viet/TIN/?x=1', '/bai-viet/tin'],
    ['//bai-viet/tin', '/bai-viet/tin'],
    ['/tin-cu.html', '/bai-viet/tin'],
    ['/trang/1', '/'],
  ])('%s moves for good to %s, a path of this site', async (target, location) => {
    const { ask } = await openSite();
    const { status, headers, body } = await ask(target, { headers: { host: 'evil.example' } });
    expect(status).toBe(308);
    expect(headers.location).toBe(location);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(body).toHaveLength(0);
  });
});

describe('a method', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
    '%s is not allowed, and is told which are',
    async (method) => {
      const { ask, rendered } = await openSite();
      const { status, headers } = await ask('/', { method });
      expect(status).toBe(405);
      expect(headers).toMatchObject({
        allow: 'GET, HEAD, OPTIONS',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(rendered).toEqual([]);
    },
  );

  test.each(['/', '/bai-viet/khong-co', '*'])(
    'OPTIONS is 204 without content: %s',
    async (target) => {
      const { ask } = await openSite();
      const { status, headers, body } = await ask(target, { method: 'OPTIONS' });
      expect(status).toBe(204);
      expect(headers.allow).toBe('GET, HEAD, OPTIONS');
      expect(headers).not.toHaveProperty('content-length');
      expect(headers).not.toHaveProperty('content-type');
      expect(body).toHaveLength(0);
    },
  );

  test('POST with a large body is refused, and the server goes on', async () => {
    const { ask } = await openSite();
    const body = Buffer.alloc(20 * 1_048_576, 'x');
    // The answer may be read, or the connection be closed under the upload: both are a refusal.
    await ask('/', { method: 'POST', body }).then(
      ({ status }) => expect(status).toBe(405),
      (cause) => expect(cause.code).toMatch(/ECONNRESET|EPIPE/),
    );
    expect((await ask('/')).status).toBe(200);
  });

  test.each(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'])(
    '%s is for whoever publishes to judge, at that address alone',
    async (method) => {
      const { ask } = await openSite({ publishes: true });
      expect((await ask(publishPath, { method })).status).toBe(202);
      expect((await ask(`${publishPath}?x=1`, { method })).status).toBe(202);
      expect((await ask(`${publishPath}/`, { method })).status).not.toBe(202);
    },
  );

  test.each([
    ['GET', 404],
    ['POST', 405],
  ])('%s finds no such address where nobody may publish: %d', async (method, status) => {
    const { ask } = await openSite();
    expect((await ask(publishPath, { method })).status).toBe(status);
  });

  test('GET with a body is a GET', async () => {
    const { ask } = await openSite();
    const body = Buffer.from('x=1');
    const headers = { 'content-length': body.byteLength };
    expect((await ask('/', { body, headers })).status).toBe(200);
  });
});

describe('every answer', () => {
  const targets = [
    ...['/', '/bai-viet/rut', '/khong-co', '/%', `/${'a'.repeat(3000)}`, '/trang/1'],
    ...['/favicon.svg', '/fonts/roboto.0a1b2c3d.woff2', '/anh/tin/anh.jpg'],
  ];

  test.each(targets)('carries the headers of safety: %s', async (target) => {
    const { ask } = await openSite();
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
      const { headers } = await ask(target, { method });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('x-robots-tag');
    }
  });

  test.each(targets)('keeps search engines away outside production: %s', async (target) => {
    const { ask } = await openSite({ indexable: false });
    expect((await ask(target)).headers['x-robots-tag']).toBe('noindex');
  });
});

describe('a file', () => {
  test('of public/ is served under its name, with its query', async () => {
    const { ask, rendered } = await openSite();
    const font = await ask('/fonts/roboto.0a1b2c3d.woff2');
    expect(font.body.toString()).toBe('phông');
    expect(font.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/favicon.svg?v=2')).body.toString()).toBe('<svg/>');
    expect(rendered).toEqual([]);
  });

  test('beside a live article is its picture', async () => {
    const { ask } = await openSite();
    const { status, headers, body } = await ask('/anh/tin/anh.jpg');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('image/jpeg');
    expect(body.toString()).toBe('ảnh');
  });

  test('beside it is sent without its body being asked for, once that is known', async () => {
    const { ask, bodiesRead } = await openSite();
    expect((await ask('/anh/tin/anh.jpg')).status).toBe(200);
    expect(bodiesRead.length).toBeLessThanOrEqual(1);
    bodiesRead.length = 0;
    expect((await ask('/anh/tin/t%C3%A0u%201.jpg')).status).toBe(200);
    expect(bodiesRead).toEqual([]);
  });

  test('of rules for browsers has their type', async () => {
    const { ask } = await openSite();
    const { headers } = await ask('/speculation-rules.json');
    expect(headers['content-type']).toBe('application/speculationrules+json');
  });

  test('beside it that it does not show may be another article’s, which is not out yet', async () => {
    const { ask } = await openSite();
    expect((await ask('/anh/tin/chua-dang.jpg')).status).toBe(404);
    expect((await ask('/anh/tin/t%C3%A0u%201.jpg')).body.toString()).toBe('ảnh tàu');
  });

  test.each(['/anh/rut/anh.jpg', '/anh/cam/anh.jpg'])(
    'beside an article that readers may not see is none: %s',
    async (target) => {
      const { ask } = await openSite();
      expect((await ask(target)).status).toBe(404);
    },
  );
});

describe('the key of the site for search engines', () => {
  const key = 'Khoa-Cua-Bao-2026';

  test('lies at its address, for GET and HEAD, whatever the query', async () => {
    const { ask } = await openSite({ key });
    for (const target of [`/${key}.txt`, `/${key}.txt?x=1`]) {
      const { status, headers, body } = await ask(target);
      expect([status, body.toString()]).toEqual([200, key]);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    }
    const head = await ask(`/${key}.txt`, { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await ask(`/${key}.txt`, { method: 'POST' })).status).toBe(405);
  });

  test('is in no other case, and nowhere when there is none', async () => {
    const { ask } = await openSite({ key });
    expect((await ask(`/${key.toLowerCase()}.txt`)).status).toBe(404);
    const without = await openSite();
    const { status, body } = await without.ask(`/${key}.txt`);
    expect(status).not.toBe(200);
    expect(body.toString()).not.toBe(key);
  });
});

describe('a page that fails', () => {
  test('is our own page with status 500, kept by nobody, and tried again', async () => {
    let broken = true;
    const { ask, documents, failures } = await openSite({
      draw: (path) => (broken && path === '/' ? new Error('/srv/bao hỏng') : undefined),
    });
    const failed = await ask('/');
    expect(failed.status).toBe(500);
    expect(failed.body.toString()).toBe('<p>/trang-loi: Tin</p>');
    expect(failed.headers['cache-control']).toBe('no-store');
    expect(failures).toEqual(['/']);
    expect(documents.count()).toBe(0);
    broken = false;
    expect((await ask('/')).status).toBe(200);
  });

  test('says nothing of the cause, whatever else fails', async () => {
    const { ask } = await openSite({ draw: () => new Error('/srv/bao hỏng') });
    for (const target of ['/', '/khong-co', '/bai-viet/rut']) {
      const { status, body } = await ask(target);
      expect(status).toBe(500);
      expect(body.toString()).not.toContain('hỏng');
    }
  });
});

test('a store that breaks is a plain 500, and the failure is reported', async () => {
  const failures: string[] = [];
  const newsroom = createNewsroom(files);
  const store = await newsroom.open();
  const none = async () => false;
  const reportFailure = (path: string) => failures.push(path);
  const render = async () => ({ status: 200, contentType: 'text/html', body: Buffer.of() });
  const press = createPress(render, finish, reportFailure, store.now);
  const documents = createDocuments({ store, press, memoryBytes: 1_048_576, reportFailure });
  const ask = await listenOnLoopback(
    createHandler({
      ...{ store, documents, press, common: commonHeaders(true), reportFailure },
      ...{ answerSearch: async () => undefined, answerSuggestions: async () => undefined },
      ...{ servePublic: none, servePicture: none, health: createHealthCheck(store) },
    }),
  );
  store.close();
  const { status, headers, body } = await ask('/bai-viet/tin?a=1');
  expect(status).toBe(500);
  expect(headers['cache-control']).toBe('no-store');
  expect(body.toString()).toBe('Trang này đang trục trặc');
  expect(failures).toEqual(['/bai-viet/tin?a=1']);
});
