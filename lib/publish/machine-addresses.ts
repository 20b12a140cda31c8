import { isShareable } from '../content/article-image';
import { visible } from '../content/visible';
import type { CardSubject, FeedSubject, MachineRoute } from '../site/machine-routes';
import type { Route } from '../site/routes';
import type { Edition } from '../store/edition';
import { isCalendarDay } from '../vietnamese/dates';
import { partsOfLists } from './sitemap-addresses';

/**
 * The page with which an address for programs moves: the list of a feed, the article of a text or a
 * card. Undefined for what has no old addresses of its own.
 */
export function homeOf(route: Route | undefined): Route | undefined {
  switch (route?.kind) {
    case 'article-text':
      return { kind: 'article', slug: route.slug };
    case 'feed':
    case 'card':
      return pageOf(route.subject);
    default:
      return undefined;
  }
}

/** What a route for programs becomes when its page has moved; undefined where that has none. */
export function movedTo(route: Route, home: Route): Route | undefined {
  const subject = subjectOf(home);
  if (!subject) return undefined;
  if (route.kind === 'article-text')
    return subject.of === 'article' ? { ...route, slug: subject.key } : undefined;
  if (route.kind === 'feed') return subject.of === 'article' ? undefined : { ...route, subject };
  if (route.kind === 'card') return subject.of === 'author' ? undefined : { ...route, subject };
  return undefined;
}

interface Subject<Of> {
  readonly of: Of;
  readonly key: string;
}

type AnySubject = Subject<'article'> | Subject<'section'> | Subject<'tag'> | Subject<'author'>;

function pageOf(subject: FeedSubject | CardSubject): Route | undefined {
  switch (subject.of) {
    case 'site':
      return undefined;
    case 'article':
      return { kind: 'article', slug: subject.key };
    case 'section':
      return { kind: 'section', section: subject.key, page: 1 };
    case 'tag':
      return { kind: 'tag', tag: subject.key, page: 1 };
    case 'author':
      return { kind: 'author', author: subject.key, page: 1 };
  }
}

function subjectOf(page: Route): AnySubject | undefined {
  switch (page.kind) {
    case 'article':
      return { of: 'article', key: page.slug };
    case 'section':
      return { of: 'section', key: page.section };
    case 'tag':
      return { of: 'tag', key: page.tag };
    case 'author':
      return { of: 'author', key: page.author };
    default:
      return undefined;
  }
}

/** Whether something lives now at an address that programs ask for. */
export function existsForMachines(route: MachineRoute, edition: Edition): boolean {
  switch (route.kind) {
    case 'article-text':
      return isLive(edition, route.slug);
    case 'feed':
      return hasList(route.subject, edition);
    case 'card':
      return hasCard(route.subject, edition);
    case 'sitemap-month':
      return (
        isCalendarDay(route.year, route.month, 1) &&
        route.part <= edition.partsOfSitemap(route.year, route.month)
      );
    case 'sitemap-year':
      return edition.months(route.year).length > 0;
    case 'sitemap-lists':
      return route.part <= partsOfLists(edition, route.lists);
    case 'opml':
    case 'sitemap-index':
    case 'news-sitemap':
    case 'robots':
    case 'llms':
    case 'manifest':
    case 'open-search':
      return true;
  }
}

/**
 * Whether there is a social card: articles have one that have no photograph for social networks; search
 * engines want no words in pictures (standards.md 3.3).
 */
export function hasCard(subject: CardSubject, edition: Edition): boolean {
  if (subject.of !== 'article') return hasList(subject, edition);
  const { key } = subject;
  return isLive(edition, key) && !isShareable(edition.findArticle(key)?.image);
}

/** Whether there is a list, with articles in it or not. */
function hasList(subject: FeedSubject, edition: Edition): boolean {
  switch (subject.of) {
    case 'site':
      return true;
    case 'section':
      return edition.findSection(subject.key) !== undefined;
    case 'tag':
      return edition.findTag(subject.key) !== undefined;
    case 'author':
      return edition.findAuthor(subject.key) !== undefined;
  }
}

function isLive(edition: Edition, slug: string): boolean {
  const article = edition.findArticle(slug);
  return article !== undefined && visible(article, edition.now) === 'live';
}
