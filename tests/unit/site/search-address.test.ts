import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paths } from '@/lib/site/routes';
import {
  LONGEST_QUERY,
  queryOfSearch,
  readSearchRequest,
  type SearchRequest,
} from '@/lib/site/search-address';

const readQuery = (query: string) => readSearchRequest(new URLSearchParams(query));
const plain = { text: '', order: 'relevance', page: 1 } as const;

describe('a search', () => {
  test.each<[string, SearchRequest]>([
    ['', plain],
    ['q=k%E1%BB%B3+anh&nam=2020', { ...plain, text: 'kỳ anh', year: 2020 }],
    ['q=a&chuyen-muc=&nam=&sap-xep=&trang=', { ...plain, text: 'a' }],
    ['q=a&sap-xep=moi-nhat&trang=12', { text: 'a', order: 'newest', page: 12 }],
    ['q=a&chuyen-muc=thoi-su', { ...plain, text: 'a', section: 'thoi-su' }],
    ['q=a&q=b', { ...plain, text: 'a' }],
    ['q=a&chuyen-muc=../x&nam=20&trang=0&sap-xep=cu', { ...plain, text: 'a' }],
    ['q=a&nam=-2020&trang=1000', { ...plain, text: 'a' }],
  ])('whose address says %j is %j', (query, request) => {
    expect(readQuery(query)).toEqual(request);
  });

  test('is read again from the address that is written for it', () => {
    const request = fc.record({
      text: fc
        .string({ unit: 'binary' })
        .map((q) => readSearchRequest(new URLSearchParams({ q })).text),
      section: fc.constantFrom(undefined, 'thoi-su'),
      year: fc.constantFrom(undefined, 1, 2020),
      order: fc.constantFrom('relevance', 'newest'),
      page: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(request, (asked) => {
        expect(readQuery(queryOfSearch(asked))).toEqual(asked);
      }),
    );
  });

  test('without anything to say has the address of the form', () => {
    expect(paths.search()).toBe('/tim-kiem');
    expect(paths.search(plain)).toBe('/tim-kiem');
    expect(paths.search({ ...plain, text: 'kỳ anh', page: 2 })).toBe(
      '/tim-kiem?q=k%E1%BB%B3+anh&trang=2',
    );
  });
});

describe('what was typed', () => {
  test.each([
    ['  kỳ \t\n anh ', 'kỳ anh'],
    ['kỳ anh'.normalize('NFD'), 'kỳ anh'],
    ['a\u0000\u001b[2Jb', 'a [2Jb'],
    ['abc \u202etxet\u202c \u2066x\u2069', 'abc txet x'],
    ['שלום\u200f', 'שלום\u200f'],
    ['\ud800a', '\ufffda'],
  ])('as %j is looked for as %j', (q, text) => {
    expect(readSearchRequest(new URLSearchParams([['q', q]])).text).toBe(text);
  });

  test('is cut where nobody types any more, and never within a character', () => {
    expect(readQuery(`q=${'a'.repeat(10_000)}`).text).toHaveLength(LONGEST_QUERY);
    const { text } = readQuery(`q=a${encodeURIComponent('📰'.repeat(5000))}`);
    expect(text.length).toBeLessThanOrEqual(LONGEST_QUERY);
    expect(text.isWellFormed()).toBe(true);
  });
});
