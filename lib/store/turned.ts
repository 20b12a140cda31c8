import type { Newsroom } from '../content/article';
import type { ArticleSight } from './changes';
import type { Database } from './database';
import { changesNames } from './derived-names';
import { labelOf } from './lists';
import { createLook, isFollowed } from './sights';

/** More articles than these are not followed one by one. */
const MOST = 500;

/**
 * Articles that the clock alone has changed, `since < turn <= until`, as `until` sees them.
 * @param since epoch milliseconds
 * @returns undefined when everything may have changed: they are too many, or name what all pages name
 */
export function turnedBetween(
  database: Database,
  newsroom: Newsroom,
  since: number,
  until: number,
): readonly ArticleSight[] | undefined {
  const rows = database.list('listTurned', { since, until, limit: MOST + 1 });
  if (rows.length > MOST) return undefined;
  const look = createLook(database, until, newsroom.site.timeZone);
  const slugs = new Set(rows.map((row) => row.text('slug')));
  const sights = [...slugs].flatMap((slug) => look(slug) ?? []);
  const cameOut = sights.filter(({ article }) => article.published.epochMs > since);
  const labelBefore = (list: string) => labelOf(database, list, since);
  const isFollowable =
    sights.every(isFollowed) && !changesNames(database, newsroom, cameOut, labelBefore, until);
  return isFollowable ? sights : undefined;
}
