import type { Article } from '../content/article';
import { matchRoute, type Path, paths } from '../site/routes';

/**
 * The path by which readers of feeds know each article for good: the first that it ever had. Old ones
 * stand in the order in which they were given up. One at which another article lives is not used: two
 * files claim it, of which editors are told, and no two entries of a feed may be the same.
 * @param isTaken whether an article lives under a slug
 * @returns one for each article, in their order
 */
export function firstPaths(
  articles: readonly Pick<Article, 'slug' | 'aliases'>[],
  isTaken: (slug: string) => boolean,
): readonly Path[] {
  const given = new Set<string>();
  return articles.map(({ slug, aliases }) => {
    const own = paths.article(slug);
    const first = aliases.find(isOfArticle);
    const route = first && matchRoute(first);
    if (!first || (route?.kind === 'article' && isTaken(route.slug)) || given.has(first))
      return own;
    given.add(first);
    return first;
  });
}

function isOfArticle(alias: string): alias is Path {
  return matchRoute(alias)?.kind === 'article';
}
