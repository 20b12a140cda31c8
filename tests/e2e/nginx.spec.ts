import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { isWithoutNginx, startNginx } from './own-nginx';
import { startServer, temporaryFolder } from './own-server';
import { ask, type Received } from './raw-request';
import { everyKindOfPage, generated, newsroom, seedArticle } from './sites';

const root = resolve(import.meta.dirname, '../..');
const seedFile = `articles/2020/12/${seedArticle.slice('/bai-viet/'.length)}.md`;
test.skip(isWithoutNginx(), 'Debian’s nginx is not installed: npm run browser');

/** A newsroom behind nginx, with the configuration of the repository and tags for a cache. */
async function openSite(content = join(root, 'content')) {
  const folder = await temporaryFolder();
  const own = join(folder.path, 'content');
  const data = join(folder.path, 'data');
  await cp(content, own, { recursive: true });
  const node = await startServer({
    ...{ CONTENT_DIR: own, DATA_DIR: data, CACHE_TAG_HEADER: 'Cache-Tag' },
    // As the README has it: readers are told apart by what nginx says of them.
    TRUST_PROXY: 'loopback',
    // As in production: search engines are welcome.
    SITE_URL: 'https://vi-du.vn',
  });
  const nginx = await startNginx(join(folder.path, 'nginx'), {
    dataDirectory: data,
    node: node.origin,
    edit: (written) => written.replace('# add_header Cache-Tag', 'add_header Cache-Tag'),
  });
  const through = (target: string, headers = {}) => ask(nginx.origin, target, { headers });
  return {
    ...{ content: own, node, nginx, through },
    /** Waits until a document comes from the folder. */
    printed: async (target: string) => {
      await expect
        .poll(async () => isFromFolder(await through(target)), { message: target })
        .toBe(true);
    },
    close: async () => {
      await nginx.stop();
      await node.stop();
      await folder.remove();
    },
  };
}

type Site = Awaited<ReturnType<typeof openSite>>;

const isFromFolder = ({ headers }: Received) =>
  headers['server-timing'] === 'document;desc="nginx"';

const titleOf = ({ body }: Received) =>
  /<h1[^>]*>(.*?)<\/h1>/s.exec(body.toString())?.[1]?.replace(/<[^>]+>/g, '');

/** What may differ: validators and clocks of two servers, and what each says of itself. */
const ownHeaders = ['etag', 'date', 'server', 'server-timing', 'connection', 'keep-alive'];

function comparable({ headers }: Received) {
  const kept = Object.entries(headers).filter(([name]) => !ownHeaders.includes(name));
  return {
    ...Object.fromEntries(kept),
    // nginx allows any style and leaves it to the page to name its own.
    'content-security-policy': String(headers['content-security-policy']).replace(
      /style-src [^;]+/,
      'style-src',
    ),
  };
}

/** What programs ask for on every site. */
const forMachines = [
  ...[
    '/manifest.webmanifest',
    '/opensearch.xml',
    '/rss.xml',
    '/atom.xml',
    '/feed.json',
    '/opml.xml',
  ],
  ...[
    '/sitemap.xml',
    '/sitemap/danh-muc.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/og.png',
  ],
];

async function findFont(site: Site): Promise<string> {
  const html = (await site.through('/')).body.toString();
  return /\/fonts\/[^"]+\.woff2/.exec(html)?.[0] ?? '';
}

/** Compares what nginx answers with what Node does, for every kind of page of a newsroom. */
async function comparePages(site: Site, origin: string) {
  const targets = everyKindOfPage
    .filter(([, address, status]) => address.startsWith(origin) && status === 200)
    .map(([, address]) => address.slice(origin.length));
  for (const target of [...targets, ...forMachines]) {
    await site.printed(target);
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': coding };
      const ours = await ask(site.node.origin, target, { headers });
      const theirs = await site.through(target, headers);
      expect([theirs.status, isFromFolder(theirs)], target).toEqual([200, true]);
      expect(comparable(theirs), `${target} ${coding}`).toEqual(comparable(ours));
      expect(theirs.body.equals(ours.body), `${target} ${coding}`).toBe(true);
      const head = await ask(site.nginx.origin, target, { method: 'HEAD', headers });
      expect(comparable(head), target).toEqual(comparable(ours));
    }
  }
}

