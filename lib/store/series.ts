import type { Article } from '../content/article';
import { articleOf } from './article-rows';
import type { Database } from './database';
import type { PlaceInSeries } from './edition';
import { listOfSeries } from './list-names';

/** Longer than any series is; an article beyond has no neighbours. */
const MOST_PARTS = 500;

/**
 * The place of an article in its series, among the parts that readers may see. Of two articles with
 * one part the earlier published comes first.
 * @param now epoch milliseconds
 */
export function seriesOf(
  database: Database,
  { slug, series }: Article,
  now: number,
): PlaceInSeries | undefined {
  if (!series) return undefined;
  const parts = database
    .list('listStretch', {
      list: listOfSeries(series.name),
      since: Number.MIN_SAFE_INTEGER,
      before: now + 1,
      limit: MOST_PARTS,
      offset: 0,
    })
    .map(articleOf)
    .sort((a, b) => partOf(a) - partOf(b) || a.published.epochMs - b.published.epochMs);
  const place = parts.findIndex((article) => article.slug === slug);
  const previous = place > 0 ? parts[place - 1] : undefined;
  const next = place === -1 ? undefined : parts[place + 1];
  return {
    ...series,
    total: Math.max(series.part, ...parts.map(partOf)),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

function partOf({ series }: Article): number {
  return series?.part ?? 0;
}
