import type { FeedSubject } from '../site/machine-routes';
import { type Topic, topics } from '../site/topics';
import { allArticles, isListOf, keyOfList, type ListKind } from '../store/list-names';
import type { Looks } from './looks';

/** The pages of a list whose articles its feed holds: fifty, and the last may have shifted by one. */
const PAGES_IN_FEED = 3;

/** What programs read that shows something else now that one article has changed. */
export function touchedForMachines(
  slug: string,
  lists: readonly string[],
  before: Looks,
  after: Looks,
): readonly Topic[] {
  const moved = lists.filter((list) => before.places[list] !== after.places[list]);
  return [
    ...lists.flatMap((list) => touchedInFeed(list, before, after)),
    ...moved.flatMap((list) => touchedWithList(list, before, after)),
    ...touchedInSitemap(before, after),
    ...(before.news === after.news ? [] : [topics.newsSitemap]),
    ...(before.card === after.card ? [] : [topics.card({ of: 'article', key: slug })]),
    ...(before.corrections === after.corrections ? [] : listTopics('danh-muc')),
    ...(isAmongNewest(before, after) ? [topics.llms] : []),
  ];
}

/** An author's file decides whether there is an author, and what lists of names say. */
export function touchedByAuthor(key: string): readonly Topic[] {
  return [topics.feed({ of: 'author', key }), topics.opml, ...listTopics('tac-gia')];
}

function touchedInFeed(list: string, before: Looks, after: Looks): readonly Topic[] {
  const subject = feedSubjectOf(list);
  if (!subject) return [];
  const isIn = ({ pages }: Looks) => (pages[list] ?? Number.POSITIVE_INFINITY) <= PAGES_IN_FEED;
  const isSame = before.places[list] === after.places[list] && before.feed === after.feed;
  return isSame || !(isIn(before) || isIn(after)) ? [] : [topics.feed(subject)];
}

/** What names or counts a list into which an article came, or out of which it went. */
function touchedWithList(list: string, before: Looks, after: Looks): readonly Topic[] {
  if (list === allArticles) return listTopics('danh-muc');
  const kind = kindOf(list);
  if (kind === undefined) return [];
  return [
    topics.opml,
    topics.llms,
    ...listTopics(sitemapOf[kind]),
    ...cardsOf(kind, list, before, after),
  ];
}

/** The last article of a list takes it along; the newest may write the name of a tag otherwise. */
function cardsOf(kind: ListKind, list: string, before: Looks, after: Looks): readonly Topic[] {
  const isLeft = after.places[list] === undefined;
  const mayName = before.pages[list] === 1 || after.pages[list] === 1;
  const isOther = kind === 'tag' ? mayName : isLeft;
  return isOther && kind !== 'author' ? [topics.card({ of: kind, key: keyOfList(list) })] : [];
}

const sitemapOf = { section: 'danh-muc', tag: 'chu-de', author: 'tac-gia' } as const;

function listTopics(lists: (typeof sitemapOf)[ListKind]): readonly Topic[] {
  return [topics.sitemap, topics.sitemapOfLists(lists)];
}

function touchedInSitemap(before: Looks, after: Looks): readonly Topic[] {
  const hasMoved = before.places[allArticles] !== after.places[allArticles];
  if (before.sitemap === after.sitemap && !hasMoved) return [];
  const days = [before.day, after.day].filter((day) => day !== undefined);
  return [
    topics.sitemap,
    ...days.flatMap(({ year, month }) => [
      topics.sitemapOfMonth(year, month),
      ...(hasMoved ? [topics.sitemapOfYear(year)] : []),
    ]),
  ];
}

/** Whether it is or was among the articles that the first page names. */
function isAmongNewest(before: Looks, after: Looks): boolean {
  const isFirst = ({ pages }: Looks) => pages[allArticles] === 1;
  const isSame =
    before.places[allArticles] === after.places[allArticles] && before.item === after.item;
  return !isSame && (isFirst(before) || isFirst(after));
}

/** What the feeds of a list are of; a series has none. */
export function feedSubjectOf(list: string): FeedSubject | undefined {
  if (list === allArticles) return { of: 'site' };
  const of = kindOf(list);
  return of && { of, key: keyOfList(list) };
}

function kindOf(list: string): ListKind | undefined {
  return (['section', 'tag', 'author'] as const).find((kind) => isListOf(kind, list));
}
