import type { Article } from '../content/article';
import { lifeOf } from '../content/visible';
import { type Path, paths } from '../site/routes';
import { type EditorialDate, formatDateTimeAttribute } from '../vietnamese/dates';
import type { Publication } from './metadata';
import { photographOf } from './social-picture';
import { element, type Xml, xmlDocument } from './xml';

const namespaces = {
  sitemap: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
} as const;

/** What a site map names. */
interface Named {
  readonly path: Path;
  /** Epoch milliseconds. */
  readonly modified?: number | undefined;
}

/**
 * The index of the site maps.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapIndex(publication: Publication, sitemaps: readonly Named[]): string {
  const children = sitemaps.map((named) => element('sitemap', {}, placeOf(publication, named)));
  return xmlDocument(element('sitemapindex', { xmlns: namespaces.sitemap }, children));
}

/** A site map of lists. @see https://www.sitemaps.org/protocol.html */
export function sitemapOfLists(publication: Publication, lists: readonly Named[]): string {
  const urls = lists.map((named) => element('url', {}, placeOf(publication, named)));
  return xmlDocument(element('urlset', { xmlns: namespaces.sitemap }, urls));
}

/**
 * A site map of articles, with their lead pictures: those of bodies are known when they are rendered,
 * and a site map is not to depend on who has read what.
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
 */
export function sitemapOfArticles(
  publication: Publication & { readonly now: number },
  articles: readonly Article[],
): string {
  const { siteUrl, now, site } = publication;
  const urls = articles.map((article) => {
    const { slug, published } = article;
    const changed = lifeOf(article, now, site.timeZone).changed ?? published;
    const picture = photographOf(siteUrl, article)?.url;
    return element('url', {}, [
      element('loc', {}, siteUrl + paths.article(slug)),
      element('lastmod', {}, formatDateTimeAttribute(changed, site.timeZone)),
      ...(picture ? [element('image:image', {}, [element('image:loc', {}, picture)])] : []),
    ]);
  });
  const attributes = { xmlns: namespaces.sitemap, 'xmlns:image': namespaces.image };
  return xmlDocument(element('urlset', attributes, urls));
}

/**
 * The news of the last two days.
 * @param articles newest first, at most 1,000
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function newsSitemap(publication: Publication, articles: readonly Article[]): string {
  const { siteUrl, site } = publication;
  const urls = articles.map(({ slug, title, published }) =>
    element('url', {}, [
      element('loc', {}, siteUrl + paths.article(slug)),
      element('news:news', {}, [
        element('news:publication', {}, [
          element('news:name', {}, site.name),
          element('news:language', {}, 'vi'),
        ]),
        element('news:publication_date', {}, formatDateTimeAttribute(published, site.timeZone)),
        element('news:title', {}, title),
      ]),
    ]),
  );
  const attributes = { xmlns: namespaces.sitemap, 'xmlns:news': namespaces.news };
  return xmlDocument(element('urlset', attributes, urls));
}

function placeOf({ siteUrl, site }: Publication, { path, modified }: Named): readonly Xml[] {
  return [
    element('loc', {}, siteUrl + path),
    ...(modified === undefined
      ? []
      : [element('lastmod', {}, formatDateTimeAttribute(instant(modified), site.timeZone))]),
  ];
}

const instant = (epochMs: number): EditorialDate => ({ epochMs, precision: 'second' });
