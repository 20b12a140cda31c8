import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRendering } from '@/lib/store/create-rendering';
import { openDatabase } from '@/lib/store/database';
import { openReader, type Reader } from '@/lib/store/reader';
import { article, createNewsroom, NOON } from './newsroom';

/** So many files that none of their bodies is rendered as it is read. */
const many = Object.fromEntries(
  Array.from({ length: 101 }, (_, n) => [`articles/tin-${n}.md`, article({}, '[Cũ](/khong-co).')]),
);

/** A store, and a rendering of it whose reader does something before it answers. */
async function openSlowly(answer: Reader['render']) {
  const newsroom = createNewsroom(many);
  const store = await newsroom.open();
  const database = openDatabase(join(newsroom.dataDirectory, 'store.sqlite'));
  const asked: string[] = [];
  const takenOut: string[] = [];
  const readBody = createRendering({
    database: () => database,
    reader: {
      ...openReader(),
      render: async (body, siteUrl) => {
        asked.push(body.markdown.trim());
        const rendered = await answer(body, siteUrl);
        newsroom.write('articles/tin-0.md', article({ title: 'Mới' }, 'Mới.'));
        await store.sync();
        return rendered;
      },
    },
    siteUrl: 'https://vi-du.vn',
    report: () => undefined,
    onTakenOut: (path) => takenOut.push(path),
  });
  return { store, readBody, asked, takenOut };
}

describe('a body whose file changes while it is rendered', () => {
  test.each([
    ['rendered', openReader().render],
    ['stopped', async () => undefined],
  ])('and that is %s then, leaves the new version as it is', async (_how, answer) => {
    const { store, readBody, takenOut } = await openSlowly(answer);
    await readBody('tin-0');
    expect(store.edition(NOON).findArticle('tin-0')?.title).toBe('Mới');
    expect((await store.edition(NOON).readBody('tin-0'))?.html).toBe('<p>Mới.</p>');
    expect(store.mentions('articles/tin-0.md').filter(({ kind }) => kind === 'link')).toEqual([]);
    expect(store.problemsOfFile('articles/tin-0.md')).toEqual([]);
    expect(takenOut).toEqual([]);
  });
});

test('a body that many ask for at once is rendered once', async () => {
  const { readBody, asked } = await openSlowly(openReader().render);
  const bodies = await Promise.all([readBody('tin-1'), readBody('tin-1'), readBody('tin-2')]);
  expect(bodies.map((body) => body?.html)).toEqual(
    Array.from({ length: 3 }, () => '<p><a href="/khong-co">Cũ</a>.</p>'),
  );
  expect(asked).toHaveLength(2);
});

test('an article whose body has to be stopped when it is first asked for is taken out and named', async () => {
  const { store, readBody, takenOut } = await openSlowly(async () => undefined);
  const position = store.position();
  expect(await readBody('tin-5')).toBeUndefined();
  expect(store.changesSince(position)).toBeUndefined();
  expect(store.edition(NOON).findArticle('tin-5')).toBeUndefined();
  expect(takenOut).toEqual(['articles/tin-5.md']);
  expect(store.problemsOfFile('articles/tin-5.md').map(({ code }) => code)).toEqual([
    'parsing-stopped',
  ]);
});
