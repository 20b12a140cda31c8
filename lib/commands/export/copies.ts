import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { listPictures, type ShownPicture } from '../../publish/addresses';
import { findFile } from '../../server/files';
import { mayBeFile } from '../../site/routes';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';

/** A file that is copied as it is. */
export interface Copy {
  /** Absolute. */
  readonly from: string;
  /** Relative to the folder of the export, with `/`. */
  readonly file: string;
}

/** The files of `public/` that the server sends: with a dot in their name, and none hidden. */
export function listPublicFiles(directory: string): readonly Copy[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => pathWithin(directory, entry))
    .filter((file) => mayBeFile(`/${file}`) && !/(?:^|\/)\./.test(file))
    .map((file) => ({ from: join(directory, file), file }))
    .filter(({ from }) => statSync(from, { throwIfNoEntry: false })?.isFile());
}

/** The pictures beside articles that readers may see, in parts; each once. */
export async function* listPictureFiles(
  store: Store,
  edition: Edition,
): AsyncGenerator<readonly Copy[]> {
  for (const pictures of listPictures(store, edition)) {
    const copies: Copy[] = [];
    for (const picture of pictures) {
      const found = await findFile(store.contentDirectory, picture.file);
      if (found !== undefined)
        copies.push({ from: join(store.contentDirectory, found), file: copyOf(picture) });
    }
    yield copies;
  }
}

/** Where the pictures lie that articles name, whether they are there or not. */
export function* namesOfPictures(store: Store, edition: Edition): Generator<string> {
  for (const pictures of listPictures(store, edition)) yield* pictures.map(copyOf);
}

/** Servers of files decode an address: the name is the picture's own. */
function copyOf({ slug, name }: ShownPicture): string {
  return `anh/${slug}/${name}`;
}

function pathWithin(directory: string, entry: Dirent): string {
  return relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/');
}
