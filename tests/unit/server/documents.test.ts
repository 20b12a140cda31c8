import { describe, expect, test } from 'vitest';
import { addBrotli } from '@/lib/server/document';
import { answerPages, paths } from '@/lib/site/routes';
import { article, siteFile } from '../store/newsroom';
import { type House, openHouse, shownIn, wholeOf } from './documents/printing-house';

const EMBARGO_ENDS = Date.parse('2026-12-01T08:00:00+07:00');
const files = {
  'site.yaml': siteFile(),
  'articles/cang.md': article({ title: 'Cảng', date: '2026-11-03', tags: ['Kỳ Anh'] }),
  'articles/cau.md': article({ title: 'Cầu', date: '2026-11-02', section: 'doi-song' }),
  'articles/cam.md': article({ title: 'Cấm', date: '2026-12-01 08:00' }),
};
const withdrawn = article({ title: 'Cảng', withdrawn: { date: '2026-11-24', reason: 'Sai.' } });
const front = paths.front();
const cang = paths.article('cang');
const cau = paths.article('cau');

const open = (own: object = {}): Promise<House> => openHouse({ files, ...own });
const edited = (title: string) => article({ title, date: '2026-11-03', tags: ['Kỳ Anh'] });

/** How often a path was drawn. */
const timesDrawn = ({ drawn }: House, path: string) =>
  drawn.filter((other) => other === path).length;

describe('a document', () => {
  test('is made once and comes from memory from then on', async () => {
    const house = await open();
    expect(await house.ask(front)).toMatchObject({
      origin: 'rendered',
      took: { render: expect.any(Number), compress: expect.any(Number) },
    });
    const second = await house.ask(front);
    expect(second.origin).toBe('memory');
    expect(second.took).toBeUndefined();
    expect(shownIn(second.document)).toBe('Cảng, Cầu');
    expect(house.drawn).toEqual(['/']);
  });

  test('is made once for many who ask at the same time', async () => {
    const house = await open();
    const asked = await Promise.all(Array.from({ length: 100 }, () => house.ask(front)));
    expect(house.drawn).toEqual(['/']);
    expect(new Set(asked.map(({ document }) => document)).size).toBe(1);
  });

  test('is answered before it has its brotli form, and is the same document with it', async () => {
    const house = await open();
    const first = (await house.ask(front)).document;
    expect(first.representations.br).toBeUndefined();
    const whole = await wholeOf(house, front);
    expect(whole).toMatchObject({ lastModified: first.lastModified, topics: first.topics });
    expect(whole.representations.gzip).toBe(first.representations.gzip);
    expect(whole.representations.identity).toBe(first.representations.identity);
    expect(whole.size).toBe(first.size + (whole.representations.br?.body.byteLength ?? 0));
    expect(house.drawn).toEqual(['/']);
  });

  test('is kept also when it says that something is missing, in brotli too', async () => {
    const house = await open();
    await house.ask(answerPages.missing);
    await wholeOf(house, answerPages.missing);
    expect(await house.ask(answerPages.missing)).toMatchObject({ origin: 'memory' });
    expect(house.documents.find(answerPages.missing)?.document.status).toBe(404);
  });
});

