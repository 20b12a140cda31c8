/** What a reader looks for, as the address of `/tim-kiem` says it. */
export interface SearchRequest {
  /** As it was typed, NFC, at most `LONGEST_QUERY` characters; empty when nothing was. */
  readonly text: string;
  /** Key of the only section to look in. */
  readonly section?: string | undefined;
  /** The only year to look in, of the site's zone. */
  readonly year?: number | undefined;
  readonly order: 'relevance' | 'newest';
  /** From 1. */
  readonly page: number;
}

/** Names of the query parameters, as they stand in the form and in addresses. */
export const searchParameters = {
  text: 'q',
  section: 'chuyen-muc',
  year: 'nam',
  order: 'sap-xep',
  page: 'trang',
} as const;

/** What `searchParameters.order` says for the newest first; by relevance it is not there. */
export const newestFirst = 'moi-nhat';

/** What stands behind it is not looked for: nobody types that much, and looking costs. */
export const LONGEST_QUERY = 200;

/** Pages that a search shows: whoever looks further wants another question. */
export const MOST_SEARCH_PAGES = 50;

/**
 * Reads what is looked for from the query of an address; what cannot be meant counts as not said.
 * @param parameters of the address, decoded; of several values of a name the first counts
 * @example readSearchRequest(new URLSearchParams('q=k%E1%BB%B3+anh&nam=2020'))
 * // { text: 'kỳ anh', year: 2020, order: 'relevance', page: 1 }
 */
export function readSearchRequest(parameters: URLSearchParams): SearchRequest {
  const { text, section, year, order, page } = searchParameters;
  const key = parameters.get(section) ?? '';
  return {
    text: cleanText(parameters.get(text) ?? ''),
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key) && key.length <= 120 && { section: key }),
    ...(/^[0-9]{4}$/.test(parameters.get(year) ?? '') && { year: Number(parameters.get(year)) }),
    order: parameters.get(order) === newestFirst ? 'newest' : 'relevance',
    page: /^[1-9][0-9]{0,2}$/.test(parameters.get(page) ?? '') ? Number(parameters.get(page)) : 1,
  };
}

/**
 * The query of the address of a search, in its one spelling, without `?`; empty when nothing is
 * looked for.
 * @example queryOfSearch({ text: 'kỳ anh', order: 'newest', page: 2 })
 * // 'q=k%E1%BB%B3+anh&sap-xep=moi-nhat&trang=2'
 */
export function queryOfSearch(request: SearchRequest): string {
  const query = new URLSearchParams();
  if (request.text) query.set(searchParameters.text, request.text);
  if (request.section) query.set(searchParameters.section, request.section);
  if (request.year) query.set(searchParameters.year, String(request.year).padStart(4, '0'));
  if (request.order === 'newest') query.set(searchParameters.order, newestFirst);
  if (request.page > 1) query.set(searchParameters.page, String(request.page));
  return query.toString();
}

/** NFC (standards 1.1), without controls, also those that turn a line round; blanks as one space. */
function cleanText(written: string): string {
  // Cut first, with room for what composing takes away: what costs time here is the length.
  return written
    .slice(0, LONGEST_QUERY * 4)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
    .toWellFormed()
    .trim();
}
