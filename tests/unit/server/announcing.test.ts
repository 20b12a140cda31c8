import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Announcing, startAnnouncing } from '@/lib/server/announcing';
import { createFreshKeeper } from '@/lib/server/keep-fresh';
import type { Configuration } from '@/lib/site/configuration';
import { article, createNewsroom, NOON, siteFile, type TestNewsroom } from '../store/newsroom';
import { aWhile, eventually, type FarAway, listenFarAway } from './announcing/far-away';

const HOUR = 3_600_000;
const key = '0a1B2c3D';
const siteUrl = 'https://vi-du.vn';
const pace = { settleMs: 10, limitMs: 100, firstPauseMs: 50, longestPauseMs: 100 };
const files = {
  'site.yaml': siteFile(),
  'articles/tin.md': article(),
  'articles/cam.md': article({ date: '2026-11-24 13:00' }),
};

type Told = Partial<Pick<Configuration, 'indexNow' | 'webSubHub' | 'indexable'>>;

/** What tells the world of a newsroom, which can be stopped and started again on the same data. */
async function openHouse(told: Told, own: Partial<typeof pace> = {}) {
  const newsroom = createNewsroom(files);
  const clock = { now: NOON };
  const store = await newsroom.open({ now: () => clock.now });
  const said: string[] = [];
  const failures: string[] = [];
  let running: Announcing | undefined;
  const stop = async () => {
    await running?.close();
    running = undefined;
  };
  onTestFinished(stop);
  const start = () => {
    running = startAnnouncing({
      store,
      configuration: {
        ...{ dataDirectory: newsroom.dataDirectory, siteUrl, indexable: true },
        ...told,
      },
      log: (line) => said.push(line),
      logFailure: (line, cause) => failures.push(`${line} ${cause}`),
      pace: { ...pace, ...own },
    });
  };
  const edit = async (path: string, text: string) => {
    newsroom.write(path, text);
    await store.sync();
    running?.noted();
  };
  start();
  await eventually(() => stateOf(newsroom, told));
  return { ...{ newsroom, clock, store, said, failures, start, stop, edit } };
}

/** What is noted of the world; it throws as long as nothing is. */
function stateOf({ dataDirectory }: TestNewsroom, { indexNow, webSubHub }: Told) {
  const names = [...(indexNow ? ['indexnow'] : []), ...(webSubHub ? ['websub'] : [])];
  return names.map((name) =>
    JSON.parse(readFileSync(join(dataDirectory, `announced-${name}.json`), 'utf8')),
  );
}

const logged = ({ dataDirectory }: TestNewsroom) =>
  readFileSync(join(dataDirectory, 'announcements.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const indexNowAt = ({ origin }: FarAway) => ({
  indexNow: { key, endpoint: `${origin}/indexnow` },
});
const urlsOf = ({ sent }: FarAway): readonly (readonly string[])[] =>
  sent.map(({ body }) => JSON.parse(body).urlList);
const topicsOf = ({ sent }: FarAway) =>
  sent.map(({ body }) => new URLSearchParams(body).get('hub.url'));

