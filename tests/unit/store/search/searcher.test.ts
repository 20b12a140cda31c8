import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SearchRequest } from '@/lib/site/search-address';
import { createSearcher } from '@/lib/store/search/searcher';

/** A search thread of a few lines, which counts what it is asked. */
const thread = `
  import { parentPort } from 'node:worker_threads';
  let asked = 0;
  parentPort.on('message', ({ id, question: { request } }) => {
    asked += 1;
    if (request.text === 'mãi') while (true);
    if (request.text === 'hỏng') throw new Error('broken thread');
    if (request.text === 'sai') return parentPort.postMessage({ kind: 'failure', id, message: 'wrong' });
    parentPort.postMessage({ kind: 'answer', id, found: { asked, text: request.text } });
  });
  parentPort.postMessage({ kind: 'ready' });
`;

function open(program = thread) {
  const directory = mkdtempSync(join(tmpdir(), 'searcher-'));
  const file = join(directory, 'thread.mjs');
  writeFileSync(file, program);
  const searcher = createSearcher({ file: '', contentDirectory: '' }, file);
  onTestFinished(() => {
    searcher.close();
    rmSync(directory, { recursive: true });
  });
  return (text: string, now = 0, position = 'a') => {
    const request: SearchRequest = { text, order: 'relevance', page: 1 };
    return searcher.search(request, now, position) as Promise<unknown>;
  };
}
const found = (text: string, asked: number) => ({ kind: 'found', found: { text, asked } });

test('a question that takes too long is stopped, and the next is answered by a new thread', async () => {
  const ask = open();
  expect(await ask('một')).toEqual(found('một', 1));
  const [endless, behind] = await Promise.all([ask('mãi'), ask('hai')]);
  expect(endless).toEqual({ kind: 'stopped' });
  expect(behind).toEqual(found('hai', 1));
});

test('too many who wait are told at once', async () => {
  const ask = open();
  const waiting = Array.from({ length: 52 }, (_, index) => ask(`chữ ${index}`));
  expect(await ask('thêm')).toEqual({ kind: 'busy' });
  expect(await waiting[0]).toEqual(found('chữ 0', 1));
  await Promise.all(waiting);
  expect(await ask('thêm')).toMatchObject({ kind: 'found' });
});

test('the same question within seconds is asked once, as long as the content is the same', async () => {
  const ask = open();
  expect(await ask('cảng', 1000)).toEqual(found('cảng', 1));
  expect(await ask('cảng', 1900)).toEqual(found('cảng', 1));
  expect(await ask('cảng', 1900, 'b')).toEqual(found('cảng', 2));
  expect(await ask('cảng', 9000)).toEqual(found('cảng', 3));
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

test('a thread that breaks fails its question; the others get a new one', async () => {
  const ask = open();
  expect(await ask('một')).toEqual(found('một', 1));
  const [broken, behind] = await Promise.allSettled([ask('hỏng'), ask('hai')]);
  expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'broken thread' } });
  expect(behind).toEqual({ status: 'fulfilled', value: found('hai', 1) });
});

test('a thread that cannot start fails whoever waits', async () => {
  const ask = open('throw new Error("no start")');
  const both = await Promise.allSettled([ask('một'), ask('hai')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
