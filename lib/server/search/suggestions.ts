import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FoundName, Suggestions } from '../../search/results';
import { type Path, paths } from '../../site/routes';
import type { Store } from '../../store/store';
import { unindexed } from '../headers';
import { sendJson } from '../send-json';
import { COMES_BACK_SECONDS, createClientLimit, SUGGESTIONS_PER_MINUTE } from './client-limit';
import { readSearchTarget } from './search-target';

/** What may be meant: a name, and where it leads. */
export interface Suggestion {
  readonly kind: FoundName['kind'] | 'article';
  readonly name: string;
  readonly path: Path;
}

/** What suggestions are made from. */
export interface SuggestingParts {
  readonly store: Pick<Store, 'edition' | 'now'>;
  /** Headers of every answer of this instance. */
  readonly common: Readonly<Record<string, string>>;
  /** Addresses and networks whose word on a client's address is taken. */
  readonly trustProxy: readonly string[];
}

/** Answers a GET or HEAD of `suggestionsPath`: what a reader who types may mean, as JSON. */
export type AnswerSuggestions = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/** Makes what answers with suggestions; when there are none to be had, with an empty list. */
export function createSuggestions({
  store,
  common,
  trustProxy,
}: SuggestingParts): AnswerSuggestions {
  const { now } = store;
  const limit = createClientLimit({ perMinute: SUGGESTIONS_PER_MINUTE, trustProxy, now });
  return async (request, response) => {
    const query = readSearchTarget(request.url ?? '').text;
    const headers = { ...common, ...unindexed };
    const put = (status: 429 | 503, seconds: number) =>
      sendJson(
        request,
        response,
        status,
        { query, suggestions: [] },
        {
          ...headers,
          'Retry-After': seconds,
        },
      );
    const wait = limit(request);
    if (wait > 0) return put(429, wait);
    const outcome = await store.edition(now()).suggest(query);
    if (outcome.kind !== 'found') return put(503, COMES_BACK_SECONDS);
    const suggestions = listSuggestions(outcome.found);
    sendJson(request, response, 200, { query, suggestions }, headers);
  };
}

/**
 * Suggestions in one list, in the order in which they are shown.
 * @example listSuggestions({ names: [{ kind: 'tag', key: 'ky-anh', name: 'Kỳ Anh' }], articles: [] })
 * // [{ kind: 'tag', name: 'Kỳ Anh', path: '/chu-de/ky-anh' }]
 */
export function listSuggestions({ names, articles }: Suggestions): readonly Suggestion[] {
  return [
    ...names.map(({ kind, key, name }) => ({ kind, name, path: paths[kind](key) })),
    ...articles.map(({ slug, title }) => ({
      kind: 'article' as const,
      name: title,
      path: paths.article(slug),
    })),
  ];
}
