import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Newsroom, slugOfFile } from '../../content/article';
import { parseAuthorFile } from '../../content/author-file';
import type { Problem } from '../../content/problems/problems';
import { defaultSite, parseSiteFile } from '../../content/site-file';
import { indexTagNames, parseTagsFile } from '../../content/tags-file';
import {
  type FileKind,
  hasArticlesFolder,
  hasAuthorsFolder,
  listContentFiles,
} from '../../store/content-tree';

/** What a new file must know of those that are there. */
export interface ContentFolder {
  readonly newsroom: Newsroom;
  /** True when articles lie in `articles/`, false when they lie in the folder itself. */
  readonly hasArticles: boolean;
  /** The file whose name gives a slug; NFC and NFD spellings of a name are one. */
  readonly findFile: (kind: FileKind, slug: string) => string | undefined;
  /** What is wrong with `site.yaml` and `tags.yaml`: without them no article can be checked. */
  readonly problems: readonly Problem[];
}

/**
 * Reads what a new file must know; of articles only their names.
 * @throws when the folder cannot be read
 */
export async function readContentFolder(directory: string): Promise<ContentFolder> {
  const { files } = await listContentFiles(directory);
  const read = (path: string) => new Uint8Array(readFileSync(join(directory, path)));
  const paths = (kind: FileKind) => files.flatMap((file) => (file.kind === kind ? file.path : []));
  const [sitePath] = paths('site');
  const [tagsPath] = paths('tags');
  const site = sitePath === undefined ? undefined : parseSiteFile(read(sitePath), sitePath);
  const tags = tagsPath === undefined ? undefined : parseTagsFile(read(tagsPath), tagsPath);
  const authorNames = paths('author').map((path) => {
    const parsed = parseAuthorFile(read(path), path);
    // An author whose file is broken now is no unknown one.
    return [slugOfFile(path), parsed.ok ? parsed.author.name : slugOfFile(path)] as const;
  });
  return {
    newsroom: {
      site: site?.ok ? site.site : defaultSite,
      tagNames: indexTagNames(tags?.ok ? tags.declared : []),
      ...(hasAuthorsFolder(directory) && { authorNames: new Map(authorNames) }),
    },
    hasArticles: hasArticlesFolder(directory),
    findFile: (kind, slug) => paths(kind).find((path) => slugOfFile(path) === slug),
    problems: [site, tags].flatMap((parsed) => (parsed && !parsed.ok ? parsed.problems : [])),
  };
}