test.describe('a newspaper behind nginx', () => {
  // One server for all of them, in this order: the last takes Node away.
  test.describe.configure({ mode: 'default' });
  let site: Site;
  test.beforeAll(async () => {
    site = await openSite();
  });
  test.afterAll(() => site.close());

  test('is asked for a page once; the next reader has it from the folder', async () => {
    const first = await site.through('/gioi-thieu');
    expect(first.headers['server-timing']).toMatch(/rendered/);
    await site.printed('/gioi-thieu');
    expect((await site.through('/gioi-thieu')).body.equals(first.body)).toBe(true);
  });

  test('every kind of page has the bytes and headers that Node gives it', async () => {
    await comparePages(site, newsroom);
  });

  test('a document comes in br only to who names it, and is 304 to who has it', async () => {
    await site.printed(seedArticle);
    for (const [accepted, coding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['*', undefined],
      ['', undefined],
    ] as const) {
      const headers = { 'accept-encoding': accepted };
      const received = await site.through(seedArticle, headers);
      expect(received.headers['content-encoding'], accepted).toBe(coding);
      expect(received.headers.vary).toBe('Accept-Encoding');
      const { etag, 'last-modified': lastModified } = received.headers;
      for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': lastModified }]) {
        const again = await site.through(seedArticle, { ...headers, ...condition });
        expect(again.status).toBe(304);
        expect(again.body).toHaveLength(0);
        for (const name of ['etag', 'cache-control', 'cdn-cache-control', 'vary', 'cache-tag'])
          expect(again.headers[name], name).toBe(received.headers[name]);
      }
    }
  });

  test('no file of the folder has an address of its own, and Node judges every other spelling', async () => {
    await site.printed('/');
    await site.printed('/gioi-thieu');
    const never = [
      ...['/index', '/index.html', '/index.html.br', '/404', '/404.html', '/.right.json', '/.none'],
      ...[
        '/gioi-thieu.html',
        '/gioi-thieu.html.gz',
        '/gioi-thieu.html.old',
        '/gioi-thieu/',
        '/trang',
      ],
      ...['/GIOI-THIEU', '/gioi%2Dthieu', '//gioi-thieu', '/x/../gioi-thieu', '/./gioi-thieu'],
      ...['/gioi-thieu%00', '/..%2fcurrent/gioi-thieu', '/gioi-thieu%20', '/khong-co', '/bai-viet'],
      ...[
        '/manifest.webmanifest.br',
        '/documents/current/index.html',
        '/_not-found',
        '/trang-loi',
        '/trang-thieu',
        '/trang-ban',
      ],
    ];
    for (const target of never) {
      const theirs = await site.through(target);
      expect(theirs.status, target).toBeGreaterThan(300);
      // What cannot be decoded nginx refuses by itself.
      if (theirs.status === 400) continue;
      const ours = await ask(site.node.origin, target);
      expect([theirs.status, theirs.headers.location], target).toEqual([
        ours.status,
        ours.headers.location,
      ]);
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const { status, headers } = await ask(site.nginx.origin, '/', { method });
      expect([status, headers.allow], method).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    expect((await ask(site.nginx.origin, '/', { method: 'OPTIONS' })).status).toBe(204);
  });

  test('fonts come from nginx too, for a year, and all other files from Node', async () => {
    for (const target of [
      await findFont(site),
      '/icon.svg',
      '/speculation-rules.json',
      '/api/health',
    ]) {
      const ours = await ask(site.node.origin, target);
      const theirs = await site.through(target);
      expect(comparable(theirs), target).toEqual(comparable(ours));
      expect(theirs.body.equals(ours.body), target).toBe(true);
    }
  });

  test('a search and its suggestions come from Node, with their query, and are never kept', async () => {
    const long = `/tim-kiem?q=${'a'.repeat(10_000)}`;
    for (const target of ['/tim-kiem', '/tim-kiem?q=ky+anh', '/api/search?q=ky+anh', long]) {
      const ours = await ask(site.node.origin, target);
      const theirs = await site.through(target);
      expect([theirs.status, isFromFolder(theirs)], target).toEqual([200, false]);
      expect(comparable(theirs), target).toEqual(comparable(ours));
      expect(theirs.headers['cache-control'], target).toBe('no-store');
      expect(theirs.body.equals(ours.body), target).toBe(true);
    }
    const moved = await site.through('/Tim-Kiem/?q=ky%20anh');
    expect([moved.status, moved.headers.location]).toEqual([308, '/tim-kiem?q=ky+anh']);
  });

  test('who searches too much is told so; another reader behind nginx is not', async () => {
    const statusFor = async (reader: string) => {
      const headers = { 'x-forwarded-for': reader };
      return (await ask(site.nginx.origin, '/tim-kiem', { method: 'HEAD', headers })).status;
    };
    let status = 200;
    for (let asked = 0; status === 200 && asked < 1_000; asked += 1)
      status = await statusFor('203.0.113.1');
    expect([status, await statusFor('203.0.113.2')]).toEqual([429, 200]);
  });

  test('a page from nginx has its styles in a browser, and no style of anyone else', async ({
    page,
  }) => {
    await site.printed(seedArticle);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const response = await page.goto(site.nginx.origin + seedArticle, { waitUntil: 'networkidle' });
    expect(response?.headers()['content-security-policy']).toContain("style-src 'unsafe-inline'");
    const headline = page.locator('h1');
    const family = () => headline.evaluate((element) => getComputedStyle(element).fontFamily);
    expect(await family()).toContain('Newsreader');
    expect(complaints).toEqual([]);

    const html = (await response?.text()) ?? '';
    await page.route('**/*', (route) =>
      route.fulfill({
        headers: response?.headers() ?? {},
        body: html.replace('</head>', '<style>h1{display:none!important}</style></head>'),
      }),
    );
    await page.goto(site.nginx.origin + seedArticle);
    await expect(headline).toBeVisible();
    expect(complaints.join()).toContain('Content Security Policy');
  });

  test('while Node is away, what was printed is served, and fonts', async () => {
    await site.printed(seedArticle);
    const font = await findFont(site);
    await site.node.stop();
    const received = await site.through(`${seedArticle}?x=/../%2e.html`);
    expect([received.status, isFromFolder(received)]).toEqual([200, true]);
    expect((await site.through(font)).headers['cache-control']).toContain('immutable');
    expect((await site.through('/khong-co')).status).toBe(502);
  });
});

