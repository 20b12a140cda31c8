import type { Query } from '../../search/query';
import { slipsOf, variantsOf } from '../../search/respelling';
import { isMarked, type WordForms, wordsOf } from '../../search/word';
import { isSyllable } from '../../vietnamese/syllable';
import { listEntries, rankEntries } from './entries';
import { hitOf, readFound } from './hits';
import { rankingOf } from './ranking';
import { type SearchSource, spanOf } from './source';
import { vocabularyOf } from './vocabulary';

/** Spellings that are offered, and those that are tried for it. */
const MOST_SHOWN = 3;
const MOST_TRIED = 24;
/** Alternatives of one word that are tried. */
const MOST_OF_WORD = 6;

/**
 * Other spellings of a question that finds nothing, by which something is found; as the articles
 * write them. Fewest words changed first; of several words those only that stand side by side, for
 * any two words meet in some article.
 */
export function nearestSpellings(source: SearchSource, query: Query): readonly string[] {
  const isOnly = query.words.length === 1;
  const alternatives = query.words.map((word) => [
    word,
    ...alternativesOf(source, word, isOnly && isMarked(word) && isSyllable(word.key)),
  ]);
  const shown = new Set<string>();
  for (const { words, changed } of combinations(alternatives)) {
    const spelling = changed > 0 ? spellingFound(source, words) : undefined;
    if (spelling !== undefined) shown.add(spelling);
    if (shown.size === MOST_SHOWN) break;
  }
  return [...shown];
}

/** @param isCertain what was typed is a word, alone: another one is not nearer for being near */
function alternativesOf(
  { database }: SearchSource,
  word: WordForms,
  isCertain: boolean,
): readonly WordForms[] {
  const vocabulary = vocabularyOf(database);
  const variants = variantsOf(word).filter(({ fold }) => vocabulary.ofFold(fold).length > 0);
  // A word that is known was typed as it was meant.
  if (isCertain || vocabulary.ofFold(word.fold).length > 0) return variants.slice(0, MOST_OF_WORD);
  const others = vocabulary.known(slipsOf(word.fold)).map((fold) => ({ fold, key: fold }));
  return [...variants, ...others].slice(0, MOST_OF_WORD);
}

/** All ways to choose one of each, those with the fewest changes first; at most some. */
function combinations(alternatives: readonly (readonly WordForms[])[]) {
  let ways: { words: readonly WordForms[]; changed: number }[] = [{ words: [], changed: 0 }];
  for (const words of alternatives) {
    ways = ways
      .flatMap((way) =>
        words.map((word, index) => ({
          words: [...way.words, word],
          changed: way.changed + (index === 0 ? 0 : 1),
        })),
      )
      .sort((a, b) => a.changed - b.changed)
      .slice(0, MOST_TRIED);
  }
  return ways;
}

/** Words as the best article writes them that has them side by side, in its title or its text. */
function spellingFound(source: SearchSource, words: Query['words']): string | undefined {
  const { database } = source;
  const phrases = words.length > 1 ? [words] : [];
  const query: Query = { words, phrases, without: [], isOpen: false, isCut: false };
  const { all, best } = rankingOf(query, vocabularyOf(database));
  const span = spanOf(source);
  const isThere = all !== undefined && listEntries(database, all, span, 1).length > 0;
  if (!isThere) return undefined;
  const [found] = readFound(source, rankEntries(database, best, span, 1));
  if (!found) return undefined;
  const { title, extract } = hitOf(found, query);
  const marked = [...title, ...extract].filter(({ isMarked }) => isMarked);
  const whole = marked.find(({ text }) => wordsOf(text).length === words.length)?.text;
  // One word at the head of a sentence would look like a name.
  return words.length === 1 ? whole?.toLowerCase() : whole;
}
