import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '../../content/problems/problems';
import { findTooLarge } from '../../content/source/source-text';
import { codeOf, listContentFiles } from '../../store/content-tree';
import { createStore, type Store, type StoreOptions } from '../../store/store';
import { type CommittedFile, type CommittedFolder, listCommit, readBlobs } from './git';
import { isAnswered, listKeptAddresses } from './kept-addresses';
import { remedyFor } from './remedies';
import { createSuccessors } from './successors';

/** Addresses that vanished since a commit, or why that cannot be said. */
export type Comparing =
  | { readonly ok: true; readonly problems: readonly Problem[] }
  | Extract<CommittedFolder, { ok: false }>;

/**
 * Compares the addresses that the content had at a commit with those that it has now.
 * @param store of the content as it is
 * @param options what that store was opened with
 * @param now epoch milliseconds; both states are asked as of this moment
 * @param ref whatever git takes for a commit
 */
export async function findVanished(
  store: Store,
  options: StoreOptions,
  now: number,
  ref: string,
): Promise<Comparing> {
  const listed = await listCommit(store.contentDirectory, ref);
  if (!listed.ok) return listed;
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  let oldStore: Store | undefined;
  try {
    const directory = join(folder, 'content');
    await writeFiles(listed.repository, directory, listed.files);
    const dataDirectory = join(folder, 'data');
    oldStore = await createStore({
      ...options,
      configuration: { ...options.configuration, contentDirectory: directory, dataDirectory },
      report: () => undefined,
      isSearchable: false,
    });
    return { ok: true, problems: await compare(oldStore, store, now) };
  } finally {
    oldStore?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(oldStore: Store, store: Store, now: number): Promise<readonly Problem[]> {
  const read = async (of: Store) => ({
    store: of,
    files: (await listContentFiles(of.contentDirectory)).files,
  });
  const old = await read(oldStore);
  const current = await read(store);
  const oldEdition = oldStore.edition(now);
  const edition = store.edition(now);
  const findSuccessor = createSuccessors(old, current);
  const comparison = { old, oldEdition, current, edition, findSuccessor };
  return listKeptAddresses(oldStore, oldEdition, old.files)
    .filter(({ path }) => !isAnswered(store, edition, path))
    .map((address) => {
      const { file, words } = remedyFor(address, comparison);
      return problem('address-vanished', { file, line: 1, column: 1 }, address.path, words);
    });
}

/**
 * Writes the files that the site reads as they were; pictures are no part of an address, and what is
 * too large was no article then either.
 */
async function writeFiles(
  repository: string,
  directory: string,
  files: readonly CommittedFile[],
): Promise<void> {
  mkdirSync(directory);
  const texts = files.filter(
    ({ path, size }) => /\.md$|^(?:site|tags)\.yaml$/i.test(path) && !findTooLarge(size, path),
  );
  await readBlobs(repository, texts, ({ path }, bytes) => writeFile(join(directory, path), bytes));
}

/** A tree may hold what no folder can: then it was no content file either. */
function writeFile(target: string, bytes: Buffer): void {
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  } catch (cause) {
    if (!impossible.has(codeOf(cause))) throw cause;
  }
}

/** A file and a folder of one name; a name that is too long, or that the system does not know. */
const impossible: ReadonlySet<string> = new Set([
  ...['EEXIST', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'EILSEQ', 'EINVAL'],
]);
