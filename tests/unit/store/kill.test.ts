import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '@/lib/store/store';
import { article, BROKEN, createNewsroom, NOON, slugsOf, type TestNewsroom } from './newsroom';

const FILES = 25;
const ROUNDS = 6;

/** What a file has been through since a settled store last knew it. */
interface History {
  /** Where it lies now, or undefined when it is gone. */
  path: string | undefined;
  isBroken: boolean;
  /** Titles that it had while it was good and there; one of them must survive a breaking. */
  titles: string[];
  /** Whether a settled store knew it good, and it has not been gone since. */
  isKnown: boolean;
}

type Act = (newsroom: TestNewsroom, history: History, n: number, title: string) => void;

const acts: readonly Act[] = [
  (newsroom, history, n, title) => {
    history.path ??= `articles/f-${n}.md`;
    newsroom.write(history.path, article({ title }));
    history.titles.push(title);
    history.isBroken = false;
  },
  (newsroom, history, n) => {
    history.path ??= `articles/f-${n}.md`;
    newsroom.write(history.path, BROKEN);
    history.isBroken = true;
  },
  (newsroom, history) => {
    if (history.path === undefined) return;
    newsroom.remove(history.path);
    Object.assign(history, { path: undefined, isBroken: false, isKnown: false });
  },
  (newsroom, history, n) => {
    // A broken article that moves is another file, and what the first held goes with it.
    if (history.path === undefined || history.isBroken) return;
    const to = history.path.includes('/sau/') ? `articles/f-${n}.md` : `articles/sau/f-${n}.md`;
    newsroom.move(history.path, to);
    Object.assign(history, { path: to, isKnown: false });
  },
];

test('killed at any moment while files change, a store comes back as a fresh one, and what broke keeps its last good version', async () => {
  const newsroom = createNewsroom();
  const histories = Array.from(
    { length: FILES },
    (): History => ({ path: undefined, isBroken: false, titles: [], isKnown: false }),
  );
  const draws = fc.sample(
    fc.array(fc.tuple(fc.nat(FILES - 1), fc.nat(acts.length - 1)), {
      minLength: 150,
      maxLength: 150,
    }),
    { numRuns: ROUNDS, seed: 2020 },
  );
  for (const [round, draw] of draws.entries()) {
    const child = await startSyncing(newsroom);
    for (const [step, [n, which]] of draw.entries()) {
      const history = histories[n];
      if (history) acts[which]?.(newsroom, history, n, `f-${n} ${round}.${step}`);
      if (step % 10 === 0) await sleep(3 + round);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');

    const store = await newsroom.open();
    await store.sync();
    const fresh = await createFresh(newsroom);
    for (const [n, history] of histories.entries()) expectSurvival(store, fresh, n, history);
    const isSound = (slug: string) => !histories[Number(slug.slice(2))]?.isBroken;
    expect(listed(store).filter(isSound)).toEqual(listed(fresh));
    settle(histories);
    store.close();
  }
}, 120_000);

function expectSurvival(store: Store, fresh: Store, n: number, history: History): void {
  const title = store.edition(NOON).findArticle(`f-${n}`)?.title;
  if (history.path === undefined) expect(title).toBeUndefined();
  else if (!history.isBroken) {
    expect(title).toBe(history.titles.at(-1));
    expect(title).toBe(fresh.edition(NOON).findArticle(`f-${n}`)?.title);
  } else if (history.isKnown) expect(history.titles).toContain(title);
  else expect([undefined, ...history.titles]).toContain(title);
}

function listed(store: Store): readonly string[] {
  const edition = store.edition(NOON);
  return [1, 2].flatMap((page) => slugsOf(edition.listAll(page)) ?? []);
}

function settle(histories: readonly History[]): void {
  for (const history of histories) {
    if (history.path !== undefined && !history.isBroken) history.isKnown = true;
  }
}

async function startSyncing({ directory, dataDirectory }: TestNewsroom): Promise<ChildProcess> {
  const program = `${import.meta.dirname}/sync-forever.ts`;
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory, dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** A store that knows nothing but the files as they are. */
async function createFresh({ directory }: TestNewsroom): Promise<Store> {
  const other = createNewsroom();
  return await other.open({ contentDirectory: directory });
}
