import { LRUCache } from 'lru-cache';
import type { Document } from './document';

/** Finished documents by canonical path: the one cache. */
export interface Documents {
  readonly find: (path: string, now: number) => Document | undefined;
  /**
   * The document of a path, made by `make` when there is none; many who ask at once wait for one
   * making. What was made from content that has changed meanwhile is answered, not kept.
   */
  readonly findOrMake: (
    path: string,
    now: number,
    make: () => Promise<Document>,
  ) => Promise<Document>;
  readonly drop: () => void;
  readonly count: () => number;
}

/** Bytes of documents kept in memory; the least used go first. */
const MEMORY_BYTES = 128 * 1_048_576;

/**
 * Makes an empty cache.
 * @param nextChange the next instant at which the clock alone changes what is in print, or undefined
 */
export function createDocuments(nextChange: (now: number) => number | undefined): Documents {
  const kept = new LRUCache<string, Document>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ size }) => size,
  });
  const making = new Map<string, Promise<Document>>();
  let generation = 0;
  let goodUntil: number | undefined;

  const drop = () => {
    generation += 1;
    kept.clear();
    making.clear();
    goodUntil = undefined;
  };
  const find = (path: string, now: number) => {
    // An embargo that ends changes pages without a file having changed.
    if (goodUntil !== undefined && now >= goodUntil) drop();
    return kept.get(path);
  };
  const findOrMake: Documents['findOrMake'] = (path, now, make) => {
    const found = find(path, now) ?? making.get(path);
    if (found) return Promise.resolve(found);
    const begun = generation;
    goodUntil ??= nextChange(now) ?? Number.POSITIVE_INFINITY;
    const made = make()
      .then((document) => {
        if (begun === generation && document.status < 500) kept.set(path, document);
        return document;
      })
      .finally(() => {
        if (making.get(path) === made) making.delete(path);
      });
    making.set(path, made);
    return made;
  };
  return { find, findOrMake, drop, count: () => kept.size };
}
