import { setTimeout } from 'node:timers/promises';
import type { Path } from '../site/routes';
import type { Store } from '../store/store';
import type { Document, Served } from './document';
import { type Asked, createAsked } from './documents/asked';
import type { DocumentDisk } from './documents/disk';
import { type CatchUp, createFreshness } from './documents/freshness';
import { createMakings } from './documents/makings';
import { createDocumentMemory } from './documents/memory';
import type { Press, ReportFailure } from './press';

export type { Served } from './document';
export type { CatchUp } from './documents/freshness';

/** Finished documents by canonical path, in memory and on a disk: the one cache. */
export interface Documents {
  /**
   * The document of a path, if it is in memory; otherwise ask `findOrMake`. Notices first that the
   * clock has changed what is in print.
   */
  readonly find: (path: string) => Served | undefined;
  /**
   * The document of a path, made by `make` when there is none; many who ask at once wait for one
   * making. What was made from content that has changed meanwhile is answered, not kept.
   */
  readonly findOrMake: (path: Path, make: () => Promise<Document>) => Promise<Served>;
  /**
   * After a change of content: drops what it touches, and prints again what readers lately asked
   * for, who get the old page meanwhile. Settles when the new ones are up.
   */
  readonly catchUp: () => Promise<CatchUp>;
  readonly count: () => number;
  /** Waits for what is being written. */
  readonly close: () => Promise<void>;
}

/** What documents are made from and kept in. */
export interface DocumentsParts {
  readonly store: Store;
  readonly press: Press;
  /** How much memory they may take; 0: none is kept there. */
  readonly memoryBytes: number;
  readonly disk?: DocumentDisk | undefined;
  /** Hears of what happened while nobody waited for it. */
  readonly reportFailure: ReportFailure;
}

/** Makes the documents of a store. */
export function createDocuments(parts: DocumentsParts): Documents {
  const memory = createDocumentMemory(parts.memoryBytes);
  const asked: Asked = createAsked();
  const makings = createMakings({ ...parts, memory });
  const freshness = createFreshness({ ...parts, memory, asked, makings });

  const find = (path: string): Served | undefined => {
    freshness.noticeClock();
    const kept = memory.find(path);
    if (!kept) return undefined;
    if (asked.note(path)) makings.restoreOnDisk(kept);
    const { document } = kept;
    if (kept.isFresh) return kept.served;
    const isShown = makings.mayShowOld(path) || makings.hasFailed(document.path);
    // What was withdrawn meanwhile is shown by nobody, whatever else has changed with it.
    if (!isShown || !makings.isPage(document.path)) return undefined;
    return makings.mayShowOld(path) ? kept.served : { document, origin: 'stale' };
  };
  return {
    find,
    findOrMake: async (path, make) => {
      const found = find(path);
      if (found) return found;
      asked.note(path);
      return await makings.findOrMake(path, make);
    },
    catchUp: freshness.catchUp,
    count: memory.count,
    close: async () => {
      const written = (async () => {
        await freshness.close();
        await makings.close();
        await parts.disk?.close();
      })();
      // A page that hangs does not keep the server from stopping.
      await Promise.race([written, setTimeout(CLOSING_MS, undefined, { ref: false })]);
    },
  };
}

/** How long what is under way may take when a server stops; what is cut off is printed again. */
const CLOSING_MS = 2_000;
