import { splitCredit } from './markdown/credit';
import { problem } from './problems/problems';
import { mention, placeIn, type Reading } from './reading';
import type { ArticleFrontMatter } from './schema/schema';

/** A picture as its file says it. */
export interface PictureFile {
  readonly width: number;
  readonly height: number;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
}

/** The lead picture of an article. `src` is a path inside the site or a file beside the article. */
export interface LeadImage {
  readonly src: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** What stays in the picture where it is cut to shape. */
  readonly focus?: NonNullable<ArticleFrontMatter['image']>['focus'];
  /** Undefined where no picture lies at the place that `src` names. */
  readonly file?: PictureFile;
}

/** What social networks show; that they take WebP or AVIF nobody promises (standards.md 8.2). */
const shared = { types: ['image/jpeg', 'image/png', 'image/gif'], side: 200, bytes: 8_000_000 };

/**
 * Whether social networks show a lead picture; in place of another, or of none, they get a card.
 * @see https://developers.facebook.com/docs/sharing/webmasters/images
 */
export function isShareable(image: Pick<LeadImage, 'file'> | undefined): boolean {
  if (!image?.file) return false;
  const { width, height, type, bytes } = image.file;
  const isLarge = Math.min(width, height) >= shared.side;
  return shared.types.includes(type) && isLarge && bytes < shared.bytes;
}

/** Reads the lead picture; one that is not described or credited is warned of. */
export function readImage(
  { src, alt, caption, credit, focus }: NonNullable<ArticleFrontMatter['image']>,
  reading: Reading,
): LeadImage {
  mention(reading, 'picture', src, 'image', 'src');
  const { problems, source, file } = reading;
  const atImage = { file, ...source.positionOf(['image'], 'key') };
  if (alt === undefined) problems.push(problem('alt-missing', atImage, src));
  else if (alt.trim() === '') {
    problems.push(problem('alt-missing', placeIn(reading, 'image', 'alt'), src));
  }
  if (credit === undefined) problems.push(problem('credit-missing', atImage, src));
  return {
    ...{ src, alt: alt ?? '' },
    ...(caption && { caption }),
    ...(credit && { credit: withoutMark(credit) }),
    ...(focus && { focus }),
  };
}

/** Pages write the mark of a credit themselves. @example withoutMark('Ảnh: Thu Trang') // 'Thu Trang' */
function withoutMark(written: string): string {
  const { caption, credit } = splitCredit(written);
  return caption === '' ? credit : written;
}