describe('search engines', () => {
  test('are told of nothing when a server starts for the first time, and then of what changes', async () => {
    const engine = await listenFarAway();
    const { edit, newsroom, said } = await openHouse(indexNowAt(engine));
    await aWhile();
    expect(engine.sent).toEqual([]);
    await edit('articles/moi.md', article());
    await eventually(() => expect(engine.sent).toHaveLength(1));
    expect(engine.sent[0]).toMatchObject({
      ...{ method: 'POST', path: '/indexnow', contentType: 'application/json; charset=utf-8' },
    });
    expect(JSON.parse(engine.sent[0]?.body ?? '')).toEqual({
      ...{ host: 'vi-du.vn', key, keyLocation: `${siteUrl}/${key}.txt` },
      urlList: [`${siteUrl}/bai-viet/moi`],
    });
    const { host } = new URL(engine.origin);
    await eventually(() => expect(said).toEqual([`Đã báo cho ${host}: 1\u00a0địa chỉ vừa đổi.`]));
    expect(logged(newsroom)).toEqual([
      {
        ...{ at: new Date(NOON).toISOString(), to: `${engine.origin}/indexnow`, status: 200 },
        ...{ count: 1, addresses: ['/bai-viet/moi'] },
      },
    ]);
  });

  test('are told at once of what comes within a moment', async () => {
    const engine = await listenFarAway();
    const { edit } = await openHouse(indexNowAt(engine), { settleMs: 1_500 });
    await edit('articles/mot.md', article());
    await edit('articles/hai.md', article());
    await eventually(() =>
      expect(urlsOf(engine)).toEqual([[`${siteUrl}/bai-viet/mot`, `${siteUrl}/bai-viet/hai`]]),
    );
  });

  test('are told of an article when its embargo ends, without anyone saving a file', async () => {
    const engine = await listenFarAway();
    const { clock, edit } = await openHouse(indexNowAt(engine));
    clock.now = NOON + HOUR - 200;
    const started = Date.now();
    const timer = setInterval(() => {
      clock.now = NOON + HOUR - 200 + (Date.now() - started);
    }, 5);
    onTestFinished(() => clearInterval(timer));
    // Whoever looks at the clock sees it run from here on.
    await edit('articles/tin.md', files['articles/tin.md']);
    await eventually(() => expect(urlsOf(engine)).toEqual([[`${siteUrl}/bai-viet/cam`]]));
    expect(clock.now).toBeGreaterThanOrEqual(NOON + HOUR);
  });

  test('that only take note for now (202) have been told', async () => {
    const engine = await listenFarAway({ status: 202 });
    const { edit, newsroom } = await openHouse(indexNowAt(engine));
    await edit('articles/moi.md', article());
    await eventually(() => expect(logged(newsroom)).toMatchObject([{ status: 202 }]));
    await aWhile();
    expect(engine.sent).toHaveLength(1);
  });

  test.each([429, 500, 503, 408])(
    'that answer %i are told again, with all that changed meanwhile, and the log says so once',
    async (status) => {
      const engine = await listenFarAway({ status });
      const { edit, said, newsroom } = await openHouse(indexNowAt(engine));
      await edit('articles/moi.md', article());
      await eventually(() => expect(urlsOf(engine)[0]).toEqual([`${siteUrl}/bai-viet/moi`]));
      await edit('articles/khac.md', article());
      const both = [`${siteUrl}/bai-viet/moi`, `${siteUrl}/bai-viet/khac`];
      await eventually(() => expect(urlsOf(engine).at(-1)).toEqual(both));
      engine.answerWith({ status: 200 });
      await eventually(() => expect(said).toHaveLength(2));
      const { host } = new URL(engine.origin);
      expect(said).toEqual([
        `Chưa báo được cho ${host} (${status}). Bài vẫn đăng như thường; sẽ thử báo lại.`,
        `Đã báo cho ${host}: 2\u00a0địa chỉ vừa đổi.`,
      ]);
      expect(urlsOf(engine).at(-1)).toEqual(both);
      const lines = logged(newsroom).map((line) => [line.status, line.error]);
      expect(lines.pop()).toEqual([200, undefined]);
      expect(new Set(lines.map(String))).toEqual(new Set([`${status},${status}`]));
      await aWhile();
      expect(engine.sent).toHaveLength(lines.length + 1);
    },
  );

  test('are left alone for as long as they ask (Retry-After)', async () => {
    const headers = { 'Retry-After': '1' };
    const engine = await listenFarAway({ status: 429, headers });
    const { edit } = await openHouse(indexNowAt(engine), { longestPauseMs: 5_000 });
    await edit('articles/moi.md', article());
    await eventually(() => expect(engine.sent).toHaveLength(1));
    const asked = Date.now();
    engine.answerWith({ status: 200 });
    await eventually(() => expect(engine.sent).toHaveLength(2));
    expect(Date.now() - asked).toBeGreaterThan(800);
  });

  test('that do not answer in time are told again', async () => {
    const engine = await listenFarAway('never');
    const { edit, newsroom } = await openHouse(indexNowAt(engine));
    await edit('articles/moi.md', article());
    await eventually(() => expect(logged(newsroom)).toMatchObject([{ error: 'TimeoutError' }]));
    engine.answerWith({ status: 200 });
    await eventually(() => expect(logged(newsroom).at(-1)).toMatchObject({ status: 200 }));
  });

  test('that cannot be reached are told again', async () => {
    const endpoint = 'http://127.0.0.1:9/indexnow';
    const { edit, newsroom } = await openHouse({ indexNow: { key, endpoint } });
    await edit('articles/moi.md', article());
    await eventually(() => expect(logged(newsroom).length).toBeGreaterThan(1));
    expect(logged(newsroom)[0]).toMatchObject({ addresses: ['/bai-viet/moi'] });
    expect(logged(newsroom)[0]?.error).toMatch(/^(ECONNREFUSED|TypeError|EPERM)$/);
  });

  test.each([403, 422, 400, 301])(
    'that answer %i are not told again, and the log says so once',
    async (status) => {
      const engine = await listenFarAway({ status, headers: { Location: '/other' } });
      const { edit, said, newsroom } = await openHouse(indexNowAt(engine));
      for (const slug of ['mot', 'hai']) {
        await edit(`articles/${slug}.md`, article());
        await eventually(() =>
          expect(urlsOf(engine).at(-1)).toEqual([`${siteUrl}/bai-viet/${slug}`]),
        );
      }
      await aWhile();
      expect(engine.sent).toHaveLength(2);
      expect(said.filter((line) => line.includes(`mã ${status}`))).toHaveLength(1);
      expect(logged(newsroom)).toMatchObject([{ status }, { status }]);
    },
  );
});

