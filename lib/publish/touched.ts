import { visible } from '../content/visible';
import { type Topic, topics } from '../site/topics';
import type { ArticleSight, Change, Position } from '../store/changes';
import { allArticles, isListOf, keyOfList } from '../store/list-names';
import type { Store } from '../store/store';
import { type Looks, looksOf } from './looks';
import { touchedByAuthor, touchedForMachines } from './touched-machines';

export { goneAmong } from './gone';

/** Two moments, epoch milliseconds: when documents were right, and now. */
interface Moments {
  readonly since: number;
  readonly now: number;
}

type ArticleChange = Extract<Change, { readonly kind: 'article' }>;

/**
 * Topics that a change touches: all whose pages show something else now, and few more. An article
 * that comes, goes or moves touches all pages of its lists, for their counts and everything after
 * it change; one that only looks different touches the pages on which it stands.
 * @param moments of what is seen before, and after
 * @param timeZone an IANA name, the site's
 */
export function touchedTopics(
  change: Change,
  moments: Moments,
  timeZone: string,
): readonly Topic[] {
  switch (change.kind) {
    case 'article':
      return touchedByArticle(change, moments, timeZone);
    case 'author':
      return [topics.author(change.key), topics.authors, ...touchedByAuthor(change.key)];
    case 'site-page':
      // The front page introduces every page about the site.
      return [topics.sitePage(change.slug), topics.latest(1), topics.llms];
    case 'everything':
      return [topics.site];
  }
}

/**
 * Everything touched since documents were right, by content and by the clock. First the clock runs
 * over what was known then, then the content changes under the clock of now.
 * @param right the position and the moment, epoch milliseconds, of which the documents are
 * @param now epoch milliseconds
 * @returns undefined: everything may be
 */
export function touchedSince(
  store: Store,
  right: { readonly position: Position; readonly moment: number },
  now: number,
): ReadonlySet<Topic> | undefined {
  const since = right.moment;
  const changes = store.changesSince(right.position);
  const turned = store.turned(Math.min(since, now), Math.max(since, now));
  if (!changes || !turned) return undefined;
  if (changes.some(({ kind }) => kind === 'everything')) return undefined;
  // A clock that is set back hides again what stands in no list any more.
  if (now < since && turned.length > 0) return undefined;

  const changed = changes.filter((change) => change.kind === 'article');
  const held = heldBefore(changed, turned);
  const hasNewcomers = held.some(
    ({ article }) => visible(article, since) !== visible(article, now),
  );
  // What stands near whom was noted under another clock: rare, and not worth more than this.
  if (changed.length > 0 && (hasNewcomers || changed.some(hasComeOutSince(now)))) return undefined;

  const { timeZone } = store.edition(now).site;
  const byClock = held.flatMap((sight) => {
    const { slug } = sight.article;
    const turn: Change = { kind: 'article', slug, before: sight, after: sight };
    return touchedTopics(turn, { since, now }, timeZone);
  });
  const byContent = changes.flatMap((change) =>
    touchedTopics(change, { since: now, now }, timeZone),
  );
  return new Set([...byClock, ...byContent]);
}

/** Articles as the documents knew them that may have turned: those that changed later included. */
function heldBefore(
  changed: readonly ArticleChange[],
  turned: readonly ArticleSight[],
): readonly ArticleSight[] {
  const first = new Map<string, ArticleSight | undefined>();
  for (const { slug, before } of changed) if (!first.has(slug)) first.set(slug, before);
  return [
    ...turned.filter(({ article }) => !first.has(article.slug)),
    ...[...first.values()].filter((sight) => sight !== undefined),
  ];
}

/** Whether a sight was taken while its article was hidden that readers see now. */
function hasComeOutSince(now: number): (change: ArticleChange) => boolean {
  const isOutdated = (sight: ArticleSight | undefined) =>
    sight !== undefined &&
    visible(sight.article, now) === 'live' &&
    sight.listings[allArticles] === undefined;
  return ({ before, after }) => isOutdated(before) || isOutdated(after);
}

function touchedByArticle(
  { slug, before: earlier, after: later }: ArticleChange,
  { since, now }: Moments,
  timeZone: string,
): readonly Topic[] {
  const before = looksOf(earlier, since, timeZone);
  const after = looksOf(later, now, timeZone);
  const near = [...(earlier?.near ?? []), ...(later?.near ?? [])];
  const lists = [...new Set([...Object.keys(before.places), ...Object.keys(after.places)])];
  return [
    ...(before.page === after.page ? [] : [topics.article(slug)]),
    ...(before.elsewhere === after.elsewhere ? [] : near.map(topics.article)),
    ...(before.corrections === after.corrections ? [] : [topics.corrections]),
    ...lists.flatMap((list) => touchedInList(list, before, after)),
    ...touchedInArchive(before, after),
    ...touchedForMachines(slug, lists, before, after),
  ];
}

function touchedInList(list: string, before: Looks, after: Looks): readonly Topic[] {
  if (before.places[list] !== after.places[list]) {
    return [...topicOfList(list), ...directoryOf(list)];
  }
  const pages = new Set(
    [before.pages[list], after.pages[list]].filter((page) => page !== undefined),
  );
  return [...pages]
    .filter((page) => {
      const look = list === allArticles && page === 1 ? 'front' : 'item';
      return before[look] !== after[look];
    })
    .flatMap((page) => topicOfList(list, page));
}

/** The topic of a list or of one of its pages; a series has no page of its own. */
function topicOfList(list: string, page?: number): readonly Topic[] {
  const key = keyOfList(list);
  if (list === allArticles) return [topics.latest(page)];
  if (isListOf('section', list)) return [topics.section(key, page)];
  if (isListOf('tag', list)) return [topics.tag(key, page)];
  return isListOf('author', list) ? [topics.author(key, page)] : [];
}

/** The list of lists that counts what is in this one. */
function directoryOf(list: string): readonly Topic[] {
  if (isListOf('tag', list)) return [topics.tags];
  return isListOf('author', list) ? [topics.authors] : [];
}

/** A month and a day list articles; a year counts those of its months, the archive those of years. */
function touchedInArchive(before: Looks, after: Looks): readonly Topic[] {
  const hasMoved = before.places[allArticles] !== after.places[allArticles];
  if (!hasMoved && before.item === after.item) return [];
  const days = [before.day, after.day].filter((day) => day !== undefined);
  const [one, other] = [before.day, after.day];
  const isSameYear = one?.year === other?.year;
  const isSameMonth = isSameYear && one?.month === other?.month;
  return [
    ...(isSameYear ? [] : [topics.archive]),
    ...(isSameMonth ? [] : days.map(({ year }) => topics.year(year))),
    ...days.flatMap((day) => [topics.month(day.year, day.month), topics.day(day)]),
  ];
}
