import { openStore } from '../../store/open-store';
import { openOutFolder } from './out-folder';
import type { PrintAnswer, PrintRequest, PrintStart } from './print-protocol';
import { openPrinter, type Printer } from './printer';
import { storeOptionsOf } from './store-options';

// A process that prints its share of an export: it is told what by the one that started it.
let printer: Promise<Printer> | undefined;
process.on('message', (request: PrintRequest) => {
  answer(request).catch((cause) => {
    console.error(cause);
    process.exit(1);
  });
});
// Whoever started it is gone, or has no more to do.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal; the one that started it decides.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

async function answer(request: PrintRequest): Promise<void> {
  if (request.kind === 'start') {
    printer = start(request.start);
    await printer;
    send({ kind: 'ready' });
    return;
  }
  const printed = await (await printer)?.print(request.jobs);
  if (printed) send({ kind: 'printed', printed });
}

async function start(options: PrintStart): Promise<Printer> {
  // What is wrong with the content was told when it was read.
  await openStore(storeOptionsOf(options, options.rulesVersion, () => undefined));
  return await openPrinter(openOutFolder(options.out, options.writer), options);
}

function send(message: PrintAnswer): void {
  process.send?.(message);
}
