import { type Problem, problem } from '../content/problems/problems';
import { paths } from '../site/routes';
import { slug as slugOf } from '../vietnamese/slug';
import { articleOf, putArticle, relistArticle, removeArticle } from './article-rows';
import type { ContentFile, FileKind } from './content-tree';
import type { Database } from './database';
import type { FileContents, FileReading } from './file-reading';
import { keepMentions } from './mention-rows';

/** What the rows of a file are written with. */
export interface FileWriting {
  readonly database: Database;
  /** IANA name of the site's zone, in which months are counted. */
  readonly timeZone: string;
  /** Whether a file is still there: what one that is gone held may be taken over. */
  readonly isPresent: (path: string) => boolean;
}

/**
 * Writes what a file says, in place of what it held before. A file with an error changes nothing
 * but its problems: what it held when it was last good stays.
 * @returns the problems of the file, those of a rendered body too
 */
export function putFile(
  writing: FileWriting,
  { path, kind, signature }: ContentFile,
  reading: FileReading,
): readonly Problem[] {
  const { database } = writing;
  const claim = reading.ok ? findRival(writing, path, reading.contents) : undefined;
  database.run('removeMentions', { file: path });
  if (reading.ok && !claim) {
    putContents(writing, path, reading.contents);
    keepMentions(database, path, reading.mentions, false);
    const { contents } = reading;
    if (kind === 'article') database.run('forgetLastGood', { path });
    else database.run('keepLastGood', { path, contents: JSON.stringify(contents) });
    if ('rendered' in contents && contents.kind !== 'article')
      keepMentions(database, path, contents.rendered.mentions, true);
  } else keepLastGood(writing, path);
  const ofFile = claim ? [...reading.problems, claim] : reading.problems;
  const ofBody = reading.ok && !claim ? bodyProblems(reading.contents) : [];
  // Those of an article stand with its body, which may be rendered later.
  const kept = kind === 'article' ? ofFile : [...ofFile, ...ofBody];
  database.run('keepFile', { path, kind, signature, problems: JSON.stringify(kept) });
  return [...ofFile, ...ofBody];
}

/** Takes out what a file held. */
export function removeFile(database: Database, path: string, kind: FileKind): void {
  removeContents(database, path, kind);
  database.run('removeMentions', { file: path });
  database.run('forgetLastGood', { path });
  database.run('removeFile', { path });
}

/** Another file that has the address which this one claims. */
function findRival(
  { database, isPresent }: FileWriting,
  path: string,
  contents: FileContents,
): Problem | undefined {
  const rival = ownerOf(database, contents);
  if (!rival || rival.path === path) return undefined;
  if (isPresent(rival.path)) {
    return problem('slug-taken', { file: path, line: 1, column: 1 }, rival.slug, rival.path);
  }
  removeContents(database, rival.path, contents.kind);
  return undefined;
}

function ownerOf(
  database: Database,
  contents: FileContents,
): { readonly path: string; readonly slug: string } | undefined {
  const owned = (slug: string, name: 'findOwner' | 'findAuthorOwner' | 'findSitePageOwner') => {
    const path = database.find(name, { slug })?.text('path');
    return path === undefined ? undefined : { path, slug };
  };
  switch (contents.kind) {
    case 'article':
      return owned(contents.article.slug, 'findOwner');
    case 'author':
      return owned(contents.author.key, 'findAuthorOwner');
    case 'page':
      return owned(contents.page.slug, 'findSitePageOwner');
    case 'site':
    case 'tags':
      return undefined;
  }
}

function putContents(
  { database, timeZone }: FileWriting,
  path: string,
  contents: FileContents,
): void {
  if (contents.kind !== 'article') removeContents(database, path, contents.kind);
  switch (contents.kind) {
    case 'article':
      putArticle(database, contents.article, { path, ...contents }, timeZone);
      return;
    case 'site': {
      const { site } = contents;
      database.run('keepSetting', { key: 'site', value: JSON.stringify(site) });
      for (const { key, aliases } of site.sections)
        keepAliases(database, path, aliases, paths.section(key));
      return;
    }
    case 'tags': {
      const { declared } = contents;
      database.run('keepSetting', { key: 'tags', value: JSON.stringify(declared) });
      for (const { slug, synonyms } of declared) {
        const old = synonyms.map(slugOf).filter((synonym) => synonym !== '' && synonym !== slug);
        keepAliases(
          database,
          path,
          old.map((name) => paths.tag(name)),
          paths.tag(slug),
        );
      }
      return;
    }
    case 'author': {
      const { author, rendered } = contents;
      const details = JSON.stringify(author);
      database.run('keepAuthor', { key: author.key, path, details, html: rendered.html });
      keepAliases(database, path, author.aliases, paths.author(author.key));
      return;
    }
    case 'page': {
      const { page, rendered } = contents;
      const details = JSON.stringify(page);
      database.run('keepSitePage', { slug: page.slug, path, details, html: rendered.html });
      keepAliases(database, path, page.aliases, paths.sitePage(page.slug));
      return;
    }
  }
}

function removeContents(database: Database, path: string, kind: FileKind): void {
  if (kind === 'article') removeArticle(database, path);
  if (kind === 'site' || kind === 'tags') database.run('removeSetting', { key: kind });
  if (kind === 'author') database.run('removeAuthor', { path });
  if (kind === 'page') database.run('removeSitePage', { path });
  database.run('removeAliases', { file: path });
}

/** Notes what a broken file held when it was good; brings it back when other tables have lost it. */
function keepLastGood(writing: FileWriting, path: string): void {
  const { database } = writing;
  const row = database.find('findArticleOfFile', { path });
  if (row) {
    const article = articleOf(row);
    const body = database.find('findBody', { slug: article.slug });
    const contents: FileContents = {
      kind: 'article',
      article,
      body: body?.text('markdown') ?? '',
      bodyLine: body?.number('first_line') ?? 1,
    };
    database.run('keepLastGood', { path, contents: JSON.stringify(contents) });
    database.run('silenceBody', { path });
    // Its months are those of the site's zone, which may have changed.
    relistArticle(database, path, writing.timeZone);
    return;
  }
  const lastGood = database.find('findLastGood', { path })?.text('contents');
  if (lastGood === undefined) return;
  const contents = JSON.parse(lastGood) as FileContents;
  if (!findRival(writing, path, contents)) putContents(writing, path, contents);
}

function keepAliases(
  database: Database,
  file: string,
  aliases: readonly string[],
  target: string,
): void {
  for (const path of aliases) database.run('keepAlias', { path, target, file });
}

function bodyProblems(contents: FileContents): readonly Problem[] {
  return 'rendered' in contents ? (contents.rendered?.problems ?? []) : [];
}
