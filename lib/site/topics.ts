import type { CalendarDay } from '../vietnamese/dates';
import {
  type CardSubject,
  type FeedSubject,
  feedFormats,
  type ListSitemap,
  listSitemaps,
} from './machine-routes';
import { type Path, paths, type Route } from './routes';

declare const topicBrand: unique symbol;

/**
 * What a document is about: a change of content touches topics, and every document that has one of
 * them is made anew. Lower-case ASCII, no blank and no comma, so that a CDN can purge by it.
 */
export type Topic = string & { readonly [topicBrand]: true };

/** Where documents of a topic live: at one path, and at the numbered ones that go with it. */
export interface TopicAddress {
  readonly path: Path;
  /** Which numbered ones: pages of the list, below the path; parts of the site map, beside it. */
  readonly numbered: 'none' | 'pages' | 'parts';
}

const two = (value: number) => String(value).padStart(2, '0');
const four = (value: number) => String(value).padStart(4, '0');
const named = (kind: string, key: string | number, page?: number) =>
  `${kind}:${key}${page === undefined ? '' : `:${page}`}` as Topic;

/** Names every topic; each is written once, here. Without a page: all pages of the list. */
export const topics = {
  /** Everything: what stands in the frame of each page, and the rules by which pages are made. */
  site: 'site' as Topic,
  article: (slug: string): Topic => named('article', slug),
  latest: (page?: number): Topic => named('latest', page ?? 'all'),
  section: (key: string, page?: number): Topic => named('section', key, page),
  tags: 'tags' as Topic,
  tag: (slug: string, page?: number): Topic => named('tag', slug, page),
  authors: 'authors' as Topic,
  author: (key: string, page?: number): Topic => named('author', key, page),
  archive: 'archive' as Topic,
  year: (year: number): Topic => named('year', four(year)),
  month: (year: number, month: number): Topic => named('month', `${four(year)}-${two(month)}`),
  day: ({ year, month, day }: CalendarDay): Topic =>
    named('day', `${four(year)}-${two(month)}-${two(day)}`),
  corrections: 'corrections' as Topic,
  sitePage: (slug: string): Topic => named('page', slug),
  /** A feed in all its forms. */
  feed: (subject: FeedSubject): Topic => named('feed', nameOf(subject)),
  opml: 'opml' as Topic,
  llms: 'llms' as Topic,
  /** The index of the site maps. */
  sitemap: 'sitemap' as Topic,
  /** All parts of one. */
  sitemapOfMonth: (year: number, month: number): Topic =>
    named('sitemap', `${four(year)}-${two(month)}`),
  sitemapOfYear: (year: number): Topic => named('sitemap', four(year)),
  sitemapOfLists: (lists: ListSitemap): Topic => named('sitemap', lists),
  newsSitemap: 'news-sitemap' as Topic,
  card: (subject: CardSubject): Topic => named('card', nameOf(subject)),
} as const;

function nameOf(subject: FeedSubject | CardSubject): string {
  return subject.of === 'site' ? 'site' : `${subject.of}:${subject.key}`;
}

/**
 * The topics of a route, the widest first. A list has that of all its pages and that of this page:
 * an edit in place touches one page, an article that comes or goes all of them.
 * @example topicsOf({ kind: 'section', section: 'thoi-su', page: 3 })
 * // ['site', 'section:thoi-su', 'section:thoi-su:3']
 */
export function topicsOf(route: Route): readonly Topic[] {
  return [topics.site, ...ownTopicsOf(route)];
}

/** The topics of the page that answers for missing addresses: it shows the newest articles. */
export const topicsOfMissing: readonly Topic[] = [topics.site, topics.latest(), topics.latest(1)];

