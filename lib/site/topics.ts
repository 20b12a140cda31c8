import type { CalendarDay } from '../vietnamese/dates';
import { type Path, paths, type Route } from './routes';

declare const topicBrand: unique symbol;

/**
 * What a document is about: a change of content touches topics, and every document that has one of
 * them is made anew. Lower-case ASCII, no blank and no comma, so that a CDN can purge by it.
 */
export type Topic = string & { readonly [topicBrand]: true };

/** Where the documents of a topic live: at one path, and at the numbered pages below it. */
export interface TopicAddress {
  readonly path: Path;
  /** True when all pages of the list have the topic, not only this one. */
  readonly hasPages: boolean;
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
} as const;

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
    case 'manifest':
    case 'open-search':
    case 'picture':
      return [];
  }
}

/**
 * Where the documents of a topic live; undefined for `site`, which all documents have. It answers
 * from the name alone, so that a folder of documents needs no index.
 * @example addressOf(topics.tag('ky-anh', 2)) // { path: '/chu-de/ky-anh/trang/2', hasPages: false }
 */
export function addressOf(topic: Topic): TopicAddress | undefined {
  const [kind = '', key = '', number] = topic.split(':');
  const page = number === undefined ? 1 : Number(number);
  const [year = 0, month = 0, day = 0] = key.split('-').map(Number);
  const list = (path: Path): TopicAddress => ({ path, hasPages: number === undefined });
  const one = (path: Path): TopicAddress => ({ path, hasPages: false });
  const all = (path: Path): TopicAddress => ({ path, hasPages: true });
  switch (kind) {
    case 'article':
      return one(paths.article(key));
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
      return undefined;
  }
}
