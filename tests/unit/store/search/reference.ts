import { fold } from '@/lib/vietnamese/fold';
import { spellingKey } from '@/lib/vietnamese/spelling-key';

/*
 * Standards 1.15 word for word, over all texts at every question: slow and plain, so that what the
 * index answers has something to be compared with. It shares with it the two forms of a word alone.
 */

/** What is found of an article. */
export interface SearchedDocument {
  readonly slug: string;
  readonly title: string;
  /** Description and body; a phrase does not reach from one into the other. */
  readonly texts: readonly string[];
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** Answers one question after the other. @returns slugs, best first */
export type Reference = (text: string) => readonly string[];

/** Makes a reference of documents. */
export function createReference(documents: readonly SearchedDocument[]): Reference {
  const vocabulary = new Map<string, Word>();
  const newestFirst = documents
    .toSorted((a, b) => b.publishedAt - a.publishedAt)
    .map(({ slug, title, texts }) => {
      const [inTitle, ...inTexts] = [title, ...texts].map((text) => wordsOf(text, vocabulary));
      return {
        slug,
        inTitle: inTitle ?? [],
        inTexts,
        all: new Set([inTitle ?? [], inTexts].flat(2)),
      };
    });
  return (text) => {
    const question = understand(text, [...vocabulary.values()]);
    return newestFirst
      .map((document) => ({ slug: document.slug, rank: rankOf(document, question) }))
      .filter(({ rank }) => rank !== -1)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ slug }) => slug);
  };
}

interface Word {
  readonly plain: string;
  readonly spelling: string;
}

type Text = readonly Word[];

interface ReadDocument {
  readonly slug: string;
  readonly inTitle: Text;
  readonly inTexts: readonly Text[];
  readonly all: ReadonlySet<Word>;
}

/** @param known words that were read before: one written alike is the same object */
function wordsOf(text: string, known = new Map<string, Word>()): Text {
  const written = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return written.map((word) => {
    const read = known.get(word) ?? { plain: fold(word), spelling: spellingKey(word) };
    known.set(word, read);
    return read;
  });
}

/** Words of the archive that each typed word may be, by its number. */
type Meant = readonly ReadonlySet<Word>[];

interface Question {
  readonly phrases: readonly Text[];
  readonly without: readonly Text[];
  /** By tier, best first: as whole words, then with the last as the beginning of one if it may be. */
  readonly tiers: readonly (readonly [whole: Meant, ...beginning: readonly Meant[]])[];
}

