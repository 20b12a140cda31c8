import type { SearchRequest } from '../../site/search-address';

/** What the search process is asked; `now` is the moment of the reader, epoch milliseconds. */
export type Question =
  | { readonly kind: 'search'; readonly request: SearchRequest; readonly now: number }
  | { readonly kind: 'suggest'; readonly text: string; readonly now: number };

/** A question on its way. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
}

/** What comes back: that the process is there, an answer, or why there is none. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly found: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** What the search process is started with, as JSON in its first argument. */
export interface SearchSetup {
  /** The database file. */
  readonly file: string;
  /** The content folder, absolute. */
  readonly contentDirectory: string;
}
