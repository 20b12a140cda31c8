import type { SearchRequest } from '../../lib/site/search-address';
import { fold } from '../../lib/vietnamese/fold';
import { createRandom, type Random } from './corpus/random';
import * as words from './corpus/words';

/** A question of the mix. */
export interface MixedQuestion {
  readonly kind: string;
  readonly request: SearchRequest;
}

/** Another seed, another mix. */
const SEED = 6;

/** In nearly every article, and some that few have. */
const commonest = [
  'của',
  'năm',
  'và',
  'người',
  'nước',
  'học',
  'một',
  'cho',
  'cua',
  'nam',
  'nguoi',
  'ngày',
];

/** What nobody has written: slips, keystrokes of Telex and VNI, another language. */
const unknown = [
  ...['dduwowngf', 'phieen cho', 'd9o2 ngang', 'thuyên gõo', 'vươn rauu chung'],
  ...['xyzkhongco', 'quarterly report', 'nguoii ban hang', '"chung rau vườn"', 'bài 100001'],
];

/**
 * Two hundred questions, the same every time: the words of the generated newsroom in one, two and
 * three, with their marks, without, and with some of them; phrases, beginnings, what is not wanted,
 * filters, the other order, later pages, and what finds nothing.
 */
export function searchMix(): readonly MixedQuestion[] {
  const random = createRandom(SEED, 0);
  const seen = new Set<string>();
  const many = (
    count: number,
    kind: string,
    make: (index: number) => string,
    filters: (index: number) => Partial<SearchRequest> = () => ({}),
  ): readonly MixedQuestion[] => {
    const questions: MixedQuestion[] = [];
    while (questions.length < count) {
      const index = questions.length;
      const request = {
        text: make(index),
        order: 'relevance',
        page: 1,
        ...filters(index),
      } as const;
      const key = JSON.stringify(request);
      // One that comes again would be answered from memory.
      if (seen.has(key)) continue;
      seen.add(key);
      questions.push({ kind, request });
    }
    return questions;
  };
  const spelt = (text: string, index: number) => respell(text, index, random);
  const sections = words.sections.map(([key]) => key);
  return [
    ...many(commonest.length, 'commonest words', (index) => commonest[index] ?? ''),
    ...many(21, 'one word', (index) => spelt(wordsOf(1, random), index)),
    ...many(31, 'two words', (index) => spelt(wordsOf(2, random), index)),
    ...many(31, 'three words', (index) => spelt(wordsOf(3, random), index)),
    ...many(22, 'phrase', (index) => `"${spelt(phraseOf(2 + (index % 3), random), index)}"`),
    ...many(24, 'beginning', (index) =>
      cut(spelt(wordsOf(1 + (index % 3), random), index), random),
    ),
    ...many(11, 'without', (index) => `${wordsOf(2, random)} -${spelt(wordsOf(1, random), index)}`),
    ...many(
      18,
      'section, year',
      (index) => spelt(wordsOf(1 + (index % 2), random), index),
      (index) => ({
        ...(index % 3 !== 1 && { section: sections[random.below(sections.length)] }),
        ...(index % 3 !== 0 && { year: 2005 + random.below(20) }),
      }),
    ),
    ...many(
      10,
      'newest first',
      (index) => spelt(wordsOf(1 + (index % 2), random), index),
      () => ({ order: 'newest' }),
    ),
    ...many(
      10,
      'page 3, page 50',
      (index) => spelt(wordsOf(1 + (index % 2), random), index),
      (index) => ({ page: index % 5 === 4 ? 50 : 3 }),
    ),
    ...many(unknown.length, 'nothing found', (index) => unknown[index] ?? ''),
  ];
}

/** What a reader has typed at each letter, on the way to some questions. */
export function typedSoFar(): readonly string[] {
  const meant = [
    ...['quét dọn vườn rau', 'đường chạy bộ', 'nhà văn hóa', 'của người xưa', 'bài 417'],
    ...['nguoi ban hang', 'cau lac bo sach', 'ven con suoi', 'năm học mới', 'tho'],
  ];
  return [
    ...new Set(
      meant.flatMap((text) =>
        Array.from(text, (_, index) => text.slice(0, index + 1)).filter(
          (typed) => !/\s$/.test(typed),
        ),
      ),
    ),
  ];
}

const lists = [words.doers, words.deeds, words.things, words.places, words.times, words.ends];

/** Words of the newsroom, from one place or from several. */
function wordsOf(count: number, random: Random): string {
  if (random.isOneIn(2)) return phraseOf(count, random);
  return Array.from({ length: count }, () => phraseOf(1, random)).join(' ');
}

/** Words that stand side by side in some article, at most as many as that. */
function phraseOf(count: number, random: Random): string {
  const list = random.pick(lists as [(typeof lists)[0], ...typeof lists]);
  const from = random.pick(list).split(' ');
  const start = random.below(Math.max(1, from.length - count + 1));
  return from.slice(start, start + count).join(' ');
}

/** With all marks, with none, with those of every other word or letter: in turn. */
function respell(text: string, index: number, random: Random): string {
  if (index % 3 === 0) return text;
  if (index % 3 === 1) return fold(text);
  return text
    .split(' ')
    .map((word) => (random.isOneIn(2) ? fold(word) : word))
    .join(' ');
}

/** As it looks some letters before the last word is typed. */
function cut(text: string, random: Random): string {
  const [, before = '', last = ''] = /^(.*?)(\S+)$/.exec(text) ?? [];
  return before + last.slice(0, 1 + random.below(Math.max(1, last.length - 1)));
}
