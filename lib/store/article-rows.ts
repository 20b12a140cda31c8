import type { Article } from '../content/article';
import type { RenderedBody } from '../content/markdown/render';
import { revisionsOf, turnsOf, visibleFrom } from '../content/visible';
import { paths } from '../site/routes';
import { keepRendering } from './bodies';
import type { Database, Row } from './database';
import { allArticles, listOfAuthor, listOfSection, listOfSeries, listOfTag } from './list-names';
import { keepPhotograph, type Photograph } from './photographs';
import { removeFromSearch } from './search/index-rows';
import { archiveDayOf } from './stretch';

/** What an article's file holds beside the article. */
export interface ArticleSource {
  readonly path: string;
  readonly body: string;
  readonly bodyLine: number;
  /** The body, where it has been rendered already. */
  readonly rendered?: RenderedBody | undefined;
  readonly photograph?: Photograph | undefined;
}

/**
 * Writes an article and everything that is found by it, in place of what its file held before.
 * @param timeZone IANA name of the site's zone, in which months are counted
 */
export function putArticle(
  database: Database,
  article: Article,
  source: ArticleSource,
  timeZone: string,
): void {
  removeArticle(database, source.path);
  const { slug, title, description, section, published, featured, ...details } = article;
  database.run('addArticle', {
    slug,
    path: source.path,
    title,
    description,
    section: section.key,
    section_name: section.name,
    published_at: published.epochMs,
    published_precision: published.precision,
    featured: featured ? 1 : 0,
    details: JSON.stringify(details),
  });
  const id = database.find('findArticleOfFile', { path: source.path })?.number('id');
  if (id === undefined) throw new Error(`${source.path}: not kept`);
  database.run('addBody', { article: id, markdown: source.body, first_line: source.bodyLine });
  for (const path of article.aliases) {
    database.run('keepAlias', { path, target: paths.article(slug), file: source.path });
  }
  addToLists(database, id, article, timeZone);
  for (const instant of turnsOf(article)) database.run('addTurn', { instant, article: id });
  if (source.photograph) keepPhotograph(database, source.path, source.photograph);
  if (source.rendered) keepRendering(database, source.path, source.rendered);
}

/**
 * Puts the article that a file held when it was last good into its lists anew: their months are
 * those of the site's zone, which has changed.
 */
export function relistArticle(database: Database, path: string, timeZone: string): void {
  const row = database.find('findArticleOfFile', { path });
  if (!row) return;
  database.run('removeListings', { article: row.number('id') });
  database.run('removeCorrections', { article: row.number('id') });
  database.run('removeRevisions', { article: row.number('id') });
  addToLists(database, row.number('id'), articleOf(row), timeZone);
}

/** Takes the article of a file out of everything. */
export function removeArticle(database: Database, path: string): void {
  const article = database.find('findArticleOfFile', { path })?.number('id');
  if (article === undefined) return;
  database.run('removeListings', { article });
  database.run('removeCorrections', { article });
  database.run('removeRevisions', { article });
  removeFromSearch(database, article);
  database.run('removeTurns', { article });
  database.run('removeAliases', { file: path });
  database.run('removePhotograph', { file: path });
  database.run('removeBody', { article });
  database.run('removeArticle', { path });
}

/** The article that a row holds. */
export function articleOf(row: Row): Article {
  return {
    ...JSON.parse(row.text('details')),
    slug: row.text('slug'),
    title: row.text('title'),
    description: row.text('description'),
    section: { key: row.text('section'), name: row.text('section_name') },
    published: {
      epochMs: row.number('published_at'),
      precision: row.text('published_precision') === 'day' ? 'day' : 'second',
    },
    featured: row.number('featured') === 1,
  };
}

function addToLists(database: Database, id: number, article: Article, timeZone: string): void {
  const from = visibleFrom(article);
  if (from === undefined || article.withdrawn) return;
  const month = monthOf(from, timeZone);
  const lists: readonly (readonly [list: string, label: string])[] = [
    [allArticles, ''],
    [listOfSection(article.section.key), article.section.name],
    ...article.tags.map(({ slug, name }) => [listOfTag(slug), name] as const),
    ...article.authors.map(({ key, name }) => [listOfAuthor(key), name] as const),
    ...(article.series ? [[listOfSeries(article.series.name), article.series.name] as const] : []),
  ];
  for (const [list, label] of lists) {
    database.run('addListing', {
      list,
      published_at: from,
      slug: article.slug,
      article: id,
      month,
      label,
    });
  }
  for (const [position, { date }] of article.corrections.entries()) {
    database.run('addCorrection', {
      corrected_at: date.epochMs,
      slug: article.slug,
      position,
      article: id,
      seen_from: Math.max(date.epochMs, from),
      month: monthOf(date.epochMs, timeZone),
    });
  }
  if (article.canonical !== undefined) return;
  for (const revised of revisionsOf(article, timeZone))
    database.run('addRevision', { month, revised_at: revised, article: id });
}

/** The month in which an instant is counted. @example '2020-12' */
function monthOf(epochMs: number, timeZone: string): string {
  const { year, month } = archiveDayOf(epochMs, timeZone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}
