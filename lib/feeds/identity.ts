import { absoluteAddress } from '../content/addresses';
import type { Article } from '../content/article';
import { matchRoute, type Path, paths } from '../site/routes';

/**
 * The path by which readers of feeds know each article for good: the first that it ever had. Old ones
 * stand in the order in which they were given up. One that another article of the list has is not
 * used: two files claim it, of which editors are told, and no two entries of a feed may be the same.
 * @returns one for each article, in their order
 */
export function firstPaths(
  articles: readonly Pick<Article, 'slug' | 'aliases'>[],
): readonly Path[] {
  const taken = new Set<string>(articles.map(({ slug }) => paths.article(slug)));
  return articles.map(({ slug, aliases }) => {
    const own = paths.article(slug);
    const first = aliases.find(isOfArticle) ?? own;
    if (taken.has(first)) return own;
    taken.add(first);
    return first;
  });
}

/**
 * The address of an article that is told to everyone: where it is at home, as its page says.
 * @param own of its page here, absolute
 */
export function linkOf({ canonical }: Pick<Article, 'canonical'>, own: string): string {
  if (canonical === undefined) return own;
  // Letter for letter what the page says, unless no program could follow it.
  return /^[!-~]+$/.test(canonical) ? canonical : (absoluteAddress(canonical, own) ?? own);
}

function isOfArticle(alias: string): alias is Path {
  return matchRoute(alias)?.kind === 'article';
}
