import { parseQuery, type Query } from '../../search/query';
import type { SearchResult, Suggestions } from '../../search/results';
import { MOST_SEARCH_PAGES, type SearchRequest } from '../../site/search-address';
import { PAGE_SIZE } from '../lists';
import { countEntries, listEntries, rankEntries } from './entries';
import { hitOf, holdsPhrase, readFound } from './hits';
import { nearestSpellings } from './nearest';
import { type Ranking, rankingOf } from './ranking';
import { type SearchSource, spanOf } from './source';
import { vocabularyOf } from './vocabulary';

/** Phrases of three words and more are looked for in the texts themselves, of up to so many. */
const MOST_VERIFIED = 100;

const NAMES_SHOWN = 8;
const NAMES_SUGGESTED = 4;
const TITLES_SUGGESTED = 5;

/** Finds articles by their words, a page of them. */
export function searchArticles(source: SearchSource, request: SearchRequest): SearchResult {
  const query = parseQuery(request.text);
  const nothing = { hits: [], page: 1, pageCount: 1, total: 0, names: [], nearest: [] };
  const isEmpty = query.words.length === 0;
  if (isEmpty) return { ...nothing, isEmpty, isCut: query.isCut };
  const ranking = rankingOf(query, vocabularyOf(source.database), request.section);
  const { ids, total } = find(source, query, ranking, request);
  const pageCount = Math.min(MOST_SEARCH_PAGES, Math.max(1, Math.ceil(total / PAGE_SIZE)));
  const page = Math.min(request.page, pageCount);
  const isFiltered = request.section !== undefined || request.year !== undefined;
  return {
    hits: readFound(source, ids(page)).map((found) => hitOf(found, query)),
    ...{ page, pageCount, total, isEmpty, isCut: query.isCut },
    names: page === 1 ? source.names(query, NAMES_SHOWN) : [],
    nearest: total === 0 && !isFiltered ? nearestSpellings(source, query) : [],
  };
}

/** What a reader may mean who has typed so far: names, and articles by their titles. */
export function suggest(source: SearchSource, text: string): Suggestions {
  const query = parseQuery(text);
  if (query.words.length === 0) return { names: [], articles: [] };
  const { titles } = rankingOf(query, vocabularyOf(source.database));
  const ids = rankEntries(source.database, titles, spanOf(source), TITLES_SUGGESTED);
  return {
    names: source.names(query, NAMES_SUGGESTED),
    articles: readFound(source, ids).map(({ article: { slug, title } }) => ({ slug, title })),
  };
}

/** How many answer, and the entries of a page of them. */
interface Findings {
  readonly total: number;
  /** @param page from 1 */
  readonly ids: (page: number) => readonly number[];
}

function find(
  source: SearchSource,
  query: Query,
  ranking: Ranking,
  { order, year }: SearchRequest,
): Findings {
  const { database } = source;
  const { all } = ranking;
  if (all === undefined) return { total: 0, ids: () => [] };
  const span = spanOf(source, year);
  const total = countEntries(database, all, span);
  const list = (limit: number, offset = 0) =>
    order === 'newest'
      ? listEntries(database, all, span, limit, offset)
      : rankEntries(database, ranking.best, span, Math.min(total, limit + offset)).slice(offset);
  const long = query.phrases.filter((phrase) => phrase.length > 2);
  return long.length > 0 && total <= MOST_VERIFIED
    ? pagesOf(
        readFound(source, list(total))
          .filter((found) => long.every((phrase) => holdsPhrase(found, phrase)))
          .map(({ id }) => id),
      )
    : { total, ids: (page) => list(PAGE_SIZE, (page - 1) * PAGE_SIZE) };
}

function pagesOf(ids: readonly number[]): Findings {
  return {
    total: ids.length,
    ids: (page) => ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
  };
}
