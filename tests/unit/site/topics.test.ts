import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOfParts } from '@/lib/site/machine-routes';
import { matchRoute, pathOf, type Route } from '@/lib/site/routes';
import {
  addressesOf,
  type Topic,
  type TopicAddress,
  topics,
  topicsOf,
  topicsOfMissing,
} from '@/lib/site/topics';
import { slug as slugOf } from '@/lib/vietnamese/slug';
import { anyRoute } from './any-route';

const day = { year: 2020, month: 12, day: 4 };

describe('the topics of a page, the widest first', () => {
  test.each([
    [{ kind: 'front', page: 1 }, ['site', 'latest:all', 'latest:1']],
    [{ kind: 'front', page: 2 }, ['site', 'latest:all', 'latest:2']],
    [{ kind: 'article', slug: 'tin-moi' }, ['site', 'article:tin-moi']],
    [
      { kind: 'section', section: 'thoi-su', page: 3 },
      ['site', 'section:thoi-su', 'section:thoi-su:3'],
    ],
    [{ kind: 'tags' }, ['site', 'tags']],
    [{ kind: 'tag', tag: 'ky-anh', page: 1 }, ['site', 'tag:ky-anh', 'tag:ky-anh:1']],
    [{ kind: 'authors' }, ['site', 'authors']],
    [{ kind: 'author', author: 'trang', page: 2 }, ['site', 'author:trang', 'author:trang:2']],
    [{ kind: 'archive' }, ['site', 'archive']],
    [{ kind: 'year', year: 2020 }, ['site', 'year:2020']],
    [{ kind: 'month', year: 2020, month: 1, page: 4 }, ['site', 'month:2020-01']],
    [{ kind: 'day', day, page: 1 }, ['site', 'day:2020-12-04']],
    [{ kind: 'corrections', page: 2 }, ['site', 'corrections']],
    [{ kind: 'site-page', slug: 'gioi-thieu' }, ['site', 'page:gioi-thieu']],
    [{ kind: 'manifest' }, ['site']],
    [{ kind: 'open-search' }, ['site']],
  ] satisfies [Route, string[]][])('%j: %j', (route, names) => {
    expect(topicsOf(route)).toEqual(names);
  });

  test('are those of the newest articles for the page that answers for missing addresses', () => {
    expect(topicsOfMissing).toEqual(['site', 'latest:all', 'latest:1']);
  });
});

describe('where the documents of a topic live', () => {
  test.each([
    [topics.latest(), '/', true],
    [topics.latest(1), '/', false],
    [topics.latest(12), '/trang/12', false],
    [topics.article('tin-moi'), '/bai-viet/tin-moi', false],
    [topics.article('2020-12'), '/bai-viet/2020-12', false],
    [topics.section('thoi-su'), '/chuyen-muc/thoi-su', true],
    [topics.section('thoi-su', 1), '/chuyen-muc/thoi-su', false],
    [topics.tag('ky-anh', 2), '/chu-de/ky-anh/trang/2', false],
    [topics.author('trang'), '/tac-gia/trang', true],
    [topics.tags, '/chu-de', false],
    [topics.authors, '/tac-gia', false],
    [topics.archive, '/luu-tru', false],
    [topics.year(987), '/luu-tru/0987', false],
    [topics.month(2020, 1), '/luu-tru/2020/01', true],
    [topics.day(day), '/luu-tru/2020/12/04', true],
    [topics.corrections, '/dinh-chinh', true],
    [topics.sitePage('gioi-thieu'), '/gioi-thieu', false],
  ])('%s: %s, with its numbered pages: %s', (topic, path, hasPages) => {
    const [first] = addressesOf(topic);
    expect(first).toEqual({ path, numbered: hasPages ? 'pages' : 'none' });
  });

  test.each([
    [topics.article('tin'), ['/bai-viet/tin', '/bai-viet/tin.md']],
    [topics.feed({ of: 'site' }), ['/rss.xml', '/atom.xml', '/feed.json']],
    [
      topics.feed({ of: 'tag', key: 'ky-anh' }),
      ['/chu-de/ky-anh/rss.xml', '/chu-de/ky-anh/atom.xml', '/chu-de/ky-anh/feed.json'],
    ],
    [topics.sitemap, ['/sitemap.xml']],
    [topics.sitemapOfMonth(2020, 3), ['/sitemap/2020-03.xml']],
    [topics.sitemapOfYear(987), ['/sitemap/0987.xml']],
    [topics.sitemapOfLists('chu-de'), ['/sitemap/chu-de.xml']],
    [topics.newsSitemap, ['/news-sitemap.xml']],
    [topics.card({ of: 'site' }), ['/og.png']],
    [topics.card({ of: 'article', key: '2020' }), ['/og/2020.png']],
    [topics.card({ of: 'section', key: 'thoi-su' }), ['/og/chuyen-muc/thoi-su.png']],
    [topics.opml, ['/opml.xml']],
    [topics.llms, ['/llms.txt']],
  ])('%s: %j', (topic, expected) => {
    expect(addressesOf(topic).map(({ path }) => path)).toEqual(expected);
  });

  test('is nowhere in particular for the topic of all documents, nor for what is no topic', () => {
    expect(addressesOf(topics.site)).toEqual([]);
    expect(addressesOf('cu:ten' as Topic)).toEqual([]);
  });

  test('has the page of every route that has the topic, and no page that has it not', () => {
    fc.assert(
      fc.property(anyRoute, anyRoute, (route, other) => {
        for (const topic of topicsOf(route).slice(1)) {
          const addresses = addressesOf(topic);
          expect(addresses).not.toEqual([]);
          const later = 'page' in route ? { page: 2 } : { part: 2 };
          for (const each of [route, other, { ...route, ...later } as Route]) {
            expect(
              addresses.some((address) => isAt(pathOf(each), address)),
              `${topic} ${pathOf(each)}`,
            ).toBe(topicsOf(each).includes(topic));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

function isAt(path: string, { path: first, numbered }: TopicAddress): boolean {
  if (path === first || numbered === 'none') return path === first;
  const beginning =
    numbered === 'parts' ? beginningOfParts(first) : `${first === '/' ? '' : first}/trang/`;
  return path.startsWith(beginning) && matchRoute(path) !== undefined;
}

test('the name of a topic is one that every CDN takes: lower-case ASCII without blanks and commas, and short', () => {
  fc.assert(
    fc.property(anyRoute, (route) => {
      for (const topic of topicsOf(route)) expect(topic).toMatch(/^[a-z0-9:-]{1,200}$/);
    }),
    { numRuns: 500 },
  );
  expect(topics.article(slugOf('đ'.repeat(999))).length).toBeLessThan(200);
});