function understand(text: string, vocabulary: Text): Question {
  const pieces = text.normalize('NFC').match(/-?["“][^"”]*["”]|\S+/g) ?? [];
  const parts = pieces.map((piece) => ({
    words: wordsOf(piece),
    isQuoted: /["“]/.test(piece),
    isUnwanted: piece.startsWith('-'),
  }));
  const wanted = parts.filter(({ isUnwanted }) => !isUnwanted);
  const words = wanted.flatMap((part) => part.words);
  const last = parts.at(-1);
  const isOpen = last !== undefined && !last.isQuoted && !last.isUnwanted;
  const meant = (tier: Tier, mayGoOn: boolean): Meant =>
    words.map((typed, index) => {
      const isLast = index === words.length - 1;
      return new Set(vocabulary.filter((word) => tier(typed, word, mayGoOn && isLast)));
    });
  return {
    phrases: wanted.filter(({ isQuoted }) => isQuoted).map((part) => part.words),
    without: parts.filter(({ isUnwanted }) => isUnwanted).map((part) => part.words),
    tiers:
      words.length === 0
        ? []
        : tiers.map((tier) => [meant(tier, false), ...(isOpen ? [meant(tier, true)] : [])]),
  };
}

/** Place in the order of what is better, from 0; -1 when it is no answer. */
function rankOf(document: ReadDocument, { phrases, without, tiers }: Question): number {
  const { inTitle, inTexts, all } = document;
  const holds = (part: Text, isSame: IsSame) =>
    [inTitle, ...inTexts].some((text) => holdsInTurn(text, part, isSame));
  if (!phrases.every((phrase) => holds(phrase, isSameFold))) return -1;
  if (without.some((part) => holds(part, isSameAsTyped))) return -1;
  const title = new Set(inTitle);
  const places: readonly ((meant: Meant) => boolean)[] = [
    (meant) => areIn(title, meant) && areSideBySide([inTitle], meant),
    (meant) => areIn(title, meant),
    (meant) => areIn(all, meant) && areSideBySide(inTexts, meant),
    (meant) => areIn(all, meant),
  ];
  // The worst word sets the tier, inside it the place; inside that whole words come first.
  const ways = tiers.flatMap((endings) =>
    places.flatMap((isMet) => endings.map((meant) => ({ isMet, meant }))),
  );
  return ways.findIndex(({ isMet, meant }) => isMet(meant));
}

function areIn(words: ReadonlySet<Word>, meant: Meant): boolean {
  return meant.every((set) => [...set].some((word) => words.has(word)));
}

/** Each beside the next, in any of the texts. */
function areSideBySide(texts: readonly Text[], meant: Meant): boolean {
  return meant.slice(1).every((set, index) =>
    texts.some((text) =>
      text.some((word, at) => {
        const next = text[at + 1];
        return meant[index]?.has(word) && next !== undefined && set.has(next);
      }),
    ),
  );
}

type IsSame = (typed: Word, word: Word) => boolean;

function holdsInTurn(text: Text, part: Text, isSame: IsSame): boolean {
  return text.some((_, at) =>
    part.every((typed, index) => {
      const word = text[at + index];
      return word !== undefined && isSame(typed, word);
    }),
  );
}

const isSameFold: IsSame = (typed, word) => typed.plain === word.plain;
const isSameAsTyped: IsSame = (typed, word) =>
  hasMarks(typed) ? typed.spelling === word.spelling : isSameFold(typed, word);
const hasMarks = ({ plain, spelling }: Word) => plain !== spelling;

/** Whether a typed word is a word, as well as its tier demands, or the beginning of it. */
type Tier = (typed: Word, word: Word, mayGoOn: boolean) => boolean;

const isFolded: Tier = (typed, { plain }, mayGoOn) =>
  mayGoOn ? plain.startsWith(typed.plain) : plain === typed.plain;

const isCompatible: Tier = (typed, word, mayGoOn) => {
  const [one, other] = [marksOf(typed), marksOf(word)];
  return (
    isFolded(typed, word, mayGoOn) &&
    one.letters.every((marks, index) => isAmong(marks, other.letters[index] ?? '')) &&
    isAmong(one.tone, other.tone)
  );
};

const isExact: Tier = (typed, word, mayGoOn) => {
  if (!isFolded(typed, word, mayGoOn)) return false;
  if (!hasMarks(typed) || typed.spelling === word.spelling) return true;
  if (typed.plain === word.plain) return false;
  // The beginning of another: its tone may not be typed yet.
  const [one, other] = [marksOf(typed), marksOf(word)];
  return (
    one.letters.every((marks, index) => marks === other.letters[index]) &&
    (one.tone === '' || one.tone === other.tone)
  );
};

const tiers = [isExact, isCompatible, isFolded];

const isAmong = (marks: string, others: string) =>
  [...marks].every((mark) => others.includes(mark));

/** The marks of each letter, with the stroke of đ among them, and the tone. */
function marksOf({ spelling }: Word): {
  readonly letters: readonly string[];
  readonly tone: string;
} {
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/;
  const letters = spelling.normalize('NFD').match(/\P{M}\p{M}*/gu) ?? [];
  return {
    letters: letters.map((letter) => letter.replace(/^đ/, 'd\u0335').slice(1).replace(tone, '')),
    tone: tone.exec(spelling.normalize('NFD'))?.[0] ?? '',
  };
}
