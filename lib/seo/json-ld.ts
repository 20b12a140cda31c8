import type {
  CollectionPage,
  Graph,
  NewsMediaOrganization,
  ProfilePage,
  WebPage,
  WebSite,
} from 'schema-dts';
import type { Article } from '../content/article';
import type { Author } from '../content/author-file';
import { paths } from '../site/routes';
import {
  aboutPage,
  breadcrumb,
  type DescribedPage,
  graphOf,
  idOfPublisher,
  idOfSite,
  itemList,
  publisherInShort,
  type Source,
  signer,
  trustLinks,
} from './graph-nodes';
import { contactPage } from './trust-pages';
import { withoutForbidden } from './xml';

/**
 * Structured data as it stands in a script element: no text in it can end that. Characters that no
 * XML may hold, lone surrogates among them, are left out, as everywhere else that programs read.
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function writeJsonLd(graph: Graph): string {
  const written = JSON.stringify(graph, (_, value: unknown) =>
    typeof value === 'string' ? withoutForbidden(value) : value,
  );
  return written.replace(
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

function publisherInFull(source: Source): NewsMediaOrganization {
  const { site, siteUrl, sitePages } = source;
  const { publisher } = site;
  const contact = sitePages().some(({ slug }) => slug === contactPage);
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
    ...(contact && {
      contactPoint: {
        '@type': 'ContactPoint' as const,
        url: siteUrl + paths.sitePage(contactPage),
      },
    }),
    ...trustLinks(source),
  };
}
