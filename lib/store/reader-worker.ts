import { readFileSync, statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type Problem, problem } from '../content/problems/problems';
import { formatNumber } from '../vietnamese/numbers';
import { codeOf } from './content-tree';
import {
  type FileReading,
  type FileToRead,
  type ReadingContext,
  readContentFile,
  renderContentBody,
} from './file-reading';
import { type Order, stateOf, type WorkerSetup } from './reader-protocol';

/** What is larger is no text, and is not even taken into memory. */
const MOST_MB = 16;

const { state } = workerData as WorkerSetup;
let context: ReadingContext | undefined;

parentPort?.on('message', (order: Order) => {
  if (order.kind === 'context') {
    context = order.context;
    return;
  }
  if (!context) throw new Error('a task came before what it is read by');
  Atomics.store(state, stateOf.task, BigInt(order.id));
  Atomics.store(state, stateOf.begun, process.hrtime.bigint());
  const result =
    order.kind === 'read'
      ? read(order.file, context)
      : attempt(() => renderContentBody(order.body, context?.siteUrl ?? ''));
  Atomics.store(state, stateOf.begun, 0n);
  parentPort?.postMessage({ id: order.id, result });
});

function read(file: FileToRead, by: ReadingContext): FileReading | undefined {
  const bytes = readBytes(by.directory, file.path);
  if ('problems' in bytes) return { ok: false, problems: bytes.problems };
  return attempt(() => readContentFile(file, bytes.bytes, by));
}

/** What `work` makes, or undefined when its text is so deep that the stack is used up. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function readBytes(
  directory: string,
  path: string,
): { readonly bytes: Uint8Array } | { readonly problems: readonly Problem[] } {
  const at = { file: path, line: 1, column: 1 };
  try {
    const megabytes = statSync(`${directory}/${path}`).size / 1_048_576;
    if (megabytes <= MOST_MB)
      return { bytes: new Uint8Array(readFileSync(`${directory}/${path}`)) };
    const sizes = [formatNumber(Math.ceil(megabytes), 'MB'), formatNumber(1, 'MB')] as const;
    return { problems: [problem('file-too-large', at, ...sizes)] };
  } catch (cause) {
    return { problems: [problem('file-unreadable', at, codeOf(cause))] };
  }
}
