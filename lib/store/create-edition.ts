import type { Article, Newsroom } from '../content/article';
import type { Author } from '../content/author-file';
import type { Html, RenderedBody } from '../content/markdown/render';
import type { Section } from '../content/site-file';
import type { SitePage } from '../content/site-page-file';
import { lifeOf, visible } from '../content/visible';
import type { FeedSubject } from '../site/machine-routes';
import { compareNames } from '../vietnamese/collate';
import { daysOf, monthsOf, yearsOf } from './archive';
import { articleOf } from './article-rows';
import type { Position } from './changes';
import type { Database, Row } from './database';
import { createDirectories, type Signer } from './directories';
import type { AuthorProfile, Edition } from './edition';
import { allArticles, listOfAuthor, listOfSection, listOfTag } from './list-names';
import {
  labelOf,
  newestOf,
  newestOfList,
  pageOfCorrections,
  pageOfList,
  pageOfStretch,
} from './lists';
import { neighboursOf, relatedTo } from './related';
import type { Searcher } from './search/searcher';
import { seriesOf } from './series';
import { articlesOfSitemap, latestNews, partsOfSitemap, sitemapMonths } from './sitemaps';
import { stretchOfDay, stretchOfMonth } from './stretch';

/** What an edition is made from. */
export interface EditionSource {
  readonly database: Database;
  readonly siteUrl: string;
  readonly isPreview: boolean;
  readonly readBody: (slug: string) => Promise<Pick<RenderedBody, 'html' | 'opening'> | undefined>;
  readonly newsroom: Newsroom & { readonly authors: ReadonlyMap<string, Author> };
  readonly indexable: boolean;
  readonly webSubHub?: string | undefined;
  readonly searcher: Searcher;
  /** Of the content that is asked. */
  readonly position: Position;
}

/** The edition of a moment. @param now epoch milliseconds */
export function createEdition(source: EditionSource, now: number): Edition {
  const { database, newsroom, siteUrl, indexable, isPreview, readBody, searcher } = source;
  const { webSubHub } = source;
  const at = `${source.position.epoch} ${source.position.version}`;
  const { site, tagNames, authors } = newsroom;
  const { timeZone } = site;
  const list = (name: string, page: number) => pageOfList(database, name, page, now, timeZone);

  const findTag = (slug: string) => {
    const declared = tagNames.bySlug.get(slug);
    if (declared) return declared;
    const name = labelOf(database, listOfTag(slug), now);
    return name === undefined ? undefined : { slug, name };
  };
  const findSigner = (key: string): Signer | undefined => {
    const author = authors.get(key);
    if (author) return author;
    const name = newsroom.authorNames ? undefined : labelOf(database, listOfAuthor(key), now);
    return name === undefined ? undefined : { key, name, kind: 'person' };
  };
  const findSection = (key: string): Section | undefined => {
    if (site.sections.length > 0) return site.sections.find((section) => section.key === key);
    const name = labelOf(database, listOfSection(key), now);
    return name === undefined ? undefined : { key, name, aliases: [] };
  };
  const isHidden = (article: Article) => visible(article, now) === 'hidden';

  return {
    now,
    site,
    siteUrl,
    indexable,
    isPreview,
    ...(webSubHub !== undefined && { webSubHub }),
    ...createDirectories(database, newsroom, now),
    sitePages: () =>
      database
        .list('listSitePages')
        .map((row) => JSON.parse(row.text('details')) as SitePage)
        .sort((a, b) => compareNames(a.title, b.title)),
    newest: () => newestOf(database, allArticles, now),

    findArticle: (slug) => {
      const row = database.find('findArticle', { slug });
      const article = row && articleOf(row);
      return article && (isPreview || visible(article, now) !== 'hidden')
        ? { ...article, corrections: lifeOf(article, now, timeZone).corrections }
        : undefined;
    },
    unpublished: () =>
      isPreview ? database.list('listHidden', { now }).map(articleOf).filter(isHidden) : [],
    readBody,
    authorsOf: (article) =>
      // Without a file an author is called what this article writes, whatever others do: an article
      // shows nothing of those far from it, so that an edit touches few pages.
      article.authors.map(
        ({ key, name }) => authors.get(key) ?? { key, name, kind: 'person' as const },
      ),
    related: (article) => relatedTo(database, article, now),
    neighbours: (article) => neighboursOf(database, article, now),
    series: (article) => seriesOf(database, article, now),

    listAll: (page) => list(allArticles, page),
    listSection: (key, page) => list(listOfSection(key), page),
    listTag: (slug, page) => list(listOfTag(slug), page),
    listAuthor: (key, page) => list(listOfAuthor(key), page),
    listMonth: (year, month, page) =>
      pageOfStretch(database, allArticles, page, now, stretchOfMonth(year, month, timeZone)),
    listDay: (day, page) =>
      pageOfStretch(database, allArticles, page, now, stretchOfDay(day, timeZone)),

    findSection,
    findTag,
    findAuthor: (key) => {
      const row = database.find('findAuthor', { key });
      if (row) return profileOf(row);
      const signer = findSigner(key);
      return signer && { ...signer, html: '' as Html };
    },
    findSitePage: (slug) => {
      const row = database.find('findSitePage', { slug });
      if (!row) return undefined;
      const page: SitePage = JSON.parse(row.text('details'));
      return { page, html: row.text('html') as Html };
    },

    years: () => yearsOf(database, now),
    months: (year) => monthsOf(database, year, now),
    days: (year, month) => daysOf(database, year, month, now, timeZone),

    corrections: (page) => pageOfCorrections(database, page, now, timeZone),

    feedOf: (subject) => {
      const list = listOfFeed(subject, { findSection, findTag, findSigner });
      return list === undefined ? undefined : newestOfList(database, list, now, FEED_SIZE);
    },
    readMarkdown: (slug) => database.find('findBody', { slug })?.text('markdown'),

    sitemapMonths: () => sitemapMonths(database, now, timeZone),
    partsOfSitemap: (year, month) => partsOfSitemap(database, { year, month }, now, timeZone),
    articlesOfSitemap: (year, month, part) =>
      articlesOfSitemap(database, { year, month, part }, now, timeZone),
    latestNews: () => latestNews(database, now),

    search: (request) => searcher.search(request, now, at),
    suggest: (text) => searcher.suggest(text, now, at),
  };
}

/** Articles in a feed. */
const FEED_SIZE = 50;

/** The list of which a feed is; undefined when nothing has this name. */
function listOfFeed(
  subject: FeedSubject,
  find: Readonly<Record<'findSection' | 'findTag' | 'findSigner', (key: string) => unknown>>,
): string | undefined {
  switch (subject.of) {
    case 'site':
      return allArticles;
    case 'section':
      return find.findSection(subject.key) ? listOfSection(subject.key) : undefined;
    case 'tag':
      return find.findTag(subject.key) ? listOfTag(subject.key) : undefined;
    case 'author':
      return find.findSigner(subject.key) ? listOfAuthor(subject.key) : undefined;
  }
}

function profileOf(row: Row): AuthorProfile {
  const { key, name, kind, role, email, aliases } = JSON.parse(row.text('details')) as Author;
  return {
    ...{ key, name, kind },
    ...(role && { role }),
    ...(email && { email }),
    aliases,
    html: row.text('html') as Html,
  };
}
