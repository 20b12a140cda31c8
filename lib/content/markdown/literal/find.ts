import type { Position, Problem } from '../../problems/problems';

/** What an editor meant as a mark and readers would see. */
export interface Find {
  /** Where it begins in the text of its block. */
  readonly start: number;
  readonly report: (at: Position & { readonly file: string }) => Problem;
}
