import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { imageSize } from 'image-size';
import type { Article, PictureFile } from '../content/article';
import { nameOfPicture, paths } from '../site/routes';
import { signatureOf } from './content-tree';
import type { Database } from './database';
import { lastBelow, type Scope } from './scope';

/** The file of a lead photograph, when its article was read. */
export interface Photograph {
  /** Seen from the content folder, as `ContentFile.path`; nothing need be there. */
  readonly path: string;
  readonly signature: string;
}

/** An article with what the file of its photograph says, and which file that is. */
export interface Photographed {
  readonly article: Article;
  readonly photograph?: Photograph;
}

/** Size and type stand at the beginning; what cameras write before them is shorter, if long. */
const BEGINNING = 4 * 1024 * 1024;

const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/**
 * Looks at the photograph of an article, where one lies beside it or in `public/`.
 * @param directory the content folder, absolute
 * @param file of the article, inside it
 */
export function readPhotograph(directory: string, file: string, article: Article): Photographed {
  const { slug, image } = article;
  const path = image && placeOf(directory, file, slug, image.src);
  if (!image || path === undefined) return { article };
  // Before it is read: what changes meanwhile is read again.
  const photograph = { path, signature: signatureAt(directory, path) };
  const found = photograph.signature === nothing ? undefined : pictureAt(join(directory, path));
  return {
    article: found ? { ...article, image: { ...image, file: found } } : article,
    photograph,
  };
}

/** Writes which file the photograph of an article is. */
export function keepPhotograph(database: Database, file: string, photograph: Photograph): void {
  database.run('keepPhotograph', { file, ...photograph });
}

/**
 * Files of articles whose photograph is another one than when they were read.
 * @param scope where to look; everywhere unless told
 */
export function findRephotographed(
  database: Database,
  directory: string,
  scope?: Scope,
): readonly string[] {
  const rows = scope
    ? scope.paths.flatMap((path) =>
        database.list('listPhotographsWithin', { path, first: `${path}/`, last: lastBelow(path) }),
      )
    : database.list('listPhotographs');
  return rows
    .filter((row) => signatureAt(directory, row.text('path')) !== row.text('signature'))
    .map((row) => row.text('file'));
}

/** Where the picture that an article names lies, seen from the content folder; undefined for nowhere. */
function placeOf(directory: string, file: string, slug: string, src: string): string | undefined {
  const own = paths.picture(slug, '');
  const isOfSite = src.startsWith('/') && !src.startsWith(own);
  const name = nameOfPicture(
    isOfSite ? src.slice(1) : src.startsWith(own) ? src.slice(own.length) : src,
  );
  if (name.split('/').some((part) => part === '' || part.startsWith('.'))) return undefined;
  const folder = isOfSite ? relative(directory, join(process.cwd(), 'public')) : dirname(file);
  return join(folder, name);
}

/** The signature of what is no file. */
const nothing = '';

function signatureAt(directory: string, path: string): string {
  try {
    const stats = lstatSync(join(directory, path), { throwIfNoEntry: false });
    return stats?.isFile() ? signatureOf(stats) : nothing;
  } catch {
    // A folder that may not be entered, a name that is too long.
    return nothing;
  }
}

/** What the file of a picture says of it, by its first bytes; undefined for what is no picture. */
function pictureAt(file: string): PictureFile | undefined {
  try {
    const { bytes, beginning } = read(file);
    const { width, height, type = '', orientation = 1 } = imageSize(beginning);
    const mediaType = mediaTypes[type];
    if (mediaType === undefined || !width || !height) return undefined;
    // From the fifth on a photograph is turned by a quarter before it is shown (Exif 2.32 §4.6.4).
    const isTurned = orientation >= 5;
    return {
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      type: mediaType,
      bytes,
    };
  } catch {
    return undefined;
  }
}

function read(file: string): { readonly bytes: number; readonly beginning: Uint8Array } {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = fstatSync(descriptor).size;
    const beginning = new Uint8Array(Math.min(bytes, BEGINNING));
    return { bytes, beginning: beginning.subarray(0, readSync(descriptor, beginning)) };
  } finally {
    closeSync(descriptor);
  }
}
