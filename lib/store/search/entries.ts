import type { Database } from '../database';
import type { Span } from './source';

/** How many entries answer a question. */
export function countEntries(database: Database, match: string, span: Span): number {
  return database.find('countFound', { match, ...span })?.number('count') ?? 0;
}

/** Numbers of the entries that answer a question, newest first. */
export function listEntries(
  database: Database,
  match: string,
  span: Span,
  limit: number,
  offset = 0,
): readonly number[] {
  return database
    .list('listFound', { match, ...span, limit, offset })
    .map((row) => row.number('id'));
}

/** Those that answer the parts of a question, best first, newest first inside each. */
export function rankEntries(
  database: Database,
  parts: Iterable<string>,
  span: Span,
  limit: number,
): readonly number[] {
  const found = new Set<number>();
  for (const match of parts) {
    if (found.size >= limit) break;
    // So many hold enough that are new, even if all that are known are among them.
    for (const id of listEntries(database, match, span, limit)) found.add(id);
  }
  return [...found].slice(0, limit);
}
