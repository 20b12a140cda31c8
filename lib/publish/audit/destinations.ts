import { relative, sep } from 'node:path';
import type { Article } from '../../content/article';
import { visible } from '../../content/visible';
import { canonicalSpelling, matchRoute, mayBeFile } from '../../site/routes';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';
import { findPictureFile } from '../picture-file';
import { resolve } from '../resolve';
import { createFolder } from './folder';
import { remember } from './remember';
import { decode } from './target';

/** What a reader finds at an address. */
export interface Destination {
  readonly kind: 'found' | 'hidden' | 'broken';
  /** Of the article, if it is one. */
  readonly slug?: string;
  /** The name of the page about the site, if it is one. */
  readonly page?: string;
}

/** Answers for addresses of the site; each is looked up once. */
export interface Destinations {
  /** @param path percent-encoded; @param moment epoch milliseconds */
  readonly find: (path: string, moment: number) => Destination;
  /** Whether a picture is there, of an article that readers may see or not. */
  readonly hasPicture: (path: string) => boolean;
  /** Files that lie beside where a picture of an article would, NFC; none of other paths. */
  readonly namesBeside: (path: string) => readonly string[];
  /** Whether a path is answered by more than a redirect. */
  readonly answersItself: (path: string, moment: number) => boolean;
  /** Ids in the text of an article or a page about the site; undefined when they are not known. */
  readonly anchorsOf: (found: Destination, moment: number) => readonly string[] | undefined;
  readonly edition: (moment: number) => Edition;
}

/**
 * Looks addresses up as a reader would, by `resolve` and among the public files.
 * @param publicDirectory folder of the files that are served as they are
 */
export function createDestinations(store: Store, publicDirectory: string): Destinations {
  const publicFolder = createFolder(publicDirectory);
  const content = createFolder(store.contentDirectory);
  const editions = new Map<number, Edition>();
  const found = new Map<string, Destination>();
  const anchors = new Map<string, readonly string[] | undefined>();
  const edition = (moment: number) => remember(editions, moment, () => store.edition(moment));
  const isPublic = (path: string) => mayBeFile(path) && publicFolder.has(decode(path).slice(1));
  const inside = (file: string) => relative(store.contentDirectory, file).split(sep).join('/');
  const isThere = (file: string | undefined) => file !== undefined && content.has(inside(file));

  const look = (path: string, moment: number): Destination => {
    if (isPublic(path)) return { kind: 'found' };
    const first = resolve(store, edition(moment), path);
    const answer = first.kind === 'moved' ? resolve(store, edition(moment), first.location) : first;
    switch (answer.kind) {
      case 'document': {
        // A text for programs: whoever writes `tin.md` means the page.
        if (matchRoute(answer.path)?.kind === 'article-text') return { kind: 'broken' };
        const article = store.isPreview ? articleAt(store, answer.path, moment) : undefined;
        return article ?? documentAt(answer.path);
      }
      case 'search':
        return { kind: 'found' };
      case 'picture':
        return { kind: isThere(answer.file) ? 'found' : 'broken' };
      case 'missing':
        return articleAt(store, canonicalSpelling(decode(path)), moment) ?? { kind: 'broken' };
      default:
        return { kind: 'broken' };
    }
  };
  return {
    find: (path, moment) => remember(found, `${moment} ${path}`, () => look(path, moment)),
    hasPicture: (path) => {
      const route = matchRoute(canonicalSpelling(decode(path)));
      return route?.kind === 'picture'
        ? isThere(findPictureFile(store, route.slug, route.file))
        : isPublic(path);
    },
    namesBeside: (path) => {
      const route = matchRoute(canonicalSpelling(decode(path)));
      const file =
        route?.kind === 'picture' ? findPictureFile(store, route.slug, route.file) : undefined;
      return file === undefined
        ? []
        : content.namesBeside(inside(file)).map((name) => name.normalize('NFC'));
    },
    anchorsOf: ({ slug, page }, moment) => {
      if (slug !== undefined) return remember(anchors, slug, store.anchorsOf);
      if (page === undefined) return undefined;
      return remember(anchors, `${moment} ${page}`, () => idsIn(edition(moment), page));
    },
    answersItself: (path, moment) =>
      isPublic(path) ||
      /^(?:document|withdrawn|picture|search)$/.test(resolve(store, edition(moment), path).kind),
    edition,
  };
}

function documentAt(path: string): Destination {
  const route = matchRoute(path);
  return {
    kind: 'found',
    ...(route?.kind === 'article' && { slug: route.slug }),
    ...(route?.kind === 'site-page' && { page: route.slug }),
  };
}

/** Ids in the text of a page about the site. */
function idsIn(edition: Edition, page: string): readonly string[] | undefined {
  const html = edition.findSitePage(page)?.html;
  return html === undefined
    ? undefined
    : [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
}

/** The article that a path, or the redirect from it, leads to; a preview shows hidden ones too. */
function articleAt(store: Store, path: string, moment: number): Destination | undefined {
  const route = matchRoute(path);
  const isOfArticle = route?.kind === 'article' || route?.kind === 'picture';
  const file = isOfArticle ? store.findArticleFile(route.slug) : undefined;
  const article: Article | undefined = file === undefined ? undefined : store.articleOfFile(file);
  if (!article) {
    const aliased = store
      .findAliases(path)
      .flatMap((target) => (target === path ? [] : (articleAt(store, target, moment) ?? [])));
    return aliased.find(({ kind }) => kind === 'found') ?? aliased[0];
  }
  const isHidden = visible(article, moment) === 'hidden';
  if (route?.kind === 'picture') return isHidden ? { kind: 'hidden' } : undefined;
  return { kind: isHidden ? 'hidden' : 'found', slug: article.slug };
}
