import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPages, type Path, paths } from '../../site/routes';
import type { SearchRequest } from '../../site/search-address';
import { monotonicClock } from '../../store/environment';
import type { Store } from '../../store/store';
import { toLight } from '../document';
import type { Documents } from '../documents';
import { unindexed } from '../headers';
import type { Drawn, Press, ReportFailure } from '../press';
import { chooseCoding, durations, sendOnce, timingFrom } from '../send';
import { COMES_BACK_SECONDS, createClientLimit, SEARCHES_PER_MINUTE } from './client-limit';
import { readSearchTarget } from './search-target';

/** What a search is answered from. */
export interface SearchPageParts {
  readonly store: Pick<Store, 'edition' | 'now'>;
  readonly press: Press;
  /** Where the page for who looks for too much is kept; no search ever is. */
  readonly documents: Pick<Documents, 'findOrMake'>;
  /** Headers of every answer of this instance. */
  readonly common: Readonly<Record<string, string>>;
  /** Addresses and networks whose word on a client's address is taken. */
  readonly trustProxy: readonly string[];
  /** Hears of a search that broke off. */
  readonly reportFailure: ReportFailure;
}

/** Answers a GET or HEAD of `paths.search()`, whatever its query. */
export type AnswerSearch = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Makes what answers searches. Only a search that was found is drawn, and only in the address that we
 * write ourselves: no word of a reader's query reaches the renderer otherwise.
 */
export function createSearchPage(parts: SearchPageParts): AnswerSearch {
  const { store, press, common, trustProxy } = parts;
  const limit = createClientLimit({ perMinute: SEARCHES_PER_MINUTE, trustProxy, now: store.now });
  const headers = { ...common, ...unindexed };

  const putOff = async (
    request: IncomingMessage,
    response: ServerResponse,
    status: 429 | 503,
    seconds: number,
  ) => {
    const { document, origin } = await parts.documents.findOrMake(
      answerPages.busy,
      press.printBusy,
    );
    const { contentType, contentSecurityPolicy, representations } = document;
    const hasBrotli = representations.br !== undefined;
    const coding = chooseCoding(request.headers['accept-encoding'] ?? '', hasBrotli);
    const { body } = representations[coding] ?? representations.identity;
    const answer = { contentType, contentSecurityPolicy, coding, body };
    sendOnce(
      request,
      response,
      { status, ...answer, timing: timingFrom(origin) },
      { ...headers, 'Retry-After': seconds },
    );
  };

  /** What a search found, drawn; undefined when it was not found out. */
  const draw = async (asked: SearchRequest): Promise<Found | undefined> => {
    const started = monotonicClock();
    try {
      const path = await findPath(store, asked);
      const search = monotonicClock() - started;
      return path && { search, drawn: await press.drawSearch(path) };
    } catch (cause) {
      parts.reportFailure(paths.search(asked), cause);
      return { search: monotonicClock() - started, drawn: await press.drawFailure() };
    }
  };

  return async (request, response) => {
    const wait = limit(request);
    if (wait > 0) return await putOff(request, response, 429, wait);
    const found = await draw(readSearchTarget(request.url ?? ''));
    if (!found) return await putOff(request, response, 503, COMES_BACK_SECONDS);
    const { heading, body: plain, took } = found.drawn;
    const started = monotonicClock();
    const coding = chooseCoding(request.headers['accept-encoding'] ?? '');
    const body = await toLight(plain, coding);
    const compress = took.finish + monotonicClock() - started;
    const timing = durations({ search: found.search, render: took.render, compress });
    sendOnce(request, response, { ...heading, coding, body, timing }, headers);
  };
}

/** The page of a search, and how long the search took, milliseconds. */
interface Found {
  readonly search: number;
  readonly drawn: Drawn;
}

/** Where the page of a search is drawn; undefined when it was stopped, or not begun. */
async function findPath(
  store: SearchPageParts['store'],
  asked: SearchRequest,
): Promise<Path | undefined> {
  // Nothing to look for: the form alone.
  if (asked.text === '') return paths.search(asked);
  const outcome = await store.edition(store.now()).search(asked);
  return outcome.kind === 'found'
    ? paths.search({ ...asked, page: outcome.found.page })
    : undefined;
}
