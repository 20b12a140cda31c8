import { isDeepStrictEqual } from 'node:util';
import { type Newsroom, slugOfFile } from '../content/article';
import { type ArticleSight, addChanges, type Change } from './changes';
import type { Database } from './database';
import { changesNames, derivedLists } from './derived-names';
import { compareFrames, readFrame } from './frame-changes';
import { labelOf } from './lists';
import { createLook, isFollowed, type Look } from './sights';

/** What a transaction is about to write. */
export interface Writing {
  readonly database: Database;
  /** By which it was written and will be. */
  readonly newsroom: Newsroom;
  /** Files of articles that are read anew or gone. */
  readonly paths: readonly string[];
  /** Whether files are written that are no articles. */
  readonly hasFrame: boolean;
  /** Whether articles are read by another newsroom from now on. */
  readonly hasNewFrame: boolean;
  /** When it is written, epoch milliseconds. */
  readonly now: number;
}

type Sights = ReadonlyMap<string, ArticleSight | undefined>;

/**
 * Looks at what a transaction is about to change.
 * @returns to be called when all is written: compares, and writes what has changed into the history
 */
export function watchChanges(writing: Writing): () => void {
  const { database, newsroom, paths, hasFrame, hasNewFrame, now } = writing;
  const { timeZone } = newsroom.site;
  const frame = hasFrame ? readFrame(database) : undefined;
  const slugs = new Set(paths.flatMap((path) => [slugOfFile(path), ...slugsOf(database, path)]));
  const before = lookAtAll(slugs, createLook(database, now, timeZone));
  const labels = new Map(
    derivedLists(newsroom, seen(before)).map((list) => [list, labelOf(database, list, now)]),
  );
  return () => {
    const ofFrame = frame ? compareFrames(frame, readFrame(database)) : [];
    for (const path of paths) for (const slug of slugsOf(database, path)) slugs.add(slug);
    const after = lookAtAll(slugs, createLook(database, now, timeZone));
    const labelBefore = (list: string) =>
      labels.has(list) ? labels.get(list) : labelWithout(database, list, slugs, now);
    const sights = [...seen(before), ...seen(after)];
    const ofArticles = compareArticles(before, after);
    const isFollowable =
      ofFrame !== undefined &&
      !hasNewFrame &&
      ofArticles.every(isFollowedChange) &&
      !changesNames(database, newsroom, sights, labelBefore, now);
    addChanges(database, [...(isFollowable ? ofFrame : [everything]), ...ofArticles]);
  };
}

const everything: Change = { kind: 'everything' };

type ArticleChange = Extract<Change, { readonly kind: 'article' }>;

function compareArticles(before: Sights, after: Sights): readonly ArticleChange[] {
  return [...after].flatMap(([slug, now]) => {
    const then = before.get(slug);
    const isSame = then?.body === now?.body && isDeepStrictEqual(then?.article, now?.article);
    if (isSame) return [];
    return [{ kind: 'article', slug, ...(then && { before: then }), ...(now && { after: now }) }];
  });
}

function isFollowedChange({ before, after }: ArticleChange): boolean {
  return isFollowed(before) && isFollowed(after);
}

function slugsOf(database: Database, path: string): readonly string[] {
  const slug = database.find('findArticleOfFile', { path })?.text('slug');
  return slug === undefined ? [] : [slug];
}

function lookAtAll(slugs: ReadonlySet<string>, look: Look): Sights {
  return new Map([...slugs].map((slug) => [slug, look(slug)]));
}

function seen(sights: Sights): readonly ArticleSight[] {
  return [...sights.values()].flatMap((sight) => sight ?? []);
}

/** How a list would be written without some articles, all of which are new in it. */
function labelWithout(
  database: Database,
  list: string,
  slugs: ReadonlySet<string>,
  now: number,
): string | undefined {
  return database
    .list('listNewest', { list, now, limit: slugs.size + 1 })
    .find((row) => !slugs.has(row.text('slug')))
    ?.text('label');
}
