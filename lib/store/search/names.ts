import { levelOf } from '../../search/levels';
import type { Query } from '../../search/query';
import type { FoundName } from '../../search/results';
import { type WordInText, wordsOf } from '../../search/word';
import type { Directories } from '../directories';

/** A name that readers may look for, with its words. */
export interface KnownName extends FoundName {
  readonly words: readonly WordInText[];
  /** How many articles it leads to; of a section not counted. */
  readonly count: number;
}

/** Sections, tags and people that lead to articles now. */
export function namesOf(directories: Directories): readonly KnownName[] {
  const named = (kind: FoundName['kind'], key: string, name: string, count: number): KnownName => ({
    ...{ kind, key, name, count },
    words: wordsOf(name.normalize('NFC')),
  });
  return [
    ...directories.sections().map(({ key, name }) => named('section', key, name, 0)),
    ...directories.tags().map(({ entry, count }) => named('tag', entry.slug, entry.name, count)),
    ...directories
      .authors()
      .map(({ entry, count }) => named('author', entry.key, entry.name, count)),
  ];
}

/**
 * The names that hold all words of a question, best first: by how well the worst word is the one
 * that was typed, then those that begin with it, then those with most articles.
 */
export function findNames(
  names: readonly KnownName[],
  query: Query,
  limit: number,
): readonly FoundName[] {
  return names
    .flatMap((name) => {
      const rank = rankOf(name, query);
      return rank === undefined ? [] : [{ name, rank }];
    })
    .sort((a, b) => a.rank - b.rank || b.name.count - a.name.count)
    .slice(0, limit)
    .map(({ name: { kind, key, name } }) => ({ kind, key, name }));
}

function rankOf({ words }: KnownName, query: Query): number | undefined {
  let worst = 0;
  for (const [index, typed] of query.words.entries()) {
    const asBeginning = query.isOpen && index === query.words.length - 1;
    const found = words
      .map((word) => levelOf(typed, word, asBeginning))
      .filter((level) => level !== undefined);
    if (found.length === 0) return undefined;
    worst = Math.max(worst, Math.min(...found));
  }
  const [first] = query.words;
  const begins = first !== undefined && words[0]?.fold.startsWith(first.fold) === true;
  return worst * 2 + (begins ? 0 : 1);
}