describe('a hub', () => {
  test('is told of each feed that changed, a request each', async () => {
    const hub = await listenFarAway({ status: 204 });
    const { edit, said } = await openHouse({ webSubHub: `${hub.origin}/` });
    await edit('articles/moi.md', article());
    await eventually(() => expect(said).toHaveLength(1));
    expect(said[0]).toContain('6\u00a0địa chỉ');
    expect([...topicsOf(hub)].sort()).toEqual(
      ['', '/chuyen-muc/thoi-su']
        .flatMap((list) => ['atom.xml', 'feed.json', 'rss.xml'].map((file) => `${list}/${file}`))
        .map((path) => siteUrl + path)
        .sort(),
    );
    const [first] = hub.sent;
    expect(first).toMatchObject({
      ...{ method: 'POST', contentType: 'application/x-www-form-urlencoded' },
    });
    const body = new URLSearchParams(first?.body);
    expect(body.get('hub.mode')).toBe('publish');
    expect(body.get('hub.topic')).toBe(body.get('hub.url'));
  });

  test('that fails in the middle is told the rest later, and nothing twice', async () => {
    const hub = await listenFarAway({ status: 204 });
    const { edit, said } = await openHouse({ webSubHub: `${hub.origin}/` }, { firstPauseMs: 100 });
    const push = vi.spyOn(hub.sent as unknown[], 'push').mockImplementation(function (
      this: unknown[],
      ...all
    ) {
      const length = Array.prototype.push.apply(this, all);
      hub.answerWith({ status: length === 3 ? 500 : 204 });
      return length;
    });
    await edit('articles/moi.md', article());
    await eventually(() => expect(said).toHaveLength(3));
    push.mockRestore();
    const told = topicsOf(hub).filter((_, index) => index !== 2);
    expect(new Set(told).size).toBe(6);
    expect(told).toHaveLength(6);
  });
});

describe('a server that starts again', () => {
  test('tells what it missed, once', async () => {
    const engine = await listenFarAway();
    const { newsroom, store, start, stop } = await openHouse(indexNowAt(engine));
    await stop();
    newsroom.write('articles/moi.md', article());
    await store.sync();
    start();
    await eventually(() => expect(urlsOf(engine)).toEqual([[`${siteUrl}/bai-viet/moi`]]));
    await stop();
    start();
    await aWhile();
    expect(engine.sent).toHaveLength(1);
  });

  test('tells what it still owed when it was stopped', async () => {
    const engine = await listenFarAway('never');
    const { edit, start, stop } = await openHouse(indexNowAt(engine), { limitMs: 60_000 });
    await edit('articles/moi.md', article());
    await eventually(() => expect(engine.sent).toHaveLength(1));
    await stop();
    engine.answerWith({ status: 200 });
    start();
    await eventually(() => expect(engine.sent).toHaveLength(2));
    expect(urlsOf(engine)[1]).toEqual([`${siteUrl}/bai-viet/moi`]);
  });

  test('tells nothing, and says so, when everything may have changed; then it goes on', async () => {
    const engine = await listenFarAway();
    const { newsroom, store, start, stop, said, edit } = await openHouse(indexNowAt(engine));
    await stop();
    // As many as are no more followed one by one.
    for (let index = 0; index <= 500; index += 1)
      newsroom.write(`articles/bai-${index}.md`, article());
    await store.sync();
    start();
    await eventually(() => expect(said.join()).toContain('Không rõ trang nào đã đổi'));
    expect(engine.sent).toEqual([]);
    await edit('articles/khac.md', article());
    await eventually(() => expect(urlsOf(engine)).toEqual([[`${siteUrl}/bai-viet/khac`]]));
  });

  test('tells of an article that came together with what every page shows', async () => {
    const engine = await listenFarAway();
    const { newsroom, store, start, stop } = await openHouse(indexNowAt(engine));
    await stop();
    newsroom.write('site.yaml', siteFile({ name: 'Báo Khác' }));
    newsroom.write('articles/moi.md', article());
    await store.sync();
    start();
    await eventually(() => expect(urlsOf(engine)).toEqual([[`${siteUrl}/bai-viet/moi`]]));
  });

  test('begins from now when nobody can read what was told', async () => {
    const engine = await listenFarAway();
    const { newsroom, start, stop, edit } = await openHouse(indexNowAt(engine));
    await stop();
    writeFileSync(join(newsroom.dataDirectory, 'announced-indexnow.json'), '{"moment":');
    start();
    await eventually(() => stateOf(newsroom, indexNowAt(engine)));
    await edit('articles/moi.md', article());
    await eventually(() => expect(urlsOf(engine)).toEqual([[`${siteUrl}/bai-viet/moi`]]));
  });
});

