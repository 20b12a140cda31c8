import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { matchRoute, publishPath } from '../../lib/site/routes';
import { type Topic, topicsOf } from '../../lib/site/topics';
import { type ClockedServer, startClockedServer } from './clocked-server';
import { createEditedNewsroom } from './edited-newsroom';
import { temporaryFolder } from './own-server';

const STEPS = 80;
const SEED = 20_201_224;
/**
 * A page that should have been printed again and was not stays wrong until it is touched again: at
 * each step one part of all is compared, which takes a fraction of the time, and everything at the end.
 */
const PARTS = 4;
const publishSecret = 'a-secret-of-this-test-alone';
/** One for all, so that absolute addresses are the same. */
const siteUrl = 'https://vi-du.vn';

const releases: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const release of releases.splice(0).reverse()) await release();
});

test('whatever is edited and whatever the clock does, every document kept equals a fresh rendering, and few are printed again', async () => {
  test.setTimeout(30 * 60_000);
  const folder = await temporaryFolder();
  releases.push(folder.remove);
  const newsroom = createEditedNewsroom(join(folder.path, 'content'), SEED);
  const start = async (name: string, own: Parameters<typeof startClockedServer>[2] = {}) => {
    const dataDirectory = join(folder.path, name);
    const server = await startClockedServer(folder.path, newsroom.now(), {
      ...{ siteUrl, publishSecret, dataDirectory, ...own },
    });
    releases.push(server.stop);
    return server;
  };
  const nothingKept = { documentsMemoryMb: 0, documentsDiskMb: 0 };
  const [keeping, forgetting] = [await start('a'), await start('b', nothingKept)];
  const addresses = new Set(beginning);
  /**
   * Takes over what is new, and asks for every address that there is or ever was.
   * @param part which of `PARTS` parts of them are compared; all unless told
   */
  const takeOver = async (what: string, part?: number) => {
    const [topics] = await Promise.all(
      [keeping, forgetting].map(async (server) => {
        await server.setClock(newsroom.now());
        return await publish(server);
      }),
    );
    return { topics, asked: await compare(keeping, forgetting, addresses, what, part) };
  };

  await takeOver('at first');
  const counts: Record<string, number> = {};
  let [followed, touched] = [0, 0];
  for (let step = 1; step <= STEPS; step += 1) {
    const what = `step ${step}, ${newsroom.edit()}`;
    const { topics, asked } = await takeOver(what, step % PARTS);
    for (const { origin } of asked) counts[origin] = (counts[origin] ?? 0) + 1;
    if (topics === 'everything' || topics === undefined) continue;
    followed += asked.length;
    touched += asked.filter(({ path }) => isTouched(path, topics)).length;
  }
  const { memory = 0, rendered = 0 } = counts;
  expect(rendered, JSON.stringify(counts)).toBeLessThan(memory / 4);
  expect(touched, `of ${followed} asked for`).toBeLessThan(followed / 2);

  // An edit in place leaves the later pages of a long list alone.
  newsroom.mend();
  await takeOver('mended');
  newsroom.describeNewest();
  const { topics, asked } = await takeOver('a description');
  const later = asked.filter(({ path }) => /^(?:\/chuyen-muc\/thoi-su)?\/trang\/\d+$/.test(path));
  expect(later.filter(({ status }) => status === 200).length).toBeGreaterThan(1);
  for (const { path, status, origin } of later) {
    if (status !== 200) continue;
    expect(origin, path).toBe('memory');
    expect(isTouched(path, topics === 'everything' ? ['site' as Topic] : (topics ?? []))).toBe(
      false,
    );
  }

  // A server that reads the folder for the first time comes to the same bytes.
  const newcomer = await start('c');
  await compare(keeping, newcomer, addresses, 'in a new server');
});

/** Where the asking begins; what is linked is found. */
const beginning = ['/', '/khong-co-trang-nay', '/manifest.webmanifest', '/dinh-chinh/trang/2'];

/** An answer, without what may differ from server to server. */
interface Asked {
  readonly path: string;
  readonly status: number;
  readonly origin: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/**
 * Asks a server for every address and expects the same of another.
 * @param addresses gains what is linked from what comes
 * @param part of the addresses, of which both are asked; all unless told
 */
async function compare(
  one: ClockedServer,
  other: ClockedServer,
  addresses: Set<string>,
  what: string,
  part?: number,
): Promise<readonly Asked[]> {
  const all: Asked[] = [];
  const waiting = [...addresses];
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const kept = await ask(one, path);
      all.push(kept);
      if (part === undefined || partOf(path) === part) {
        const fresh = await ask(other, path);
        expect(kept, `${what}: ${path}`).toEqual({ ...fresh, origin: kept.origin });
      }
      for (const [, found = ''] of kept.body.matchAll(/href="(\/[^"]*)"/g)) {
        if (addresses.has(found) || !matchRoute(found)) continue;
        addresses.add(found);
        waiting.push(found);
      }
    }
  };
  // One that has run out of work may miss what another finds, so that they go round again.
  while (waiting.length > 0) await Promise.all(Array.from({ length: 6 }, work));
  return all;
}

function partOf(path: string): number {
  return [...path].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % PARTS;
}

/** Headers that tell of the moment and of the way of an answer, not of what it is. */
const ofTheMoment = new Set(['date', 'server-timing', 'last-modified', 'connection', 'keep-alive']);

async function ask({ origin }: ClockedServer, path: string): Promise<Asked> {
  const response = await fetch(origin + path, { redirect: 'manual' });
  const timing = response.headers.get('server-timing') ?? '';
  return {
    path,
    status: response.status,
    origin: /desc="?([a-z]+)/.exec(timing)?.[1] ?? 'none',
    headers: [...response.headers].filter(([name]) => !ofTheMoment.has(name)).sort(),
    body: await response.text(),
  };
}

/** Lets a server take over what is in the folder. @returns topics that it touched */
async function publish({
  origin,
  output,
}: ClockedServer): Promise<readonly Topic[] | 'everything'> {
  const response = await fetch(origin + publishPath, {
    method: 'POST',
    headers: { Authorization: `Bearer ${publishSecret}` },
  });
  const text = await response.text();
  expect(response.status, `${text}\n${output()}`).toBe(200);
  return JSON.parse(text).topics;
}

function isTouched(path: string, topics: readonly Topic[]): boolean {
  const route = matchRoute(path);
  return route !== undefined && topicsOf(route).some((topic) => topics.includes(topic));
}
