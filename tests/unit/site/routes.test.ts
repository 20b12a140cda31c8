import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOfPicture,
  answerPages,
  canonicalSpelling,
  fileOf,
  matchRoute,
  mayBeFile,
  pathOf,
  paths,
  type Route,
} from '@/lib/site/routes';
import { calendarDayOf, parseEditorialDate } from '@/lib/vietnamese/dates';
import { anyRoute } from './any-route';

const vectors: {
  readonly dates: readonly {
    readonly iso: string;
    readonly zone: string;
    readonly archive: string;
  }[];
} = JSON.parse(readFileSync('tests/fixtures/vietnamese-vectors.json', 'utf8'));

describe('a route', () => {
  test('is found again by its path', () => {
    fc.assert(
      fc.property(anyRoute, (any) => {
        const path = pathOf(any);
        expect(matchRoute(decodeURIComponent(path))).toEqual(any);
        expect(path).toMatch(/^\/(?!\/)[\u0021-\u007e]*$/);
      }),
      { numRuns: 500 },
    );
  });

  test('of a page about the site is one part that no other room has taken', () => {
    expect(matchRoute('/gioi-thieu')).toEqual({ kind: 'site-page', slug: 'gioi-thieu' });
    expect(pathOf({ kind: 'site-page', slug: 'gioi-thieu' })).toBe('/gioi-thieu');
  });

  test.each([
    [{ kind: 'front', page: 1 }, '/'],
    [{ kind: 'front', page: 2 }, '/trang/2'],
    [{ kind: 'article', slug: 'tin-moi' }, '/bai-viet/tin-moi'],
    [{ kind: 'section', section: 'thoi-su', page: 1 }, '/chuyen-muc/thoi-su'],
    [{ kind: 'tags' }, '/chu-de'],
    [{ kind: 'tag', tag: 'ky-anh', page: 12 }, '/chu-de/ky-anh/trang/12'],
    [{ kind: 'authors' }, '/tac-gia'],
    [{ kind: 'author', author: 'trang', page: 2 }, '/tac-gia/trang/trang/2'],
    [{ kind: 'archive' }, '/luu-tru'],
    [{ kind: 'year', year: 2020 }, '/luu-tru/2020'],
    [{ kind: 'month', year: 2020, month: 1, page: 1 }, '/luu-tru/2020/01'],
    [{ kind: 'day', day: { year: 2020, month: 12, day: 4 }, page: 1 }, '/luu-tru/2020/12/04'],
    [{ kind: 'corrections', page: 3 }, '/dinh-chinh/trang/3'],
    [{ kind: 'picture', slug: 'a', file: 'cảng 1.jpg' }, '/anh/a/c%E1%BA%A3ng%201.jpg'],
    [{ kind: 'article-text', slug: 'tin-moi' }, '/bai-viet/tin-moi.md'],
    [{ kind: 'feed', subject: { of: 'site' }, format: 'rss' }, '/rss.xml'],
    [
      { kind: 'feed', subject: { of: 'section', key: 'thoi-su' }, format: 'atom' },
      '/chuyen-muc/thoi-su/atom.xml',
    ],
    [
      { kind: 'feed', subject: { of: 'tag', key: 'ky-anh' }, format: 'json' },
      '/chu-de/ky-anh/feed.json',
    ],
    [
      { kind: 'feed', subject: { of: 'author', key: 'trang' }, format: 'rss' },
      '/tac-gia/trang/rss.xml',
    ],
    [{ kind: 'sitemap-month', year: 2020, month: 3, part: 1 }, '/sitemap/2020-03.xml'],
    [{ kind: 'sitemap-month', year: 2020, month: 12, part: 2 }, '/sitemap/2020-12-2.xml'],
    [{ kind: 'sitemap-year', year: 2020 }, '/sitemap/2020.xml'],
    [{ kind: 'sitemap-lists', lists: 'chu-de', part: 3 }, '/sitemap/chu-de-3.xml'],
    [{ kind: 'card', subject: { of: 'site' } }, '/og.png'],
    [{ kind: 'card', subject: { of: 'article', key: 'tin-moi' } }, '/og/tin-moi.png'],
    [{ kind: 'card', subject: { of: 'section', key: 'a' } }, '/og/chuyen-muc/a.png'],
    [{ kind: 'card', subject: { of: 'tag', key: 'a' } }, '/og/chu-de/a.png'],
    [{ kind: 'manifest' }, '/manifest.webmanifest'],
    [{ kind: 'open-search' }, '/opensearch.xml'],
  ] satisfies [Route, string][])('%j has the path %s', (any, path) => {
    expect(pathOf(any)).toBe(path);
  });

  test.each(vectors.dates)('of the day of $iso in $zone is $archive', ({ iso, zone, archive }) => {
    const parsed = parseEditorialDate(iso, zone);
    if (!parsed.ok) throw new Error(`${iso} is no date`);
    expect(paths.day(calendarDayOf(parsed.date.epochMs, zone))).toBe(archive);
  });
});

