import type { Article } from '../content/article';
import { isShareable } from '../content/article-image';
import { lifeOf } from '../content/visible';
import type { CardSubject, FeedSubject } from '../site/machine-routes';
import { matchRoute, type Path, paths, type Route } from '../site/routes';
import { strings } from '../site/strings';
import { type EditorialDate, formatDateTimeAttribute } from '../vietnamese/dates';
import { canonicalOf } from './canonical';
import { photographOf, pictureOfCard, type SocialPicture } from './social-picture';

/** One `<meta>`: `name` for search engines, `property` for Open Graph. */
type Meta =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string };

/** What stands in the head of a page and differs from page to page. */
export interface PageHead {
  readonly title: string;
  /** Absolute; none for a page that is an answer and not an address. */
  readonly canonical?: string;
  readonly metas: readonly Meta[];
  /** Feeds of the site and of the list in view. */
  readonly feeds: readonly FeedLink[];
  /** The Markdown of an article. */
  readonly text?: Path;
}

/** A feed as a page names it: one form of three, for every byte travels with every page; OPML has all. */
interface FeedLink {
  readonly title: string;
  readonly path: Path;
}

/** What must be known of the site to write a head; an `Edition` has it all. */
export interface Publication {
  readonly site: { readonly name: string; readonly timeZone: string };
  /** Origin, no slash at its end. */
  readonly siteUrl: string;
  readonly indexable: boolean;
}

/** A page as its route knows it. */
export interface PageOfSite {
  /** Without the site's name; none on the front. */
  readonly title?: string;
  readonly description: string;
  readonly path: Path;
  /** Which page of a list, from 1. */
  readonly page?: number;
  /** True for a list with nothing in it, which search engines need not keep. */
  readonly isEmpty?: boolean;
}

/**
 * The head of every page but articles and answers. A numbered page says its number and names
 * itself, never the first page.
 * @see https://ogp.me/ and https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
export function pageHead(publication: Publication, page: PageOfSite): PageHead {
  const { name } = publication.site;
  const number = page.page ?? 1;
  const own = page.title ?? (number > 1 ? strings.newestArticles : undefined);
  const title = own && strings.numbered(own, number);
  const subject = subjectOf(matchRoute(page.path));
  const card: CardSubject =
    subject.of === 'section' || subject.of === 'tag'
      ? { of: subject.of, key: subject.key }
      : { of: 'site' };
  return head(publication, {
    title: title ? strings.titleOf(title, name) : name,
    canonical: publication.siteUrl + page.path,
    picture: pictureOfCard(publication.siteUrl, card, own ?? name),
    feeds: subject.of === 'site' ? [] : [feedOf(subject, strings.titleOf(own ?? name, name))],
    description: strings.numberedSentence(page.description, number),
    isKept: !page.isEmpty,
    openGraph: [
      ['og:type', 'website'],
      ['og:title', title ?? name],
    ],
  });
}

/**
 * The head of an article that may be read.
 * @param publication with the moment at which it is read, epoch milliseconds
 * @see https://ogp.me/#type_article and https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
export function articleHead(
  publication: Publication & { readonly now: number },
  article: Article,
): PageHead {
  const { siteUrl } = publication;
  const { name, timeZone } = publication.site;
  const instant = (date: EditorialDate) => formatDateTimeAttribute(date, timeZone);
  const { changed } = lifeOf(article, publication.now, timeZone);
  return head(publication, {
    title: strings.titleOf(article.title, name),
    canonical: canonicalOf(article, siteUrl),
    description: article.description,
    isKept: true,
    picture: pictureOfArticle(siteUrl, article),
    feeds: [],
    text: paths.articleText(article.slug),
    openGraph: [
      ['og:type', 'article'],
      ['og:title', article.title],
      ['article:published_time', instant(article.published)],
      ...(changed ? [['article:modified_time', instant(changed)] as const] : []),
      ...article.authors.map(({ key }) => ['article:author', siteUrl + paths.author(key)] as const),
      ['article:section', article.section.name],
      ...article.tags.map((tag) => ['article:tag', tag.name] as const),
    ],
  });
}

/** Its photograph, when networks show it, else its card. */
function pictureOfArticle(siteUrl: string, article: Article): SocialPicture {
  const photograph = isShareable(article.image) ? photographOf(siteUrl, article) : undefined;
  // One that tells nothing to who hears the page is shown without it elsewhere.
  return photograph
    ? { ...photograph, alt: photograph.alt || article.title }
    : pictureOfCard(siteUrl, { of: 'article', key: article.slug }, article.title);
}

