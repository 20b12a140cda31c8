import type { CalendarDay } from '../vietnamese/dates';
import { type MachineRoute, machinePathOf, machinePaths, machineTable } from './machine-routes';
import type { Path } from './path';
import { queryOfSearch, type SearchRequest } from './search-address';

export type { Path } from './path';

/** What an address shows, and the parameters its page needs. `page` counts from 1. */
export type Route =
  | { readonly kind: 'front'; readonly page: number }
  | { readonly kind: 'article'; readonly slug: string }
  | { readonly kind: 'section'; readonly section: string; readonly page: number }
  | { readonly kind: 'tags' }
  | { readonly kind: 'tag'; readonly tag: string; readonly page: number }
  | { readonly kind: 'authors' }
  | { readonly kind: 'author'; readonly author: string; readonly page: number }
  | { readonly kind: 'archive' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number; readonly page: number }
  | { readonly kind: 'day'; readonly day: CalendarDay; readonly page: number }
  | { readonly kind: 'corrections'; readonly page: number }
  | { readonly kind: 'site-page'; readonly slug: string }
  | { readonly kind: 'picture'; readonly slug: string; readonly file: string }
  | MachineRoute;

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const numbered = (base: string, page: number) =>
  (page === 1 ? base || '/' : `${base}/trang/${page}`) as Path;

/** Builds every path of the site; each is written once, here. */
export const paths = {
  front: (page = 1): Path => numbered('', page),
  article: (slug: string): Path => `/bai-viet/${slug}` as Path,
  section: (section: string, page = 1): Path => numbered(`/chuyen-muc/${section}`, page),
  tags: (): Path => '/chu-de' as Path,
  tag: (tag: string, page = 1): Path => numbered(`/chu-de/${tag}`, page),
  authors: (): Path => '/tac-gia' as Path,
  author: (author: string, page = 1): Path => numbered(`/tac-gia/${author}`, page),
  archive: (): Path => '/luu-tru' as Path,
  year: (year: number): Path => `/luu-tru/${pad(year, 4)}` as Path,
  month: (year: number, month: number, page = 1): Path =>
    numbered(`/luu-tru/${pad(year, 4)}/${pad(month, 2)}`, page),
  day: ({ year, month, day }: CalendarDay, page = 1): Path =>
    numbered(`/luu-tru/${pad(year, 4)}/${pad(month, 2)}/${pad(day, 2)}`, page),
  corrections: (page = 1): Path => numbered('/dinh-chinh', page),
  sitePage: (slug: string): Path => `/${slug}` as Path,
  picture: (slug: string, file: string): Path =>
    `/anh/${slug}/${file.split('/').map(encodeURIComponent).join('/')}` as Path,
  ...machinePaths,
  /** With its query; without a request, the form. */
  search: (request?: SearchRequest): Path => {
    const query = request ? queryOfSearch(request) : '';
    return `/tim-kiem${query && `?${query}`}` as Path;
  },
} as const;

/**
 * Where the renderer keeps the pages that are answers, not addresses: asked for from outside,
 * they do not exist.
 */
export const answerPages = {
  missing: '/trang-thieu' as Path,
  failed: '/trang-loi' as Path,
  busy: '/trang-ban' as Path,
  /** In an export, which cannot search. */
  unsearchable: '/trang-khong-tim' as Path,
} as const;

/** What serves a page that is being written, in development only; no document has these addresses. */
export const previewPaths = {
  style: '/api/preview.css' as Path,
  script: '/api/preview.js' as Path,
  /** Server-sent events. */
  events: '/api/preview-events' as Path,
} as const;

/** What browsers may fetch before a reader has let go of a link; a file of `public/`. */
export const speculationRulesPath = '/speculation-rules.json' as Path;

/** Where a page asks for what may be meant while a reader types. */
export const suggestionsPath = '/api/search' as Path;

/** Where operators ask how the instance is. */
export const healthPath = '/api/health' as Path;

/** Where a newsroom, or the host of its repository, says that there is something new. */
export const publishPath = '/api/publish' as Path;

