import { expect, test } from 'vitest';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

test.each([
  [paths.front(), 'text/html; charset=utf-8'],
  [paths.article('rss'), 'text/html; charset=utf-8'],
  [paths.feed({ of: 'site' }, 'rss'), 'application/rss+xml; charset=utf-8'],
  [paths.feed({ of: 'tag', key: 'ky-anh' }, 'atom'), 'application/atom+xml; charset=utf-8'],
  [paths.feed({ of: 'author', key: 'a' }, 'json'), 'application/feed+json; charset=utf-8'],
  [paths.opml(), 'text/x-opml; charset=utf-8'],
  [paths.articleText('tin'), 'text/markdown; charset=utf-8'],
  [paths.sitemap(), 'application/xml; charset=utf-8'],
  [paths.sitemapOfMonth(2020, 12, 2), 'application/xml; charset=utf-8'],
  [paths.newsSitemap(), 'application/xml; charset=utf-8'],
  [paths.robots(), 'text/plain; charset=utf-8'],
  [paths.llms(), 'text/plain; charset=utf-8'],
  [paths.card({ of: 'article', key: 'tin' }), 'image/png'],
  [paths.manifest(), 'application/manifest+json'],
  [paths.openSearch(), 'application/opensearchdescription+xml'],
])('%s is %s', (path, type) => {
  expect(mediaTypeOf(path)).toBe(type);
});
