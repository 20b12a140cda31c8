import type { BreadcrumbList, Graph, Organization, Person, Thing } from 'schema-dts';
import type { Article } from '../content/article';
import type { Author } from '../content/author-file';
import { type Path, paths } from '../site/routes';
import { strings } from '../site/strings';
import type { Edition } from '../store/edition';
import { PAGE_SIZE } from '../store/lists';
import { trustPages } from './trust-pages';

/** What must be known of the site to describe it. */
export type Source = Pick<Edition, 'now' | 'site' | 'siteUrl' | 'sitePages'>;

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

/** Who publishes the site, as every article names it. */
export function publisherInShort(siteUrl: string, name: string) {
  return {
    '@type': 'NewsMediaOrganization' as const,
    '@id': idOfPublisher(siteUrl),
    name,
    url: `${siteUrl}/`,
    logo: `${siteUrl}/icon-512.png`,
  };
}

/** Pages on how the newsroom works, by property; those that are there. */
export function trustLinks({
  siteUrl,
  sitePages,
}: Source): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(
    sitePages().flatMap(({ slug }) => {
      const property = trustPages[slug];
      return property ? [[property, siteUrl + paths.sitePage(slug)] as const] : [];
    }),
  );
}

/** Who signs an article, by kind. */
export function signer(
  siteUrl: string,
  { key, name, kind }: Pick<Author, 'key' | 'name' | 'kind'>,
): Exclude<Person | Organization, string> {
  const url = siteUrl + paths.author(key);
  // Who signs is not the page about them, which has the address itself.
  const named = { '@id': `${url}#nguoi-ky`, name, url };
  return kind === 'desk' ? { '@type': 'Organization', ...named } : { '@type': 'Person', ...named };
}

/** What is told of any page. */
export function aboutPage(siteUrl: string, { name, path, description }: DescribedPage) {
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

/**
 * The articles of a page of a list.
 * @param number which page, from 1: positions go on over pages
 */
export function itemList(siteUrl: string, articles: readonly Article[], number: number) {
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
export function breadcrumb(siteUrl: string, { name, crumbs }: DescribedPage): BreadcrumbList {
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

/** The site, as all pages refer to it. */
export const idOfSite = (siteUrl: string) => `${siteUrl}/#trang-tin`;

/** Who publishes it. */
export const idOfPublisher = (siteUrl: string) => `${siteUrl}/#toa-soan`;

/** All that a page tells, in one graph. */
export function graphOf(nodes: readonly Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes };
}
