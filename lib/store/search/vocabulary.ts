import type { WordForms } from '../../search/word';
import type { Database, Row } from '../database';

/** The words that articles have, or have had. */
export interface Vocabulary {
  /** Those that are one word without their marks. */
  readonly ofFold: (fold: string) => readonly WordForms[];
  /** Those that begin so, without their marks; at most `limit`. */
  readonly from: (beginning: string, limit: number) => readonly WordForms[];
  /** The same, without marks, each once. */
  readonly foldsFrom: (beginning: string, limit: number) => readonly string[];
  /** Those of some that are words without their marks. */
  readonly known: (folds: readonly string[]) => readonly string[];
}

/** The vocabulary of a database. */
export function vocabularyOf(database: Database): Vocabulary {
  const range = (beginning: string) => ({ first: beginning, last: `${beginning}\u{10ffff}` });
  return {
    ofFold: (fold) => database.list('listWordsOfFold', { fold }).map(formsOf),
    from: (beginning, limit) =>
      database.list('listWordsFrom', { ...range(beginning), limit }).map(formsOf),
    foldsFrom: (beginning, limit) =>
      database.list('listFoldsFrom', { ...range(beginning), limit }).map((row) => row.text('fold')),
    known: (folds) =>
      database
        .list('listKnownFolds', { folds: JSON.stringify(folds) })
        .map((row) => row.text('fold')),
  };
}

function formsOf(row: Row): WordForms {
  return { fold: row.text('fold'), key: row.text('key') };
}
