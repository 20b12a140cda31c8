import type { Path } from './path';

/** What a list of articles with a feed of its own is of. */
export type FeedSubject =
  | { readonly of: 'site' }
  | { readonly of: 'section' | 'tag' | 'author'; readonly key: string };

/** What a social card shows; an article by its slug. */
export type CardSubject =
  | { readonly of: 'site' }
  | { readonly of: 'article'; readonly key: string }
  | { readonly of: 'section' | 'tag'; readonly key: string };

/** Size of a social card, pixels: what networks show large (standards.md 8.2). */
export const cardSize = { width: 1200, height: 630 } as const;

/** The forms of a feed, the one that most readers know first. */
export const feedFormats = ['rss', 'atom', 'json'] as const;

/** One form of a feed. */
export type FeedFormat = (typeof feedFormats)[number];

/** What site maps of lists hold, by their names: the site's own pages and sections, tags, authors. */
export const listSitemaps = ['danh-muc', 'chu-de', 'tac-gia'] as const;

/** One kind of site map of lists. */
export type ListSitemap = (typeof listSitemaps)[number];

/** Addresses that programs ask for. `part` counts from 1. */
export type MachineRoute =
  | { readonly kind: 'article-text'; readonly slug: string }
  | { readonly kind: 'feed'; readonly subject: FeedSubject; readonly format: FeedFormat }
  | { readonly kind: 'opml' }
  | { readonly kind: 'sitemap-index' }
  | {
      readonly kind: 'sitemap-month';
      readonly year: number;
      readonly month: number;
      readonly part: number;
    }
  /** The pages of the archive of a year. */
  | { readonly kind: 'sitemap-year'; readonly year: number }
  | { readonly kind: 'sitemap-lists'; readonly lists: ListSitemap; readonly part: number }
  | { readonly kind: 'news-sitemap' }
  | { readonly kind: 'robots' }
  | { readonly kind: 'llms' }
  | { readonly kind: 'card'; readonly subject: CardSubject }
  | { readonly kind: 'manifest' }
  | { readonly kind: 'open-search' };

const feedFiles = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' } as const satisfies Record<
  FeedFormat,
  string
>;

const folders = {
  article: 'bai-viet',
  section: 'chuyen-muc',
  tag: 'chu-de',
  author: 'tac-gia',
} as const;

