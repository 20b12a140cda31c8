import { slugOfFile } from '../content/article';
import { articleOf, relistArticle } from './article-rows';
import { type ContentWriting, putContents, takeAddress } from './content-rows';
import type { FileKind } from './content-tree';
import type { Database } from './database';
import type { FileContents } from './file-reading';

/**
 * How long what a deleted file held can come back: programs that copy files, and git, delete and
 * write again, and an editor may be at it meanwhile.
 */
const GONE_FOR_MS = 10 * 60_000;

/**
 * Keeps an article live whose file is broken now. One that other tables have lost, that was moved as
 * it broke, or that was deleted a moment ago, comes back.
 */
export function keepLastGood(writing: ContentWriting, path: string, kind: FileKind): void {
  const { database, timeZone } = writing;
  if (database.find('findArticleOfFile', { path })) {
    noteLastGood(database, path, null);
    database.run('silenceBody', { path });
    // Its months are those of the site's zone, which may have changed.
    relistArticle(database, path, timeZone);
    return;
  }
  const noted = database.find('findLastGood', { path })?.text('contents');
  const contents =
    noted === undefined && kind === 'article'
      ? findLeftBehind(writing, slugOfFile(path))
      : noted && restored(JSON.parse(noted) as FileContents);
  if (!contents || takeAddress(writing, path, contents)) return;
  putContents(writing, path, contents);
  database.run('keepLastGood', { path, contents: JSON.stringify(contents), gone_at: null });
}

/**
 * Notes what the file of an article holds, or held when it was last good.
 * @param goneAt when the file was found gone, epoch milliseconds; null while it is there
 */
export function noteLastGood(database: Database, path: string, goneAt: number | null): void {
  const contents = contentsOf(database, path);
  if (!contents) return;
  database.run('keepLastGood', { path, contents: JSON.stringify(contents), gone_at: goneAt });
}

/** Forgets what files held that are gone for long. @param now epoch milliseconds */
export function forgetGone(database: Database, now: number): void {
  database.run('forgetGone', { before: now - GONE_FOR_MS });
}

/** What another file held under an address, that is gone now or since a moment ago. */
function findLeftBehind(
  { database, isPresent, now }: ContentWriting,
  slug: string,
): FileContents | undefined {
  const owner = database.find('findOwner', { slug })?.text('path');
  if (owner !== undefined && !isPresent(owner)) return contentsOf(database, owner);
  const gone = database
    .list('listGone', { since: now - GONE_FOR_MS })
    .find((row) => slugOfFile(row.text('path')) === slug);
  return gone && restored(JSON.parse(gone.text('contents')) as FileContents);
}

function contentsOf(database: Database, path: string): FileContents | undefined {
  const row = database.find('findArticleOfFile', { path });
  if (!row) return undefined;
  const article = articleOf(row);
  const body = database.find('findBody', { slug: article.slug });
  return {
    kind: 'article',
    article,
    body: body?.text('markdown') ?? '',
    bodyLine: body?.number('first_line') ?? 1,
  };
}

/** What an older version of the application noted lacks what came later: here it gets its default. */
function restored(contents: FileContents): FileContents {
  if (contents.kind !== 'article') return contents;
  const defaults = { tags: [], authors: [], corrections: [], aliases: [] };
  return { ...contents, article: { ...defaults, ...contents.article } };
}
