import { dropInvisible } from '../vietnamese/blanks';
import { lettersOf } from './levels';
import { isMarked, type WordForms, wordsOf } from './word';

/*
 * What the index holds of an article is a set of terms, without places: the index of an archive
 * stays small, and lists of even the commonest words are walked through in milliseconds. That two
 * words stand side by side is a term of its own, and so is each beginning of up to three letters,
 * which would else be sought under hundreds of words.
 */

/** Private-use characters (Unicode 23.5) stand in no word. */
const JOIN = '\ue000';
const kinds = {
  word: '\ue001',
  key: '\ue002',
  pair: '\ue003',
  beginning: '\ue004',
  titleWord: '\ue005',
  titleKey: '\ue006',
  titlePair: '\ue007',
  titleBeginning: '\ue008',
  section: '\ue009',
  markedBeginning: '\ue00a',
  titleMarkedBeginning: '\ue00b',
} as const;

/** Beginnings of so many letters are terms. */
export const LONGEST_BEGINNING = 3;

/** Where a word is to stand. */
export type Place = 'title' | 'anywhere';

/** Names the terms; what writes them and what asks for them agree by this. */
export const term = {
  word: (fold: string, place: Place): string =>
    (place === 'title' ? kinds.titleWord : kinds.word) + fold,
  key: ({ fold, key }: WordForms, place: Place): string =>
    (place === 'title' ? kinds.titleKey : kinds.key) + fold + JOIN + key,
  beginning: (fold: string, place: Place): string =>
    (place === 'title' ? kinds.titleBeginning : kinds.beginning) + fold,
  /** The same with the marks that make other letters: `đư` of đường. */
  markedBeginning: (letters: string, place: Place): string =>
    (place === 'title' ? kinds.titleMarkedBeginning : kinds.markedBeginning) + letters,
  /** Two words side by side; anywhere is in the text here, not in the title. */
  pair: (one: string, next: string, place: Place): string =>
    (place === 'title' ? kinds.titlePair : kinds.pair) + one + JOIN + next,
  section: (key: string): string => kinds.section + key.replaceAll('-', JOIN),
} as const;

/** What is found of an article. */
export interface SearchableArticle {
  readonly title: string;
  /** Runs of text; a phrase does not reach from one into the next. */
  readonly texts: readonly string[];
  readonly section: string;
}

/** What the index keeps of an article. */
export interface SearchEntry {
  /** All terms, parted by blanks; some more than once. */
  readonly terms: string;
  /** All words, `fold key written`, parted by line feeds. */
  readonly words: string;
}

/** Makes the entry of an article. */
export function searchEntryOf({ title, texts, section }: SearchableArticle): SearchEntry {
  const terms = [term.section(section)];
  // The same beginnings are those of many words; pairs may come twice, which the index bears.
  const beginnings = new Set<string>();
  const words: string[] = [];
  const seen = { title: new Set<string>(), anywhere: new Set<string>() };
  const addWord = ({ own, begun }: TermsOfWord) => {
    terms.push(own);
    for (const beginning of begun) beginnings.add(beginning);
  };
  const add = (text: string, place: Place) => {
    let previous: string | undefined;
    for (const found of wordsOf(text)) {
      const { fold, key, start, end } = found;
      if (previous !== undefined) terms.push(term.pair(previous, fold, place));
      previous = fold;
      // By its key, of which there is one fold each.
      if (seen[place].has(key)) continue;
      seen[place].add(key);
      if (place === 'title') addWord(termsOfWord(found, 'title'));
      if (place === 'anywhere' && seen.title.has(key)) continue;
      addWord(termsOfWord(found, 'anywhere'));
      words.push(`${fold} ${key} ${plainSpelling(text.slice(start, end))}`);
    }
  };
  add(title.normalize('NFC'), 'title');
  for (const text of texts) add(text.normalize('NFC'), 'anywhere');
  return { terms: [...terms, ...beginnings].join(' '), words: words.join('\n') };
}

/** What a word is found by in a place. */
interface TermsOfWord {
  /** Itself, parted by blanks. */
  readonly own: string;
  readonly begun: readonly string[];
}

/** An archive has some thousand different words: what each is found by is put together once. */
const known = {
  title: new Map<string, TermsOfWord>(),
  anywhere: new Map<string, TermsOfWord>(),
} as const satisfies Record<Place, Map<string, TermsOfWord>>;
const MOST_KNOWN = 50_000;

function termsOfWord(found: WordForms, place: Place): TermsOfWord {
  const before = known[place].get(found.key);
  if (before) return before;
  const own = [
    term.word(found.fold, place),
    ...(isMarked(found) ? [term.key(found, place)] : []),
  ].join(' ');
  const letters = isMarked(found) ? lettersOf(found.key) : found.fold;
  // A whole word is a beginning too: one list then answers for both.
  const longest = Math.min(LONGEST_BEGINNING, found.fold.length);
  const begun = Array.from({ length: longest }, (_, index) => {
    const [plain, marked] = [found.fold.slice(0, index + 1), letters.slice(0, index + 1)];
    const beginning = term.beginning(plain, place);
    return marked === plain ? [beginning] : [beginning, term.markedBeginning(marked, place)];
  }).flat();
  if (known[place].size >= MOST_KNOWN) known[place].clear();
  const terms = { own, begun };
  known[place].set(found.key, terms);
  return terms;
}

/** As it is offered to someone who typed it wrong. */
function plainSpelling(written: string): string {
  const lower = written.toLowerCase();
  return dropInvisible(lower).slice(0, 40);
}
