import { expect, test } from 'vitest';
import { createRateLimit } from '@/lib/server/rate-limit';

/** A limit of ten a minute, and its clock. */
function tenAMinute(most?: number) {
  let now = 1_000_000;
  const limit = createRateLimit({ perMinute: 10, now: () => now, ...(most && { most }) });
  const takeAll = (key: string) => {
    while (limit.take(key) === 0);
  };
  return {
    ...limit,
    takeAll,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('ten at once are let through, and the next in six seconds', () => {
  const { take } = tenAMinute();
  expect(Array.from({ length: 12 }, () => take('a'))).toEqual([...Array(10).fill(0), 6, 6]);
});

test('one comes back every six seconds, and never more than ten', () => {
  const { take, takeAll, pass } = tenAMinute();
  takeAll('a');
  pass(5_000);
  expect(take('a')).toBe(1);
  pass(1_000);
  expect([take('a'), take('a')]).toEqual([0, 6]);
  pass(3_600_000);
  expect(Array.from({ length: 11 }, () => take('a')).filter((wait) => wait > 0)).toHaveLength(1);
});

test('each key has its own', () => {
  const { take, takeAll } = tenAMinute();
  takeAll('a');
  expect(take('b')).toBe(0);
});

test('asking how long to wait takes nothing', () => {
  const { take, takeAll, wait } = tenAMinute();
  for (let asked = 0; asked < 20; asked += 1) expect(wait('a')).toBe(0);
  expect(take('a')).toBe(0);
  takeAll('a');
  expect(wait('a')).toBe(6);
});

test('a clock that was set back gives nothing and takes nothing', () => {
  const { take, pass } = tenAMinute();
  for (let taken = 0; taken < 9; taken += 1) take('a');
  pass(-3_600_000);
  expect([take('a'), take('a')]).toEqual([0, 6]);
  pass(6_000);
  expect(take('a')).toBe(0);
});

test('no more keys are remembered than may be', () => {
  const { take, takeAll } = tenAMinute(2);
  takeAll('a');
  take('b');
  take('c');
  expect(take('a')).toBe(0);
});
