import { type Problem, problem } from '../content/problems/problems';
import { paths } from '../site/routes';
import { slug as slugOf } from '../vietnamese/slug';
import { putArticle, removeArticle } from './article-rows';
import type { FileKind } from './content-tree';
import type { Database } from './database';
import type { FileContents } from './file-reading';
import { addToSearch } from './search/index-rows';

/** What the contents of a file are written with. */
export interface ContentWriting {
  readonly database: Database;
  /** IANA name of the site's zone, in which months are counted. */
  readonly timeZone: string;
  /** Whether a file is still there: what one that is gone held may be taken over. */
  readonly isPresent: (path: string) => boolean;
  /** The clock of the sync, epoch milliseconds. */
  readonly now: number;
  /** Whether articles can be searched; the check never does, and it is a third of their cost. */
}

/**
 * Makes room at the address that contents claim: what held it and is gone gives way.
 * @returns the problem of a claim that another file has
 */
export function takeAddress(
  { database, isPresent }: ContentWriting,
  path: string,
  contents: FileContents,
): Problem | undefined {
  const rival = ownerOf(database, contents);
  if (!rival || rival.path === path) return undefined;
  if (isPresent(rival.path)) {
    const address = contents.kind === 'article' ? paths.article(rival.slug) : rival.slug;
    return problem('slug-taken', { file: path, line: 1, column: 1 }, address, rival.path);
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

/** Writes what a sound file holds, in place of what it held before. */
export function putContents(
  { database, timeZone }: ContentWriting,
  path: string,
  contents: FileContents,
): void {
  if (contents.kind !== 'article') removeContents(database, path, contents.kind);
  switch (contents.kind) {
    case 'article':
      putArticle(database, contents.article, { path, ...contents }, timeZone);
      if (contents.search) addToSearch(database, contents.article, contents.search);
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

/** Takes out what a file held. */
export function removeContents(database: Database, path: string, kind: FileKind): void {
  if (kind === 'article') removeArticle(database, path);
  if (kind === 'site' || kind === 'tags') database.run('removeSetting', { key: kind });
  if (kind === 'author') database.run('removeAuthor', { path });
  if (kind === 'page') database.run('removeSitePage', { path });
  database.run('removeAliases', { file: path });
}

function keepAliases(
  database: Database,
  file: string,
  aliases: readonly string[],
  target: string,
): void {
  for (const path of aliases) database.run('keepAlias', { path, target, file });
}
