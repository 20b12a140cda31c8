import { absoluteAddress } from '../content/addresses';
import type { Article } from '../content/article';
import { addressOfPicture } from '../site/routes';
import type { Edition, PictureFile } from '../store/edition';

/** The lead picture of an article in a feed. */
export interface FeedPicture {
  /** Absolute. */
  readonly address: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** What its file says of it, when that lies beside the article. */
  readonly file?: PictureFile;
}

/** The lead picture of an article as feeds show it; undefined for an article without one. */
export async function pictureOf(
  { siteUrl, readPicture }: Edition,
  { slug, image }: Article,
): Promise<FeedPicture | undefined> {
  if (!image) return undefined;
  const { src, alt, caption, credit } = image;
  const address = absoluteAddress(addressOfPicture(slug, src), siteUrl);
  if (address === undefined) return undefined;
  const file = await readPicture(slug, src);
  return {
    ...{ address, alt },
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(file && { file }),
  };
}
