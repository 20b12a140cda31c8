import { expect, test } from 'vitest';
import { inTurns } from '@/lib/server/publishing/turns';

/** Something that runs until it is told to end. */
function createRuns() {
  const ends: ((failure?: Error) => void)[] = [];
  const ask = inTurns(
    () =>
      new Promise<number>((resolve, reject) => {
        const number = ends.length + 1;
        ends.push((failure) => (failure ? reject(failure) : resolve(number)));
      }),
  );
  return { ask, ends };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('who asks while it runs shares one more run with all who ask meanwhile', async () => {
  const { ask, ends } = createRuns();
  const first = ask();
  const others = [ask(), ask(), ask()];
  await settled();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await settled();
  expect(ends).toHaveLength(2);
  const last = ask();
  ends[1]?.();
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  await settled();
  ends[2]?.();
  expect(await last).toBe(3);
});

test('after a failure the next has its turn', async () => {
  const { ask, ends } = createRuns();
  const first = ask();
  const second = ask();
  ends[0]?.(new Error('hỏng'));
  await expect(first).rejects.toThrow('hỏng');
  await settled();
  ends[1]?.();
  expect(await second).toBe(2);
  const third = ask();
  ends[2]?.();
  expect(await third).toBe(3);
});