/** The head of what is left of a withdrawn article. @param reason why it was withdrawn */
export function withdrawalHead(
  publication: Publication,
  { reason }: { readonly reason: string },
): PageHead {
  return answerHead(publication, { title: strings.withdrawnTitle, description: reason });
}

/**
 * The head of a search, with what was typed in its title; search engines keep no search.
 * @param search `page` from 1
 */
export function searchHead(
  publication: Publication,
  { text, page }: { readonly text: string; readonly page: number },
): PageHead {
  const title = text ? strings.searchTitle(text) : strings.search;
  return answerHead(publication, {
    title: strings.numbered(title, page),
    description: strings.searchOf(publication.site.name),
  });
}

/** The head of a page that answers for another: missing, withdrawn, failed. */
export function answerHead(
  { site }: Publication,
  { title, description }: { readonly title: string; readonly description: string },
): PageHead {
  return {
    title: strings.titleOf(title, site.name),
    metas: [
      { name: 'description', content: description },
      { name: 'robots', content: 'noindex' },
    ],
    feeds: [feedOf({ of: 'site' }, site.name)],
  };
}

interface Draft {
  readonly title: string;
  readonly canonical: string;
  readonly description: string;
  readonly isKept: boolean;
  readonly picture: SocialPicture;
  /** Beside that of the site. */
  readonly feeds: readonly FeedLink[];
  readonly text?: Path;
  readonly openGraph: readonly (readonly [property: string, content: string])[];
}

function head({ site, indexable }: Publication, draft: Draft): PageHead {
  const { title, canonical, description, isKept, picture } = draft;
  return {
    title,
    canonical,
    metas: [
      { name: 'description', content: description },
      { name: 'robots', content: robots(indexable, isKept) },
      ...[
        ...draft.openGraph,
        ['og:description', description] as const,
        ['og:url', canonical] as const,
        ['og:image', picture.url] as const,
        ['og:image:type', picture.type] as const,
        ['og:image:width', `${picture.size.width}`] as const,
        ['og:image:height', `${picture.size.height}`] as const,
        ['og:image:alt', picture.alt] as const,
        ['og:site_name', site.name] as const,
        ['og:locale', 'vi_VN'] as const,
      ].map(([property, content]) => ({ property, content })),
      // What else this network shows it takes from Open Graph.
      { name: 'twitter:card', content: 'summary_large_image' },
    ],
    feeds: [feedOf({ of: 'site' }, site.name), ...draft.feeds],
    ...(draft.text && { text: draft.text }),
  };
}

function feedOf(subject: FeedSubject, title: string): FeedLink {
  return { title, path: paths.feed(subject, 'rss') };
}

/** The list that a page is of; else the site. */
function subjectOf(route: Route | undefined): FeedSubject {
  switch (route?.kind) {
    case 'section':
      return { of: 'section', key: route.section };
    case 'tag':
      return { of: 'tag', key: route.tag };
    case 'author':
      return { of: 'author', key: route.author };
    default:
      return { of: 'site' };
  }
}

function robots(indexable: boolean, isKept: boolean): string {
  if (!indexable) return 'noindex';
  return isKept ? 'max-image-preview:large, max-snippet:-1' : 'noindex, follow';
}
