import { availableParallelism } from 'node:os';
import type { Job } from './jobs';
import { openOutFolder } from './out-folder';
import { startPrinter } from './print-process';
import type { PrintStart } from './print-protocol';
import { openPrinter, type Printed, type Printer, reasonOf } from './printer';

/** Fewer pages than these are printed before other processes have started. */
export const MANY_PAGES = 200;

/** More processes than these wait for the disk. */
const MOST_PROCESSES = 8;

/** Pages that a printer is handed at a time. */
const BATCH = 20;

/** Pages to print. */
export interface Order {
  /** In parts, taken as they are needed. */
  readonly jobs: Iterable<readonly Job[]>;
  /** How many pages they are. */
  readonly count: number;
}

/**
 * Prints pages in this process, or in one a core when there are many. It ends early when nothing
 * can be written, or when it is told to.
 * @param onPrinted hears what became of pages as it is known
 */
export async function printPages(
  { jobs, count }: Order,
  start: Omit<PrintStart, 'writer'>,
  onPrinted: (printed: Printed) => void,
  stop: AbortSignal,
): Promise<void> {
  if (count === 0) return;
  const batches = inBatches(jobs);
  const nextBatch = (): readonly Job[] | undefined => batches.next().value ?? undefined;
  let isHindered = false;
  const tell = (printed: Printed) => {
    isHindered ||= printed.obstacle !== undefined;
    onPrinted(printed);
  };
  const work = async (opening: Promise<Printer>) => {
    const printer = await opening;
    try {
      for (let batch = nextBatch(); batch; batch = nextBatch()) {
        tell(await printer.print(batch));
        if (isHindered || stop.aborted) return;
      }
    } finally {
      await printer.close();
    }
  };
  const processes = count < MANY_PAGES ? 1 : Math.min(availableParallelism(), MOST_PROCESSES);
  if (processes === 1) return await work(openPrinter(openOutFolder(start.out, 'alone'), start));
  const working = Array.from({ length: processes }, (_, index) =>
    work(startPrinter({ ...start, writer: String(index + 1) })).catch((cause) =>
      tell({ ...nothing, obstacle: { kind: 'broken', reason: reasonOf(cause) } }),
    ),
  );
  await Promise.all(working);
}

const nothing = { written: 0, unchanged: 0, failed: [] } as const;

function* inBatches(jobs: Iterable<readonly Job[]>): Generator<readonly Job[], undefined> {
  let waiting: readonly Job[] = [];
  for (const part of jobs) {
    waiting = [...waiting, ...part];
    let taken = 0;
    for (; waiting.length - taken >= BATCH; taken += BATCH)
      yield waiting.slice(taken, taken + BATCH);
    waiting = waiting.slice(taken);
  }
  if (waiting.length > 0) yield waiting;
}
