import { cpSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isHidden, watchFolder } from '@/lib/server/watch';
import { article, createNewsroom, type TestNewsroom } from '../store/newsroom';

/** A watched newsroom, and a way to wait for the next call. */
async function watched(newsroom: TestNewsroom) {
  const errors: unknown[] = [];
  let calls = 0;
  let onCall: () => void = () => undefined;
  const nextCall = () =>
    new Promise<void>((resolve) => {
      onCall = resolve;
    });
  const begun = nextCall();
  const watcher = watchFolder(
    newsroom.directory,
    () => {
      calls += 1;
      onCall();
    },
    (cause) => errors.push(cause),
  );
  onTestFinished(() => watcher.close());
  await begun;
  return { nextCall, errors, calls: () => calls, close: watcher.close };
}

const files = { 'articles/a.md': article() };

test('says once that it has begun: what changed before would stay unseen', async () => {
  const { calls, errors } = await watched(createNewsroom(files));
  expect(calls()).toBe(1);
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
  const { nextCall, calls } = await watched(newsroom);
  const called = nextCall();
  for (let n = 0; n < 30; n += 1) newsroom.write(`articles/b${n}.md`, article());
  await called;
  expect(calls()).toBeLessThan(30);
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

test.each([
  ['/bao/.git', true],
  ['/bao/.git/HEAD', true],
  ['/bao/articles/.a.md.swp', true],
  ['/bao', false],
  ['/bao/articles/a.md', false],
  ['/bao/articles/a.b.md', false],
])('a hidden file is not watched: %s in /bao, %j', async (path, expected) => {
  expect(isHidden('/bao', path)).toBe(expected);
});

test('a content folder that lies in a hidden one is watched', async () => {
  expect(isHidden('/srv/.bao/content', '/srv/.bao/content/articles/a.md')).toBe(false);
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
