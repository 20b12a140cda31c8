import { type ChildProcess, fork } from 'node:child_process';
import { LRUCache } from 'lru-cache';
import type { Outcome, SearchResult, Suggestions } from '../../search/results';
import type { SearchRequest } from '../../site/search-address';
import { searchProgram } from '../environment';
import type { Asked, Question, Reply, SearchSetup } from './protocol';

/** Asks the index in a process of its own: a thread could not be stopped while SQLite works in it. */
export interface Searcher {
  /** @param position of the content: what was found before is not told after it has changed */
  readonly search: (
    request: SearchRequest,
    now: number,
    position: string,
  ) => Promise<Outcome<SearchResult>>;
  readonly suggest: (text: string, now: number, position: string) => Promise<Outcome<Suggestions>>;
  /** Starts the process before there is a question for it. */
  readonly warm: () => void;
  /** Ends the process; the next question starts another, which opens the database anew. */
  readonly close: () => void;
}

/** How long a question may take, milliseconds; ten times what the worst of an archive takes. */
const TIME_LIMIT_MS = 1_000;

/** More wait for nothing: the last of them would wait for seconds. */
const MOST_WAITING = 50;

/**
 * Whoever asks again within the second is answered the same: the server asks before the page does.
 * In the next one an embargo may have ended.
 */
const MOST_REMEMBERED = 100;

/** Of the process; the index itself lies outside of its heap. */
const HEAP_FLAGS = ['--max-old-space-size=96', '--max-semi-space-size=2'] as const;

interface Waiting extends Asked {
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * Makes a searcher; its process starts with the first question and holds nobody back.
 * @param program of the process, a path
 */
export function createSearcher(setup: SearchSetup, program = searchProgram()): Searcher {
  const queue: Waiting[] = [];
  const remembered = new LRUCache<string, Promise<Outcome<unknown>>>({ max: MOST_REMEMBERED });
  let child: ChildProcess | undefined;
  let isReady = false;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;

  const next = () => {
    if (current || !child || !isReady) return;
    current = queue.shift();
    holdBack(child, current !== undefined);
    if (!current) return;
    const { id, question } = current;
    // A process that is gone tells so by its end.
    child.send({ id, question } satisfies Asked, () => undefined);
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
    const ended = child;
    child = undefined;
    isReady = false;
    // What it still says concerns nobody.
    ended?.removeAllListeners();
    ended?.on('error', () => undefined);
    ended?.kill('SIGKILL');
  };
  const broken = (cause: Error) => {
    // One that cannot even start is not started again for those who wait.
    const waiting = isReady ? [] : queue.splice(0);
    finish(end, ({ fail }) => fail(cause));
    for (const { fail } of waiting) fail(cause);
  };
  const start = () => {
    if (child) return;
    child = fork(program, [JSON.stringify(setup)], {
      execArgv: [...HEAP_FLAGS],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (reply: Reply) => {
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
    child.on('error', broken);
    child.on('exit', (code, signal) => broken(new Error(`the search ended (${code ?? signal})`)));
    holdBack(child, queue.length > 0);
  };
  const ask = (question: Question): Promise<Outcome<unknown>> => {
    if (queue.length >= MOST_WAITING) return Promise.resolve({ kind: 'busy' });
    lastId += 1;
    const asked = { id: lastId, question };
    return new Promise((settle, fail) => {
      queue.push({ ...asked, settle, fail });
      start();
      if (child) holdBack(child, true);
      next();
    });
  };
  const askOnce = (key: string, question: Question): Promise<Outcome<unknown>> => {
    const second = `${Math.floor(question.now / 1000)} ${key}`;
    const known = remembered.get(second);
    if (known) return known;
    const answer = ask(question);
    remembered.set(second, answer);
    // What was not answered is asked again.
    const forget = () => remembered.delete(second);
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

/** Whether the process that asks stays as long as this one does. */
function holdBack(child: ChildProcess, stays: boolean): void {
  if (stays) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
