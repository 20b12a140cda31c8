import type { Query } from '../../search/query';
import type { FoundName } from '../../search/results';
import { startOfMonth } from '../../vietnamese/dates';
import type { Database } from '../database';

/** What a question is answered from. */
export interface SearchSource {
  readonly database: Database;
  /** The moment of the reader, epoch milliseconds. */
  readonly now: number;
  /** IANA name of the site's zone, in which years begin. */
  readonly timeZone: string;
  /** Names of sections, tags and people that hold what is looked for, best first. */
  readonly names: (query: Query, limit: number) => readonly FoundName[];
}

/** Numbers of entries between which an article lies, both included: seconds from 1970, UTC. */
export interface Span {
  readonly since: number;
  readonly until: number;
}

/** What a reader may see, of all years or of one. */
export function spanOf({ now, timeZone }: SearchSource, year?: number): Span {
  const seen = Math.floor(now / 1000);
  if (year === undefined) return { since: Number.MIN_SAFE_INTEGER, until: seen };
  const begins = (of: number) => Math.floor(startOfMonth(of, 1, timeZone) / 1000);
  return { since: begins(year), until: Math.min(seen, begins(year + 1) - 1) };
}
