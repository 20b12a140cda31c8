import { absoluteAddress } from '../content/addresses';
import type { Article, LeadImage } from '../content/article';
import { type CardSubject, cardSize } from '../site/machine-routes';
import { mediaTypeOf } from '../site/media-types';
import { addressOfPicture, type Path, paths } from '../site/routes';

/** The picture by which social networks show a page. */
export interface SocialPicture {
  /** Absolute. */
  readonly url: string;
  readonly alt: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Media type. */
  readonly type: string;
}

/** The card of a subject. @param alt what it says */
export function pictureOfCard(siteUrl: string, subject: CardSubject, alt: string): SocialPicture {
  const path: Path = paths.card(subject);
  return { url: siteUrl + path, alt, size: cardSize, type: mediaTypeOf(path) };
}

/** The absolute address of a lead photograph; undefined for one that no program could follow. */
function addressOfPhotograph(
  siteUrl: string,
  slug: string,
  { src }: Pick<LeadImage, 'src'>,
): string | undefined {
  return absoluteAddress(addressOfPicture(slug, src), siteUrl);
}

/** The lead photograph of an article; undefined when it has none, or its file is not there. */
export function photographOf(
  siteUrl: string,
  { slug, image }: Pick<Article, 'slug' | 'image'>,
): SocialPicture | undefined {
  if (!image?.file) return undefined;
  const url = addressOfPhotograph(siteUrl, slug, image);
  const { width, height, type } = image.file;
  return url === undefined ? undefined : { url, alt: image.alt, size: { width, height }, type };
}
