import { describe, expect, test } from 'vitest';
import { createDocument, type Document } from '@/lib/server/document';
import { createDocuments } from '@/lib/server/documents';

const print = (text: string, status = 200): Promise<Document> =>
  createDocument(
    { status, contentType: 'text/html', cacheControl: 'no-store', contentSecurityPolicy: '' },
    text,
  );
const textOf = (document: Document | undefined) =>
  document?.representations.identity.body.toString();
const never = () => undefined;

/** A making that is finished when the test says so. */
function slowMaking(text: string) {
  let finish: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun = 0;
  const make = async () => {
    begun += 1;
    await gate;
    return await print(text);
  };
  return { make, finish: () => finish(), begun: () => begun };
}

test('a document is made once and found from then on', async () => {
  const documents = createDocuments(never);
  let made = 0;
  const make = () => {
    made += 1;
    return print('a');
  };
  await documents.findOrMake('/a', 0, make);
  await documents.findOrMake('/a', 0, make);
  expect(made).toBe(1);
  expect(textOf(documents.find('/a', 0))).toBe('a');
  expect(documents.find('/b', 0)).toBeUndefined();
});

test('many who ask at once wait for one making', async () => {
  const documents = createDocuments(never);
  const { make, finish, begun } = slowMaking('a');
  const asked = Array.from({ length: 100 }, () => documents.findOrMake('/a', 0, make));
  finish();
  const answers = await Promise.all(asked);
  expect(begun()).toBe(1);
  expect(new Set(answers).size).toBe(1);
});

test('what was made from content that changed meanwhile is answered, not kept', async () => {
  const documents = createDocuments(never);
  const old = slowMaking('cũ');
  const answer = documents.findOrMake('/a', 0, old.make);
  documents.drop();
  old.finish();
  expect(textOf(await answer)).toBe('cũ');
  expect(documents.count()).toBe(0);
});

test('who asks after a change does not wait for what was begun before it', async () => {
  const documents = createDocuments(never);
  const old = slowMaking('cũ');
  const first = documents.findOrMake('/a', 0, old.make);
  documents.drop();
  const second = documents.findOrMake('/a', 0, () => print('mới'));
  expect(textOf(await second)).toBe('mới');
  old.finish();
  await first;
  expect(textOf(documents.find('/a', 0))).toBe('mới');
});

describe('the clock', () => {
  test('drops everything at the instant that changes what is in print, and not before', async () => {
    const documents = createDocuments((now) => (now < 1000 ? 1000 : undefined));
    await documents.findOrMake('/a', 0, () => print('a'));
    await documents.findOrMake('/b', 500, () => print('b'));
    expect(textOf(documents.find('/a', 999))).toBe('a');
    expect(documents.find('/a', 1000)).toBeUndefined();
    expect(documents.count()).toBe(0);
  });

  test('goes on to the next such instant', async () => {
    const documents = createDocuments((now) => [1000, 2000].find((instant) => instant > now));
    for (const now of [0, 1000, 2000]) {
      await documents.findOrMake('/a', now, () => print(`lúc ${now}`));
      expect(textOf(documents.find('/a', now + 999))).toBe(`lúc ${now}`);
    }
    expect(textOf(documents.find('/a', 1e15))).toBe('lúc 2000');
  });

  test('passing during a making leaves nothing old behind', async () => {
    const documents = createDocuments((now) => (now < 1000 ? 1000 : undefined));
    const old = slowMaking('cũ');
    const answer = documents.findOrMake('/a', 999, old.make);
    expect(documents.find('/a', 1000)).toBeUndefined();
    old.finish();
    await answer;
    expect(documents.find('/a', 1000)).toBeUndefined();
  });

  test('counts from the change of content anew', async () => {
    let next: number | undefined;
    const documents = createDocuments(() => next);
    await documents.findOrMake('/a', 0, () => print('a'));
    next = 500;
    documents.drop();
    await documents.findOrMake('/a', 0, () => print('a'));
    expect(documents.find('/a', 500)).toBeUndefined();
  });
});

describe('a failure', () => {
  test('that is a document is answered and not kept', async () => {
    const documents = createDocuments(never);
    expect((await documents.findOrMake('/a', 0, () => print('hỏng', 500))).status).toBe(500);
    expect(documents.count()).toBe(0);
    expect(textOf(await documents.findOrMake('/a', 0, () => print('lành')))).toBe('lành');
  });

  test('that is thrown reaches all who wait, and the next one tries again', async () => {
    const documents = createDocuments(never);
    const fail = () => Promise.reject(new Error('hỏng'));
    const asked = [documents.findOrMake('/a', 0, fail), documents.findOrMake('/a', 0, fail)];
    for (const answer of asked) await expect(answer).rejects.toThrow('hỏng');
    expect(textOf(await documents.findOrMake('/a', 0, () => print('lành')))).toBe('lành');
  });
});

test('what is missing or withdrawn is kept as well', async () => {
  const documents = createDocuments(never);
  await documents.findOrMake('/a', 0, () => print('không có', 404));
  await documents.findOrMake('/b', 0, () => print('đã rút', 410));
  expect(documents.find('/a', 0)?.status).toBe(404);
  expect(documents.find('/b', 0)?.status).toBe(410);
});

test('the least used go when memory is full', async () => {
  const documents = createDocuments(never);
  const big = { ...(await print('a')), size: 50 * 1_048_576 };
  for (const path of ['/a', '/b']) await documents.findOrMake(path, 0, async () => big);
  documents.find('/a', 0);
  await documents.findOrMake('/c', 0, async () => big);
  expect(documents.count()).toBe(2);
  expect(documents.find('/b', 0)).toBeUndefined();
  expect(documents.find('/a', 0)).toBe(big);
});
