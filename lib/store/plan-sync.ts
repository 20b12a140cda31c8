import { slugOfFile } from '../content/article';
import { type Problem, problem } from '../content/problems/problems';
import {
  type ContentFile,
  type ContentTree,
  type FileKind,
  listContentFiles,
} from './content-tree';
import type { Database } from './database';
import { findRephotographed } from './photographs';
import { createScope, lastBelow, type Scope } from './scope';

/** What is asked of a plan. */
export interface PlanOptions {
  readonly database: Database;
  /** The content folder. */
  readonly directory: string;
  /** Reads files that have not changed too: other rules may understand them otherwise. */
  readonly rereadAll?: boolean;
  /** Reads files again whose reading had to be stopped: a busy machine may have been the cause. */
  readonly retryStopped?: boolean;
  /** Looks at nothing else: files and folders, inside the content folder, with `/`. */
  readonly within?: readonly string[] | undefined;
  /** Problems of folders and links as last found; those outside `within` stay. */
  readonly treeProblems?: readonly Problem[];
}

/** What the folder holds and the store does not know yet. */
export interface SyncPlan {
  /** Files that are no articles and have changed. */
  readonly frame: readonly ContentFile[];
  /** Articles that were looked at. */
  readonly articles: readonly ContentFile[];
  readonly isStale: (file: ContentFile) => boolean;
  /** As the store knew them. */
  readonly gone: readonly ContentFile[];
  /** Whether a file is still there: what one that is gone held may be taken over. */
  readonly isPresent: (path: string) => boolean;
  readonly treeProblems: readonly Problem[];
}

/**
 * Compares the folder, or what lies within some paths of it, with what the store knows.
 * @throws when the folder cannot be read
 */
export async function planSync(options: PlanOptions): Promise<SyncPlan> {
  const { database, directory, within, treeProblems: earlier = [] } = options;
  const scope = within && createScope(within, earlier);
  const looked = await lookAt(database, directory, scope);
  // An address has one owner: whoever waits for it, or holds it, is looked at with who claims it.
  const rivals = scope ? listRivals(database, looked, scope) : [];
  const others = scope && createScope([...rivals, ...looked.rephotographed], []);
  if (!others || others.paths.every(scope.holds)) return planOf(options, looked, scope);
  const both = joined(looked, await lookAt(database, directory, others));
  return planOf(options, both, {
    paths: [...scope.paths, ...others.paths],
    holds: (path) => scope.holds(path) || others.holds(path),
  });
}

interface Looked {
  readonly tree: ContentTree;
  readonly known: ReadonlyMap<string, ContentFile>;
  /** Articles whose photograph is another. */
  readonly rephotographed: readonly string[];
}

async function lookAt(
  database: Database,
  directory: string,
  scope: Scope | undefined,
): Promise<Looked> {
  const tree = await listContentFiles(directory, scope?.paths);
  const rows = scope
    ? scope.paths.flatMap((path) => [
        ...database.list('findFile', { path }),
        ...database.list('listFilesBelow', { first: `${path}/`, last: lastBelow(path) }),
      ])
    : database.list('listFiles');
  const known = rows.map((row): ContentFile => {
    const kind = row.text('kind') as FileKind;
    return { path: row.text('path'), kind, signature: row.text('signature') };
  });
  return {
    tree,
    known: new Map(known.map((file) => [file.path, file])),
    rephotographed: findRephotographed(database, directory, scope),
  };
}

function joined(one: Looked, other: Looked): Looked {
  const all = <T>(of: (tree: ContentTree) => readonly T[]) => [...of(one.tree), ...of(other.tree)];
  const files = all(({ files }) => files);
  return {
    tree: {
      files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
      unreadable: all(({ unreadable }) => unreadable),
      links: all(({ links }) => links),
      ignored: all(({ ignored }) => ignored),
    },
    known: new Map([...one.known, ...other.known]),
    rephotographed: [...one.rephotographed, ...other.rephotographed],
  };
}

/** Files outside of what was looked at that claim an address which may be given up or taken there. */
function listRivals(database: Database, { tree, known }: Looked, scope: Scope): readonly string[] {
  const present = new Map(tree.files.map((file) => [file.path, file]));
  const gone = [...known.keys()].filter((path) => !present.has(path));
  const changed = tree.files.filter(
    ({ path, signature }) => known.get(path)?.signature !== signature,
  );
  const slugs = new Set([...gone, ...changed.map(({ path }) => path)].map(slugOfFile));
  return [...slugs]
    .flatMap((slug) => database.list('listFilesOfSlug', { slug }))
    .map((row) => row.text('path'))
    .filter((path) => !scope.holds(path));
}

function planOf(options: PlanOptions, looked: Looked, scope: Scope | undefined): SyncPlan {
  const { database, rereadAll = false, retryStopped = false, treeProblems: earlier = [] } = options;
  const { tree, known, rephotographed } = looked;
  const { files, unreadable } = tree;
  const present = new Set(files.map(({ path }) => path));
  const isUnseen = (path: string) =>
    unreadable.some((unseen) => path === unseen.path || path.startsWith(`${unseen.path}/`));
  const gone = [...known.values()].filter(({ path }) => !present.has(path) && !isUnseen(path));
  // An address that its file gave up may be claimed by another that was refused it.
  const freed = new Set(gone.map(({ path }) => slugOfFile(path)));
  const isFreed = ({ path }: ContentFile) => freed.size > 0 && freed.has(slugOfFile(path));
  const again = new Set([...rephotographed, ...(retryStopped ? listStopped(database) : [])]);
  const isStale = (file: ContentFile) =>
    rereadAll ||
    known.get(file.path)?.signature !== file.signature ||
    isFreed(file) ||
    again.has(file.path);
  return {
    gone,
    isPresent: (path) => scope?.holds(path) === false || present.has(path) || isUnseen(path),
    frame: files.filter((file) => file.kind !== 'article' && isStale(file)),
    articles: files.filter(({ kind }) => kind === 'article'),
    isStale,
    treeProblems: scope
      ? [...earlier.filter(({ file }) => !scope.holds(file)), ...problemsOf(tree)].sort(byOrder)
      : problemsOf(tree),
  };
}

function listStopped(database: Database): readonly string[] {
  return database.list('listStopped').map((row) => row.text('path'));
}

const treeCodes = ['file-unreadable', 'symbolic-link', 'file-ignored'] as const;

function problemsOf({ unreadable, links, ignored }: ContentTree): readonly Problem[] {
  const at = (file: string) => ({ file, line: 1, column: 1 });
  const [isUnreadable, isLink, isIgnored] = treeCodes;
  return [
    ...unreadable.map(({ path, reason }) => problem(isUnreadable, at(path), reason)),
    ...links.map((path) => problem(isLink, at(path))),
    ...ignored.map(({ path, remedy, meant }) => problem(isIgnored, at(path), remedy, meant)),
  ];
}

/** As a look at the whole folder finds them. */
function byOrder(a: Problem, b: Problem): number {
  const codes: readonly string[] = treeCodes;
  return codes.indexOf(a.code) - codes.indexOf(b.code) || (a.file < b.file ? -1 : 1);
}