describe('a change of content', () => {
  test('makes new what it touches, and leaves what it does not', async () => {
    const house = await open();
    const other = paths.section('doi-song');
    for (const path of [front, cang, other]) await house.ask(path);
    const untouched = await wholeOf(house, other);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    const { topics, printed } = await house.documents.catchUp();
    expect(topics).toContain('article:cang');
    expect(printed).toEqual(expect.arrayContaining([front, cang]));
    expect(await house.textOf(front)).toBe('Cảng mới, Cầu');
    expect((await house.ask(front)).origin).toBe('memory');
    expect(await house.textOf(cang)).toBe('Cảng mới');
    expect(house.documents.find(other)?.document).toBe(untouched);
  });

  test('keeps nobody waiting: the old page is there until the new one is up', async () => {
    const house = await open();
    await house.ask(front);
    const go = house.hold('before', '/');
    await house.edit('articles/cang.md', edited('Cảng mới'));
    const caughtUp = house.documents.catchUp();
    expect(house.documents.find(front)).toMatchObject({ origin: 'memory' });
    expect(await house.textOf(front)).toBe('Cảng, Cầu');
    go();
    await caughtUp;
    expect(shownIn((await house.ask(front)).document)).toBe('Cảng mới, Cầu');
    expect(timesDrawn(house, '/')).toBe(2);
  });

  test('shows no old page for longer than a second', async () => {
    const house = await open();
    await house.ask(front);
    const go = house.hold('before', '/');
    await house.edit('articles/cang.md', edited('Cảng mới'));
    const caughtUp = house.documents.catchUp();
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(house.documents.find(front)).toBeUndefined();
    go();
    await caughtUp;
    expect(await house.textOf(front)).toBe('Cảng mới, Cầu');
  });

  test('leaves nothing behind that was begun before it', async () => {
    const house = await open();
    const go = house.hold('after', '/');
    const asked = house.ask(front);
    await expect.poll(() => house.drawn).toEqual(['/']);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    const caughtUp = house.documents.catchUp();
    go();
    expect(shownIn((await asked).document)).toBe('Cảng, Cầu');
    await caughtUp;
    expect(await house.textOf(front)).toBe('Cảng mới, Cầu');
  });

  test('that nobody has told of yet leaves nothing behind either', async () => {
    const house = await open();
    const go = house.hold('after', '/');
    const asked = house.ask(front);
    await expect.poll(() => house.drawn).toEqual(['/']);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    go();
    await asked;
    expect(house.documents.count()).toBe(0);
  });

  test('of many at once is taken over once, by whoever asks', async () => {
    const house = await open();
    await house.ask(front);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    const told = await Promise.all([house.documents.catchUp(), house.documents.catchUp()]);
    expect(told[1]).toEqual(told[0]);
    expect(timesDrawn(house, '/')).toBe(2);
    expect(await house.documents.catchUp()).toEqual({ topics: [], printed: [] });
  });

  test('of everything makes everything new', async () => {
    const house = await open();
    for (const path of [front, cang]) await house.ask(path);
    await house.edit('site.yaml', siteFile({ name: 'Báo Khác' }));
    expect((await house.documents.catchUp()).topics).toBe('everything');
    expect(house.drawn.slice(2).sort()).toEqual(['/', '/bai-viet/cang']);
  });

  test('prints an article that is new before anyone has asked for it', async () => {
    const house = await open();
    await house.edit('articles/moi.md', edited('Mới'));
    const { printed } = await house.documents.catchUp();
    expect(printed).toEqual(['/bai-viet/moi']);
    expect(house.documents.find('/bai-viet/moi')).toMatchObject({ origin: 'memory' });
  });

  test('is taken over when the new pages have their brotli form', async () => {
    const house = await open();
    await house.ask(front);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    await house.documents.catchUp();
    const document = house.documents.find(front)?.document;
    expect(document && shownIn(document)).toBe('Cảng mới, Cầu');
    expect(document?.representations.br).toBeDefined();
  });

  test('that leaves the bytes of a page as they are leaves its time, forms and validators too', async () => {
    const house = await open();
    await house.ask(front);
    const before = await wholeOf(house, front);
    house.setClock(house.store.now() + 60_000);
    await house.edit(
      'articles/cang.md',
      article({ ...{ title: 'Cảng', tags: ['Kỳ Anh'] }, date: '2026-11-03', description: 'Khác.' }),
    );
    await house.documents.catchUp();
    const after = (await house.ask(front)).document;
    expect(after.representations).toBe(before.representations);
    expect(after.lastModified).toBe(before.lastModified);
    expect(timesDrawn(house, '/')).toBe(2);
  });

  test('within a second gives a time that is another', async () => {
    const house = await open();
    const before = (await house.ask(cang)).document;
    await house.edit('articles/cang.md', edited('Cảng mới'));
    await house.documents.catchUp();
    const after = (await house.ask(cang)).document;
    expect(before.lastModified % 1000).toBe(0);
    expect(after.lastModified).toBe(before.lastModified + 1000);
  });
});

describe('a page that cannot be printed', () => {
  test('is answered as it was, and tried again after a while', async () => {
    const house = await open();
    await house.ask(cang);
    house.broken.add(cang);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    await house.documents.catchUp();
    expect(await house.ask(cang)).toMatchObject({ origin: 'stale', document: { status: 200 } });
    expect(await house.textOf(cang)).toBe('Cảng');
    expect(timesDrawn(house, cang)).toBe(2);
    expect(house.said).toEqual(['không dựng được /bai-viet/cang']);
    house.broken.clear();
    await house.edit('articles/cang.md', edited('Cảng mới nữa'));
    await house.documents.catchUp();
    expect(await house.textOf(cang)).toBe('Cảng mới nữa');
  });

  test('is a failure when there is nothing older, and is kept by nobody', async () => {
    const house = await open();
    house.broken.add(cang);
    expect((await house.ask(cang)).document.status).toBe(500);
    expect(house.documents.count()).toBe(0);
    house.broken.clear();
    expect(await house.textOf(cang)).toBe('Cảng');
  });

  test('is never shown as it was once readers may not see it', async () => {
    const house = await open({ diskBytes: 1_048_576 });
    await house.ask(cang);
    house.broken.add(cang);
    await house.edit('articles/cang.md', edited('Cảng mới'));
    await house.documents.catchUp();
    expect((await house.ask(cang)).origin).toBe('stale');
    await house.edit('articles/cang.md', withdrawn);
    await house.documents.catchUp();
    expect(house.documents.find(cang)).toBeUndefined();
    expect((await house.ask(cang)).document.status).toBe(500);
  });

  test('that throws reaches all who wait, and the next one tries again', async () => {
    const { documents } = await open();
    const fail = () => Promise.reject(new Error('hỏng'));
    const asked = [documents.findOrMake(front, fail), documents.findOrMake(front, fail)];
    for (const answer of asked) await expect(answer).rejects.toThrow('hỏng');
    expect(documents.count()).toBe(0);
  });
});

