import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startPrinter } from '@/lib/commands/export/print-process';
import { fileOf, paths } from '@/lib/site/routes';
import { configurationWith } from '../../configuration';

const path = paths.article('tin');
const jobs = [{ path, file: fileOf(path) }];

/** Starts a process that answers as the one that prints does, as far as its program goes. */
async function start(program: string) {
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'program.mjs');
  writeFileSync(file, `process.on('message', (request) => { ${program} });`);
  return await startPrinter(
    {
      ...{ configuration: configurationWith({}), out: folder, writer: '1', rulesVersion: '' },
      ...{ applicationDirectory: folder, compress: false, moment: 0 },
    },
    file,
  );
}

const ready = `if (request.kind === 'start') process.send({ kind: 'ready' });`;

test('a process answers what became of pages', async () => {
  const printed = { written: 1, unchanged: 0, failed: [] };
  const printer = await start(
    `${ready} else process.send({ kind: 'printed', printed: ${JSON.stringify(printed)} });`,
  );
  expect(await printer.print(jobs)).toEqual(printed);
  await printer.close();
});

test('a process that cannot start fails', async () => {
  await expect(start('process.exit(3);')).rejects.toThrow('a process that prints has ended (3)');
});

test('a process that dies while it prints fails, and so does whatever is asked afterwards', async () => {
  const printer = await start(`${ready} else process.kill(process.pid, 'SIGKILL');`);
  await expect(printer.print(jobs)).rejects.toThrow('a process that prints has ended (SIGKILL)');
  await expect(printer.print(jobs)).rejects.toThrow();
  await printer.close();
});
