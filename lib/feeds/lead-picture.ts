import type { Article } from '../content/article';
import { photographOf, type SocialPicture } from '../seo/social-picture';

/** The lead picture of an article in a feed. */
export interface FeedPicture extends SocialPicture {
  readonly caption?: string;
  readonly credit?: string;
}

/** The lead picture of an article as feeds show it; undefined for an article without one. */
export function pictureOf(siteUrl: string, article: Article): FeedPicture | undefined {
  const photograph = photographOf(siteUrl, article);
  if (!photograph) return undefined;
  const { caption, credit } = article.image ?? {};
  return { ...photograph, ...(caption && { caption }), ...(credit && { credit }) };
}