function ownTopicsOf(route: Route): readonly Topic[] {
  switch (route.kind) {
    case 'front':
      return [topics.latest(), topics.latest(route.page)];
    case 'article':
    case 'article-text':
      return [topics.article(route.slug)];
    case 'section':
      return [topics.section(route.section), topics.section(route.section, route.page)];
    case 'tags':
      return [topics.tags];
    case 'tag':
      return [topics.tag(route.tag), topics.tag(route.tag, route.page)];
    case 'authors':
      return [topics.authors];
    case 'author':
      return [topics.author(route.author), topics.author(route.author, route.page)];
    case 'archive':
      return [topics.archive];
    case 'year':
      return [topics.year(route.year)];
    case 'month':
      return [topics.month(route.year, route.month)];
    case 'day':
      return [topics.day(route.day)];
    case 'corrections':
      return [topics.corrections];
    case 'site-page':
      return [topics.sitePage(route.slug)];
    case 'feed':
      return [topics.feed(route.subject)];
    case 'opml':
      return [topics.opml];
    case 'llms':
      return [topics.llms];
    case 'sitemap-index':
      return [topics.sitemap];
    case 'sitemap-month':
      return [topics.sitemapOfMonth(route.year, route.month)];
    case 'sitemap-year':
      return [topics.sitemapOfYear(route.year)];
    case 'sitemap-lists':
      return [topics.sitemapOfLists(route.lists)];
    case 'news-sitemap':
      return [topics.newsSitemap];
    case 'card':
      return [topics.card(route.subject)];
    case 'robots':
    case 'manifest':
    case 'open-search':
    case 'picture':
      return [];
  }
}

/**
 * Where the documents of a topic live; nowhere for `site`, which all documents have. It answers from
 * the name alone, so that a folder of documents needs no index.
 * @example addressesOf(topics.tag('ky-anh', 2)) // [{ path: '/chu-de/ky-anh/trang/2', numbered: 'none' }]
 */
export function addressesOf(topic: Topic): readonly TopicAddress[] {
  const [kind = '', key = '', number] = topic.split(':');
  const page = number === undefined ? 1 : Number(number);
  const [year = 0, month = 0, day = 0] = key.split('-').map(Number);
  const list = (path: Path) => (number === undefined ? all(path) : one(path));
  switch (kind) {
    case 'article':
      return [...one(paths.article(key)), ...one(paths.articleText(key))];
    case 'latest':
      return key === 'all' ? all(paths.front()) : one(paths.front(Number(key)));
    case 'section':
      return list(paths.section(key, page));
    case 'tags':
      return one(paths.tags());
    case 'tag':
      return list(paths.tag(key, page));
    case 'authors':
      return one(paths.authors());
    case 'author':
      return list(paths.author(key, page));
    case 'archive':
      return one(paths.archive());
    case 'year':
      return one(paths.year(year));
    case 'month':
      return all(paths.month(year, month));
    case 'day':
      return all(paths.day({ year, month, day }));
    case 'corrections':
      return all(paths.corrections());
    case 'page':
      return one(paths.sitePage(key));
    default:
      return addressesOfMachines(kind, key, number);
  }
}

/** The same of what programs ask for. @param rest what stands behind the second colon */
function addressesOfMachines(
  kind: string,
  key: string,
  rest: string | undefined,
): readonly TopicAddress[] {
  const [year = 0, month = 0] = key.split('-').map(Number);
  const lists = listSitemaps.find((name) => name === key);
  switch (kind) {
    case 'feed': {
      const subject = (rest === undefined ? { of: 'site' } : { of: key, key: rest }) as FeedSubject;
      return feedFormats.flatMap((format) => one(paths.feed(subject, format)));
    }
    case 'card': {
      const subject = (rest === undefined ? { of: 'site' } : { of: key, key: rest }) as CardSubject;
      return one(paths.card(subject));
    }
    case 'sitemap':
      if (key === '') return one(paths.sitemap());
      if (/^\d+$/.test(key)) return one(paths.sitemapOfYear(year));
      return parts(lists ? paths.sitemapOfLists(lists) : paths.sitemapOfMonth(year, month));
    case 'news-sitemap':
      return one(paths.newsSitemap());
    case 'opml':
      return one(paths.opml());
    case 'llms':
      return one(paths.llms());
    default:
      return [];
  }
}

const one = (path: Path): readonly TopicAddress[] => [{ path, numbered: 'none' }];
const all = (path: Path): readonly TopicAddress[] => [{ path, numbered: 'pages' }];
const parts = (path: Path): readonly TopicAddress[] => [{ path, numbered: 'parts' }];
