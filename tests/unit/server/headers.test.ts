import { describe, expect, test } from 'vitest';
import {
  cacheControl,
  cacheTags,
  cdnCacheControl,
  commonHeaders,
  contentSecurityPolicy,
  linkHeader,
  noSources,
  policyInPage,
  sourcesOfPolicy,
} from '@/lib/server/headers';
import { feedFormats } from '@/lib/site/machine-routes';
import { paths } from '@/lib/site/routes';
import { topicsOf } from '@/lib/site/topics';

describe('the policy of a page', () => {
  test('allows no script, the styles that are named, and nothing of another host', () => {
    const styleSources = ["'sha256-a='", "'sha256-b='"];
    expect(contentSecurityPolicy({ styleSources, hasModule: false })).toBe(
      "default-src 'none'; script-src 'none'; style-src 'sha256-a=' 'sha256-b='; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('allows no style where there is none', () => {
    expect(contentSecurityPolicy(noSources)).toContain("style-src 'none';");
  });

  test('allows scripts of this host, and no others, where our module is', () => {
    const policy = contentSecurityPolicy({ styleSources: [], hasModule: true });
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test.each([
    noSources,
    { styleSources: ["'sha256-a+/='"], hasModule: false },
    { styleSources: [], hasModule: true },
    { styleSources: ["'sha256-a='", "'sha256-b='"], hasModule: true },
  ])('says what it lets through: %j', (sources) => {
    expect(sourcesOfPolicy(policyInPage(sources))).toEqual(sources);
  });

  test('is the same in the page, but for what browsers obey in a header only', () => {
    const sources = { styleSources: ["'sha256-a='"], hasModule: true };
    const inPage = policyInPage(sources);
    expect(contentSecurityPolicy(sources)).toBe(`${inPage}; frame-ancestors 'none'`);
    expect(inPage).not.toMatch(/frame-ancestors|sandbox|report-uri/);
  });
});

describe('the tags for a shared cache', () => {
  const topics = topicsOf({ kind: 'section', section: 'thoi-su', page: 3 });

  test.each([
    ['Cache-Tag', 'site,section:thoi-su,section:thoi-su:3'],
    ['Surrogate-Key', 'site section:thoi-su section:thoi-su:3'],
    ['xkey', 'site section:thoi-su section:thoi-su:3'],
  ] as const)('stand in %s as %s', (header, expected) => {
    expect(cacheTags(header, topics)).toEqual({ [header]: expected });
  });

  test('are no header when there are none', () => {
    expect(cacheTags('Cache-Tag', [])).toEqual({});
  });

  test('are at most fifty, each of at most 128 characters', () => {
    const many = Array.from({ length: 60 }, (_, n) => `${n}-${'a'.repeat(200)}`);
    const tags = cacheTags('Cache-Tag', many)['Cache-Tag']?.split(',') ?? [];
    expect(tags).toHaveLength(50);
    expect(new Set(tags.map(({ length }) => length))).toEqual(new Set([128]));
  });
});

describe('what a document names as its own', () => {
  const siteUrl = 'https://vi-du.vn';
  const webSubHub = 'https://hub.vi-du.vn/';

  test('is, of an article, its text', () => {
    expect(linkHeader(paths.article('tin'), { siteUrl })).toBe(
      '</bai-viet/tin.md>; rel="alternate"; type="text/markdown"',
    );
  });

  test.each(feedFormats)('is, of a feed as %s, its hub and, once, itself', (format) => {
    const path = paths.feed({ of: 'tag', key: 'ky-anh' }, format);
    expect(linkHeader(path, { siteUrl, webSubHub })).toBe(
      `<${webSubHub}>; rel="hub", <${siteUrl}${path}>; rel="self"`,
    );
    expect(linkHeader(path, { siteUrl })).toBeUndefined();
  });

  test.each([
    paths.front(),
    paths.section('thoi-su'),
    paths.articleText('tin'),
    paths.newsSitemap(),
    paths.opml(),
    paths.sitePage('gioi-thieu'),
  ])('is nothing of %s', (path) => {
    expect(linkHeader(path, { siteUrl, webSubHub })).toBeUndefined();
  });
});

test('a shared cache keeps a document for seconds, a browser for none', () => {
  expect(cdnCacheControl).toBe('public, max-age=5, stale-while-revalidate=10, stale-if-error=60');
  expect(cacheControl.document).toBe('public, max-age=0, must-revalidate');
});

test('a missing page is kept for a minute at most', () => {
  expect(Number(/max-age=(\d+)/.exec(cacheControl.missing)?.[1])).toBeLessThanOrEqual(60);
});

test('search engines are told to stay away outside production only', () => {
  expect(commonHeaders(false)).toHaveProperty('X-Robots-Tag', 'noindex');
  expect(commonHeaders(true)).not.toHaveProperty('X-Robots-Tag');
});
