import { mkdir, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beginningOfParts } from '../site/machine-routes';
import { fileOf, type Path, paths } from '../site/routes';
import { addressesOf, type Topic, type TopicAddress } from '../site/topics';
import type { Position } from '../store/changes';
import { codeOf } from '../store/content-tree';
import { addBrotli, type Document } from './document';
import {
  compressedForms,
  isKeepable,
  type Printed,
  readDocument,
  readPrinted,
  writeForm,
} from './documents/files';

/** Until when documents are known to be right: a point of the store's history, and an instant. */
export interface Right {
  readonly position: Position;
  /** Epoch milliseconds. */
  readonly moment: number;
}

/** A folder of finished documents. What is done with one path is done in the order of the calls. */
export interface DocumentFolder {
  /** The document of a path; undefined also when its files do not fit one another. */
  readonly read: (path: Path) => Promise<Document | undefined>;
  /** What was last printed for a path, whether it still holds or was moved aside. */
  readonly readPrinted: (path: Path) => Promise<Printed | undefined>;
  readonly has: (path: Path) => Promise<boolean>;
  /**
   * Writes the files of a document, when their bytes differ from what is there; true when written.
   * @param isRight asked when its turn has come; false: it is left unwritten
   */
  readonly write: (document: Document, isRight?: () => boolean) => Promise<boolean>;
  /** Takes away every file of a path. */
  readonly remove: (path: Path) => Promise<void>;
  /** Takes a document out of service: moved aside, for when it cannot be printed again. */
  readonly setAside: (path: Path) => Promise<void>;
  /** Takes out of service whatever has one of these topics; by their addresses, without an index. */
  readonly drop: (topics: ReadonlySet<Topic>, except?: ReadonlySet<Path>) => Promise<void>;
  readonly readRight: () => Promise<Right | undefined>;
  readonly writeRight: (right: Right) => Promise<void>;
  /** Waits for what is under way. */
  readonly close: () => Promise<void>;
}

/** Where a folder says until when it is right; servers of files do not send what begins with a dot. */
const rightFile = '.right.json';

/** Files that are handled at once when many are dropped: readers come between. */
const SLICE = 16;