describe('no route has', () => {
  test.each([
    '',
    'chu-de',
    '//',
    '//evil.example',
    '/http://evil.example',
    '/bai-viet',
    '/bai-viet/',
    '/bai-viet/Tin',
    '/bai-viet/tin_moi',
    '/bai-viet/-tin',
    '/bai-viet/tin--moi',
    '/bai-viet/tin/moi',
    '/bai-viet/../chu-de',
    '/bai-viet/tin\n',
    '/trang',
    '/trang/0',
    '/trang/1',
    '/trang/01',
    '/trang/02',
    '/trang/-2',
    '/trang/2.0',
    '/trang/99999999',
    '/chu-de/trang/2',
    '/chu-de/ky-anh/trang/1',
    '/chu-de/ky-anh/trang/2/trang/2',
    '/bai-viet/tin.md.md',
    '/bai-viet/tin/rss.xml',
    '/chu-de/rss.xml',
    '/sitemap/2020-12-1.xml',
    '/sitemap/2020-12-02.xml',
    '/sitemap/2020-1.xml',
    '/sitemap/chu-de-1.xml',
    '/sitemap/khac.xml',
    '/og/tac-gia/trang.png',
    '/og/tin.jpg',
    '/luu-tru/20',
    '/luu-tru/2020/1',
    '/luu-tru/2020/12/024',
    '/luu-tru/2020/trang/2',
    '/anh/a',
    '/anh/a/',
    '/_next/static/x.js',
    '/.env',
    '/cảng',
  ])('%j', (path) => {
    expect(matchRoute(path)).toBeUndefined();
  });
});

describe('the canonical spelling', () => {
  test.each([
    ['/', '/'],
    ['//', '/'],
    ['/trang/1', '/'],
    ['/trang/01/', '/'],
    ['/trang/11', '/trang/11'],
    ['/chu-de/', '/chu-de'],
    ['/Chu-De//Ky-Anh///', '/chu-de/ky-anh'],
    ['/chu-de/ky-anh/trang/1', '/chu-de/ky-anh'],
    ['/chu-de/ky-anh/TRANG/001/', '/chu-de/ky-anh'],
    ['/tac-gia/trang', '/tac-gia/trang'],
    ['/tac-gia/trang/trang/1', '/tac-gia/trang'],
    ['/tin/CŨ'.normalize('NFD'), '/tin/cũ'.normalize('NFC')],
    ['/ANH/Tin-Moi//Cang.JPG', '/anh/tin-moi/Cang.JPG'],
    ['//evil.example', '/evil.example'],
  ])('of %j is %j', (path, expected) => {
    expect(canonicalSpelling(path)).toBe(expected);
  });

  test('of a path in canonical spelling is that path', () => {
    fc.assert(
      fc.property(anyRoute, (any) => {
        const path = decodeURIComponent(pathOf(any));
        expect(canonicalSpelling(path)).toBe(path);
      }),
      { numRuns: 500 },
    );
  });

  test('never begins with two slashes, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tail) => {
        expect(canonicalSpelling(`/${tail}`)).toMatch(/^\/(?!\/)/);
      }),
    );
  });
});

test.each([
  ['/fonts/a.woff2', true],
  ['/favicon.ico', true],
  ['/bai-viet/tin', false],
  ['/a.b/tin', false],
  ['/anh/tin/cang.jpg', false],
])('that a file of public/ may live at %s: %s', (path, expected) => {
  expect(mayBeFile(path)).toBe(expected);
});

describe('the address of a picture', () => {
  test.each([
    ['cang.jpg', '/anh/tin/cang.jpg'],
    ['./cang.jpg', '/anh/tin/cang.jpg'],
    ['nho/cang.jpg', '/anh/tin/nho/cang.jpg'],
    ['cảng mới.jpg', '/anh/tin/c%E1%BA%A3ng%20m%E1%BB%9Bi.jpg'],
    ['cảng%20mới.jpg', '/anh/tin/c%E1%BA%A3ng%20m%E1%BB%9Bi.jpg'],
    ['100%.jpg', '/anh/tin/100%25.jpg'],
    ['/images/cang.jpg', '/images/cang.jpg'],
  ])('that an article writes as %j is %s', (written, address) => {
    expect(addressOfPicture('tin', written)).toBe(address);
  });
});

describe('the file of a document', () => {
  test.each([
    [paths.front(), 'index.html'],
    [paths.front(2), 'trang/2.html'],
    [paths.article('tin-moi'), 'bai-viet/tin-moi.html'],
    [paths.tags(), 'chu-de.html'],
    [paths.tag('ky-anh', 2), 'chu-de/ky-anh/trang/2.html'],
    [paths.year(2020), 'luu-tru/2020.html'],
    [paths.day({ year: 2020, month: 12, day: 4 }), 'luu-tru/2020/12/04.html'],
    [paths.sitePage('gioi-thieu'), 'gioi-thieu.html'],
    [paths.manifest(), 'manifest.webmanifest'],
    [paths.openSearch(), 'opensearch.xml'],
    [paths.articleText('tin-moi'), 'bai-viet/tin-moi.md'],
    [paths.feed({ of: 'tag', key: 'ky-anh' }, 'json'), 'chu-de/ky-anh/feed.json'],
    [paths.card({ of: 'site' }), 'og.png'],
    [answerPages.missing, 'trang-thieu.html'],
  ])('%s is %s', (path, file) => {
    expect(fileOf(path)).toBe(file);
  });

  test('is one of its own, inside the folder, and never a folder that another needs', () => {
    const isPage = (route: Route) => route.kind !== 'picture';
    fc.assert(
      fc.property(anyRoute.filter(isPage), anyRoute.filter(isPage), (one, other) => {
        const [file, rival] = [fileOf(pathOf(one)), fileOf(pathOf(other))];
        expect(file === rival).toBe(pathOf(one) === pathOf(other));
        expect(rival.startsWith(`${file}/`)).toBe(false);
        expect(file).toMatch(/^[a-z0-9][a-z0-9/-]*\.(?:html|json|md|png|txt|webmanifest|xml)$/);
      }),
      { numRuns: 500 },
    );
  });
});
