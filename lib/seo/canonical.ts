import { absoluteAddress } from '../content/addresses';
import type { Article } from '../content/article';
import { paths } from '../site/routes';

/**
 * The address of an article that everyone is told: where it is at home, as its editor says, or here.
 * @returns an absolute address, in letters that every program follows
 */
export function canonicalOf(
  { slug, canonical }: Pick<Article, 'slug' | 'canonical'>,
  siteUrl: string,
): string {
  const own = siteUrl + paths.article(slug);
  if (canonical === undefined) return own;
  // Letter for letter what the editor wrote, unless no program could follow it.
  return /^[!-~]+$/.test(canonical) ? canonical : (absoluteAddress(canonical, own) ?? own);
}
