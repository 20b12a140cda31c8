import type { FeedSubject } from '../site/machine-routes';
import { matchRoute, type Path, paths } from '../site/routes';
import { addressesOf, type Topic, topics } from '../site/topics';
import type { ArticleSight, Change, Position } from '../store/changes';
import type { Store } from '../store/store';
import { looksOf } from './looks';
import { resolve } from './resolve';
import { touchedSince } from './touched';
import { feedSubjectOf } from './touched-machines';

/** Until when the world was told: a position of the store, and a moment in epoch milliseconds. */
export interface ToldUntil {
  readonly position: Position;
  readonly moment: number;
}

/**
 * Pages that search engines are to ask for anew: of articles and about the site, that came, changed
 * or went, by content or by the clock. What was changed and changed back is none of them, nor what
 * readers never saw, nor an article that is at home elsewhere.
 * @param now epoch milliseconds
 * @returns undefined: everything may have changed, and nobody can say what
 */
export function changedPages(
  store: Store,
  { position, moment: since }: ToldUntil,
  now: number,
): readonly Path[] | undefined {
  const changes = store.changesSince(position);
  const turned = store.turned(Math.min(since, now), Math.max(since, now));
  if (!changes || !turned) return undefined;
  // A clock that is set back has taken away nothing that was published.
  if (now < since && turned.length > 0) return undefined;
  const { timeZone } = store.edition(now).site;
  const articles = [...spansOf(changes, turned)].filter(([, { before, after }]) =>
    isNews(before, after, { since, now }, timeZone),
  );
  return [
    ...articles.map(([slug]) => paths.article(slug)),
    ...new Set(
      changes.flatMap((change) =>
        change.kind === 'site-page' ? [paths.sitePage(change.slug)] : [],
      ),
    ),
  ];
}

/**
 * Feeds that a hub is to fetch anew, in all their forms. When every page may have changed, those of
 * the site, its sections, and all that holds an article that did.
 * @param now epoch milliseconds
 * @returns undefined: nobody can say which articles have changed
 */
export function changedFeeds(
  store: Store,
  until: ToldUntil,
  now: number,
): readonly Path[] | undefined {
  const touched = touchedSince(store, until, now) ?? feedsOfChanged(store, until, now);
  if (!touched) return undefined;
  const edition = store.edition(now);
  return [...touched]
    .flatMap((topic) => addressesOf(topic).map(({ path }) => path))
    .filter((path) => matchRoute(path)?.kind === 'feed')
    .filter((path) => resolve(store, edition, path).kind === 'document');
}

function feedsOfChanged(
  store: Store,
  { position, moment: since }: ToldUntil,
  now: number,
): ReadonlySet<Topic> | undefined {
  const changes = store.changesSince(position);
  const turned = store.turned(Math.min(since, now), Math.max(since, now));
  if (!changes || !turned || now < since) return undefined;
  const spans = [...spansOf(changes, turned).values()];
  const sights = spans.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  const subjects: readonly FeedSubject[] = [
    { of: 'site' },
    ...store
      .edition(now)
      .sections()
      .map(({ key }) => ({ of: 'section', key }) as const),
    ...sights.flatMap(({ listings }) =>
      Object.keys(listings).flatMap((list) => feedSubjectOf(list) ?? []),
    ),
  ];
  return new Set(subjects.map(topics.feed));
}

/** An article as it was at first and as it is now. */
interface Span {
  readonly before: ArticleSight | undefined;
  readonly after: ArticleSight | undefined;
}

function spansOf(
  changes: readonly Change[],
  turned: readonly ArticleSight[],
): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>(
    turned.map((sight) => [sight.article.slug, { before: sight, after: sight }]),
  );
  const changed = new Map<string, Span>();
  for (const change of changes) {
    if (change.kind !== 'article') continue;
    const { slug, before, after } = change;
    const known = changed.get(slug);
    changed.set(slug, { before: known ? known.before : before, after });
  }
  for (const [slug, span] of changed) spans.set(slug, span);
  return spans;
}

function isNews(
  earlier: ArticleSight | undefined,
  later: ArticleSight | undefined,
  { since, now }: { readonly since: number; readonly now: number },
  timeZone: string,
): boolean {
  if ((later ?? earlier)?.article.canonical !== undefined) return false;
  const before = looksOf(earlier, since, timeZone);
  const after = looksOf(later, now, timeZone);
  if (before.page === after.page) return false;
  // The word that an article is old is no news; what its feed shows is the same without it.
  return after.feed === undefined || before.feed !== after.feed;
}