/** A folder of finished documents as plain files, which any server of files can send. */
export function openDocumentFolder(directory: string): DocumentFolder {
  const queues = new Map<Path, Promise<unknown>>();
  const placeOf = (path: Path) => join(directory, fileOf(path));

  /** One after the other for each path: what is dropped is not written again by who came before. */
  const inTurn = <T>(path: Path, act: (file: string) => Promise<T>): Promise<T> => {
    const before = queues.get(path) ?? Promise.resolve();
    const run = () => act(placeOf(path));
    const turn = before.then(run, run);
    // Who asked for it hears of its failure.
    const settled = turn.catch(() => undefined);
    queues.set(path, settled);
    settled.then(() => {
      if (queues.get(path) === settled) queues.delete(path);
    });
    return turn;
  };
  const write = async (file: string, document: Document): Promise<boolean> => {
    if (await isWritten(file, document)) return false;
    await mkdir(dirname(file), { recursive: true });
    const { lastModified, representations } = await addBrotli(document);
    for (const { ending, coding } of compressedForms) {
      const form = representations[coding];
      if (form) await writeForm(`${file}${ending}`, form.body, lastModified);
    }
    // The plain file last: beside one that is there, no compressed form is missing.
    await writeForm(file, representations.identity.body, lastModified);
    await unlink(oldOf(file)).catch(absent);
    return true;
  };
  const takeOut = async (file: string) => {
    // Servers of files send any form that is there: what is cut short here must be found again.
    for (const { ending } of compressedForms) await unlink(`${file}${ending}`).catch(absent);
    await rename(file, oldOf(file)).catch(absent);
  };
  const setAside = (path: Path) => inTurn(path, takeOut);
  const pathsOf = async (topics: ReadonlySet<Topic>): Promise<ReadonlySet<Path>> => {
    const found = new Set<Path>();
    for (const address of [...topics].flatMap(addressesOf)) {
      found.add(address.path);
      const beginning = beginningOfNumbered(address);
      if (beginning === undefined) continue;
      // What is being written for the first time is in no folder yet.
      for (const path of queues.keys()) if (path.startsWith(beginning)) found.add(path);
      for (const path of await listNumbered(directory, beginning)) found.add(path);
    }
    return found;
  };

  return {
    read: (path) => inTurn(path, (file) => readDocument(file, path)).catch(absent),
    readPrinted: (path) =>
      inTurn(path, async (file) => {
        const printed = await readPrinted(file).catch(absent);
        return printed ?? (await readPrinted(oldOf(file)).catch(absent));
      }),
    has: async (path) => (await stat(placeOf(path)).catch(absent)) !== undefined,
    write: (document, isRight = () => true) =>
      inTurn(document.path, async (file) => {
        if (!isRight()) return false;
        if (isKeepable(document)) return await write(file, document).catch(unkept);
        await takeOut(file);
        return false;
      }),
    remove: (path) =>
      inTurn(path, async (file) => {
        await takeOut(file);
        await unlink(oldOf(file)).catch(absent);
      }),
    setAside,
    drop: async (topics, except) => {
      const dropped = [...(await pathsOf(topics))].filter((path) => !except?.has(path));
      for (let start = 0; start < dropped.length; start += SLICE)
        await Promise.all(dropped.slice(start, start + SLICE).map(setAside));
    },
    readRight: async () => {
      const text = await readFile(join(directory, rightFile), 'utf8').catch(absent);
      return text === undefined ? undefined : parseRight(text);
    },
    writeRight: async (right) => {
      await mkdir(directory, { recursive: true });
      await writeForm(join(directory, rightFile), Buffer.from(`${JSON.stringify(right)}\n`));
    },
    close: async () => {
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}

/** What the paths begin with that are numbered on from this one. */
function beginningOfNumbered({ path, numbered }: TopicAddress): string | undefined {
  if (numbered === 'none') return undefined;
  if (numbered === 'parts') return beginningOfParts(path);
  return path === paths.front() ? '/trang/' : `${path}/trang/`;
}

/** Numbered paths that are in service in any form, from the folder in which they lie. */
async function listNumbered(directory: string, beginning: string): Promise<readonly Path[]> {
  const folder = beginning.slice(0, beginning.lastIndexOf('/') + 1);
  const names = (await readdir(join(directory, folder)).catch(absent)) ?? [];
  return names.flatMap((name) => {
    const [, path = '', number = ''] =
      /^(.*?(\d+)(?:\.xml)?)(?:\.html)?(?:\.br|\.gz)?$/.exec(`${folder}${name}`) ?? [];
    return path.startsWith(beginning) && number !== '' ? [path as Path] : [];
  });
}

async function isWritten(file: string, document: Document): Promise<boolean> {
  const kept = await readDocument(file, document.path).catch(absent);
  return kept?.representations.identity.etag === document.representations.identity.etag;
}

function oldOf(file: string): string {
  return `${file}.old`;
}

/** What is not there is no failure; nor is a name that no disk takes, or a way that is a file. */
function absent(cause: unknown): undefined {
  if (/^(ENOENT|ENOTDIR|ENAMETOOLONG)$/.test(codeOf(cause))) return undefined;
  throw cause;
}

/**
 * A document is not kept when the disk does not take its name, or when another server has emptied
 * the folder meanwhile.
 */
function unkept(cause: unknown): false {
  if (/^(ENAMETOOLONG|ENOENT)$/.test(codeOf(cause))) return false;
  throw cause;
}

/** What a folder says of itself; undefined when that is no word of ours. */
function parseRight(text: string): Right | undefined {
  try {
    const { position, moment } = JSON.parse(text);
    const isRight =
      typeof position?.epoch === 'string' &&
      Number.isSafeInteger(position.version) &&
      Number.isFinite(moment);
    return isRight ? { position, moment } : undefined;
  } catch {
    // A file that was cut off says nothing, and the documents beside it count as unknown.
    return undefined;
  }
}
