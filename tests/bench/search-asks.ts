import { performance } from 'node:perf_hooks';
import type { Edition } from '../../lib/store/edition';
import { closeStore, openStore } from '../../lib/store/open-store';
import { memoryWithChildren } from './measure';
import { searchMix, typedSoFar } from './search-mix';

/** What a round of questions took, milliseconds, in the order of the questions. */
export interface Rounds {
  readonly first: readonly number[];
  readonly warm: readonly (readonly number[])[];
}

/** What this process says at its end, as JSON. */
export interface AskedAll {
  readonly search: Rounds;
  readonly suggest: Rounds;
  /** Of questions that each come first in their minute. */
  readonly firstOfMinute: readonly number[];
  /** Questions that the time limit has stopped. */
  readonly stopped: number;
  /** Of the process and the one that searches, megabytes. */
  readonly memory: number;
}

const WARM_ROUNDS = 5;
const MINUTE_MS = 60_000;
/** What was asked is remembered within its second, by the clock of who asks: each round is later. */
const LATER_MS = 6_000;

// Opens the store of DATA_DIR as the server does, and asks its search process one question after the
// other: the way of a page, without the page.
const store = await openStore();
const minute = Math.floor(store.now() / MINUTE_MS) * MINUTE_MS;
let stopped = 0;

async function time(ask: (edition: Edition) => Promise<{ readonly kind: string }>, now: number) {
  const edition = store.edition(now);
  const begun = performance.now();
  const { kind } = await ask(edition);
  if (kind !== 'found') stopped += 1;
  return performance.now() - begun;
}

async function askAll(
  questions: readonly ((edition: Edition) => Promise<{ readonly kind: string }>)[],
): Promise<Rounds> {
  const rounds: number[][] = [];
  for (let round = 0; round <= WARM_ROUNDS; round += 1) {
    const times: number[] = [];
    // All inside one minute: names of tags and people are gathered anew in each.
    for (const ask of questions) times.push(await time(ask, minute + round * LATER_MS));
    rounds.push(times);
  }
  const [first = [], ...warm] = rounds;
  return { first, warm };
}

// The process is there when readers come.
await time((edition) => edition.suggest(''), minute);
const search = await askAll(
  searchMix().map(
    ({ request }) =>
      (edition) =>
        edition.search(request),
  ),
);
const suggest = await askAll(typedSoFar().map((text) => (edition) => edition.suggest(text)));
const firstOfMinute: number[] = [];
for (let later = 1; later <= 10; later += 1)
  firstOfMinute.push(await time((edition) => edition.suggest('hoa'), minute + later * MINUTE_MS));
const asked: AskedAll = {
  ...{ search, suggest, firstOfMinute, stopped },
  memory: memoryWithChildren(process.pid),
};
console.log(JSON.stringify(asked));
await closeStore();
process.exit();
