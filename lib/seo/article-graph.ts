import type { Graph, NewsArticle } from 'schema-dts';
import type { Article } from '../content/article';
import type { Author } from '../content/author-file';
import { type Life, lifeOf } from '../content/visible';
import { paths } from '../site/routes';
import { type EditorialDate, formatDateTimeAttribute } from '../vietnamese/dates';
import { canonicalOf } from './canonical';
import {
  breadcrumb,
  graphOf,
  publisherInShort,
  type Source,
  signer,
  trustLinks,
} from './graph-nodes';
import { photographOf } from './social-picture';

/** What is told of an article beside what it holds. */
export interface ArticleParts {
  readonly authors: readonly Pick<Author, 'key' | 'name' | 'kind'>[];
  /** Its body, as the page shows it. */
  readonly html: string;
}

/**
 * Of an article; it says what the page shows, and nothing else.
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function articleGraph(source: Source, article: Article, parts: ArticleParts): Graph {
  const { siteUrl, site, now } = source;
  const { slug, title, description, section, published, tags, image } = article;
  const life = lifeOf(article, now, site.timeZone);
  const url = siteUrl + paths.article(slug);
  const date = (written: EditorialDate) => formatDateTimeAttribute(written, site.timeZone);
  const principles = trustLinks(source).publishingPrinciples;
  // Never a card: search engines want no words in pictures (standards.md 3.3).
  const photograph = photographOf(siteUrl, article);
  const described: NewsArticle = {
    '@type': 'NewsArticle',
    '@id': `${url}#bai`,
    mainEntityOfPage: canonicalOf(article, siteUrl),
    headline: title,
    description,
    datePublished: date(published),
    dateModified: date(life.changed ?? published),
    ...(parts.authors.length > 0 && {
      author: parts.authors.map((author) => signer(siteUrl, author)),
    }),
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
        // A length has a unit (https://schema.org/Distance).
        width: `${photograph.size.width} px`,
        height: `${photograph.size.height} px`,
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
      // Of a person or an agency: the page does not say which.
      ...(source.author && { creditText: source.author }),
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

/** Words of a text as Vietnamese counts them: what stands between blanks and has a letter or digit. */
function countWords(html: string): number {
  const words = html.replace(/<(?:"[^"]*"|[^">])*>/g, ' ').split(/\s+/);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
