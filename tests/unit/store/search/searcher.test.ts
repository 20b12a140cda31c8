import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SearchRequest } from '@/lib/site/search-address';
import { createSearcher } from '@/lib/store/search/searcher';

/** A search process of a few lines, which counts what it is asked. */
const program = `
  import { createRequire } from 'node:module';
  import { writeFileSync } from 'node:fs';
  const { pidFile } = JSON.parse(process.argv[2]);
  writeFileSync(pidFile, String(process.pid));
  let asked = 0;
  process.on('message', ({ id, question: { request } }) => {
    asked += 1;
    if (request.text === 'mãi') {
      // Inside of SQLite nothing that JavaScript knows could stop it.
      const Database = createRequire(${JSON.stringify(import.meta.url)})('libsql');
      new Database(':memory:')
        .prepare('with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n')
        .all();
    }
    if (request.text === 'hỏng') throw new Error('broken process');
    if (request.text === 'sai') return process.send({ kind: 'failure', id, message: 'wrong' });
    process.send({ kind: 'answer', id, found: { asked, text: request.text } });
  });
  process.send({ kind: 'ready' });
`;

function openWithPid(source = program) {
  const directory = mkdtempSync(join(tmpdir(), 'searcher-'));
  const file = join(directory, 'process.mjs');
  const pidFile = join(directory, 'pid');
  writeFileSync(file, source);
  const setup = { file: '', contentDirectory: '', pidFile };
  const searcher = createSearcher(setup, file);
  onTestFinished(() => {
    searcher.close();
    rmSync(directory, { recursive: true });
  });
  const ask = (text: string, now = 0, position = 'a') => {
    const request: SearchRequest = { text, order: 'relevance', page: 1 };
    return searcher.search(request, now, position) as Promise<unknown>;
  };
  return { ask, close: searcher.close, pid: () => Number(readFileSync(pidFile, 'utf8')) };
}
const open = (source?: string) => openWithPid(source).ask;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH: there is no such process.
    return false;
  }
}
const found = (text: string, asked: number) => ({ kind: 'found', found: { text, asked } });

test('a question that takes too long is stopped, and the next is answered by a new process', async () => {
  const { ask, pid } = openWithPid();
  expect(await ask('một')).toEqual(found('một', 1));
  const busy = pid();
  const [endless, behind] = await Promise.all([ask('mãi'), ask('hai')]);
  expect(endless).toEqual({ kind: 'stopped' });
  expect(behind).toEqual(found('hai', 1));
  // It does not go on with what nobody waits for.
  await expect.poll(() => isRunning(busy)).toBe(false);
});

test('closing in the middle of a question ends its process', async () => {
  const { ask, close, pid } = openWithPid();
  await ask('một');
  const busy = pid();
  const endless = ask('mãi');
  setTimeout(close, 100);
  expect(await endless).toEqual({ kind: 'stopped' });
  await expect.poll(() => isRunning(busy)).toBe(false);
});

test('too many who wait are told at once', async () => {
  const ask = open();
  const waiting = Array.from({ length: 52 }, (_, index) => ask(`chữ ${index}`));
  expect(await ask('thêm')).toEqual({ kind: 'busy' });
  expect(await waiting[0]).toEqual(found('chữ 0', 1));
  await Promise.all(waiting);
  expect(await ask('thêm')).toMatchObject({ kind: 'found' });
});

test('the same question within a second is asked once, as long as the content is the same', async () => {
  const ask = open();
  expect(await ask('cảng', 1000)).toEqual(found('cảng', 1));
  expect(await ask('cảng', 1900)).toEqual(found('cảng', 1));
  expect(await ask('cảng', 1900, 'b')).toEqual(found('cảng', 2));
  // In the next second an embargo may have ended.
  expect(await ask('cảng', 2000)).toEqual(found('cảng', 3));
});

test('what was stopped is asked again', async () => {
  const ask = open();
  expect(await ask('mãi')).toEqual({ kind: 'stopped' });
  expect(await ask('mãi')).toEqual({ kind: 'stopped' });
});

test('a failure is that of its question alone', async () => {
  const ask = open();
  await expect(ask('sai')).rejects.toThrow('wrong');
  expect(await ask('một')).toEqual(found('một', 2));
});

test('a process that breaks fails its question; the others get a new one', async () => {
  const ask = open();
  expect(await ask('một')).toEqual(found('một', 1));
  const [broken, behind] = await Promise.allSettled([ask('hỏng'), ask('hai')]);
  expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'the search ended (1)' } });
  expect(behind).toEqual({ status: 'fulfilled', value: found('hai', 1) });
});

test('a process that cannot start fails whoever waits', async () => {
  const ask = open('throw new Error("no start")');
  const both = await Promise.allSettled([ask('một'), ask('hai')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
