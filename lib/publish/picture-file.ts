import { join } from 'node:path';
import { paths } from '../site/routes';
import type { Store } from '../store/store';

/** Names of the pictures that are served from beside an article. */
export const pictureTypes = /\.(?:avif|gif|jpe?g|png|webp)$/i;

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

/**
 * Whether an article shows a picture, as its lead or in its body: others in its folder may belong to
 * articles that are not out yet. Ask after its body has been rendered.
 * @param name of the file, relative to the article's, decoded
 */
export function showsPicture(
  store: Pick<Store, 'findArticleFile' | 'mentions'>,
  slug: string,
  name: string,
): boolean {
  const file = store.findArticleFile(slug);
  if (file === undefined) return false;
  const addresses = new Set([name, decodeURIComponent(paths.picture(slug, name))]);
  return store
    .mentions(file)
    .some(({ kind, target }) => kind === 'picture' && addresses.has(target.normalize('NFC')));
}
