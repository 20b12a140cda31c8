import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '@/lib/search/query';

const read = (text: string) => {
  const { words, phrases, without, isOpen } = parseQuery(text);
  const folds = (part: readonly { readonly fold: string }[]) => part.map(({ fold }) => fold);
  return { words: folds(words), phrases: phrases.map(folds), without: without.map(folds), isOpen };
};
const nothing = { words: [], phrases: [], without: [], isOpen: false };

test.each([
  ['thị xã Kỳ Anh', { words: ['thi', 'xa', 'ky', 'anh'], isOpen: true }],
  ['"kỳ anh"', { words: ['ky', 'anh'], phrases: [['ky', 'anh']] }],
  ['“kỳ anh” cảng', { words: ['ky', 'anh', 'cang'], phrases: [['ky', 'anh']], isOpen: true }],
  ['„kỳ anh“', { words: ['ky', 'anh'], phrases: [['ky', 'anh']] }],
  ['"cảng"', { words: ['cang'] }],
  ['cảng -biển', { words: ['cang'], without: [['bien']] }],
  ['-"vũng áng" cảng', { words: ['cang'], without: [['vung', 'ang']], isOpen: true }],
  ['-cảng', { without: [['cang']] }],
  // A hyphen inside a word, or a dash between blanks, is a sign like others.
  ['Covid-19', { words: ['covid', '19'], isOpen: true }],
  ['Bà Rịa - Vũng Tàu', { words: ['ba', 'ria', 'vung', 'tau'], isOpen: true }],
  // A quotation mark that is left open is a sign too.
  ['"kỳ anh', { words: ['ky', 'anh'], isOpen: true }],
  ['kỳ" anh', { words: ['ky', 'anh'], isOpen: true }],
  // What other languages of search know means nothing here.
  [
    'NEAR(a, b) AND c* OR title:d ^e',
    { words: ['near', 'a', 'b', 'and', 'c', 'or', 'title', 'd', 'e'], isOpen: true },
  ],
  ["' OR 1=1 --", { words: ['or', '1', '1'], isOpen: true }],
  ['… “” "" - -- * : ^ 😀', {}],
  ['', {}],
])('%s', (text, expected) => {
  expect(read(text)).toEqual({ ...nothing, ...expected });
});

test('what is too much is cut, and said to be', () => {
  const many = parseQuery(Array.from({ length: 40 }, (_, index) => `chữ${index}`).join(' '));
  expect(many.words).toHaveLength(12);
  expect(many).toMatchObject({ isCut: true, isOpen: false });
  expect(parseQuery('một hai ba').isCut).toBe(false);
});

test('every text is a question', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { words, without } = parseQuery(text);
      for (const { fold, key } of [...words, ...without.flat()]) {
        expect(`${fold}${key}`).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      }
    }),
  );
});
