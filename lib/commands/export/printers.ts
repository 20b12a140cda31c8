import { availableParallelism } from 'node:os';
import type { Job } from './jobs';
import { type Printed, type Printer, reasonOf } from './printer';

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

/** Where pages are printed. */
export interface Printers {
  /** In this process; whoever made it closes it. */
  readonly own: () => Promise<Printer>;
  /** In another one; it is closed here. @param writer tells it apart from the others */
  readonly beside: (writer: string) => Promise<Printer>;
}

/**
 * Prints pages in this process, or in one a core when there are many. It ends early when nothing
 * can be written, or when it is told to.
 * @param onPrinted hears what became of pages as it is known
 */
export async function printPages(
  { jobs, count }: Order,
  { own, beside }: Printers,
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
  const work = async (printer: Printer) => {
    for (let batch = nextBatch(); batch && !isHindered && !stop.aborted; batch = nextBatch())
      tell(await printer.print(batch));
  };
  const workBeside = async (writer: string) => {
    const printer = await beside(writer);
    try {
      await work(printer);
    } finally {
      await printer.close();
    }
  };
  const processes = count < MANY_PAGES ? 1 : Math.min(availableParallelism(), MOST_PROCESSES);
  if (processes === 1) return await work(await own());
  const working = Array.from({ length: processes }, (_, index) =>
    workBeside(String(index + 1)).catch((cause) =>
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
