import type { Article } from '../content/article';
import { articleOf } from './article-rows';
import type { Database } from './database';
import { listOfSection, listOfTag } from './list-names';

/** Articles shown beside an article at most. */
const RELATED = 4;

/**
 * Neighbours in time that are looked at in each list, on each side. What an article's page shows of
 * others depends on these alone, so that a change of one is known to touch no page further off.
 */
const REACH = 12;

/**
 * Articles close to one by tag and section. A rare tag says more than a common one; among equals
 * the nearer in time comes first. Only neighbours in time are looked at, so that the cost does not
 * grow with the archive.
 */
export function relatedTo(database: Database, article: Article, now: number): readonly Article[] {
  const candidates = new Map<string, Candidate>();
  for (const { list, isTag } of listsOfKin(article)) {
    const found = around(database, list, article, now);
    // A tag outweighs the section; how rare it is shows in how many are found, of as many as may be.
    const weight = isTag ? 1 + 1 / Math.log2(2 + found.length) : 0.5;
    for (const near of found) {
      const known = candidates.get(near.slug) ?? { ...near, score: 0 };
      known.score += weight;
      candidates.set(near.slug, known);
    }
  }
  const distance = (other: Candidate) => Math.abs(other.publishedAt - article.published.epochMs);
  return [...candidates.values()]
    .sort((a, b) => b.score - a.score || distance(a) - distance(b) || (a.slug < b.slug ? -1 : 1))
    .slice(0, RELATED)
    .flatMap(({ slug }) => {
      // Only those that are shown are read whole: what is looked at are some hundred.
      const row = database.find('findArticle', { slug });
      return row ? [articleOf(row)] : [];
    });
}

/** An article that may be shown beside another. */
interface Candidate {
  readonly slug: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
  score: number;
}

/** The lists in which the articles close to one are looked for. */
export function listsOfKin({
  tags,
  section,
}: Article): readonly { readonly list: string; readonly isTag: boolean }[] {
  return [
    ...tags.map(({ slug }) => ({ list: listOfTag(slug), isTag: true })),
    { list: listOfSection(section.key), isTag: false },
  ];
}

/** Slugs of the articles that look at one, and at which it looks, in a list. */
export function slugsAround(
  database: Database,
  list: string,
  article: Article,
  now: number,
): readonly string[] {
  return around(database, list, article, now).map(({ slug }) => slug);
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
  { slug, published }: Article,
  now: number,
): readonly Omit<Candidate, 'score'>[] {
  const place = { list, published_at: published.epochMs, slug, limit: REACH };
  return [
    ...database.list('listSlugsBefore', place),
    ...database.list('listSlugsAfter', { ...place, now }),
  ].map((row) => ({ slug: row.text('slug'), publishedAt: row.number('published_at') }));
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
