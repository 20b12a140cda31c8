import type { Article } from '../../content/article';
import { visible, visibleFrom } from '../../content/visible';
import { matchRoute, type Path, paths } from '../../site/routes';
import { kinOf } from '../../store/mention-rows';
import type { Store } from '../../store/store';
import { addressOfFile } from './address-of-file';
import { remember } from './remember';

/** The moment of what is never shown: everything that has a time is out by then. */
export const NEVER = 8.64e15;

/** When readers see what a file says. */
export interface Showings {
  /**
   * The moment by which a file is judged: now, or when its embargo ends; `NEVER` of a draft.
   * @returns undefined when nobody reads it any more: it was withdrawn
   */
  readonly momentOf: (file: string) => number | undefined;
  readonly articleOf: (file: string) => Article | undefined;
  /** The address at which readers see it; of a file that has none, the front page. */
  readonly homeOf: (file: string) => Path;
  /** Whether a path is that of a tag, which only drafts may carry so far. */
  readonly isTagOfDraft: (path: string) => boolean;
}

/** Says of files when they are read, as of a moment. @param now epoch milliseconds */
export function createShowings(store: Store, now: number): Showings {
  const articles = new Map<string, Article | undefined>();
  const homes = new Map<string, Path>();
  const articleOf = (file: string) => remember(articles, file, () => store.articleOfFile(file));
  return {
    articleOf,
    homeOf: (file) => remember(homes, file, () => addressOfFile(file) ?? paths.front()),
    momentOf: (file) => {
      const article = articleOf(file);
      if (!article) return now;
      if (article.withdrawn) return undefined;
      return visible(article, now) === 'hidden' ? (visibleFrom(article) ?? NEVER) : now;
    },
    isTagOfDraft: (path) => {
      const route = matchRoute(path);
      // A tag's own address is made from its name as its kin is.
      return route?.kind === 'tag' && route.page === 1
        ? store.mentionsOfKin(kinOf({ kind: 'tag', target: route.tag }) ?? '').length > 0
        : false;
    },
  };
}
