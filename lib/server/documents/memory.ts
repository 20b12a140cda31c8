import { LRUCache } from 'lru-cache';
import type { Document, Served } from '../document';

/** A document in memory. */
export interface Kept {
  readonly document: Document;
  /** As it is answered while it holds. */
  readonly served: Served;
  /** False once something that it shows has changed. */
  isFresh: boolean;
}

/** Documents in memory; the least used go first. Old ones stay as long as there is room. */
export interface DocumentMemory {
  /** Counts as a use. */
  readonly find: (path: string) => Kept | undefined;
  /** Counts as none. */
  readonly peek: (path: string) => Kept | undefined;
  readonly keep: (document: Document, isFresh: boolean) => void;
  readonly remove: (path: string) => void;
  readonly list: () => readonly Kept[];
  readonly count: () => number;
}

/** @param bytes how much they may take; 0: none is kept */
export function createDocumentMemory(bytes: number): DocumentMemory {
  if (bytes === 0) return emptyMemory;
  const kept = new LRUCache<string, Kept>({
    maxSize: bytes,
    sizeCalculation: ({ document }) => document.size,
  });
  return {
    find: (path) => kept.get(path),
    peek: (path) => kept.peek(path),
    keep: (document, isFresh) => {
      const served: Served = { document, origin: 'memory' };
      kept.set(document.path, { document, served, isFresh });
    },
    remove: (path) => {
      kept.delete(path);
    },
    list: () => [...kept.values()],
    count: () => kept.size,
  };
}

const emptyMemory: DocumentMemory = {
  find: () => undefined,
  peek: () => undefined,
  keep: () => undefined,
  remove: () => undefined,
  list: () => [],
  count: () => 0,
};
