import type {
  BreadcrumbList,
  CollectionPage,
  Graph,
  NewsArticle,
  NewsMediaOrganization,
  Organization,
  Person,
  ProfilePage,
  Thing,
  WebPage,
  WebSite,
} from 'schema-dts';
import type { Article } from '../content/article';
import type { Author } from '../content/author-file';
import { type Life, lifeOf } from '../content/visible';
import { type Path, paths } from '../site/routes';
import { strings } from '../site/strings';
import type { Edition } from '../store/edition';
import { PAGE_SIZE } from '../store/lists';
import { type EditorialDate, formatDateTimeAttribute } from '../vietnamese/dates';
import type { SocialPicture } from './social-picture';
import { trustPages } from './trust-pages';

/** What must be known of the site to describe it. */
type Source = Pick<Edition, 'now' | 'site' | 'siteUrl' | 'sitePages'>;

/** A place above a page. */
interface Crumb {
  readonly name: string;
  readonly path: Path;
}

/** What a page is and shows. */
export interface DescribedPage {
  /** As its headline says it. */
  readonly name: string;
  readonly path: Path;
  readonly description?: string | undefined;
  /** From the front page downwards, without that and without the page. */
  readonly crumbs: readonly Crumb[];
}

/**
 * Structured data as it stands in a script element: no text in it can end that.
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function writeJsonLd(graph: Graph): string {
  return JSON.stringify(graph).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Of the front page, which alone describes the site and who publishes it. */
export function frontGraph(source: Source, articles: readonly Article[]): Graph {
  const { site, siteUrl } = source;
  const webSite: WebSite = {
    '@type': 'WebSite',
    '@id': idOfSite(siteUrl),
    name: site.name,
    url: `${siteUrl}/`,
    description: site.description,
    inLanguage: 'vi',
    publisher: { '@id': idOfPublisher(siteUrl) },
  };
  const list: CollectionPage = {
    '@type': 'CollectionPage',
    '@id': `${siteUrl}/#trang`,
    url: `${siteUrl}/`,
    name: site.name,
    isPartOf: { '@id': idOfSite(siteUrl) },
    mainEntity: itemList(siteUrl, articles, 1),
  };
  return graphOf([webSite, publisherInFull(source), list]);
}

/**
 * Of a list of articles, or of names.
 * @param articles those on this page, none where it lists names
 * @param number which page of the list, from 1
 */
export function listGraph(
  { siteUrl }: Source,
  page: DescribedPage,
  articles: readonly Article[] = [],
  number = 1,
): Graph {
  const collection: CollectionPage = {
    '@type': 'CollectionPage',
    ...aboutPage(siteUrl, page),
    ...(articles.length > 0 && { mainEntity: itemList(siteUrl, articles, number) }),
  };
  return graphOf([collection, breadcrumb(siteUrl, page)]);
}

/** Of an author's page. */
export function profileGraph(
  { siteUrl }: Source,
  page: DescribedPage,
  author: Pick<Author, 'key' | 'name' | 'kind'> & { readonly role?: string | undefined },
  articles: readonly Article[],
): Graph {
  const role = author.role && (author.kind === 'person' ? { jobTitle: author.role } : {});
  const profile: ProfilePage = {
    '@type': 'ProfilePage',
    ...aboutPage(siteUrl, page),
    mainEntity: { ...signer(siteUrl, author), ...role },
    ...(articles.length > 0 && {
      hasPart: articles.map(({ slug, title }) => ({
        '@type': 'NewsArticle' as const,
        headline: title,
        url: siteUrl + paths.article(slug),
      })),
    }),
  };
  return graphOf([profile, breadcrumb(siteUrl, page)]);
}

/** Of a page about the site. */
export function sitePageGraph({ siteUrl }: Source, page: DescribedPage): Graph {
  const described: WebPage = { '@type': 'WebPage', ...aboutPage(siteUrl, page) };
  return graphOf([described, breadcrumb(siteUrl, page)]);
}

/** What is told of an article beside what it holds. */
export interface ArticleParts {
  readonly authors: readonly Pick<Author, 'key' | 'name' | 'kind'>[];
  /** Its photograph; never a card, for search engines want no words in pictures (standards.md 3.3). */
  readonly photograph?: SocialPicture | undefined;
  /** Its body, as the page shows it. */
  readonly html: string;
}

