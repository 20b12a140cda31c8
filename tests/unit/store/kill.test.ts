import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paths } from '@/lib/site/routes';
import type { Store } from '@/lib/store/store';
import { slug as slugOf } from '@/lib/vietnamese/slug';
import { contentsOf } from './contents-of';
import {
  article,
  BROKEN,
  createNewsroom,
  markdown,
  NOON,
  siteFile,
  type TestNewsroom,
} from './newsroom';

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
    newsroom.write(history.path, signed(title));
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

/** An article that shows what each of the files says by which articles are read. */
function signed(title: string): string {
  return article({ title, authors: ['mai'], tags: ['TX Kỳ Anh'] });
}

/** A file by which articles are read; it is always there, good or broken. */
interface FrameFile {
  readonly path: string;
  /** What it holds when it says a name. */
  readonly write: (name: string) => string;
  readonly broken: string;
  /** What a store says when it has read the name. */
  readonly expected: (name: string) => string;
  readonly ask: (store: Store) => string | undefined;
}

const frame: readonly FrameFile[] = [
  {
    path: 'authors/mai.md',
    write: (name) => markdown({ name }),
    broken: BROKEN,
    expected: (name) => name,
    ask: (store) => store.edition(NOON).findAuthor('mai')?.name,
  },
  {
    path: 'site.yaml',
    write: (name) => siteFile({ sections: [{ key: 'thoi-su', name }] }),
    broken: 'name: [',
    expected: (name) => name,
    ask: (store) => store.edition(NOON).findSection('thoi-su')?.name,
  },
  {
    path: 'tags.yaml',
    write: (name) => `- { name: ${name}, synonyms: [TX Kỳ Anh] }\n`,
    broken: '- {',
    expected: (name) => paths.tag(slugOf(name)),
    ask: (store) => store.findAliases(paths.tag('tx-ky-anh'))[0],
  },
];

/** What a frame file has said since a settled store last knew it, and whether it says it still. */
interface Sayings {
  names: string[];
  isBroken: boolean;
}

test('killed at any moment while files change, a store comes back as a fresh one, and what broke keeps its last good version', async () => {
  const newsroom = createNewsroom(
    Object.fromEntries(frame.map(({ path, write }) => [path, write('Tên đầu')])),
  );
  const histories = Array.from(
    { length: FILES },
    (): History => ({ path: undefined, isBroken: false, titles: [], isKnown: false }),
  );
  const sayings = frame.map((): Sayings => ({ names: ['Tên đầu'], isBroken: false }));
  const draws = fc.sample(
    fc.array(fc.tuple(fc.nat(FILES + frame.length - 1), fc.nat(acts.length - 1)), {
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
      else changeFrame(newsroom, sayings, n - FILES, which % 2 === 1, `Tên ${round} ${step}`);
      if (step % 10 === 0) await sleep(3 + round);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');

    const store = await newsroom.open();
    await store.sync();
    const kept = sayings.map((said, index) => expectSaying(store, said, index));
    const fresh = await openFresh(newsroom, kept);
    for (const [n, history] of histories.entries()) expectSurvival(store, fresh, n, history);
    const isSound = (slug: string) => !histories[Number(slug.slice(2))]?.isBroken;
    expect(contentsOf(store, isSound)).toEqual(contentsOf(fresh, isSound));
    settle(histories, sayings, kept);
    store.close();
  }
}, 120_000);

function changeFrame(
  newsroom: TestNewsroom,
  sayings: readonly Sayings[],
  index: number,
  breaks: boolean,
  name: string,
): void {
  const file = frame[index];
  const said = sayings[index];
  if (!file || !said) return;
  // Put in place whole: a YAML file that is empty for a moment is a good one.
  newsroom.write('../beside', breaks ? file.broken : file.write(name));
  newsroom.move('../beside', file.path);
  said.isBroken = breaks;
  if (!breaks) said.names.push(name);
}

/** @returns the name that the store has kept of a file of the frame */
function expectSaying(store: Store, { names, isBroken }: Sayings, index: number): string {
  const file = frame[index];
  const found = file?.ask(store);
  const kept = names.findLast((name) => file?.expected(name) === found);
  expect(isBroken ? names : [names.at(-1)]).toContain(kept);
  return kept ?? '';
}

function expectSurvival(store: Store, fresh: Store, n: number, history: History): void {
  const title = store.edition(NOON).findArticle(`f-${n}`)?.title;
  if (history.path === undefined) expect(title).toBeUndefined();
  else if (!history.isBroken) {
    expect(title).toBe(history.titles.at(-1));
    expect(title).toBe(fresh.edition(NOON).findArticle(`f-${n}`)?.title);
  } else if (history.isKnown) expect(history.titles).toContain(title);
  else expect([undefined, ...history.titles]).toContain(title);
}

function settle(
  histories: readonly History[],
  sayings: readonly Sayings[],
  kept: readonly string[],
): void {
  for (const history of histories) {
    if (history.path !== undefined && !history.isBroken) history.isKnown = true;
  }
  for (const [index, said] of sayings.entries()) said.names = kept.slice(index, index + 1);
}

async function startSyncing({ directory, dataDirectory }: TestNewsroom): Promise<ChildProcess> {
  const program = `${import.meta.dirname}/sync-forever.ts`;
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory, dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** A store that knows nothing but the files as they are, those of the frame mended. */
async function openFresh({ directory }: TestNewsroom, kept: readonly string[]): Promise<Store> {
  const other = createNewsroom();
  cpSync(directory, other.directory, { recursive: true });
  for (const [index, { path, write }] of frame.entries())
    other.write(path, write(kept[index] ?? ''));
  return await other.open();
}
