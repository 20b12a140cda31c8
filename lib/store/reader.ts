import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RenderedBody } from '../content/markdown/render';
import { type Problem, problem } from '../content/problems/problems';
import { readerProgram } from './environment';
import type { BodyToRender, FileReading, FileToRead, ReadingContext } from './file-reading';
import type { Order, Task, WorkerSetup } from './reader-protocol';

/** Reads files where a text that the parsers cannot cope with can be stopped. */
export interface Reader {
  /** Readings in the order of the files. One that takes too long is a problem like any other. */
  readonly read: (
    files: readonly FileToRead[],
    context: ReadingContext,
  ) => Promise<readonly FileReading[]>;
  /** A body; undefined for one that had to be stopped. */
  readonly render: (body: BodyToRender, siteUrl: string) => Promise<RenderedBody | undefined>;
  /** Starts a worker before there is work for it: whoever asks first need not wait for its start. */
  readonly warm: () => void;
}

/**
 * How often a worker is looked at, and at how many looks in a row it may be at the same task: with
 * what stopping costs, a file is named within two seconds. Looks are counted and not the time, for
 * a machine that sleeps takes none.
 */
const LOOK_MS = 100;
const MOST_LOOKS = 15;

/** Of one worker; far more than any file that a newsroom writes needs. */
const HEAP_MB = 192;

/**
 * Tasks under way in one worker: enough for it to go on while the thread that gives them out writes
 * a batch (13 % of the time of 10,000 files, beside 128).
 */
const AHEAD = 600;

/** As many tasks as make another worker worth its start. */
const WORTH_A_WORKER = 100;

/** How long workers stay when there is nothing to do; what a bulk has filled them with goes then. */
const REST_MS = 5_000;

/** As many tasks as fill the heap of a worker, so that a fresh one takes its place. */
const WORN_AFTER = 1_000;

/** The problem of a file whose reading was stopped. */
export function stopped(file: string): Problem {
  return problem('parsing-stopped', { file, line: 1, column: 1 });
}

type Result = FileReading | RenderedBody | undefined;

interface Waiting {
  readonly id: number;
  readonly task: Task;
  /** What a file is read by. */
  readonly context?: ReadingContext | undefined;
  readonly settle: (result: Result) => void;
  readonly fail: (cause: unknown) => void;
}

interface Employed {
  readonly worker: Worker;
  readonly state: Int32Array<SharedArrayBuffer>;
  /** The task of the last look, and how many looks have found it. */
  seen: number;
  looks: number;
  /** Given out and not answered, in order. */
  readonly given: Waiting[];
  /** How many tasks it has answered; one that cannot even start is not started again. */
  answered: number;
  context?: ReadingContext;
}

let shared: Reader | undefined;

/** The reader of this process: its workers take a second to start, and serve every store. */
export function openReader(): Reader {
  shared ??= createReader();
  return shared;
}

/**
 * Makes a reader; its workers start when there is work and hold no process back when there is none.
 */
function createReader(): Reader {
  const queue: Waiting[] = [];
  const staff = new Set<Employed>();
  let lastId = 0;
  let watch: NodeJS.Timeout | undefined;
  let rest: NodeJS.Timeout | undefined;

  const hire = () => {
    const state = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(/* turbopackIgnore: true */ readerProgram(), {
      workerData: { state } satisfies WorkerSetup,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      execArgv: [],
    });
    const employed: Employed = { worker, state, given: [], answered: 0, seen: 0, looks: 0 };
    staff.add(employed);
    worker.on('message', ({ id, result }: { id: number; result: Result }) => {
      employed.answered += 1;
      const done = employed.given[0]?.id === id ? employed.given.shift() : undefined;
      giveOut();
      done?.settle(result);
    });
    worker.on('error', (cause) => dismiss(employed, Atomics.load(state, 0), cause));
    worker.unref();
  };

  /** Ends a worker. What it was at is stopped for good, what waited behind that is begun again. */
  const dismiss = (employed: Employed, taskId: number, cause?: unknown) => {
    if (!staff.delete(employed)) return;
    const given = employed.given.splice(0);
    // An answer that is still on its way is not waited for: what it answered is done again.
    const current = given.find(({ id }) => id === taskId) ?? given[0];
    const others = given.filter((waiting) => waiting !== current);
    const isOutOfMemory =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    queue.unshift(...others);
    if (cause === undefined || isOutOfMemory) current?.settle(undefined);
    else current?.fail(cause);
    if (cause !== undefined && employed.answered === 0 && !isOutOfMemory) {
      for (const { fail } of queue.splice(0)) fail(cause);
    }
    employed.worker.terminate();
    giveOut();
  };

  const giveOut = () => {
    const wanted = Math.min(availableParallelism(), 2, Math.ceil(queue.length / WORTH_A_WORKER));
    while (staff.size < wanted || (queue.length > 0 && staff.size === 0)) hire();
    for (const employed of staff) {
      while (employed.given.length < AHEAD) {
        const next = queue.shift();
        if (!next) break;
        employed.given.push(next);
        order(employed, next);
      }
      if (employed.given.length > 0) employed.worker.ref();
      else employed.worker.unref();
    }
    const isIdle = [...staff].every(({ given }) => given.length === 0);
    if (isIdle) {
      clearInterval(watch);
      watch = undefined;
      rest ??= setTimeout(sendHome, REST_MS).unref();
    } else {
      watch ??= setInterval(lookAround, LOOK_MS);
      clearTimeout(rest);
      rest = undefined;
    }
  };

  /** Leaves one worker, and a fresh one in place of those that have done much. */
  const sendHome = () => {
    rest = undefined;
    const [kept] = [...staff].filter(({ answered }) => answered < WORN_AFTER);
    const leaving = [...staff].filter((employed) => employed !== kept);
    for (const employed of leaving) {
      staff.delete(employed);
      employed.worker.terminate();
    }
    if (!kept && leaving.length > 0) hire();
  };

  const lookAround = () => {
    for (const employed of staff) {
      const id = Atomics.load(employed.state, 0);
      employed.looks = id !== 0 && id === employed.seen ? employed.looks + 1 : 0;
      employed.seen = id;
      if (employed.looks >= MOST_LOOKS) dismiss(employed, id);
    }
  };

  const ask = (task: Task, context?: ReadingContext): Promise<Result> =>
    new Promise((settle, fail) => {
      lastId += 1;
      queue.push({ id: lastId, task, context, settle, fail });
    });

  return {
    read: async (files, context) => {
      const answers = Promise.all(files.map((file) => ask({ kind: 'read', file }, context)));
      giveOut();
      return (await answers).map((reading, index) =>
        isReading(reading) ? reading : { ok: false, problems: [stopped(files[index]?.path ?? '')] },
      );
    },
    render: async (body, siteUrl) => {
      const answer = ask({ kind: 'render', body, siteUrl });
      giveOut();
      const rendered = await answer;
      return rendered && !isReading(rendered) ? rendered : undefined;
    },
    warm: () => {
      if (staff.size === 0) hire();
    },
  };
}

/** Tells a worker what to do, and first by what to read when that has changed. */
function order(employed: Employed, { id, task, context }: Waiting): void {
  const send = (message: Order) => employed.worker.postMessage(message);
  if (context && employed.context !== context) {
    send({ kind: 'context', context });
    employed.context = context;
  }
  send({ kind: 'task', id, task });
}

function isReading(result: Result): result is FileReading {
  return result !== undefined && 'ok' in result;
}
