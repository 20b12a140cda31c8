import { relative, sep } from 'node:path';
import type { Article } from '../../content/article';
import { visible } from '../../content/visible';
import { canonicalSpelling, matchRoute } from '../../site/routes';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';
import { findPictureFile } from '../picture-file';
import { resolve } from '../resolve';
import { createFolder, type HasFile } from './folder';
import { remember } from './remember';
import { decode } from './target';

/** What a reader finds at an address. `slug` names the article, if it is one. */
export interface Destination {
  readonly kind: 'found' | 'hidden' | 'broken';
  readonly slug?: string;
}

/** Answers for addresses of the site; each is looked up once. */
export interface Destinations {
  /** @param path percent-encoded; @param moment epoch milliseconds */
  readonly find: (path: string, moment: number) => Destination;
  /** Whether a picture is there, of an article that readers may see or not. */
  readonly hasPicture: (path: string) => boolean;
  /** Whether a path is answered by more than a redirect. */
  readonly answersItself: (path: string, moment: number) => boolean;
  /** Ids in the body of an article; undefined when they are not known. */
  readonly anchorsOf: (slug: string) => readonly string[] | undefined;
  readonly edition: (moment: number) => Edition;
}

/**
 * Looks addresses up as a reader would, by `resolve` and among the public files.
 * @param publicDirectory folder of the files that are served as they are
 */
export function createDestinations(store: Store, publicDirectory: string): Destinations {
  const hasPublic = createFolder(publicDirectory);
  const hasContent = createFolder(store.contentDirectory);
  const editions = new Map<number, Edition>();
  const found = new Map<string, Destination>();
  const anchors = new Map<string, readonly string[] | undefined>();
  const edition = (moment: number) => remember(editions, moment, () => store.edition(moment));
  const isPublic = (path: string) => isPublicFile(path, hasPublic);
  const isThere = (file: string | undefined) =>
    file !== undefined && hasContent(relative(store.contentDirectory, file).split(sep).join('/'));

  const look = (path: string, moment: number): Destination => {
    if (isPublic(path)) return { kind: 'found' };
    const first = resolve(store, edition(moment), path);
    const answer = first.kind === 'moved' ? resolve(store, edition(moment), first.location) : first;
    switch (answer.kind) {
      case 'document': {
        if (store.isPreview) return articleAt(store, answer.path, moment) ?? { kind: 'found' };
        const route = matchRoute(answer.path);
        return { kind: 'found', ...(route?.kind === 'article' && { slug: route.slug }) };
      }
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
    anchorsOf: (slug) => remember(anchors, slug, store.anchorsOf),
    answersItself: (path, moment) =>
      isPublic(path) ||
      /^(?:document|withdrawn|picture)$/.test(resolve(store, edition(moment), path).kind),
    edition,
  };
}

/** The article that a path, or the redirect from it, leads to; a preview shows hidden ones too. */
function articleAt(store: Store, path: string, moment: number): Destination | undefined {
  const route = matchRoute(path);
  const isOfArticle = route?.kind === 'article' || route?.kind === 'picture';
  const file = isOfArticle ? store.findArticleFile(route.slug) : undefined;
  const article: Article | undefined = file === undefined ? undefined : store.articleOfFile(file);
  if (!article) {
    const aliased = store.findAlias(path);
    return aliased === undefined || aliased === path
      ? undefined
      : articleAt(store, aliased, moment);
  }
  const isHidden = visible(article, moment) === 'hidden';
  if (route?.kind === 'picture') return isHidden ? { kind: 'hidden' } : undefined;
  return { kind: isHidden ? 'hidden' : 'found', slug: article.slug };
}

/** Only a name with a dot in it can be a file of `public/`, and none of our pages has one. */
function isPublicFile(path: string, hasPublic: HasFile): boolean {
  const isFile = path.lastIndexOf('.') > path.lastIndexOf('/') && !path.startsWith('/anh/');
  return isFile && hasPublic(decode(path).slice(1));
}