/** First parts of an address that a site page may not take as its name. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...['bai-viet', 'chuyen-muc', 'chu-de', 'tac-gia', 'luu-tru', 'dinh-chinh', 'tim-kiem', 'trang'],
  ...[
    'anh',
    'og',
    'api',
    'fonts',
    'images',
    'sitemap',
    '_next',
    '_not-found',
    'trang-ban',
    'trang-khong-tim',
    'trang-loi',
    'trang-thieu',
  ],
  // Files of a folder of documents: the front page, and the pages that answer for others.
  ...['index', '404', '410'],
]);

/** What programs ask for at the head of a site: feeds, site maps and the like. */
const reservedFiles: ReadonlySet<string> = new Set([
  ...['/rss.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/news-sitemap.xml', '/robots.txt'],
  ...['/llms.txt', '/manifest.webmanifest', '/opensearch.xml', '/opml.xml', '/og.png'],
]);

/** Reserved names below which articles, sections and others have been, so that old addresses are. */
const namesOfPages: ReadonlySet<string> = new Set([
  ...['bai-viet', 'chuyen-muc', 'chu-de', 'tac-gia', 'luu-tru', 'dinh-chinh'],
]);

/**
 * True for an address that always means something else than an old page.
 * @param path in canonical spelling
 * @example isReservedPath('/rss.xml') // true
 * @example isReservedPath('/chu-de/ten-cu') // false
 */
export function isReservedPath(path: string): boolean {
  const [first = '', ...below] = path.slice(1).split('/');
  if (reservedFiles.has(path)) return true;
  return reservedNames.has(first) && !(namesOfPages.has(first) && below.length > 0);
}

/**
 * The address of a picture as an article writes it: a path of the site stays what it is, a name is
 * that of a file beside the article, where a blank may be written as %20 (CommonMark 0.31.2 §6.3).
 * @example addressOfPicture('tin', './cang.jpg') // '/anh/tin/cang.jpg'
 */
export function addressOfPicture(slug: string, written: string): string {
  if (written.startsWith('/')) return written;
  return paths.picture(slug, nameOfPicture(written));
}

/** The name of a file as the address of a picture means it. @example nameOfPicture('./a%20b.jpg') // 'a b.jpg' */
export function nameOfPicture(written: string): string {
  const name = written.replace(/^\.\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that stands for itself.
    return name;
  }
}

/**
 * Whether a path could be that of a file of `public/`: only a name with a dot in it can, and none of
 * our pages has one.
 * @example mayBeFile('/fonts/a.woff2') // true
 */
export function mayBeFile(path: string): boolean {
  return path.lastIndexOf('.') > path.lastIndexOf('/') && !path.startsWith('/anh/');
}

/**
 * Name of the file in which the document of a path lies, in a folder that any server of files can
 * send: a page gets `.html`, which its address does not show.
 * @example fileOf(paths.front()) // 'index.html'
 * @example fileOf(paths.tag('ky-anh', 2)) // 'chu-de/ky-anh/trang/2.html'
 * @example fileOf(paths.manifest()) // 'manifest.webmanifest'
 */
export function fileOf(path: Path): string {
  const name = path.slice(1);
  return /\.[a-z0-9]+$/.test(name) ? name : `${name || 'index'}.html`;
}

const slugPattern = '[a-z0-9]+(?:-[a-z0-9]+)*';
const freeName = `(?!(?:${[...reservedNames].join('|')})$)${slugPattern}`;
// A number of a list has no leading zero and page 1 has none at all: one address a page.
const laterPage = '/trang/(?<page>[2-9]|[1-9][0-9]{1,6})';
const pagePattern = `(?:${laterPage})?`;

type Groups = Readonly<Record<string, string | undefined>>;
type Reader = (groups: Groups) => Route;

const text = (groups: Groups, name: string) => groups[name] ?? '';
const number = (groups: Groups, name: string) => Number(groups[name] ?? '1');

