import type { Article } from '../content/article';
import { articleOf } from './article-rows';
import type { Database } from './database';
import { listOfSection, listOfTag } from './list-names';

/** Articles shown beside an article at most. */
const RELATED = 4;

/** Neighbours in time that are looked at in each list, on each side. */
const REACH = 12;

/**
 * Articles close to one by tag and section. A rare tag says more than a common one; among equals
 * the nearer in time comes first. Only neighbours in time are looked at, so that the cost does not
 * grow with the archive.
 */
export function relatedTo(database: Database, article: Article, now: number): readonly Article[] {
  const candidates = new Map<string, { readonly article: Article; score: number }>();
  const lists = [
    ...article.tags.map(({ slug }) => ({ list: listOfTag(slug), isTag: true })),
    { list: listOfSection(article.section.key), isTag: false },
  ];
  for (const { list, isTag } of lists) {
    const count = database
      .list('listMonths', { list })
      .reduce((sum, row) => sum + row.number('count'), 0);
    // A tag outweighs the section, unless nearly every article carries it.
    const weight = isTag ? 1 + 1 / Math.log2(1 + count) : 0.5;
    for (const near of around(database, list, article, now, REACH)) {
      const known = candidates.get(near.slug) ?? { article: near, score: 0 };
      known.score += weight;
      candidates.set(near.slug, known);
    }
  }
  const distance = (other: Article) =>
    Math.abs(other.published.epochMs - article.published.epochMs);
  return [...candidates.values()]
    .sort(
      (a, b) =>
        b.score - a.score ||
        distance(a.article) - distance(b.article) ||
        (a.article.slug < b.article.slug ? -1 : 1),
    )
    .slice(0, RELATED)
    .map((candidate) => candidate.article);
}

/** The articles just before and just after one in its section. */
export function neighboursOf(
  database: Database,
  article: Article,
  now: number,
): { readonly previous?: Article; readonly next?: Article } {
  const list = listOfSection(article.section.key);
  const [previous] = before(database, list, article, 1);
  const [next] = after(database, list, article, now, 1);
  return { ...(previous && { previous }), ...(next && { next }) };
}

function around(
  database: Database,
  list: string,
  article: Article,
  now: number,
  limit: number,
): readonly Article[] {
  return [...before(database, list, article, limit), ...after(database, list, article, now, limit)];
}

function before(
  database: Database,
  list: string,
  { slug, published }: Article,
  limit: number,
): readonly Article[] {
  const parameters = { list, published_at: published.epochMs, slug, limit };
  return database.list('listNeighboursBefore', parameters).map(articleOf);
}

function after(
  database: Database,
  list: string,
  { slug, published }: Article,
  now: number,
  limit: number,
): readonly Article[] {
  const parameters = { list, published_at: published.epochMs, slug, now, limit };
  return database.list('listNeighboursAfter', parameters).map(articleOf);
}
