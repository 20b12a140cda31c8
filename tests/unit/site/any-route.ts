import fc from 'fast-check';
import { feedFormats, listSitemaps } from '@/lib/site/machine-routes';
import { matchRoute, type Route } from '@/lib/site/routes';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const page = fc.integer({ min: 1, max: 9_999_999 });
const year = fc.integer({ min: 0, max: 9999 });
const month = fc.integer({ min: 1, max: 12 });

const part = fc.integer({ min: 1, max: 9_999 });

function subjectOf(...kinds: readonly string[]) {
  return fc.oneof(
    fc.constant({ of: 'site' }),
    fc.record({ of: fc.constantFrom(...kinds), key: slug }),
  );
}

/** Any route. */
export const anyRoute: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ kind: fc.constant('front'), page }),
  fc.record({ kind: fc.constant('article'), slug }),
  fc.record({ kind: fc.constant('section'), section: slug, page }),
  fc.constant({ kind: 'tags' }),
  fc.record({ kind: fc.constant('tag'), tag: slug, page }),
  fc.constant({ kind: 'authors' }),
  fc.record({ kind: fc.constant('author'), author: slug, page }),
  fc.constant({ kind: 'archive' }),
  fc.record({ kind: fc.constant('year'), year }),
  fc.record({ kind: fc.constant('month'), year, month, page }),
  fc.record({
    kind: fc.constant('day'),
    day: fc.record({ year, month, day: fc.integer({ min: 1, max: 31 }) }),
    page,
  }),
  fc.record({ kind: fc.constant('corrections'), page }),
  fc
    .record({ kind: fc.constant('site-page'), slug })
    .filter((route) => matchRoute(`/${route.slug}`)?.kind === 'site-page'),
  fc.record({
    kind: fc.constant('picture'),
    slug,
    file: fc
      .array(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
          .filter((name) => !/[/\\]/.test(name)),
        { minLength: 1, maxLength: 3 },
      )
      .map((parts) => parts.join('/').normalize('NFC')),
  }),
  fc.record({ kind: fc.constant('article-text'), slug }),
  fc.record({
    kind: fc.constant('feed'),
    subject: subjectOf('section', 'tag', 'author'),
    format: fc.constantFrom(...feedFormats),
  }),
  fc.record({ kind: fc.constant('card'), subject: subjectOf('article', 'section', 'tag') }),
  fc.record({ kind: fc.constant('sitemap-month'), year, month, part }),
  fc.record({ kind: fc.constant('sitemap-year'), year }),
  fc.record({
    kind: fc.constant('sitemap-lists'),
    lists: fc.constantFrom(...listSitemaps),
    part,
  }),
  fc.record({
    kind: fc.constantFrom(
      ...['opml', 'llms', 'robots', 'sitemap-index', 'news-sitemap', 'manifest', 'open-search'],
    ),
  }),
) as fc.Arbitrary<Route>;
