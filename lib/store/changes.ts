import { randomUUID } from 'node:crypto';
import type { Article } from '../content/article';
import type { Database } from './database';

/** An article as other pages may show it, at one position of the store. */
export interface ArticleSight {
  /** As its row holds it, whatever the clock. */
  readonly article: Article;
  /** Changes whenever the text of the body does. */
  readonly body: string;
  /**
   * Slugs of the articles whose pages show this one or may: as many as `REACH` before and after it in
   * each list by which articles are close, and all parts of its series. None while it is in no list.
   */
  readonly near: readonly string[];
  /**
   * By name of list: the page on which it stands and how it writes the list's name. Empty for what is
   * in no list: drafts, the withdrawn, and what is still under embargo.
   */
  readonly listings: Readonly<Record<string, { readonly page: number; readonly label: string }>>;
}

/** What a sync has changed of one thing. */
export type Change =
  | {
      readonly kind: 'article';
      readonly slug: string;
      /** Undefined when there was none under this slug, or is none any more. */
      readonly before?: ArticleSight;
      readonly after?: ArticleSight;
    }
  /** What only an author's own pages and the directory show. */
  | { readonly kind: 'author'; readonly key: string }
  /** Text, description or old addresses; not the title, which the frame of each page shows. */
  | { readonly kind: 'site-page'; readonly slug: string }
  /** Something that every page may show. What else a sync changed is told beside it, of articles. */
  | { readonly kind: 'everything' };

/** A point in the history of a store. Another `epoch`: everything may have changed. */
export interface Position {
  readonly epoch: string;
  readonly version: number;
}

/** Changes that are kept; who is further behind takes everything as changed. */
const KEPT = 2_000;

/** Where the history of a store has come to. */
export function positionOf(database: Database): Position {
  const row = database.find('findPosition');
  return row
    ? { epoch: row.text('epoch'), version: row.number('version') }
    : { epoch: '', version: 0 };
}

/** What has changed since a position; undefined: everything may have. */
export function changesSince(
  database: Database,
  { epoch, version }: Position,
): readonly Change[] | undefined {
  const rows = database.list('listChanges', { version });
  const [first] = rows;
  if (!first) {
    const current = positionOf(database);
    return current.epoch === epoch && current.version === version ? [] : undefined;
  }
  if (first.text('epoch') !== epoch || first.number('version') !== version + 1) return undefined;
  return rows.map((row) => JSON.parse(row.text('details')) as Change);
}

/** Writes changes into the history. Called in the transaction that makes them. */
export function addChanges(database: Database, changes: readonly Change[]): void {
  for (const change of changes) database.run('addChange', { details: JSON.stringify(change) });
  if (changes.length > 0) database.run('forgetChanges', { kept: KEPT });
}

/** Begins an epoch: everything may have changed. Called in the transaction that does it. */
export function beginEpoch(database: Database): void {
  database.run('keepSetting', { key: 'epoch', value: randomUUID() });
  database.run('forgetChanges', { kept: 0 });
}
