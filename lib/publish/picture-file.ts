import { join } from 'node:path';
import type { Store } from '../store/store';

const pictureTypes = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/**
 * The file that the address of a picture means; whether it is there is for the disk to say.
 * @param slug the article that it lies beside
 * @param file its name, or path below the article's folder, decoded
 * @returns an absolute path; undefined for what is no picture of an article
 */
export function findPictureFile(
  store: Pick<Store, 'findArticleFolder'>,
  slug: string,
  file: string,
): string | undefined {
  const folder = store.findArticleFolder(slug);
  // Neither `..` nor a hidden file or folder.
  const leavesOrHides = file.split('/').some((part) => part.startsWith('.'));
  return folder && pictureTypes.test(file) && !leavesOrHides ? join(folder, file) : undefined;
}