test('outside production, and where nothing is configured, nobody is told and nothing is noted', async () => {
  const engine = await listenFarAway();
  for (const told of [{ ...indexNowAt(engine), indexable: false }, {}]) {
    const newsroom = createNewsroom(files);
    const store = await newsroom.open();
    const configuration = {
      dataDirectory: newsroom.dataDirectory,
      siteUrl,
      indexable: true,
      ...told,
    };
    const quiet = { log: () => undefined, logFailure: () => undefined };
    const { noted, close } = startAnnouncing({ store, configuration, pace, ...quiet });
    newsroom.write('articles/moi.md', article());
    await store.sync();
    noted();
    await aWhile();
    await close();
    expect(() => stateOf(newsroom, indexNowAt(engine))).toThrow('ENOENT');
  }
  expect(engine.sent).toEqual([]);
});

test('publishing does not wait for anyone far away', async () => {
  const engine = await listenFarAway('never');
  const { newsroom, store } = await openHouse({});
  const announcing = startAnnouncing({
    store,
    configuration: {
      ...{ dataDirectory: newsroom.dataDirectory, siteUrl, indexable: true },
      ...indexNowAt(engine),
    },
    ...{ log: () => undefined, logFailure: () => undefined },
    pace: { ...pace, limitMs: 60_000 },
  });
  await eventually(() => stateOf(newsroom, indexNowAt(engine)));
  const keeper = createFreshKeeper({
    store,
    catchUp: async () => ({ topics: [], printed: [] }),
    onTakenOver: () => announcing.noted(),
    onFailure: () => undefined,
    logFailure: () => undefined,
  });
  newsroom.write('articles/moi.md', article());
  await keeper.takeOver();
  await eventually(() => expect(engine.sent).toHaveLength(1));
  newsroom.write('articles/khac.md', article());
  const began = performance.now();
  await keeper.takeOver();
  expect(store.edition(NOON).findArticle('khac')?.slug).toBe('khac');
  expect(performance.now() - began).toBeLessThan(5_000);
  const stopping = performance.now();
  await announcing.close();
  await keeper.close();
  expect(performance.now() - stopping).toBeLessThan(5_000);
});

test('a disk that takes nothing keeps nobody from telling', async () => {
  const engine = await listenFarAway();
  const newsroom = createNewsroom(files);
  const store = await newsroom.open();
  const failures: string[] = [];
  const announcing = startAnnouncing({
    store,
    configuration: {
      // A file, where a folder is needed.
      ...{ dataDirectory: join(newsroom.directory, 'site.yaml'), siteUrl, indexable: true },
      ...indexNowAt(engine),
    },
    log: () => undefined,
    logFailure: (line) => failures.push(line),
    pace,
  });
  onTestFinished(announcing.close);
  await eventually(() => expect(failures).toHaveLength(1));
  newsroom.write('articles/moi.md', article());
  await store.sync();
  announcing.noted();
  await eventually(() => expect(urlsOf(engine)).toEqual([[`${siteUrl}/bai-viet/moi`]]));
  expect(failures[0]).toContain('DATA_DIR');
});
