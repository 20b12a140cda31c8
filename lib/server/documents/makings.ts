import { LRUCache } from 'lru-cache';
import { resolve } from '../../publish/resolve';
import { touchedSince } from '../../publish/touched';
import { answerPages, type Path } from '../../site/routes';
import type { Topic } from '../../site/topics';
import { monotonicClock } from '../../store/environment';
import type { Store } from '../../store/store';
import { addBrotli, type Document, lacksBrotli, type Served, topicsOfPath } from '../document';
import type { Right } from '../document-folder';
import type { DocumentDisk } from './disk';
import { type Printed, restoreDocument } from './files';
import type { DocumentMemory, Kept } from './memory';

/** Documents that are being made, and what becomes of them. */
export interface Makings {
  /** From the disk, or made; whoever asks for what is being made waits for it. */
  readonly findOrMake: (path: Path, make: () => Promise<Document>) => Promise<Served>;
  /** Makes a document, unless a reader was first. */
  readonly printAgain: (path: Path, make: () => Promise<Document>) => Promise<Served>;
  /** Settles when what was made for a path has its brotli form, and is on the disk too. */
  readonly written: (path: Path) => Promise<void>;
  /** What was begun before a change that touches it is not kept. */
  readonly outdate: (touches: Touches) => void;
  /** Until `done`, what a change touches may lie on the disk still. */
  readonly untrustDisk: (touches: Touches, done: Promise<unknown>) => void;

  /** While it is printed again, the old document of a path may be shown. */
  readonly showOld: (path: string, until: number) => void;
  readonly mayShowOld: (path: string) => boolean;
  /** Ends the time of the old one, if it has not been replaced: true then. */
  readonly endOld: (path: string) => boolean;
  /** Whether a path could not be printed a moment ago, so that it is not tried yet again. */
  readonly hasFailed: (path: Path) => boolean;
  /** Whether readers may see a page at this path now. */
  readonly isPage: (path: Path) => boolean;
  /** Nothing of a path is of use any more, not even when a printing fails. */
  readonly forget: (path: Path) => Promise<void>;
  /** What holds in memory shall be on the disk too, for servers of files. */
  readonly restoreOnDisk: (kept: Kept) => void;
  readonly close: () => Promise<void>;
}

/** Whether a change touches the document of a path. */
export type Touches = (topics: readonly Topic[], path: string) => boolean;

/** What documents are made from and kept in. */
export interface MakingsParts {
  readonly store: Store;
  readonly memory: DocumentMemory;
  readonly disk?: DocumentDisk | undefined;
}

/** One making. */
interface Making {
  readonly path: Path;
  readonly topics: readonly Topic[];
  readonly begun: Right;
  isOld: boolean;
  isWriting: boolean;
  served: Promise<Served>;
}

/** How long after a failure a page is tried again, at the earliest. */
const RETRY_MS = 5_000;

/** Failures that are remembered; a page more is a rendering more. */
const FAILURES = 1_000;

/** Renderings, one after the other, for which the brotli form of a document is put off. */
const PATIENCE = 20;

