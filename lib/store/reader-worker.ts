import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type Problem, problem } from '../content/problems/problems';
import { findTooLarge } from '../content/source/source-text';
import { codeOf } from './content-tree';
import {
  type FileReading,
  type FileToRead,
  type ReadingContext,
  readContentFile,
  renderContentBody,
} from './file-reading';
import type { Order, Task, WorkerSetup } from './reader-protocol';

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
const { state } = workerData as WorkerSetup;
let context: ReadingContext | undefined;

parentPort?.on('message', (order: Order) => {
  if (order.kind === 'context') {
    context = order.context;
    return;
  }
  Atomics.store(state, 0, order.id);
  const result = attempt(order.task);
  Atomics.store(state, 0, 0);
  parentPort?.postMessage({ id: order.id, result });
});

/** What a task gives; undefined when its text is too much for the parsers. */
function attempt(task: Task) {
  try {
    return task.kind === 'read' ? read(task.file) : renderContentBody(task.body, task.siteUrl);
  } catch (cause) {
    const path = task.kind === 'read' ? task.file.path : task.body.path;
    // The end of the stack is the text's doing; anything else is a fault of ours, and one file's only.
    if (!(cause instanceof RangeError)) console.error(path, cause);
    return undefined;
  }
}

function read(file: FileToRead): FileReading {
  if (!context) throw new Error('a file came before what it is read by');
  const bytes = readBytes(context.directory, file.path);
  if ('problems' in bytes) return { ok: false, problems: bytes.problems };
  return readContentFile(file, bytes.bytes, context);
}

/** The bytes of a file, which must be one, and lie where it was listed: it may have been exchanged. */
function readBytes(
  directory: string,
  path: string,
): { readonly bytes: Uint8Array } | { readonly problems: readonly Problem[] } {
  const unreadable = (reason: string) => ({
    problems: [problem('file-unreadable', { file: path, line: 1, column: 1 }, reason)],
  });
  let descriptor: number | undefined;
  try {
    const file = join(directory, path);
    const folder = join(realpathSync(directory), dirname(path));
    if (realpathSync(dirname(file)) !== folder) return unreadable('ELOOP');
    // Neither a link, nor a pipe that somebody would have to write to.
    descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return unreadable('ENOTFILE');
    const tooLarge = findTooLarge(stats.size, path);
    return tooLarge
      ? { problems: [tooLarge] }
      : { bytes: new Uint8Array(readFileSync(descriptor)) };
  } catch (cause) {
    return unreadable(codeOf(cause));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
