import { type Dirent, existsSync, lstatSync, type Stats, statSync } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
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

/** Entries after which others of the process have their turn. */
const LOOKED_AT_ONCE = 256;

/**
 * Lists the files of a content folder in the order of their paths; symbolic links are not followed.
 * Others of the process have their turn between any few of them.
 * @param within only what these paths lead to, files or folders, as `ContentFile.path`; what is not
 *   there is not listed
 * @throws when the folder itself cannot be read
 */
export async function listContentFiles(
  directory: string,
  within?: readonly string[],
): Promise<ContentTree> {
  const listing = createListing(directory);
  if (within) {
    // It throws as a listing of the whole would.
    (await opendir(directory)).closeSync();
    for (const path of topmost(within)) await listing.visit(path);
  } else await listing.walk('');
  const { files, unreadable, links, ignored } = listing;
  // A folder that has just gone is none that cannot be read.
  return { files, unreadable: unreadable.filter(({ reason }) => !isGone(reason)), links, ignored };
}

/** A listing under way. */
function createListing(directory: string) {
  const hasArticles = hasArticlesFolder(directory);
  const files: ContentFile[] = [];
  const unreadable: Unreadable[] = [];
  const links: string[] = [];
  const ignored: IgnoredFile[] = [];
  let looks = 0;

  const look = (path: string) => {
    try {
      // A file may go between the listing and the look at it.
      return lstatSync(join(directory, path), { throwIfNoEntry: false });
    } catch (cause) {
      unreadable.push({ path, reason: codeOf(cause) });
      return undefined;
    }
  };
  const add = async (path: string, entry: Entry): Promise<void> => {
    looks += 1;
    if (looks % LOOKED_AT_ONCE === 0) await setImmediate();
    if (entry.isDirectory()) return await walk(path);
    const kind = kindOf(path, hasArticles);
    if (entry.isSymbolicLink() && (kind || isFolder(join(directory, path)))) links.push(path);
    if (!entry.isFile()) return;
    const unread = kind ? undefined : ignoredFile(path, hasArticles);
    if (unread) ignored.push(unread);
    const stats = kind && look(path);
    if (kind && stats) files.push({ path, kind, signature: signatureOf(stats) });
  };
  const walk = async (folder: string): Promise<void> => {
    let entries: readonly Dirent[] = [];
    try {
      entries = await readEntries(join(directory, folder));
    } catch (cause) {
      if (folder === '') throw cause;
      unreadable.push({ path: folder, reason: codeOf(cause) });
    }
    for (const entry of entries)
      await add(folder === '' ? entry.name : `${folder}/${entry.name}`, entry);
  };
  const visit = async (path: string): Promise<void> => {
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part.startsWith('.'))) return;
    for (const length of parts.keys()) {
      const onTheWay = parts.slice(0, length + 1).join('/');
      const stats = look(onTheWay);
      if (length === parts.length - 1 && stats) await add(path, stats);
      else if (!stats?.isDirectory()) return;
    }
  };
  return { files, unreadable, links, ignored, walk, visit };
}

/** What a folder's entry and the look at a file tell alike. */
type Entry = Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>;

/** The entries of a folder that are not hidden, in the order of the paths that lead through them. */
async function readEntries(folder: string): Promise<readonly Dirent[]> {
  const entries: { readonly key: string; readonly entry: Dirent }[] = [];
  for await (const entry of await opendir(folder, { bufferSize: LOOKED_AT_ONCE })) {
    // A folder stands where the paths of its files do: `a-b.md` before `a/c.md`.
    if (!entry.name.startsWith('.'))
      entries.push({ key: entry.isDirectory() ? `${entry.name}/` : entry.name, entry });
  }
  return entries.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}

/** Paths in their order, without those that lie in another one. */
function topmost(paths: readonly string[]): readonly string[] {
  const given = new Set(paths);
  const isInside = (path: string) => {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
      if (given.has(path.slice(0, end))) return true;
    return false;
  };
  return [...given].filter((path) => !isInside(path)).sort();
}

function isGone(reason: string): boolean {
  return reason === 'ENOENT' || reason === 'ENOTDIR';
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

/** Changes whenever a file may have. */
export function signatureOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size}-${mtimeMs}-${ctimeMs}-${ino}`;
}

/** The name of a failure of the file system, for example EACCES. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
