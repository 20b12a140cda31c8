import { onTestFinished } from 'vitest';
import type { Outcome, SearchResult, Suggestions } from '@/lib/search/results';
import { createDocuments } from '@/lib/server/documents';
import { createHandler } from '@/lib/server/handler';
import { commonHeaders } from '@/lib/server/headers';
import { createHealthCheck } from '@/lib/server/health-check';
import { createPress } from '@/lib/server/press';
import type { Rendered } from '@/lib/server/renderer';
import { createSearchPage } from '@/lib/server/search/search-page';
import { createSuggestions } from '@/lib/server/search/suggestions';
import type { SearchRequest } from '@/lib/site/search-address';
import type { Store } from '@/lib/store/store';
import { article, createNewsroom, NOON } from '../../store/newsroom';
import { listenOnLoopback } from '../loopback';
import { finish, linked } from '../own-finish';

/** One article found, and nothing besides. */
export const foundOne: SearchResult = {
  ...{ hits: [], page: 1, pageCount: 1, total: 1, names: [], nearest: [] },
  ...{ isEmpty: false, isCut: false },
};

/** Nothing to suggest. */
const noSuggestions: Suggestions = { names: [], articles: [] };

interface SearchSiteOptions {
  readonly search?: (request: SearchRequest) => Outcome<SearchResult> | Error;
  readonly suggest?: (text: string) => Outcome<Suggestions> | Error;
  /** What the renderer does for a path instead of drawing it. */
  readonly draw?: (path: string) => Error | undefined;
  readonly trustProxy?: readonly string[];
}

/** A whole site over real HTTP; what is found is the test's, and so is the drawing of pages. */
export async function openSearchSite({
  search = () => ({ kind: 'found', found: foundOne }),
  suggest = () => ({ kind: 'found', found: noSuggestions }),
  draw = () => undefined,
  trustProxy = [],
}: SearchSiteOptions = {}) {
  const newsroom = createNewsroom({ 'articles/tin.md': article({ title: 'Tin' }) });
  let now = NOON;
  const store = await newsroom.open({ now: () => now });
  const searched: SearchRequest[] = [];
  const suggested: string[] = [];
  const rendered: string[] = [];
  const failures: string[] = [];
  const edition: Store['edition'] = (moment) => ({
    ...store.edition(moment),
    search: async (request) => {
      searched.push(request);
      return orThrow(search(request));
    },
    suggest: async (text) => {
      suggested.push(text);
      return orThrow(suggest(text));
    },
  });
  const render = async (path: string): Promise<Rendered> => {
    rendered.push(path);
    const failure = draw(path);
    if (failure) throw failure;
    const head = `<head><meta charset="utf-8"/>${linked('p{}')}</head>`;
    const scripts = '<script type="module" src="/search.0a1b2c3d.js"></script><script>x</script>';
    const body = `<html>${head}<p>${path}</p>${scripts}</html>`;
    return { status: 200, contentType: 'text/html; charset=utf-8', body: Buffer.from(body) };
  };
  const common = commonHeaders(true);
  const reportFailure = (path: string) => failures.push(path);
  const press = createPress(render, finish, reportFailure, () => now);
  const documents = createDocuments({ store, press, memoryBytes: 1_048_576, reportFailure });
  onTestFinished(() => documents.close());
  const parts = { store: { ...store, edition }, documents, press, common, reportFailure };
  const none = async () => false;
  const ask = await listenOnLoopback(
    createHandler({
      ...{ ...parts, health: createHealthCheck(store), servePublic: none, servePicture: none },
      answerSearch: createSearchPage({ ...parts, trustProxy }),
      answerSuggestions: createSuggestions({ ...parts, trustProxy }),
    }),
  );
  const pass = (ms: number) => {
    now += ms;
  };
  return { ask, documents, searched, suggested, rendered, failures, pass };
}

function orThrow<T>(outcome: T | Error): T {
  if (outcome instanceof Error) throw outcome;
  return outcome;
}