test('every kind of page of another newsroom has the bytes and headers that Node gives it', async () => {
  const site = await openSite(join(root, 'tests/.output/generated-newsroom'));
  await comparePages(site, generated);
  await site.close();
});

test('an edit is visible, a withdrawn article is 410, and one that went is 404', async () => {
  const site = await openSite();
  const file = join(site.content, seedFile);
  const original = await readFile(file, 'utf8');
  const status = async () => (await site.through(seedArticle)).status;
  await site.printed(seedArticle);
  await site.printed('/');

  await writeFile(file, original.replace(/^title: .*$/m, 'title: Tiêu đề vừa sửa để thử'));
  await expect
    .poll(async () => titleOf(await site.through(seedArticle)))
    .toBe('Tiêu đề vừa sửa để thử');
  // Compressed and written by itself: the old one may be there for a moment longer.
  await expect
    .poll(async () => (await site.through('/')).body.toString())
    .toContain('Tiêu đề vừa sửa để thử');
  await site.printed(seedArticle);

  const withdrawal = 'withdrawn: { date: 2021-01-02, reason: "Sai sự thật." }\n';
  await writeFile(file, original.replace(/^date: /m, `${withdrawal}date: `));
  await expect.poll(status).toBe(410);
  expect(await status()).toBe(410);

  await rm(file);
  await expect.poll(status).toBe(404);
  await site.close();
});
