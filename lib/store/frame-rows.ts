import { parseAuthorFile } from '../content/author-file';
import { type Problem, problem } from '../content/problems';
import { parseSiteFile } from '../content/site-file';
import { parseSitePageFile } from '../content/site-page-file';
import { parseTagsFile } from '../content/tags-file';
import { paths } from '../site/routes';
import type { ContentFile, FileKind } from './content-tree';
import type { Database } from './database';

/** What a file holds that articles are read by, or that stands beside them. */
export type FrameKind = Exclude<FileKind, 'article'>;

/** A file of the frame. */
export type FrameFile = ContentFile & { readonly kind: FrameKind };

/**
 * Writes what a file of the frame holds, in place of what it held before; with an error in it the
 * last good version stays.
 * @returns what is wrong with the file
 */
export function putFrameFile(
  database: Database,
  { path, kind }: FrameFile,
  bytes: Uint8Array,
): readonly Problem[] {
  switch (kind) {
    case 'site': {
      const parsed = parseSiteFile(bytes, path);
      if (!parsed.ok) return parsed.problems;
      database.run('keepSetting', { key: 'site', value: JSON.stringify(parsed.site) });
      return [];
    }
    case 'tags': {
      const parsed = parseTagsFile(bytes, path);
      if (!parsed.ok) return parsed.problems;
      database.run('keepSetting', { key: 'tags', value: JSON.stringify(parsed.declared) });
      return parsed.warnings;
    }
    case 'author': {
      const parsed = parseAuthorFile(bytes, path);
      if (!parsed.ok) return parsed.problems;
      const { author, body, bodyLine } = parsed;
      const owner = database.find('findAuthorOwner', { slug: author.key })?.text('path');
      if (owner !== undefined && owner !== path) return [taken(path, author.key, owner)];
      removeFrame(database, path, kind);
      database.run('keepAuthor', {
        key: author.key,
        path,
        details: JSON.stringify(author),
        markdown: body,
        first_line: bodyLine,
      });
      keepAliases(database, path, author.aliases, paths.author(author.key));
      return [];
    }
    case 'page': {
      const parsed = parseSitePageFile(bytes, path);
      if (!parsed.ok) return parsed.problems;
      const { page, body, bodyLine } = parsed;
      const owner = database.find('findSitePageOwner', { slug: page.slug })?.text('path');
      if (owner !== undefined && owner !== path) return [taken(path, page.slug, owner)];
      removeFrame(database, path, kind);
      database.run('keepSitePage', {
        slug: page.slug,
        path,
        details: JSON.stringify(page),
        markdown: body,
        first_line: bodyLine,
      });
      keepAliases(database, path, page.aliases, paths.sitePage(page.slug));
      return [];
    }
  }
}

/** Takes out what a file of the frame held. */
export function removeFrame(database: Database, path: string, kind: FrameKind): void {
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

/** The problem of a file whose address is another's. */
export function taken(file: string, slug: string, owner: string): Problem {
  return problem('slug-taken', { file, line: 1, column: 1 }, slug, owner);
}