const table: readonly (readonly [pattern: string, read: Reader])[] = [
  [`(?:/|${laterPage})`, (g) => ({ kind: 'front', page: number(g, 'page') })],
  [`/bai-viet/(?<slug>${slugPattern})`, (g) => ({ kind: 'article', slug: text(g, 'slug') })],
  [
    `/chuyen-muc/(?<key>${slugPattern})${pagePattern}`,
    (g) => ({ kind: 'section', section: text(g, 'key'), page: number(g, 'page') }),
  ],
  ['/chu-de', () => ({ kind: 'tags' })],
  [
    `/chu-de/(?<key>${slugPattern})${pagePattern}`,
    (g) => ({ kind: 'tag', tag: text(g, 'key'), page: number(g, 'page') }),
  ],
  ['/tac-gia', () => ({ kind: 'authors' })],
  [
    `/tac-gia/(?<key>${slugPattern})${pagePattern}`,
    (g) => ({ kind: 'author', author: text(g, 'key'), page: number(g, 'page') }),
  ],
  ['/luu-tru', () => ({ kind: 'archive' })],
  ['/luu-tru/(?<year>[0-9]{4})', (g) => ({ kind: 'year', year: number(g, 'year') })],
  [
    `/luu-tru/(?<year>[0-9]{4})/(?<month>[0-9]{2})${pagePattern}`,
    (g) => ({
      kind: 'month',
      year: number(g, 'year'),
      month: number(g, 'month'),
      page: number(g, 'page'),
    }),
  ],
  [
    `/luu-tru/(?<year>[0-9]{4})/(?<month>[0-9]{2})/(?<day>[0-9]{2})${pagePattern}`,
    (g) => ({
      kind: 'day',
      day: { year: number(g, 'year'), month: number(g, 'month'), day: number(g, 'day') },
      page: number(g, 'page'),
    }),
  ],
  [`/dinh-chinh${pagePattern}`, (g) => ({ kind: 'corrections', page: number(g, 'page') })],
  [
    `/anh/(?<slug>${slugPattern})/(?<file>[^\\0]+)`,
    (g) => ({ kind: 'picture', slug: text(g, 'slug'), file: text(g, 'file') }),
  ],
  ...machineTable,
  [`/(?<slug>${freeName})`, (g) => ({ kind: 'site-page', slug: text(g, 'slug') })],
];

const compiled = table.map(([pattern, read]) => [new RegExp(`^${pattern}$`, 'u'), read] as const);

/**
 * The route of a decoded path, or undefined when no address of the site has this form.
 * Whether anything lives there is for `lib/publish` to say.
 * @param path decoded and in canonical spelling (see `canonicalSpelling`)
 * @example matchRoute('/chu-de/ky-anh/trang/2') // { kind: 'tag', tag: 'ky-anh', page: 2 }
 */
export function matchRoute(path: string): Route | undefined {
  for (const [pattern, read] of compiled) {
    const match = pattern.exec(path);
    if (match) return read(match.groups ?? {});
  }
  return undefined;
}

/**
 * The one path of a route, in the spelling that every link, redirect and canonical uses.
 * @example pathOf({ kind: 'front', page: 2 }) // '/trang/2'
 */
export function pathOf(route: Route): Path {
  switch (route.kind) {
    case 'front':
      return paths.front(route.page);
    case 'article':
      return paths.article(route.slug);
    case 'section':
      return paths.section(route.section, route.page);
    case 'tags':
      return paths.tags();
    case 'tag':
      return paths.tag(route.tag, route.page);
    case 'authors':
      return paths.authors();
    case 'author':
      return paths.author(route.author, route.page);
    case 'archive':
      return paths.archive();
    case 'year':
      return paths.year(route.year);
    case 'month':
      return paths.month(route.year, route.month, route.page);
    case 'day':
      return paths.day(route.day, route.page);
    case 'corrections':
      return paths.corrections(route.page);
    case 'site-page':
      return paths.sitePage(route.slug);
    case 'picture':
      return paths.picture(route.slug, route.file);
    default:
      return machinePathOf(route);
  }
}

/**
 * The spelling under which a decoded path is looked up: NFC, lower case, single slashes, no slash
 * at the end, no first page. File names of pictures keep their case.
 * @example canonicalSpelling('/Chu-De//ky-anh/trang/1/') // '/chu-de/ky-anh'
 */
export function canonicalSpelling(path: string): string {
  const clean = path
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/+$/, '');
  const cased = /^\/anh\//i.test(clean)
    ? clean.replace(/^\/anh\/[^/]*/i, (head) => head.toLowerCase())
    : clean.toLowerCase();
  return cased.replace(/\/trang\/0*1$/, '') || '/';
}
