import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve, statusOf } from '@/lib/publish/resolve';
import type { Store } from '@/lib/store/store';
import { article, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';

const files = {
  'site.yaml': siteFile({
    sections: [
      { key: 'thoi-su', name: 'Thời sự', aliases: ['/chuyen-muc/tin-tuc'] },
      { key: 'doi-song', name: 'Đời sống' },
    ],
  }),
  'tags.yaml': '- {name: Kỳ Anh, synonyms: [TX Kỳ Anh, KỲ ANH]}\n',
  'authors/thu-trang.md': markdown({ name: 'Thu Trang', aliases: ['/tac-gia/trang-cu'] }),
  'pages/gioi-thieu.md': markdown({
    title: 'Giới thiệu',
    description: 'Sapo.',
    aliases: ['/Về chúng tôi.html'],
  }),
  'articles/2026/11/tin.md': article({
    date: '2026-11-02',
    tags: ['cảng'],
    authors: ['thu-trang'],
    aliases: ['/2026/11/tin-cu.html', '/bai-viet/tin-cu'],
  }),
  'articles/2026/11/rut.md': article({
    withdrawn: { date: '2026-11-03', reason: 'Sai.' },
    tags: ['chuyện rút'],
    aliases: ['/rut-cu'],
  }),
  'articles/2026/11/nhap.md': article({
    draft: true,
    tags: ['chuyện nháp'],
    aliases: ['/nhap-cu'],
  }),
  'articles/2027/01/cam.md': article({
    date: '2027-01-05 08:00',
    tags: ['chuyện cấm'],
    aliases: ['/cam-cu'],
  }),
};

async function ask(target: string, now = NOON) {
  const store = await open();
  return resolve(store, store.edition(now), target);
}

const open = (): Promise<Store> => createNewsroom(files).open();

test.each(['/tim-kiem', '/tim-kiem?q=/../x', '/Tim-Kiem/', '//tim-kiem?', '/t%69m-kiem'])(
  'the search is known in any spelling, whatever is looked for: %s',
  async (target) => {
    expect(await ask(target)).toEqual({ kind: 'search' });
  },
);

describe('a page that is there is a document:', () => {
  test.each([
    '/',
    '/bai-viet/tin',
    '/chuyen-muc/thoi-su',
    '/chuyen-muc/doi-song',
    '/chu-de',
    '/chu-de/cang',
    '/chu-de/ky-anh',
    '/tac-gia',
    '/tac-gia/thu-trang',
    '/luu-tru',
    '/luu-tru/2026',
    '/luu-tru/2026/11',
    '/luu-tru/2026/11/02',
    '/dinh-chinh',
    '/gioi-thieu',
    '/manifest.webmanifest',
    '/opensearch.xml',
    '/bai-viet/tin.md',
    '/rss.xml',
    '/chuyen-muc/doi-song/atom.xml',
    '/chu-de/cang/feed.json',
    '/tac-gia/thu-trang/rss.xml',
    '/sitemap.xml',
    '/sitemap/danh-muc.xml',
    '/sitemap/2026.xml',
    '/sitemap/2026-11.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/opml.xml',
    '/og.png',
    '/og/chu-de/ky-anh.png',
  ])('%s', async (path) => {
    expect(await ask(path)).toEqual({ kind: 'document', path });
  });

  test('whatever query comes with it', async () => {
    expect(await ask('/bai-viet/tin?fbclid=x&utm=/../y')).toEqual({
      kind: 'document',
      path: '/bai-viet/tin',
    });
    expect(await ask(`/?${'x'.repeat(9000)}`)).toEqual({ kind: 'document', path: '/' });
  });

  test('and so are the later pages of a list, as far as it goes', async () => {
    const newsroom = createNewsroom(files);
    for (let n = 0; n < 20; n += 1) newsroom.write(`articles/nua-${n}.md`, article());
    const store = await newsroom.open();
    const kindOf = (target: string) => resolve(store, store.edition(NOON), target).kind;
    expect(kindOf('/trang/2')).toBe('document');
    expect(kindOf('/chuyen-muc/thoi-su/trang/2')).toBe('document');
    expect(kindOf('/luu-tru/2026/11/trang/2')).toBe('document');
    expect(kindOf('/trang/3')).toBe('missing');
    expect(kindOf('/chu-de/cang/trang/2')).toBe('missing');
    expect(kindOf('/luu-tru/2026/11/01/trang/2')).toBe('missing');
  });
});

describe('another spelling moves, in one hop, to the one that is linked:', () => {
  test.each([
    ['//', '/'],
    ['/trang/1', '/'],
    ['/trang/1/', '/'],
    ['/Bai-Viet/TIN/', '/bai-viet/tin'],
    ['//bai-viet//tin', '/bai-viet/tin'],
    ['/bai-viet/%74in', '/bai-viet/tin'],
    ['/chu-de/cang/trang/01?x=1', '/chu-de/cang'],
    ['/luu-tru/2026/', '/luu-tru/2026'],
    ['/GIOI-THIEU', '/gioi-thieu'],
    ['/Manifest.webmanifest', '/manifest.webmanifest'],
  ])('%s → %s', async (target, location) => {
    expect(await ask(target)).toEqual({ kind: 'moved', location });
  });
});

describe('an old address moves', () => {
  test.each([
    ['/2026/11/tin-cu.html', '/bai-viet/tin'],
    ['/2026/11/Tin-Cu.html/', '/bai-viet/tin'],
    ['/bai-viet/tin-cu', '/bai-viet/tin'],
    ['/tac-gia/trang-cu', '/tac-gia/thu-trang'],
    ['/chuyen-muc/tin-tuc', '/chuyen-muc/thoi-su'],
    ['/chu-de/tx-ky-anh', '/chu-de/ky-anh'],
    ['/chu-de/tx-ky-anh/rss.xml', '/chu-de/ky-anh/rss.xml'],
    ['/chuyen-muc/tin-tuc/feed.json', '/chuyen-muc/thoi-su/feed.json'],
    ['/tac-gia/trang-cu/atom.xml', '/tac-gia/thu-trang/atom.xml'],
    ['/bai-viet/tin-cu.md', '/bai-viet/tin.md'],
    [`/${encodeURIComponent('về chúng tôi.html'.normalize('NFC'))}`, '/gioi-thieu'],
    [`/${encodeURIComponent('Về chúng tôi.html'.normalize('NFD'))}`, '/gioi-thieu'],
    ['/rut-cu', '/bai-viet/rut'],
  ])('%s → %s', async (target, location) => {
    expect(await ask(target)).toEqual({ kind: 'moved', location });
  });

  test.each(['/nhap-cu', '/cam-cu'])('but not to what readers may not see: %s', async (target) => {
    expect(await ask(target)).toEqual({ kind: 'missing' });
  });

  test('also when one that is not out yet claims it too', async () => {
    const newsroom = createNewsroom({
      'articles/a-nhap.md': article({ draft: true, aliases: ['/cu'] }),
      'articles/b.md': article({ aliases: ['/cu'] }),
    });
    const store = await newsroom.open();
    expect(resolve(store, store.edition(NOON), '/cu')).toEqual({
      kind: 'moved',
      location: '/bai-viet/b',
    });
  });

  test('not when something lives there', async () => {
    const newsroom = createNewsroom({
      'articles/a.md': article({ aliases: ['/bai-viet/b', '/'] }),
      'articles/b.md': article(),
    });
    const store = await newsroom.open();
    const kindOf = (target: string) => resolve(store, store.edition(NOON), target).kind;
    expect(kindOf('/bai-viet/b')).toBe('document');
    expect(kindOf('/')).toBe('document');
  });
});

describe('what readers may not see', () => {
  test('a withdrawn article is withdrawn, under its one address', async () => {
    expect(await ask('/bai-viet/rut')).toEqual({ kind: 'withdrawn', path: '/bai-viet/rut' });
    expect(await ask('/bai-viet/Rut/')).toEqual({ kind: 'moved', location: '/bai-viet/rut' });
  });

  test.each([
    '/bai-viet/nhap',
    '/bai-viet/cam',
    '/chu-de/chuyen-nhap',
    '/chu-de/chuyen-cam',
    '/chu-de/chuyen-rut',
    '/luu-tru/2027',
    '/luu-tru/2027/01',
    '/luu-tru/2027/01/05',
    '/luu-tru/2026/11/01',
    '/anh/nhap/a.jpg',
    '/anh/cam/a.jpg',
    '/anh/rut/a.jpg',
  ])('is missing: %s', async (path) => {
    expect(await ask(path)).toEqual({ kind: 'missing' });
  });

  test('an embargo ends at its second', async () => {
    const publishedAt = Date.parse('2027-01-05T08:00:00+07:00');
    expect(await ask('/bai-viet/cam', publishedAt - 1)).toEqual({ kind: 'missing' });
    expect(await ask('/bai-viet/cam', publishedAt)).toEqual({
      kind: 'document',
      path: '/bai-viet/cam',
    });
    expect(await ask('/cam-cu', publishedAt)).toEqual({ kind: 'moved', location: '/bai-viet/cam' });
  });
});

describe('nothing is at', () => {
  test.each([
    '/bai-viet',
    '/bai-viet/khong-co',
    '/chuyen-muc',
    '/chuyen-muc/khong-co',
    '/chu-de/khong-co',
    '/tac-gia/khong-co',
    '/trang',
    '/trang/2',
    '/trang/0',
    '/luu-tru/1999',
    '/luu-tru/2026/13',
    '/luu-tru/2026/00',
    '/luu-tru/2026/02/30',
    '/khong-co',
    '/index.html',
    '/.env',
    '/.git/config',
    '/_next/static/chunks/x.js',
    '/_not-found',
    '/trang-ban',
    '/trang-loi',
    '/trang-thieu',
    '//evil.example',
    '//evil.example/%2e%2e',
    '/http://evil.example',
    '/https:/evil.example/',
    '/..//evil.example',
    '/bai-viet/../bai-viet/tin',
    '/bai-viet/%2e%2e/bai-viet/tin',
    '/__proto__',
    '/constructor',
    '/bai-viet/constructor',
    "/chu-de/cang'--",
    '/%252e%252e/%252e%252e/etc/passwd',
    '/sitemap/2026-13.xml',
    '/sitemap/2026-11-2.xml',
    '/sitemap/2019-01.xml',
    '/sitemap/2019.xml',
    '/sitemap/chu-de-2.xml',
    '/chu-de/khong-co/rss.xml',
    '/tac-gia/khong-co/atom.xml',
    '/og/khong-co.png',
    '/bai-viet/rut.md',
  ])('%s', async (target) => {
    expect(await ask(target)).toEqual({ kind: 'missing' });
  });
});

describe('an address that is written wrong is malformed:', () => {
  test.each([
    '',
    '*',
    'bai-viet/tin',
    'http://evil.example/',
    '/%E0%A4%A',
    '/%',
    '/%zz',
    '/%ff',
    '/%ed%a0%80',
    '/%00',
    '/bai-viet/tin%00',
    '/bai-viet/tin%0d%0aSet-Cookie:x',
    '/bai-viet/tin%7f',
    '/a%2Fb',
    '/a%2fb',
    '/bai-viet%5ctin',
    '/\\evil.example',
    '\\',
    '/cảng',
    '/bai-viet/tin\n',
    '/\ud800',
  ])('%j', async (target) => {
    expect(await ask(target)).toEqual({ kind: 'malformed' });
  });
});

test('a path longer than any of the site is too long', async () => {
  expect(await ask(`/${'a'.repeat(2000)}`)).toEqual({ kind: 'too-long' });
  expect(await ask(`/${'a'.repeat(1999)}`)).toEqual({ kind: 'missing' });
});

test('every answer has its status', async () => {
  expect(statusOf).toEqual({
    ...{ document: 200, picture: 200, search: 200, moved: 308, malformed: 400 },
    ...{ missing: 404, withdrawn: 410, 'too-long': 414 },
  });
});

test('whatever is asked for, there is an answer, and no redirect leaves the site or moves again', async () => {
  const store = await open();
  const edition = store.edition(NOON);
  const part = fc.oneof(
    fc.constantFrom('bai-viet', 'Chu-De', 'trang', '1', 'tin', 'cang', 'rut', 'anh', 'x.jpg'),
    fc.constantFrom('', '.', '..', '%2e%2e', '%2F', '%5C', '\\', '%00', '%', '%E1%BA%A3', '@', ':'),
    fc.constantFrom('http:', 'evil.example', '2026', '11', 'gioi-thieu', '?', '#', ';'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const target = fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);
  fc.assert(
    fc.property(fc.oneof(target, fc.string({ unit: 'binary' })), (written) => {
      const answer = resolve(store, edition, written);
      if (answer.kind === 'picture') expect(answer.file).toMatch(/\.jpg$/);
      if (answer.kind !== 'moved') return;
      expect(answer.location).toMatch(/^\/(?![/\\])[\u0021-\u007e]*$/);
      expect(['document', 'withdrawn', 'picture']).toContain(
        resolve(store, edition, answer.location).kind,
      );
    }),
    { numRuns: 3000 },
  );
});

describe('a picture', () => {
  const folder = (store: Store) => `${store.contentDirectory}/articles/2026/11`;

  test.each([
    ['/anh/tin/a.jpg', 'a.jpg'],
    ['/anh/tin/A.JPEG', 'A.JPEG'],
    ['/anh/tin/nho/a.png', 'nho/a.png'],
    ['/anh/tin/c%E1%BA%A3ng%20m%E1%BB%9Bi.webp', 'cảng mới.webp'],
    ['/anh/tin/a%2Cb.avif', 'a,b.avif'],
    ['/anh/tin/a,b.avif', 'a,b.avif'],
    ['/anh/tin/100%25.gif', '100%.gif'],
  ])('of a live article is the file beside it: %s', async (target, file) => {
    const store = await open();
    expect(resolve(store, store.edition(NOON), target)).toMatchObject({
      kind: 'picture',
      file: `${folder(store)}/${file}`,
    });
  });

  test('has one address too', async () => {
    expect(await ask('/Anh/Tin//a.jpg')).toEqual({ kind: 'moved', location: '/anh/tin/a.jpg' });
    expect(await ask('/anh/tin/ca%CC%89ng.jpg')).toEqual({
      kind: 'moved',
      location: '/anh/tin/c%E1%BA%A3ng.jpg',
    });
  });

  test.each([
    ['no picture', '/anh/tin/tin.md'],
    ['no picture', '/anh/tin/a.svg'],
    ['no picture', '/anh/tin/a.html'],
    ['no name', '/anh/tin/.jpg'],
    ['a hidden file', '/anh/tin/.an.jpg'],
    ['in a hidden folder', '/anh/tin/.git/a.jpg'],
    ['outside the folder', '/anh/tin/../a.jpg'],
    ['outside the folder', '/anh/tin/%2e%2e/%2e%2e/a.jpg'],
    ['in the folder by a detour', '/anh/tin/x/../a.jpg'],
    ['of no article', '/anh/khong-co/a.jpg'],
    ['of nothing', '/anh/a.jpg'],
  ])('is not served when it is %s: %s', async (_what, target) => {
    expect(await ask(target)).toEqual({ kind: 'missing' });
  });
});
