import type { Article } from '../content/article';

/** A stretch of a text; marked where what is looked for was found. Joined, they are the text. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** An article that was found. */
export interface Hit {
  readonly article: Article;
  readonly title: readonly Piece[];
  /** Of its description and body, in the original spelling; an ellipsis where it was cut. */
  readonly extract: readonly Piece[];
}

/** A name that leads to a list of articles. */
export interface FoundName {
  readonly kind: 'section' | 'tag' | 'author';
  /** Its key in addresses. */
  readonly key: string;
  readonly name: string;
}

/** What a search found. */
export interface SearchResult {
  readonly hits: readonly Hit[];
  /** From 1; the last when a page past it was asked for. */
  readonly page: number;
  /** At least 1, at most `MOST_SEARCH_PAGES`. */
  readonly pageCount: number;
  /** How many articles there are, shown or not. */
  readonly total: number;
  /** Sections, tags and people whose names hold what is looked for; on the first page only. */
  readonly names: readonly FoundName[];
  /** When nothing was found: other spellings by which something would be. */
  readonly nearest: readonly string[];
  /** True when there was no word to look for, so that nothing was looked for. */
  readonly isEmpty: boolean;
  /** True when only the first words were looked for, as there were too many. */
  readonly isCut: boolean;
}

/** What is offered to a reader who types. */
export interface Suggestions {
  /** Sections, tags and people, best first; at most 4. */
  readonly names: readonly FoundName[];
  /** Articles by their titles, best first; at most 5. */
  readonly articles: readonly { readonly slug: string; readonly title: string }[];
}

/** What a question to the index is answered with: it may be stopped, or find too many before it. */
export type Outcome<T> =
  | { readonly kind: 'found'; readonly found: T }
  /** It took too long and was stopped. */
  | { readonly kind: 'stopped' }
  /** Too many others wait. */
  | { readonly kind: 'busy' };
