import { existsSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { type IgnoredFile, ignoredFile } from './ignored-files';

/** What a file of the content folder is read as. */
export type FileKind = 'site' | 'tags' | 'author' | 'page' | 'article';

/** A file of the content folder that the site reads. */
export interface ContentFile {
  /** Path inside the folder, with `/`, in the spelling of the disk. */
  readonly path: string;
  readonly kind: FileKind;
  /** Changes whenever the file may have. */
  readonly signature: string;
}

/** A folder or file that cannot even be looked at; what was known of it stays. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** What a content folder holds. */
export interface ContentTree {
  readonly files: readonly ContentFile[];
  readonly unreadable: readonly Unreadable[];
  /** Symbolic links where a file or a folder is expected; they are not followed. */
  readonly links: readonly string[];
  /** Files that are read as nothing and are no pictures. */
  readonly ignored: readonly IgnoredFile[];
}

/**
 * Lists the files of a content folder in code-point order; symbolic links are not followed.
 * @throws when the folder itself cannot be read
 */
export function listContentFiles(directory: string): ContentTree {
  const hasArticles = hasArticlesFolder(directory);
  const files: ContentFile[] = [];
  const unreadable: Unreadable[] = [];
  const links: string[] = [];
  const ignored: IgnoredFile[] = [];
  const read = (folder: string) => {
    try {
      return readdirSync(join(directory, folder), { withFileTypes: true });
    } catch (cause) {
      if (folder === '') throw cause;
      unreadable.push({ path: folder, reason: codeOf(cause) });
      return [];
    }
  };
  const look = (path: string) => {
    try {
      // A file may go between the listing and the look at it.
      return lstatSync(join(directory, path), { throwIfNoEntry: false });
    } catch (cause) {
      unreadable.push({ path, reason: codeOf(cause) });
      return undefined;
    }
  };
  const walk = (folder: string) => {
    for (const entry of read(folder)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(path);
      if (entry.isSymbolicLink() && isExpected(path)) links.push(path);
      if (!entry.isFile()) continue;
      const kind = kindOf(path, hasArticles);
      const unread = kind ? undefined : ignoredFile(path, hasArticles);
      if (unread) ignored.push(unread);
      const stats = kind && look(path);
      if (kind && stats) files.push({ path, kind, signature: signatureOf(stats) });
    }
  };
  const isExpected = (path: string) =>
    kindOf(path, hasArticles) !== undefined || isFolder(join(directory, path));
  walk('');
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  // A folder that has just gone is none that cannot be read.
  return {
    files,
    unreadable: unreadable.filter(({ reason }) => reason !== 'ENOENT'),
    links: links.sort(),
    ignored: ignored.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Whether articles lie in `articles/`; otherwise every Markdown file is one. */
export function hasArticlesFolder(directory: string): boolean {
  return existsSync(join(directory, 'articles'));
}

/** Whether author keys lead to files; otherwise a key is the name itself. */
export function hasAuthorsFolder(directory: string): boolean {
  return existsSync(join(directory, 'authors'));
}

/** Whether a file is a manual of the folder, which is never read. */
export function isManual(path: string): boolean {
  return /(^|\/)README\.md$/i.test(path);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere.
    return false;
  }
}

function kindOf(path: string, hasArticles: boolean): FileKind | undefined {
  if (path === 'site.yaml') return 'site';
  if (path === 'tags.yaml') return 'tags';
  if (!/\.md$/i.test(path) || isManual(path)) return undefined;
  if (path.startsWith('authors/')) return 'author';
  if (path.startsWith('pages/')) return 'page';
  return !hasArticles || path.startsWith('articles/') ? 'article' : undefined;
}

function signatureOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size}-${mtimeMs}-${ctimeMs}-${ino}`;
}

/** The name of a failure of the file system, for example EACCES. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