describe('the clock', () => {
  test('makes new what it changes at that instant, and not before', async () => {
    const house = await open();
    for (const path of [front, paths.section('doi-song')]) await house.ask(path);
    house.setClock(EMBARGO_ENDS - 1);
    expect(house.documents.find(front)).toMatchObject({ origin: 'memory' });
    house.setClock(EMBARGO_ENDS);
    expect(house.documents.find(front)).toBeUndefined();
    expect(await house.textOf(front)).toBe('Cấm, Cảng, Cầu');
  });

  test('passing while the brotli form is made does not bring the old page back with it', async () => {
    const house = await open();
    const { document } = await house.ask(front);
    expect(document.representations.br).toBeUndefined();
    const go = house.hold('before', '/');
    house.setClock(EMBARGO_ENDS);
    expect(house.documents.find(front)).toBeUndefined();
    await addBrotli(document);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(house.documents.find(front)).toBeUndefined();
    go();
    expect(await house.textOf(front)).toBe('Cấm, Cảng, Cầu');
  });

  test.each([
    ['is noticed before it ends', (house: House) => house.documents.find(front)],
    ['is noticed by nobody', () => undefined],
  ])('passing during a making leaves nothing old behind: it %s', async (_what, notice) => {
    const house = await open();
    const go = house.hold('after', '/');
    const asked = house.ask(front);
    await expect.poll(() => house.drawn).toEqual(['/']);
    house.setClock(EMBARGO_ENDS);
    notice(house);
    go();
    await asked;
    expect(await house.textOf(front)).toBe('Cấm, Cảng, Cầu');
  });

  test('set back over the end of an embargo hides the article again, until it ends once more', async () => {
    const house = await open();
    house.setClock(EMBARGO_ENDS);
    expect(await house.textOf(front)).toBe('Cấm, Cảng, Cầu');
    house.setClock(EMBARGO_ENDS - 60_000);
    expect(await house.textOf(front)).toBe('Cảng, Cầu');
    house.setClock(EMBARGO_ENDS);
    expect(await house.textOf(front)).toBe('Cấm, Cảng, Cầu');
  });

  test('set forward is noticed without being asked', async () => {
    const house = await open();
    await house.ask(front);
    house.setClock(EMBARGO_ENDS);
    await expect.poll(() => house.drawn, { timeout: 3_000 }).toContain('/bai-viet/cam');
  });

  test('that nobody asks is watched all the same', async () => {
    const house = await open();
    await house.ask(front);
    house.setClock(EMBARGO_ENDS - 50);
    // The next change counts the time until the end of the embargo anew.
    await house.edit('articles/cau.md', article({ title: 'Cầu mới', date: '2026-11-02' }));
    await house.documents.catchUp();
    house.setClock(EMBARGO_ENDS);
    await expect.poll(() => house.drawn).toContain('/bai-viet/cam');
  });
});

test('the least used go when memory is full', async () => {
  const probe = await open();
  await probe.ask(cang);
  const { size } = await wholeOf(probe, cang);
  const house = await open({ memoryBytes: Math.floor(size * 2.5) });
  for (const path of [cang, cau, cang, paths.section('doi-song')]) {
    await house.ask(path);
    await wholeOf(house, path);
  }
  expect(house.documents.count()).toBe(2);
  expect(house.documents.find(cau)).toBeUndefined();
  expect(house.documents.find(cang)).toBeDefined();
});

test('who asks again for what left memory before it had its brotli form waits for no one else', async () => {
  const probe = await open();
  await probe.ask(cang);
  const { size } = await wholeOf(probe, cang);
  const house = await open({ memoryBytes: Math.floor(size * 1.2) });
  const go = house.hold('before', cau);
  const held = house.ask(cau);
  await expect.poll(() => house.drawn).toEqual([cau]);
  await house.ask(cang);
  await house.ask(paths.section('doi-song'));
  expect(house.documents.find(cang)).toBeUndefined();
  const again = house.ask(cang);
  go();
  expect(shownIn((await held).document)).toBe('Cầu');
  expect(shownIn((await again).document)).toBe('Cảng');
});

test('without memory every page is printed anew', async () => {
  const house = await open({ memoryBytes: 0 });
  expect((await house.ask(cang)).origin).toBe('rendered');
  expect((await house.ask(cang)).origin).toBe('rendered');
});
