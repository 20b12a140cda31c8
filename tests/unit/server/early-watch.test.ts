import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchEarly } from '@/lib/server/early-watch';
import { article, createNewsroom } from '../store/newsroom';

async function watchedEarly() {
  const newsroom = createNewsroom({ 'articles/a.md': article() });
  const errors: unknown[] = [];
  const watch = await watchEarly(newsroom.directory, (cause) => errors.push(cause));
  onTestFinished(() => watch.close());
  const told: (readonly string[] | undefined)[] = [];
  const follow = () => watch.follow((paths) => told.push(paths));
  return { newsroom, told, follow, errors };
}

test('what changed before anyone followed is told to who follows, and what changes afterwards', async () => {
  const { newsroom, told, follow, errors } = await watchedEarly();
  newsroom.write('articles/b.md', article());
  await new Promise((resolve) => setTimeout(resolve, 300));
  follow();
  expect(told.flat()).toEqual(['articles/b.md']);
  newsroom.write('articles/c.md', article());
  await expect
    .poll(() => told.flat(), { timeout: 5_000 })
    .toEqual(['articles/b.md', 'articles/c.md']);
  expect(errors).toEqual([]);
});

test('whoever reads a folder that is watched already need not read it again', async () => {
  const { told, follow } = await watchedEarly();
  follow();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toEqual([]);
});

test('a folder that comes late is told of as a whole', async () => {
  const newsroom = createNewsroom({ 'articles/a.md': article() });
  const late = join(newsroom.dataDirectory, 'late');
  const watch = await watchEarly(late, () => undefined);
  onTestFinished(() => watch.close());
  const told: (readonly string[] | undefined)[] = [];
  watch.follow((paths) => told.push(paths));
  cpSync(newsroom.directory, late, { recursive: true });
  await expect.poll(() => told, { timeout: 5_000 }).toEqual([undefined]);
}, 15_000);
