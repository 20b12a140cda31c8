import { describe, expect, test } from 'vitest';
import type { Job } from '@/lib/commands/export/jobs';
import type { Printed, Printer } from '@/lib/commands/export/printer';
import { MANY_PAGES, printPages } from '@/lib/commands/export/printers';
import { fileOf, paths } from '@/lib/site/routes';

const jobs = (count: number): readonly Job[] =>
  Array.from({ length: count }, (_, index) => {
    const path = paths.article(`bai-${index}`);
    return { path, file: fileOf(path) };
  });

/** Prints with printers of a test; tells which files were printed, what was told, and who was closed. */
async function print(
  count: number,
  printBatch: (jobs: readonly Job[], writer: string) => Promise<Printed>,
  stop = new AbortController().signal,
) {
  const printed: string[] = [];
  const told: Printed[] = [];
  const closed: string[] = [];
  const printerOf = (writer: string): Printer => ({
    print: (batch) => {
      printed.push(...batch.map(({ file }) => file));
      return printBatch(batch, writer);
    },
    close: async () => {
      closed.push(writer);
    },
  });
  await printPages(
    { jobs: [jobs(count)], count },
    { own: async () => printerOf('own'), beside: async (writer) => printerOf(writer) },
    (part) => told.push(part),
    stop,
  );
  return { printed, told, closed };
}

const allWritten = async (batch: readonly Job[]): Promise<Printed> => ({
  ...{ written: batch.length, unchanged: 0, failed: [] },
});

describe('pages', () => {
  test('are each printed once, few by this process', async () => {
    const { printed, closed } = await print(MANY_PAGES - 1, allWritten);
    expect(printed).toEqual(jobs(MANY_PAGES - 1).map(({ file }) => file));
    expect(closed).toEqual([]);
  });

  test('when they are many, are each printed once, by whichever process is free', async () => {
    const { printed } = await print(MANY_PAGES + 1, allWritten);
    expect([...printed].sort()).toEqual(
      jobs(MANY_PAGES + 1)
        .map(({ file }) => file)
        .sort(),
    );
  });

  test('are none: no printer is opened', async () => {
    expect(await print(0, allWritten)).toEqual({ printed: [], told: [], closed: [] });
  });
});

test('after a wish to stop only what is under way is ended', async () => {
  const stop = new AbortController();
  const stopping = async (batch: readonly Job[]) => {
    stop.abort();
    return await allWritten(batch);
  };
  const { printed, told } = await print(100, stopping, stop.signal);
  expect(printed.length).toBeLessThan(100);
  expect(told).toHaveLength(1);
});

test('a process that dies is an obstacle, and no more pages are handed out', async () => {
  const dying = async (): Promise<Printed> => {
    throw new Error('a process that prints has ended (SIGKILL)');
  };
  const { printed, told } = await print(1000, dying);
  expect(told.map(({ obstacle }) => obstacle)).toContainEqual({
    ...{ kind: 'broken', reason: 'a process that prints has ended (SIGKILL)' },
  });
  expect(printed.length).toBeLessThan(1000);
});
