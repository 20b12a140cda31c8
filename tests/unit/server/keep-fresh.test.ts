import { renameSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { watchEarly } from '@/lib/server/early-watch';
import { createFreshKeeper } from '@/lib/server/keep-fresh';
import type { TakenOver } from '@/lib/server/publishing';
import { article, createNewsroom, siteFile } from '../store/newsroom';

const files = { 'site.yaml': siteFile(), 'articles/tin.md': article({ title: 'Tin' }) };

/** A keeper of a real store, and what others hear of it. */
async function openKeeper() {
  const newsroom = createNewsroom(files);
  const store = await newsroom.open();
  const taken: TakenOver[] = [];
  const failures: unknown[] = [];
  const gates: (() => void)[] = [];
  let isHeld = false;
  const keeper = createFreshKeeper({
    store,
    catchUp: async () => {
      if (isHeld) await new Promise<void>((resolve) => gates.push(resolve));
      return { topics: [], printed: [] };
    },
    onTakenOver: (told) => taken.push(told),
    onFailure: () => failures.push('degraded'),
    logFailure: (_line, cause) => failures.push(cause),
  });
  onTestFinished(() => keeper.close());
  const hold = () => {
    isHeld = true;
    return () => {
      isHeld = false;
      for (const open of gates.splice(0)) open();
    };
  };
  return { newsroom, store, keeper, taken, failures, hold };
}

test('what was saved is taken over without being told', async () => {
  const { newsroom, keeper, taken } = await openKeeper();
  keeper.follow(await watchEarly(newsroom.directory, () => undefined));
  newsroom.write('articles/tin.md', article({ title: 'Tin sửa' }));
  await expect
    .poll(() => taken.flatMap(({ changed }) => changed), { timeout: 5_000 })
    .toEqual(['articles/tin.md']);
});

test('what is told is taken over when that is done, and all that was begun before', async () => {
  const { newsroom, keeper, taken, hold } = await openKeeper();
  const go = hold();
  newsroom.write('articles/tin.md', article({ title: 'Tin sửa' }));
  const first = keeper.takeOver(['articles/tin.md']);
  newsroom.write('articles/hai.md', article({ title: 'Hai' }));
  const second = keeper.takeOver(['articles/hai.md']);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(taken).toEqual([]);
  go();
  await second;
  expect(taken.map(({ changed }) => changed)).toEqual([['articles/tin.md'], ['articles/hai.md']]);
  await first;
});

test('a folder that cannot be read is told of, and read again by itself', async () => {
  const { newsroom, keeper, taken, failures } = await openKeeper();
  keeper.follow(await watchEarly(newsroom.directory, () => undefined));
  renameSync(newsroom.directory, `${newsroom.directory}-cu`);
  await expect.poll(() => failures, { timeout: 5_000 }).toContain('degraded');
  renameSync(`${newsroom.directory}-cu`, newsroom.directory);
  newsroom.write('articles/hai.md', article({ title: 'Hai' }));
  await expect
    .poll(() => taken.flatMap(({ changed }) => changed), { timeout: 10_000 })
    .toContain('articles/hai.md');
});
