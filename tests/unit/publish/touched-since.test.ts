import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { goneAmong, touchedSince } from '@/lib/publish/touched';
import type { Topic } from '@/lib/site/topics';
import type { Store } from '@/lib/store/store';
import { article, BROKEN, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';
import { isForMachines } from './for-machines';

const HOUR = 3_600_000;
const inAnHour = '2026-11-24 13:00';

const files = {
  'site.yaml': siteFile(),
  'authors/trang.md': markdown({ name: 'Trang' }),
  'pages/gioi-thieu.md': markdown({ title: 'Giới thiệu', description: 'Sapo.' }),
  'articles/tin.md': article({ tags: ['cảng'], authors: ['trang'] }),
  'articles/cam.md': article({ date: inAnHour }),
};

/**
 * A store whose clock stands at noon until told otherwise, and what is touched since it was opened
 * of the pages that readers see.
 */
async function follow() {
  const newsroom = createNewsroom(files);
  const clock = { now: NOON };
  const store = await newsroom.open({ now: () => clock.now });
  let right = { position: store.position(), moment: store.now() };
  return {
    ...{ newsroom, store, clock },
    /** In the order of the alphabet. */
    touched: () => {
      const found = touchedSince(store, right, store.now());
      return found && [...found].filter((topic) => !isForMachines(topic)).sort();
    },
    catchUp: () => {
      right = { position: store.position(), moment: store.now() };
    },
  };
}

const ofTin = ['article:tin', 'day:2026-11-01', 'latest:1', 'month:2026-11'];
const ofCam = ['archive', 'article:cam', 'day:2026-11-24', 'latest:all', 'month:2026-11'];

describe('since documents were right,', () => {
  test('nothing is touched when nothing has happened, nor when a file was only saved', async () => {
    const { newsroom, store, touched } = await follow();
    expect(touched()).toEqual([]);
    newsroom.write('articles/tin.md', files['articles/tin.md']);
    await store.sync();
    expect(touched()).toEqual([]);
  });

  test('an edit touches what it shows in, and one that came after it too', async () => {
    const { newsroom, store, touched } = await follow();
    newsroom.write('articles/tin.md', article({ description: 'Khác.' }));
    await store.sync();
    newsroom.write('authors/trang.md', markdown({ name: 'Trang', role: 'Phóng viên' }));
    await store.sync();
    expect(touched()).toEqual(
      [
        ...[...ofTin, 'section:thoi-su:1', 'tag:cang', 'tags'],
        ...['author:trang', 'authors'],
      ].sort(),
    );
  });

  test('a text that was changed and changed back touches no more than its page', async () => {
    const { newsroom, store, touched } = await follow();
    newsroom.write('articles/tin.md', files['articles/tin.md'].replace('Thân', 'Toàn thân'));
    await store.sync();
    newsroom.write('articles/tin.md', files['articles/tin.md']);
    await store.sync();
    expect(touched()).toEqual(['article:tin', 'latest:1']);
  });

  test('a page about the site touches itself and the front page', async () => {
    const { newsroom, store, touched } = await follow();
    newsroom.write('pages/gioi-thieu.md', markdown({ title: 'Giới thiệu', description: 'Khác.' }));
    await store.sync();
    expect(touched()).toEqual(['latest:1', 'page:gioi-thieu']);
  });

  test('a file that broke touches nothing, for its article stays as it was', async () => {
    const { newsroom, store, touched } = await follow();
    newsroom.write('articles/tin.md', BROKEN);
    await store.sync();
    expect(touched()).toEqual([]);
  });

  test('the end of an embargo touches what the article comes into, and what is near', async () => {
    const { clock, touched } = await follow();
    clock.now = NOON + HOUR - 1;
    expect(touched()).toEqual([]);
    clock.now = NOON + HOUR;
    expect(touched()).toEqual([...ofCam, 'article:tin', 'section:thoi-su', 'year:2026'].sort());
  });

  test('an article of a moment ago touches no more than it would have touched then', async () => {
    const { newsroom, store, clock, touched } = await follow();
    clock.now = NOON + HOUR / 2;
    newsroom.write('articles/moi.md', article({ date: '2026-11-24 12:15' }));
    await store.sync();
    expect(touched()).toEqual(
      [
        ...['archive', 'article:moi', 'article:tin', 'day:2026-11-24', 'latest:all'],
        ...['month:2026-11', 'section:thoi-su', 'year:2026'],
      ].sort(),
    );
  });
});

test('an embargo that ends while files are read shifts what is noted of them', async () => {
  const newsroom = createNewsroom({
    'site.yaml': siteFile(),
    'articles/cam.md': article({ date: inAnHour }),
  });
  for (let n = 10; n < 30; n += 1)
    newsroom.write(`articles/tin-${n}.md`, article({ date: `2026-10-${n}` }));
  const clock = { now: NOON };
  const store = await newsroom.open({ now: () => clock.now });
  newsroom.write('articles/tin-10.md', article({ date: '2026-10-10', title: 'Khác' }));
  const synced = store.sync(['articles/tin-10.md']);
  // It has begun to read. Whoever keeps documents notices the end before anything is written.
  await setImmediate();
  clock.now = NOON + HOUR;
  const right = { position: store.position(), moment: clock.now };
  await synced;
  const touched = touchedSince(store, right, clock.now);
  expect([...(touched ?? [])]).toEqual(expect.arrayContaining(['latest:2', 'section:thoi-su:2']));
  expect([...(touched ?? [])]).not.toContain('latest:1');
});

describe('everything is touched', () => {
  test('when the frame of the pages has changed', async () => {
    const { newsroom, store, touched } = await follow();
    newsroom.write('site.yaml', siteFile({ name: 'Báo Khác' }));
    await store.sync();
    expect(touched()).toBeUndefined();
  });

  test('when the documents are of another store', async () => {
    const { store } = await follow();
    const position = { epoch: 'khác', version: 0 };
    expect(touchedSince(store, { position, moment: NOON }, NOON)).toBeUndefined();
  });

  test('when an embargo ended and an edit came in one step', async () => {
    const { newsroom, store, clock, touched, catchUp } = await follow();
    clock.now = NOON + 2 * HOUR;
    newsroom.write('articles/tin.md', article({ description: 'Khác.' }));
    await store.sync();
    expect(touched()).toBeUndefined();
    catchUp();
    expect(touched()).toEqual([]);
  });

  test('when an article that came under embargo has come out meanwhile', async () => {
    const { newsroom, store, clock, touched } = await follow();
    newsroom.write('articles/cam.md', article({ date: '2026-11-24 12:30' }));
    await store.sync();
    clock.now = NOON + HOUR / 2;
    expect(touched()).toBeUndefined();
  });

  test('when the clock was set back over the end of an embargo, but not within an hour of nothing', async () => {
    const { store } = await follow();
    const since = (moment: number) =>
      touchedSince(store, { position: store.position(), moment }, NOON);
    expect(since(NOON + HOUR - 1)).toEqual(new Set());
    expect(since(NOON + HOUR)).toBeUndefined();
  });
});

describe('of touched pages are gone', () => {
  /** As if `touched` came of all that has changed since the store was opened. */
  const gone = (store: Store, ...touched: readonly string[]) => {
    const changes = store.changesSince({ ...store.position(), version: 0 }) ?? [];
    return [...goneAmong(store, NOON, new Set(touched as readonly Topic[]), changes)].sort();
  };

  test('an article that was deleted and what had only that', async () => {
    const { newsroom, store, touched } = await follow();
    newsroom.remove('articles/tin.md');
    await store.sync();
    expect(gone(store, ...(touched() ?? []))).toEqual(
      expect.arrayContaining([
        '/bai-viet/tin',
        '/chu-de/cang',
        '/luu-tru/2026',
        '/luu-tru/2026/11',
      ]),
    );
    expect(gone(store, ...(touched() ?? []))).not.toEqual(
      expect.arrayContaining(['/', '/chuyen-muc/thoi-su', '/tac-gia/trang', '/chu-de', '/luu-tru']),
    );
  });

  test('one that was withdrawn: its page is another now', async () => {
    const { newsroom, store, touched } = await follow();
    newsroom.write(
      'articles/tin.md',
      article({ withdrawn: { date: '2026-11-24', reason: 'Sai.' } }),
    );
    await store.sync();
    expect(gone(store, ...(touched() ?? []))).toContain('/bai-viet/tin');
  });

  test('the last page of a list that has become shorter', async () => {
    const newsroom = createNewsroom(files);
    for (let n = 0; n < 40; n += 1) newsroom.write(`articles/nua-${n}.md`, article());
    const store = await newsroom.open();
    const right = { position: store.position(), moment: NOON };
    for (let n = 0; n < 30; n += 1) newsroom.remove(`articles/nua-${n}.md`);
    await store.sync();
    const touched = touchedSince(store, right, NOON) ?? new Set();
    expect(gone(store, ...touched)).toEqual(
      expect.arrayContaining(['/trang/2', '/trang/3', '/chuyen-muc/thoi-su/trang/3']),
    );
    expect(gone(store, ...touched)).not.toContain('/');
  });

  test('none of a list from which nothing has gone, however many were edited', async () => {
    const { newsroom, store, touched } = await follow();
    const edited = Array.from({ length: 25 }, (_, n) => `articles/sua-${n}.md`);
    for (const path of edited) newsroom.write(path, article());
    await store.sync();
    for (const path of edited) newsroom.write(path, article({ title: 'Khác' }));
    await store.sync();
    expect(touched()).toContain('month:2026-11');
    expect(gone(store, ...(touched() ?? []))).toEqual([]);
  });

  test('none that is there', async () => {
    const { store } = await follow();
    expect(gone(store, 'article:tin')).toEqual([]);
    expect(gone(store, 'site', 'latest:all', 'latest:1', 'tags', 'archive')).toEqual([]);
  });
});