/**
 * Of an article; it says what the page shows, and nothing else.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function articleGraph(source: Source, article: Article, parts: ArticleParts): Graph {
  const { siteUrl, site, now } = source;
  const { slug, title, description, section, published, tags, canonical, image } = article;
  const life = lifeOf(article, now, site.timeZone);
  const url = siteUrl + paths.article(slug);
  const date = (written: EditorialDate) => formatDateTimeAttribute(written, site.timeZone);
  const principles = trustLinks(source).publishingPrinciples;
  const { photograph } = parts;
  const described: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': `${url}#bai`,
    mainEntityOfPage: canonical ?? url,
    headline: title,
    description,
    datePublished: date(published),
    dateModified: date(life.changed ?? published),
    author: parts.authors.map((author) => signer(siteUrl, author)),
    publisher: publisherInShort(siteUrl, site.name),
    articleSection: section.name,
    ...(tags.length > 0 && { keywords: tags.map(({ name }) => name) }),
    inLanguage: 'vi',
    isAccessibleForFree: true,
    wordCount: countWords(parts.html),
    ...(photograph && {
      image: {
        '@type': 'ImageObject',
        url: photograph.url,
        ...(image?.caption && { caption: image.caption }),
        ...(image?.credit && { creditText: image.credit }),
      },
    }),
    ...corrections(life, date),
    ...origin(article, date),
    ...series(article),
    ...(principles && { publishingPrinciples: principles }),
  };
  const crumbs = [{ name: section.name, path: paths.section(section.key) }];
  const page = { name: title, path: paths.article(slug), crumbs };
  return graphOf([described, breadcrumb(siteUrl, page)]);
}

function corrections(
  life: Life,
  date: (written: EditorialDate) => string,
): Partial<NewsArticleProperties> {
  if (life.corrections.length === 0) return {};
  return {
    correction: life.corrections.map((correction) => ({
      '@type': 'CorrectionComment' as const,
      text: correction.text,
      datePublished: date(correction.date),
    })),
  };
}

type NewsArticleProperties = Pick<
  Exclude<NewsArticle, string>,
  'correction' | 'isBasedOn' | 'isPartOf' | 'position'
>;

function origin(
  { source }: Article,
  date: (written: EditorialDate) => string,
): Partial<NewsArticleProperties> {
  if (!source) return {};
  return {
    isBasedOn: {
      '@type': 'CreativeWork',
      name: source.name,
      ...(source.url && { url: source.url }),
      ...(source.published && { datePublished: date(source.published) }),
    },
  };
}

function series({ series: found }: Article): Partial<NewsArticleProperties> {
  if (!found) return {};
  return {
    isPartOf: { '@type': 'CreativeWorkSeries', name: found.name },
    position: found.part,
  };
}

function publisherInFull(source: Source): NewsMediaOrganization {
  const { site, siteUrl } = source;
  const { publisher } = site;
  return {
    ...publisherInShort(siteUrl, site.name),
    description: site.description,
    ...(publisher.name && { legalName: publisher.name }),
    ...(publisher.address && { address: publisher.address }),
    ...(publisher.email && { email: publisher.email }),
    ...(publisher.phone && { telephone: publisher.phone }),
    ...(publisher.governingBody && {
      parentOrganization: { '@type': 'Organization' as const, name: publisher.governingBody },
    }),
    ...trustLinks(source),
  };
}

function publisherInShort(siteUrl: string, name: string) {
  return {
    '@type': 'NewsMediaOrganization' as const,
    '@id': idOfPublisher(siteUrl),
    name,
    url: `${siteUrl}/`,
    logo: `${siteUrl}/icon-512.png`,
  };
}

/** Pages on how the newsroom works, by property; those that are there. */
function trustLinks({ siteUrl, sitePages }: Source): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(
    sitePages().flatMap(({ slug }) => {
      const property = trustPages[slug];
      return property ? [[property, siteUrl + paths.sitePage(slug)] as const] : [];
    }),
  );
}

function signer(
  siteUrl: string,
  { key, name, kind }: Pick<Author, 'key' | 'name' | 'kind'>,
): Exclude<Person | Organization, string> {
  const url = siteUrl + paths.author(key);
  return kind === 'desk'
    ? { '@type': 'Organization', '@id': url, name, url }
    : { '@type': 'Person', '@id': url, name, url };
}

function aboutPage(siteUrl: string, { name, path, description }: DescribedPage) {
  const url = siteUrl + path;
  return {
    '@id': url,
    url,
    name,
    ...(description && { description }),
    inLanguage: 'vi',
    isPartOf: { '@id': idOfSite(siteUrl) },
  };
}

function itemList(siteUrl: string, articles: readonly Article[], number: number) {
  return {
    '@type': 'ItemList' as const,
    itemListElement: articles.map(({ slug, title }, index) => ({
      '@type': 'ListItem' as const,
      position: (number - 1) * PAGE_SIZE + index + 1,
      url: siteUrl + paths.article(slug),
      name: title,
    })),
  };
}

/** The way from the front page to the page itself, whose own address need not be said. */
function breadcrumb(siteUrl: string, { name, crumbs }: DescribedPage): BreadcrumbList {
  const above = [{ name: strings.front, path: paths.front() }, ...crumbs];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...above.map((crumb, index) => ({
        '@type': 'ListItem' as const,
        position: index + 1,
        name: crumb.name,
        item: siteUrl + crumb.path,
      })),
      { '@type': 'ListItem' as const, position: above.length + 1, name },
    ],
  };
}

const idOfSite = (siteUrl: string) => `${siteUrl}/#trang-tin`;
const idOfPublisher = (siteUrl: string) => `${siteUrl}/#toa-soan`;

function graphOf(nodes: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}

/** Words of a text as Vietnamese counts them: what stands between blanks and has a letter or digit. */
function countWords(html: string): number {
  const words = html.replace(/<[^>]*>/g, ' ').split(/\s+/);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
