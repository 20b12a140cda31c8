import { cpSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '@/lib/server/watch';
import { article, createNewsroom, type TestNewsroom } from '../store/newsroom';

/** A watched newsroom, and a way to wait for the next call. */
async function watched(newsroom: TestNewsroom) {
  const errors: unknown[] = [];
  const told: (readonly string[] | undefined)[] = [];
  let onCall: () => void = () => undefined;
  const nextCall = () =>
    new Promise<void>((resolve) => {
      onCall = resolve;
    });
  const begun = nextCall();
  const watcher = watchFolder(
    newsroom.directory,
    (paths) => {
      told.push(paths);
      onCall();
    },
    (cause) => errors.push(cause),
  );
  onTestFinished(() => watcher.close());
  await begun;
  return { nextCall, errors, told: () => told, close: watcher.close };
}

const files = { 'articles/a.md': article() };

test('says once that it has begun: what changed before would stay unseen', async () => {
  const { told, errors } = await watched(createNewsroom(files));
  expect(told()).toEqual([undefined]);
  expect(errors).toEqual([]);
});

test.each([
  ['changed', (n: TestNewsroom) => n.write('articles/a.md', article({ title: 'Mới' }))],
  ['new in a new folder', (n: TestNewsroom) => n.write('articles/2027/01/b.md', article())],
  ['deleted', (n: TestNewsroom) => n.remove('articles/a.md')],
  ['moved', (n: TestNewsroom) => n.move('articles/a.md', 'articles/b.md')],
  [
    'saved as editors do, by a file that takes its place',
    ({ directory }: TestNewsroom) => {
      writeFileSync(join(directory, 'articles/.a.md.swp'), article({ title: 'Mới' }));
      renameSync(join(directory, 'articles/.a.md.swp'), join(directory, 'articles/a.md'));
    },
  ],
])('a file that is %s is noticed', async (_what, change) => {
  const newsroom = createNewsroom(files);
  const { nextCall } = await watched(newsroom);
  const called = nextCall();
  change(newsroom);
  await called;
});

test('many files at once are one change', async () => {
  const newsroom = createNewsroom(files);
  const { nextCall, told } = await watched(newsroom);
  const called = nextCall();
  for (let n = 0; n < 30; n += 1) newsroom.write(`articles/b${n}.md`, article());
  await called;
  expect(told().length).toBeLessThan(30);
});

test('a saved file is in print after the sync that follows', async () => {
  const newsroom = createNewsroom(files);
  const store = await newsroom.open();
  const { nextCall } = await watched(newsroom);
  const called = nextCall();
  newsroom.write('articles/a.md', article({ title: 'Mới' }));
  await called;
  await store.sync();
  expect(store.edition(store.now()).findArticle('a')?.title).toBe('Mới');
});

test('what is hidden is not told of', async () => {
  const newsroom = createNewsroom(files);
  const { nextCall, told } = await watched(newsroom);
  const called = nextCall();
  newsroom.write('.git/refs/heads/main', 'a');
  newsroom.write('articles/.b.md.swp', 'a');
  newsroom.write('articles/.nhap/c.md', 'a');
  newsroom.write('articles/d.md', article());
  await called;
  expect(told()).toEqual([undefined, ['articles/d.md']]);
});

test('a content folder that lies in a hidden one is watched', async () => {
  const newsroom = createNewsroom({ '.bao/articles/a.md': article() });
  const { nextCall, told } = await watched({
    ...newsroom,
    directory: join(newsroom.directory, '.bao'),
  });
  const called = nextCall();
  newsroom.write('.bao/articles/a.md', article({ title: 'Mới' }));
  await called;
  expect(told()).toEqual([undefined, ['articles/a.md']]);
});

describe('a folder in it', () => {
  const inFolder = { 'articles/2026/a.md': article(), 'articles/b.md': article() };

  test('that is new is told of by its name, and what changes in it later by its own', async () => {
    const newsroom = createNewsroom(files);
    const { nextCall, told } = await watched(newsroom);
    const called = nextCall();
    newsroom.write('articles/2027/01/b.md', article());
    await called;
    const later = nextCall();
    newsroom.write('articles/2027/01/b.md', article({ title: 'Mới' }));
    await later;
    expect(told()).toEqual([undefined, ['articles/2027'], ['articles/2027/01/b.md']]);
  });

  test('may be moved there, with all that is in it, and is watched in its depth', async () => {
    const [newsroom, other] = [createNewsroom(files), createNewsroom({ 'x/y/z.md': article() })];
    const { nextCall, told } = await watched(newsroom);
    const called = nextCall();
    renameSync(join(other.directory, 'x'), join(newsroom.directory, 'articles/x'));
    await called;
    const later = nextCall();
    newsroom.write('articles/x/y/z.md', article({ title: 'Mới' }));
    await later;
    expect(told()).toEqual([undefined, ['articles/x'], ['articles/x/y/z.md']]);
  });

  test('may be moved within: both its names are told, and only the new one after that', async () => {
    const newsroom = createNewsroom(inFolder);
    const { nextCall, told } = await watched(newsroom);
    const called = nextCall();
    newsroom.move('articles/2026', 'articles/2027');
    await called;
    expect(told()[1]).toEqual(expect.arrayContaining(['articles/2026', 'articles/2027']));
    const later = nextCall();
    newsroom.write('articles/2027/a.md', article({ title: 'Mới' }));
    await later;
    expect(told()[2]).toEqual(['articles/2027/a.md']);
  });

  test('may be deleted and made anew at once', async () => {
    const newsroom = createNewsroom(inFolder);
    const { nextCall, told } = await watched(newsroom);
    const called = nextCall();
    newsroom.remove('articles/2026');
    newsroom.write('articles/2026/a.md', article({ title: 'Mới' }));
    await called;
    expect(told()[1]).toContain('articles/2026');
    const later = nextCall();
    newsroom.write('articles/2026/a.md', article({ title: 'Mới hơn' }));
    await later;
    expect(told()[2]).toEqual(['articles/2026/a.md']);
  });
});

test('a thousand files at once are told of, each by its name', async () => {
  const newsroom = createNewsroom(files);
  const { nextCall, told } = await watched(newsroom);
  const names = Array.from({ length: 1_000 }, (_, index) => `articles/c${index}.md`);
  for (const name of names) newsroom.write(name, 'a');
  const all = () => new Set(told().flatMap((paths) => paths ?? []));
  while (all().size < names.length) await nextCall();
  expect([...all()].sort()).toEqual([...names].sort());
});

test('more events than can be followed are told of as everything, and the next by its name', async () => {
  const newsroom = createNewsroom(files);
  const { nextCall, told } = await watched(newsroom);
  const called = nextCall();
  for (let n = 0; n < 9_000; n += 1) newsroom.write(`articles/c${n % 10}.md`, `${n}`);
  newsroom.write('articles/moi/a.md', article());
  await called;
  const later = nextCall();
  newsroom.write('articles/moi/a.md', article({ title: 'Mới' }));
  await later;
  expect(told()).toEqual([undefined, undefined, ['articles/moi/a.md']]);
});

describe('the folder itself', () => {
  test('may go away and come back: what is in the new one is seen, and its changes too', async () => {
    const newsroom = createNewsroom(files);
    const aside = `${newsroom.directory}-aside`;
    const { nextCall, errors } = await watched(newsroom);
    cpSync(newsroom.directory, aside, { recursive: true });
    rmSync(newsroom.directory, { recursive: true });
    await nextCall();
    const seen = nextCall();
    renameSync(aside, newsroom.directory);
    await seen;
    const changed = nextCall();
    newsroom.write('articles/a.md', article({ title: 'Mới' }));
    await changed;
    expect(errors).toEqual([]);
  });

  test('may be a symbolic link, also one that is led elsewhere', async () => {
    const [first, second] = [createNewsroom(files), createNewsroom(files)];
    const link = `${first.directory}-link`;
    symlinkSync(first.directory, link);
    const { nextCall } = await watched({ ...first, directory: link });
    const changed = nextCall();
    first.write('articles/a.md', article({ title: 'Mới' }));
    await changed;
    const moved = nextCall();
    rmSync(link);
    symlinkSync(second.directory, link);
    await moved;
    const changedThere = nextCall();
    second.write('articles/a.md', article({ title: 'Mới hơn' }));
    await changedThere;
  });
});