/** Builds the paths of what programs ask for; each is written once, here. */
export const machinePaths = {
  /** The Markdown of an article. */
  articleText: (slug: string): Path => `/bai-viet/${slug}.md` as Path,
  feed: (subject: FeedSubject, format: FeedFormat): Path => {
    const folder = subject.of === 'site' ? '' : `/${folders[subject.of]}/${subject.key}`;
    return `${folder}/${feedFiles[format]}` as Path;
  },
  /** All feeds, for readers of feeds. */
  opml: (): Path => '/opml.xml' as Path,
  /** The index of all site maps. */
  sitemap: (): Path => '/sitemap.xml' as Path,
  sitemapOfMonth: (year: number, month: number, part = 1): Path =>
    sitemapFile(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`, part),
  sitemapOfYear: (year: number): Path => sitemapFile(String(year).padStart(4, '0'), 1),
  sitemapOfLists: (lists: ListSitemap, part = 1): Path => sitemapFile(lists, part),
  newsSitemap: (): Path => '/news-sitemap.xml' as Path,
  robots: (): Path => '/robots.txt' as Path,
  llms: (): Path => '/llms.txt' as Path,
  /** A picture for social networks; an article has one when it has no photograph. */
  card: (subject: CardSubject): Path => {
    if (subject.of === 'site') return '/og.png' as Path;
    const folder = subject.of === 'article' ? '' : `${folders[subject.of]}/`;
    return `/og/${folder}${subject.key}.png` as Path;
  },
  manifest: (): Path => '/manifest.webmanifest' as Path,
  openSearch: (): Path => '/opensearch.xml' as Path,
} as const;

function sitemapFile(name: string, part: number): Path {
  return `/sitemap/${name}${part === 1 ? '' : `-${part}`}.xml` as Path;
}

/** What begins the file names of all parts of a site map but the first. @example '/sitemap/2020-12-' */
export function beginningOfParts(first: Path): string {
  return first.replace(/\.xml$/, '-');
}

type Groups = Readonly<Record<string, string | undefined>>;

const slugPattern = '[a-z0-9]+(?:-[a-z0-9]+)*';
const feedPattern = '(?<file>rss\\.xml|atom\\.xml|feed\\.json)';
// Part 1 has no number: one address a part.
const partPattern = '(?:-(?<part>[2-9]|[1-9][0-9]{1,3}))?';

const text = (groups: Groups, name: string) => groups[name] ?? '';
const number = (groups: Groups, name: string) => Number(groups[name] ?? '1');
const formatOf = (groups: Groups): FeedFormat =>
  feedFormats.find((format) => feedFiles[format] === groups.file) ?? 'rss';
const feedOf =
  (of: 'section' | 'tag' | 'author') =>
  (groups: Groups): MachineRoute => ({
    kind: 'feed',
    subject: { of, key: text(groups, 'key') },
    format: formatOf(groups),
  });
const cardOf =
  (of: 'article' | 'section' | 'tag') =>
  (groups: Groups): MachineRoute => ({
    kind: 'card',
    subject: { of, key: text(groups, 'key') },
  });

/** The patterns of what programs ask for, and the route that each means. */
export const machineTable: readonly (readonly [
  pattern: string,
  read: (groups: Groups) => MachineRoute,
])[] = [
  [
    `/bai-viet/(?<slug>${slugPattern})\\.md`,
    (g) => ({ kind: 'article-text', slug: text(g, 'slug') }),
  ],
  [`/${feedPattern}`, (g) => ({ kind: 'feed', subject: { of: 'site' }, format: formatOf(g) })],
  [`/chuyen-muc/(?<key>${slugPattern})/${feedPattern}`, feedOf('section')],
  [`/chu-de/(?<key>${slugPattern})/${feedPattern}`, feedOf('tag')],
  [`/tac-gia/(?<key>${slugPattern})/${feedPattern}`, feedOf('author')],
  ['/opml\\.xml', () => ({ kind: 'opml' })],
  ['/sitemap\\.xml', () => ({ kind: 'sitemap-index' })],
  [
    `/sitemap/(?<year>[0-9]{4})-(?<month>[0-9]{2})${partPattern}\\.xml`,
    (g) => ({
      kind: 'sitemap-month',
      year: number(g, 'year'),
      month: number(g, 'month'),
      part: number(g, 'part'),
    }),
  ],
  ['/sitemap/(?<year>[0-9]{4})\\.xml', (g) => ({ kind: 'sitemap-year', year: number(g, 'year') })],
  [
    `/sitemap/(?<lists>${listSitemaps.join('|')})${partPattern}\\.xml`,
    (g) => ({
      kind: 'sitemap-lists',
      lists: listSitemaps.find((name) => name === g.lists) ?? 'danh-muc',
      part: number(g, 'part'),
    }),
  ],
  ['/news-sitemap\\.xml', () => ({ kind: 'news-sitemap' })],
  ['/robots\\.txt', () => ({ kind: 'robots' })],
  ['/llms\\.txt', () => ({ kind: 'llms' })],
  ['/og\\.png', () => ({ kind: 'card', subject: { of: 'site' } })],
  [`/og/(?<key>${slugPattern})\\.png`, cardOf('article')],
  [`/og/chuyen-muc/(?<key>${slugPattern})\\.png`, cardOf('section')],
  [`/og/chu-de/(?<key>${slugPattern})\\.png`, cardOf('tag')],
  ['/manifest\\.webmanifest', () => ({ kind: 'manifest' })],
  ['/opensearch\\.xml', () => ({ kind: 'open-search' })],
];

/** The one path of a route that programs ask for. */
export function machinePathOf(route: MachineRoute): Path {
  switch (route.kind) {
    case 'article-text':
      return machinePaths.articleText(route.slug);
    case 'feed':
      return machinePaths.feed(route.subject, route.format);
    case 'opml':
      return machinePaths.opml();
    case 'sitemap-index':
      return machinePaths.sitemap();
    case 'sitemap-month':
      return machinePaths.sitemapOfMonth(route.year, route.month, route.part);
    case 'sitemap-year':
      return machinePaths.sitemapOfYear(route.year);
    case 'sitemap-lists':
      return machinePaths.sitemapOfLists(route.lists, route.part);
    case 'news-sitemap':
      return machinePaths.newsSitemap();
    case 'robots':
      return machinePaths.robots();
    case 'llms':
      return machinePaths.llms();
    case 'card':
      return machinePaths.card(route.subject);
    case 'manifest':
      return machinePaths.manifest();
    case 'open-search':
      return machinePaths.openSearch();
  }
}
