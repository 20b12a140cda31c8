import { expect, test } from 'vitest';
import { createReprinting } from '@/lib/server/documents/reprinting';
import { paths } from '@/lib/site/routes';

const [front, tags, authors, archive] = [
  paths.front(),
  paths.tags(),
  paths.authors(),
  paths.archive(),
];

/** A queue of which a test sees what is printed, and when. */
function openQueue() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const reprinting = createReprinting((path) => {
    begun.push(path);
    return new Promise((resolve) => ends.push(() => resolve(true)));
  });
  const endAll = async () => {
    while (ends.length > 0) {
      for (const end of ends.splice(0)) end();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { reprinting, begun, endAll };
}

test('the most important is printed first, and two at a time', async () => {
  const { reprinting, begun, endAll } = openQueue();
  const added = [
    reprinting.add(archive, 3),
    reprinting.add(tags, 1),
    reprinting.add(authors, 2),
    reprinting.add(front, 0),
  ];
  await Promise.resolve();
  expect(begun).toEqual([front, tags]);
  await endAll();
  expect(begun).toEqual([front, tags, authors, archive]);
  expect(await Promise.all(added)).toEqual([true, true, true, true]);
});

test('what waits is printed once, with the better of its ranks', async () => {
  const { reprinting, begun, endAll } = openQueue();
  for (const [path, rank] of [
    [tags, 1],
    [authors, 2],
    [archive, 3],
    [archive, 0],
  ] as const)
    reprinting.add(path, rank);
  await Promise.resolve();
  await endAll();
  expect(begun).toEqual([archive, tags, authors]);
});

test('what changes while it is printed is printed once more', async () => {
  const { reprinting, begun, endAll } = openQueue();
  reprinting.add(front, 0);
  await Promise.resolve();
  const again = reprinting.add(front, 0);
  await endAll();
  expect(await again).toBe(true);
  expect(begun).toEqual([front, front]);
});