/** Makes the place where documents are made. */
export function createMakings({ store, memory, disk }: MakingsParts): Makings {
  /** The making that those who ask for a path wait for. */
  const joinable = new Map<string, Making>();
  /** Every making that is not over, its writing included. */
  const unfinished = new Set<Making>();
  /** Pages that are being rendered; unlike a making, a rendering never waits for a writing. */
  const renderings = new Set<Promise<Document>>();
  const writings = new Map<string, Promise<void>>();
  const untrusted = new Set<{ readonly touches: Touches; readonly done: Promise<unknown> }>();
  const oldUntil = new Map<string, number>();
  const failedUntil = new LRUCache<Path, number>({ max: FAILURES });

  const isPage = (path: Path) =>
    path === answerPages.missing ||
    resolve(store, store.edition(store.now()), path).kind === 'document';
  const mayShowOld = (path: string) => (oldUntil.get(path) ?? 0) > monotonicClock();
  const hasFailed = (path: Path) => (failedUntil.get(path) ?? 0) > monotonicClock();

  const isStillRight = ({ isOld, begun, topics }: Making) => {
    if (isOld) return false;
    const { epoch, version } = store.position();
    if (epoch === begun.position.epoch && version === begun.position.version) return true;
    // Another server on the same data may have read a change first.
    const touched = touchedSince(store, begun, store.now());
    return touched !== undefined && !topics.some((topic) => touched.has(topic));
  };
  /** What readers wait for comes before what makes it smaller; but not without end. */
  const calm = async () => {
    for (let rounds = 0; renderings.size > 0 && rounds < PATIENCE; rounds += 1)
      await Promise.allSettled(renderings);
  };
  /** Readers have been answered; what is sent more often is worth the best form. */
  const complete = async (document: Document): Promise<Document> => {
    const isKept = () => memory.peek(document.path)?.document === document;
    // What memory does not hold is completed by the disk, if it lacks it.
    if (!lacksBrotli(document) || !isKept()) return document;
    await calm();
    // Out of memory for it: readers go on with gzip.
    const whole = await addBrotli(document).catch(() => document);
    const kept = memory.peek(document.path);
    // What was touched meanwhile stays what it is: old.
    if (kept?.document === document) memory.keep(whole, kept.isFresh);
    return whole;
  };
  const write = (document: Document, isRight: () => boolean): Promise<void> => {
    const { path, topics, status } = document;
    const dropping = [...untrusted].filter(({ touches }) => touches(topics, path));
    const before = Promise.all([writings.get(path), ...dropping.map(({ done }) => done)]);
    const writing = Promise.all([complete(document), before])
      .then(([whole]) => (status === 200 ? disk?.write(whole, isRight) : undefined))
      .finally(() => {
        if (writings.get(path) === writing) writings.delete(path);
      });
    writings.set(path, writing);
    return writing;
  };
  const findPrinted = async (path: Path): Promise<Document | Printed | undefined> =>
    memory.peek(path)?.document ?? (await disk?.readPrinted(path));
  const keep = async (making: Making, printed: Document): Promise<Document> => {
    const document = follow(await findPrinted(making.path), printed);
    if (!isStillRight(making)) return document;
    oldUntil.delete(making.path);
    failedUntil.delete(making.path);
    memory.keep(document, true);
    making.isWriting = true;
    write(document, () => isStillRight(making)).finally(() => unfinished.delete(making));
    return document;
  };
  const findOld = async (path: Path): Promise<Document | undefined> => {
    if (!isPage(path)) return undefined;
    const known = memory.peek(path)?.document;
    if (known) return known;
    const printed = await disk?.readPrinted(path);
    return printed && (await restoreDocument(path, printed));
  };
  const readDisk = async (making: Making): Promise<Served | undefined> => {
    const { path, topics } = making;
    await writings.get(path);
    const isUntrusted = () => [...untrusted].some(({ touches }) => touches(topics, path));
    if (!disk || isUntrusted()) return undefined;
    const isOld = oldUntil.has(path);
    if (isOld && !mayShowOld(path)) return undefined;
    const document = await disk.read(path);
    // It may have been read before a change of which we have heard meanwhile.
    if (!document || making.isOld || isUntrusted()) return undefined;
    if (!isOld && !oldUntil.has(path)) memory.keep(document, true);
    return { document, origin: 'disk' };
  };
  const print = async (making: Making, make: () => Promise<Document>): Promise<Served> => {
    const { path } = making;
    const rendering = make();
    renderings.add(rendering);
    const printed = await rendering.finally(() => renderings.delete(rendering));
    const took = printed.took && { took: printed.took };
    if (printed.status >= 500) {
      const old = await findOld(path);
      await disk?.setAside(path);
      if (!old) return { document: printed, origin: 'rendered', ...took };
      failedUntil.set(path, monotonicClock() + RETRY_MS);
      oldUntil.delete(path);
      if (!memory.peek(path)) memory.keep(old, false);
      return { document: old, origin: 'stale' };
    }
    // It is missing by now, and the page that says so has its own place.
    const document = printed.path === path ? await keep(making, printed) : printed;
    return { document, origin: 'rendered', ...took };
  };
  const start = (path: Path, act: (making: Making) => Promise<Served>): Making => {
    const begun = { position: store.position(), moment: store.now() };
    const topics = topicsOfPath(path);
    const making: Making = {
      ...{ path, topics, begun, isOld: false, isWriting: false },
      served: neverServed,
    };
    unfinished.add(making);
    joinable.set(path, making);
    making.served = act(making).finally(() => {
      if (joinable.get(path) === making) joinable.delete(path);
      if (!making.isWriting) unfinished.delete(making);
    });
    return making;
  };
  const findOrMake: Makings['findOrMake'] = async (path, make) => {
    const joined = joinable.get(path);
    if (joined) return await joined.served;
    const making = start(path, async (own) => {
      const found = await readDisk(own);
      if (found) return found;
      const old = hasFailed(path) ? await findOld(path) : undefined;
      return old ? { document: old, origin: 'stale' } : await print(own, make);
    });
    return await making.served;
  };
  const close = async () => {
    await Promise.allSettled([...unfinished].map(({ served }) => served));
    await Promise.all(writings.values());
  };

  return {
    findOrMake,
    printAgain: async (path, make) => {
      const kept = memory.peek(path);
      if (kept?.isFresh) return kept.served;
      const making = joinable.get(path) ?? start(path, (own) => print(own, make));
      return await making.served;
    },
    written: async (path) => await writings.get(path),
    outdate: (touches) => {
      for (const making of unfinished) {
        if (!touches(making.topics, making.path)) continue;
        making.isOld = true;
        if (joinable.get(making.path) === making) joinable.delete(making.path);
      }
      // What failed may be mended now; and it may be nothing that readers may see.
      for (const path of [...failedUntil.keys()])
        if (touches(topicsOfPath(path), path)) failedUntil.delete(path);
    },
    untrustDisk: (touches, done) => {
      const entry = { touches, done };
      untrusted.add(entry);
      const trust = () => untrusted.delete(entry);
      done.then(trust, trust);
    },
    showOld: (path, until) => {
      // A page that changes again and again is not old for ever.
      if (!oldUntil.has(path)) oldUntil.set(path, until);
    },
    mayShowOld,
    endOld: (path) => !mayShowOld(path) && oldUntil.delete(path),
    hasFailed,
    isPage,
    forget: async (path) => {
      memory.remove(path);
      oldUntil.delete(path);
      failedUntil.delete(path);
      await disk?.remove(path);
    },
    restoreOnDisk: (kept) => {
      const { document } = kept;
      const isRight = () => {
        const now = memory.peek(document.path);
        // By its bytes: it may have got its brotli form meanwhile.
        const { identity } = document.representations;
        return now?.isFresh === true && now.document.representations.identity === identity;
      };
      if (!disk || document.status !== 200 || !isRight()) return;
      disk.has(document.path).then((isThere) => (isThere ? undefined : write(document, isRight)));
    },
    close,
  };
}

/** In place until the making has begun. */
const neverServed = new Promise<Served>(() => undefined);

/**
 * A document as what was printed before it lets it be: the same bytes keep their time, and others
 * have a later one, by which If-Modified-Since tells them apart.
 */
function follow(before: Document | Printed | undefined, printed: Document): Document {
  if (!before) return printed;
  const isDocument = 'representations' in before;
  const body = isDocument ? before.representations.identity.body : before.body;
  const isSame =
    body.equals(printed.representations.identity.body) &&
    (!isDocument || before.status === printed.status);
  const { lastModified } = before;
  if (isSame) return isDocument ? before : { ...printed, lastModified };
  return printed.lastModified > lastModified
    ? printed
    : { ...printed, lastModified: lastModified + 1000 };
}
