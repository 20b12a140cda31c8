import { type Level, lettersOf, levelOf, richerLetters } from '../../search/levels';
import { hasMarks, type Part, type Query } from '../../search/query';
import { LONGEST_BEGINNING, type Place, term } from '../../search/terms';
import { isMarked, type WordForms } from '../../search/word';
import type { Vocabulary } from './vocabulary';

/*
 * Questions to the index in the language of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax).
 * They are put together from terms in quotation marks, of letters and digits only: nothing that a
 * reader types is ever part of the language.
 */

/** A question whose answers come newest first; undefined when nothing can answer it. */
type Match = string | undefined;

/** A question as the index understands it. */
export interface Ranking {
  /** Every article that answers. */
  readonly all: Match;
  /** Its parts, best first; an article may answer several. */
  readonly best: Iterable<string>;
  /** Those that have what is looked for in their titles. */
  readonly titles: Iterable<string>;
}

/** Beginnings of more words than these are looked up by the index, slower. */
const MOST_WORDS = 32;
/** So many words are compared with the marks that were typed. */
const MOST_COMPARED = 400;

/** In which place, and whether side by side: from best to worst. */
const standings = [
  { place: 'title', isPhrase: true },
  { place: 'title', isPhrase: false },
  { place: 'anywhere', isPhrase: true },
  { place: 'anywhere', isPhrase: false },
] as const;

type Standing = (typeof standings)[number];

/**
 * Ranks by standards 1.15: how well the worst word is the one that was typed; inside that phrase in
 * title, words in title, phrase in text, anywhere; inside that whole words before beginnings.
 * @param query with at least one word
 * @param section the only one to look in
 */
export function rankingOf(query: Query, vocabulary: Vocabulary, section?: string): Ranking {
  const levels: readonly Level[] = hasMarks(query) ? [0, 1, 2] : [2];
  const endings = query.isOpen ? [false, true] : [false];
  const filters = [
    ...query.phrases.map(phraseAnywhere),
    ...(section === undefined ? [] : [quote(term.section(section))]),
  ];
  const without = query.without.map(unwanted);
  const words = (level: Level, place: Place, isBeginning: boolean) =>
    query.words.map((word, index) => {
      const asBeginning = isBeginning && index === query.words.length - 1;
      return wordMatch(word, level, place, asBeginning, vocabulary);
    });
  const complete = (matches: readonly Match[]): Match => {
    const wanted = and([...matches, ...filters]);
    if (wanted === undefined || without.length === 0) return wanted;
    return `(${wanted}) NOT (${without.join(' OR ')})`;
  };
  const matchOf = (level: Level, { place, isPhrase }: Standing, isBeginning: boolean) =>
    complete([
      ...(isPhrase ? pairs(query.words, place, isBeginning) : []),
      ...words(level, place, isBeginning),
    ]);
  function* partsOf(shown: readonly Standing[]): Iterable<string> {
    for (const level of levels)
      for (const standing of shown) {
        if (standing.isPhrase && query.words.length === 1) continue;
        for (const isBeginning of endings) {
          const match = matchOf(level, standing, isBeginning);
          if (match !== undefined) yield match;
        }
      }
  }
  return {
    all: complete(words(2, 'anywhere', query.isOpen)),
    best: { [Symbol.iterator]: () => partsOf(standings)[Symbol.iterator]() },
    titles: {
      [Symbol.iterator]: () =>
        partsOf(standings.filter(({ place }) => place === 'title'))[Symbol.iterator](),
    },
  };
}

function wordMatch(
  word: WordForms,
  level: Level,
  place: Place,
  asBeginning: boolean,
  vocabulary: Vocabulary,
): Match {
  const { fold } = word;
  if (isMarked(word) && level < 2) {
    const candidates = asBeginning ? vocabulary.from(fold, MOST_COMPARED) : vocabulary.ofFold(fold);
    const good = candidates.filter((found) => (levelOf(word, found, asBeginning) ?? 2) <= level);
    return or([
      ...good.slice(0, MOST_WORDS).map((found) => quote(term.key(found, place))),
      ...(asBeginning ? markedBeginnings(word, level, place) : []),
    ]);
  }
  const whole = quote(term.word(fold, place));
  if (!asBeginning) return whole;
  if (fold.length <= LONGEST_BEGINNING) return quote(term.beginning(fold, place));
  const folds = vocabulary.foldsFrom(fold, MOST_WORDS + 1);
  if (folds.length > MOST_WORDS) return `${whole}*`;
  return or(folds.map((found) => quote(term.word(found, place))));
}

/** Beginnings that are too short to be looked for word by word; with a tone there are few words. */
function markedBeginnings({ key }: WordForms, level: Level, place: Place): readonly string[] {
  const letters = lettersOf(key);
  if (letters !== key || letters.length > LONGEST_BEGINNING) return [];
  const ways = level === 0 ? [letters] : richerLetters(letters);
  return ways.map((way) => quote(term.markedBeginning(way, place)));
}

/** Each word beside the next; three and more stand together where each two do. */
function pairs(words: Part, place: Place, isBeginning: boolean): readonly string[] {
  return words.slice(1).map((word, index) => {
    const isLast = index === words.length - 2;
    const pair = quote(term.pair(words[index]?.fold ?? '', word.fold, place));
    return isBeginning && isLast ? `${pair}*` : pair;
  });
}

function phraseAnywhere(phrase: Part): string {
  const inside = (place: Place) => `(${pairs(phrase, place, false).join(' AND ')})`;
  return `(${inside('title')} OR ${inside('anywhere')})`;
}

/** What is not wanted is not wanted as it is typed: with marks that word, without any of its letters. */
function unwanted(part: Part): string {
  const words = part.map((word) =>
    quote(isMarked(word) ? term.key(word, 'anywhere') : term.word(word.fold, 'anywhere')),
  );
  return part.length === 1 ? words.join('') : `(${[...words, phraseAnywhere(part)].join(' AND ')})`;
}

function quote(written: string): string {
  return `"${written}"`;
}

function and(matches: readonly Match[]): Match {
  return matches.includes(undefined) ? undefined : matches.join(' AND ');
}

function or(matches: readonly string[]): Match {
  if (matches.length < 2) return matches[0];
  return `(${matches.join(' OR ')})`;
}
