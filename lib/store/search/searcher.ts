import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import type { Outcome, SearchResult, Suggestions } from '../../search/results';
import type { SearchRequest } from '../../site/search-address';
import { searchProgram } from '../environment';
import type { Asked, Question, Reply, SearchSetup } from './protocol';

/** Asks the index in a thread of its own, where a question that takes too long can be stopped. */
export interface Searcher {
  /** @param position of the content: what was found before is not told after it has changed */
  readonly search: (
    request: SearchRequest,
    now: number,
    position: string,
  ) => Promise<Outcome<SearchResult>>;
  readonly suggest: (text: string, now: number, position: string) => Promise<Outcome<Suggestions>>;
  /** Starts the thread before there is a question for it. */
  readonly warm: () => void;
  /** Ends the thread; the next question starts another, which opens the database anew. */
  readonly close: () => void;
}

/** How long a question may take, milliseconds; ten times what the worst of an archive takes. */
const TIME_LIMIT_MS = 1_000;

/** More wait for nothing: the last of them would wait for seconds. */
const MOST_WAITING = 50;

/** Whoever has asked is answered the same again: the server asks before the page does. */
const MOST_REMEMBERED = 100;
const REMEMBERED_MS = 5_000;

/** Of the thread; the index itself lies outside of it. */
const HEAP_MB = 128;

interface Waiting extends Asked {
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly fail: (cause: unknown) => void;
}

/** What was asked at a moment, by the clock of who asked. */
interface Remembered {
  readonly now: number;
  readonly answer: Promise<Outcome<unknown>>;
}

/**
 * Makes a searcher; its thread starts with the first question and holds no process back.
 * @param program of the thread, a path
 */
export function createSearcher(setup: SearchSetup, program = searchProgram()): Searcher {
  const queue: Waiting[] = [];
  const remembered = new LRUCache<string, Remembered>({ max: MOST_REMEMBERED });
  let worker: Worker | undefined;
  let isReady = false;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;

  const next = () => {
    if (current || !worker || !isReady) return;
    current = queue.shift();
    if (!current) {
      worker.unref();
      return;
    }
    worker.ref();
    const { id, question } = current;
    worker.postMessage({ id, question } satisfies Asked);
    timer = setTimeout(
      () => finish(end, ({ settle }) => settle({ kind: 'stopped' })),
      TIME_LIMIT_MS,
    );
  };
  /** Is done with the question under way, whatever came of it. */
  const finish = (clear: () => void, tell: (done: Waiting) => void) => {
    const done = current;
    current = undefined;
    clearTimeout(timer);
    clear();
    if (done) tell(done);
    if (queue.length > 0) start();
    next();
  };
  const end = () => {
    const ended = worker;
    worker = undefined;
    isReady = false;
    ended?.removeAllListeners();
    // What it still says after its end concerns nobody.
    ended?.on('error', () => undefined);
    ended?.terminate();
  };
  const start = () => {
    if (worker) return;
    worker = new Worker(/* turbopackIgnore: true */ program, {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      execArgv: [],
    });
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') {
        isReady = true;
        next();
      } else if (reply.id === current?.id) {
        finish(
          () => undefined,
          ({ settle, fail }) =>
            reply.kind === 'answer'
              ? settle({ kind: 'found', found: reply.found })
              : fail(new Error(reply.message)),
        );
      }
    });
    worker.on('error', (cause) => {
      // One that cannot even start is not started again for those who wait.
      const waiting = isReady ? [] : queue.splice(0);
      finish(end, ({ fail }) => fail(cause));
      for (const { fail } of waiting) fail(cause);
    });
    worker.unref();
  };
  const ask = (question: Question): Promise<Outcome<unknown>> => {
    if (queue.length >= MOST_WAITING) return Promise.resolve({ kind: 'busy' });
    lastId += 1;
    const asked = { id: lastId, question };
    return new Promise((settle, fail) => {
      queue.push({ ...asked, settle, fail });
      start();
      worker?.ref();
      next();
    });
  };
  const askOnce = (key: string, question: Question): Promise<Outcome<unknown>> => {
    const { now } = question;
    const known = remembered.get(key);
    if (known && Math.abs(now - known.now) < REMEMBERED_MS) return known.answer;
    const answer = ask(question);
    remembered.set(key, { now, answer });
    // What was not answered is asked again.
    const forget = () => remembered.delete(key);
    answer.then(({ kind }) => kind !== 'found' && forget(), forget);
    return answer;
  };

  return {
    search: async (request, now, position) =>
      (await askOnce(`${position} ${JSON.stringify(request)}`, {
        ...{ kind: 'search', request, now },
      })) as Outcome<SearchResult>,
    suggest: async (text, now, position) =>
      (await askOnce(`${position} ${text}`, {
        ...{ kind: 'suggest', text, now },
      })) as Outcome<Suggestions>,
    warm: start,
    close: () => {
      finish(end, ({ settle }) => settle({ kind: 'stopped' }));
      for (const { settle } of queue.splice(0)) settle({ kind: 'stopped' });
    },
  };
}
