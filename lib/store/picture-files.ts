import { join } from 'node:path';
import { imageSizeFromFile } from 'image-size/fromFile';
import { nameOfPicture, paths } from '../site/routes';
import { codeOf } from './content-tree';
import type { PictureFile } from './edition';

const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/**
 * What the file of a picture says of it, by its first bytes.
 * @param folder of the article, absolute
 * @param src as the article writes it
 * @returns undefined for what does not lie beside the article, or is no picture
 */
export async function readPictureFile(
  folder: string,
  slug: string,
  src: string,
): Promise<PictureFile | undefined> {
  const own = paths.picture(slug, '');
  const name = src.startsWith(own) ? nameOfPicture(src.slice(own.length)) : nameOfPicture(src);
  if (name.split('/').some((part) => part === '' || part.startsWith('.'))) return undefined;
  try {
    const {
      width,
      height,
      type = '',
      orientation = 1,
    } = await imageSizeFromFile(join(folder, name));
    const mediaType = mediaTypes[type];
    if (mediaType === undefined || !width || !height) return undefined;
    // From the fifth on a photograph is turned by a quarter before it is shown (Exif 2.32 §4.6.4).
    const isTurned = orientation >= 5;
    return {
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      type: mediaType,
    };
  } catch (cause) {
    // A file that is not there or no picture has nothing to say; a broken machine has.
    if (/^(EIO|EMFILE|ENFILE|ENOMEM)$/.test(codeOf(cause))) throw cause;
    return undefined;
  }
}
