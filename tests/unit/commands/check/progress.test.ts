import { expect, test } from 'vitest';
import { createProgress } from '@/lib/commands/check/progress';

function watch(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => now);
  const describe = (done: number, total: number) => `${done}/${total}`;
  return {
    written,
    progress,
    at: (moment: number, done: number, total: number) => {
      now = moment;
      progress.show(done, total, describe);
    },
  };
}

test('short work stays silent', () => {
  const { written, progress, at } = watch(true);
  at(0, 10, 20);
  at(900, 20, 20);
  progress.end();
  expect(written).toEqual([]);
});

test('many files are shown at once, few when it takes longer than a second', () => {
  const many = watch(false);
  many.at(0, 1, 501);
  expect(many.written).toEqual(['1/501\n']);
  const few = watch(false);
  few.at(900, 1, 20);
  few.at(1001, 2, 20);
  expect(few.written).toEqual(['2/20\n']);
});

test('on a terminal a line replaces the one before and is gone at the end', () => {
  const { written, progress, at } = watch(true);
  at(0, 1, 1000);
  at(50, 2, 1000);
  at(100, 3, 1000);
  progress.end();
  progress.end();
  expect(written).toEqual(['\r1/1000\u001b[K', '\r3/1000\u001b[K', '\r\u001b[K']);
});

test('in a log a line comes every five seconds', () => {
  const { written, progress, at } = watch(false);
  at(0, 1, 1000);
  at(4999, 2, 1000);
  at(5000, 3, 1000);
  progress.end();
  expect(written).toEqual(['1/1000\n', '3/1000\n']);
});
