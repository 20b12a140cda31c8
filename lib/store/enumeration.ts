import type { Article } from '../content/article';
import type { DeclaredTag } from '../content/tags-file';
import { articleOf } from './article-rows';
import type { Database } from './database';

/** A picture that an article names, as it is written there. */
export interface NamedPicture {
  readonly slug: string;
  readonly target: string;
  /** What to go on behind. */
  readonly place: PictureClaim;
}

/** Where a picture is named; no two have the same. */
interface PictureClaim {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly target: string;
}

/**
 * What may have an address, for who wants all of them. Whatever grows with the archive comes in
 * steps, each behind the last of the step before, so that nobody holds the whole.
 */
export interface Enumeration {
  /** Articles whose slug comes behind one, by slug; readers may see them or not. */
  readonly articlesBehind: (slug: string) => readonly Article[];
  /** Old addresses behind one, in canonical spelling; each once, whatever they lead to. */
  readonly oldPathsBehind: (path: string) => readonly string[];
  /** Pictures that articles name, behind one; those of bodies as far as they are rendered. */
  readonly picturesBehind: (place?: PictureClaim) => readonly NamedPicture[];
  /** Slugs of the tags that have a settled name, carried by an article or not. */
  readonly declaredTags: () => readonly string[];
  /** Keys of the authors who have a file, whether they signed an article or not. */
  readonly declaredAuthors: () => readonly string[];
}

/** How much comes at a time. */
const STEP = 500;

/** Enumerates a store. @param database the one of now; it may be opened anew */
export function createEnumeration(database: () => Database): Enumeration {
  return {
    articlesBehind: (slug) =>
      database().list('listArticlesBehind', { slug, limit: STEP }).map(articleOf),
    oldPathsBehind: (path) =>
      database()
        .list('listOldPathsBehind', { path, limit: STEP })
        .map((row) => row.text('path')),
    picturesBehind: (place = { file: '', line: 0, column: 0, target: '' }) =>
      database()
        .list('listPicturesBehind', { ...place, limit: STEP })
        .map((row) => ({
          slug: row.text('slug'),
          target: row.text('target'),
          place: {
            file: row.text('file'),
            line: row.number('line'),
            column: row.number('column'),
            target: row.text('target'),
          },
        })),
    declaredTags: () => {
      const written = database().find('findSetting', { key: 'tags' })?.text('value') ?? '[]';
      return [...new Set((JSON.parse(written) as DeclaredTag[]).map(({ slug }) => slug))];
    },
    declaredAuthors: () =>
      database()
        .list('listAuthors')
        .map((row) => row.text('key')),
  };
}
