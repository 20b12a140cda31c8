import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { defaultSite } from '@/lib/content/site-file';
import { indexTagNames } from '@/lib/content/tags-file';
import type { FileReading, FileToRead } from '@/lib/store/file-reading';
import { openReader } from '@/lib/store/reader';
import { article, createNewsroom, NOON, slugsOf } from './newsroom';

/** Six seconds of work for the parser, then the end of its stack. */
const runaway = `${'*'.repeat(10_000)}a${'*'.repeat(10_000)}`;

/** More nodes than the memory of a worker holds, in less than a megabyte. */
const exploding = '* a\n'.repeat(250_000);

/** Reads texts as the files of a folder. */
async function read(texts: Readonly<Record<string, string>>, withBody = true) {
  const directory = mkdtempSync(join(tmpdir(), 'reader-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  mkdirSync(join(directory, 'articles'));
  const files = Object.keys(texts).map(
    (path): FileToRead => ({
      kind: 'article',
      path: `articles/${path}`,
      withBody,
      withSearch: false,
    }),
  );
  for (const [path, text] of Object.entries(texts))
    writeFileSync(join(directory, 'articles', path), text);
  const newsroom = { site: defaultSite, tagNames: indexTagNames([]) };
  const readings = await openReader().read(files, {
    newsroom,
    siteUrl: 'https://vi-du.vn',
    directory,
  });
  return { readings, directory, files };
}

function outcomeOf(reading: FileReading): string {
  if (!reading.ok) return reading.problems.map(({ code }) => code).join();
  return reading.contents.kind === 'article' ? reading.contents.article.title : '';
}

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`tin-${n}.md`, article({ title: `Tin ${n}` })]),
  );

test('readings come in the order of the files, however many there are', async () => {
  const { readings } = await read(many(700), false);
  expect(readings.map(outcomeOf)).toEqual(Array.from({ length: 700 }, (_, n) => `Tin ${n}`));
});

test('after many files and a rest it reads on', async () => {
  await read(many(1_200), false);
  await sleep(6_000);
  const { readings } = await read(many(3), false);
  expect(readings.map(outcomeOf)).toEqual(['Tin 0', 'Tin 1', 'Tin 2']);
}, 60_000);

test('a worker that is warm holds no process back', async () => {
  const program = `import { openReader } from ${JSON.stringify(join(process.cwd(), 'lib/store/reader.ts'))};
    openReader().warm();`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000 })).toBe('');
}, 60_000);

test('a body is rendered when asked for', async () => {
  const { readings } = await read({ 'a.md': article({}, '## Mục\n\n[Một](/gioi-thieu).') });
  const [reading] = readings;
  const contents = reading?.ok ? reading.contents : undefined;
  const rendered = contents?.kind === 'article' ? contents.rendered : undefined;
  expect(rendered?.html).toContain('<h2 id="muc">Mục</h2>');
  expect(rendered?.anchors).toEqual(['muc']);
  expect(rendered?.mentions).toMatchObject([{ kind: 'link', target: '/gioi-thieu', line: 10 }]);
});

test('a text that the parser cannot cope with is stopped and named, and the rest is read', async () => {
  const { readings } = await read({
    'a.md': article({ title: 'Trước' }),
    'chay-mai.md': article({}, runaway),
    'no-tung.md': article({}, exploding),
    'z.md': article({ title: 'Sau' }),
    ...many(100),
  });
  expect(readings.slice(0, 4).map(outcomeOf)).toEqual([
    ...['Trước', 'parsing-stopped', 'parsing-stopped', 'Sau'],
  ]);
  expect(readings.slice(4).map(outcomeOf)).toEqual(
    Object.keys(many(100)).map((_, n) => `Tin ${n}`),
  );
});

test('so is one that was not to be rendered yet, and one that is rendered later', async () => {
  const { readings } = await read({ 'chay-mai.md': article({}, runaway) }, false);
  expect(readings.map(outcomeOf)).toEqual(['parsing-stopped']);
  const render = (markdown: string) =>
    openReader().render({ path: 'a.md', markdown, bodyLine: 1 }, 'https://vi-du.vn');
  expect(await render(runaway)).toBeUndefined();
  expect((await render('Chữ.'))?.html).toBe('<p>Chữ.</p>');
});

test('a file that is no text is not even taken into memory', async () => {
  const { directory, files } = await read({ 'a.md': '' });
  truncateSync(join(directory, 'articles/a.md'), 3 * 1024 ** 3);
  const newsroom = { site: defaultSite, tagNames: indexTagNames([]) };
  const [reading] = await openReader().read(files, { newsroom, siteUrl: '', directory });
  expect(reading).toMatchObject({
    ok: false,
    problems: [{ code: 'file-too-large', message: expect.stringContaining('3.072') }],
  });
});

test('a file that goes between the listing and the reading is one that cannot be read', async () => {
  const { directory, files } = await read({ 'a.md': article() });
  rmSync(join(directory, 'articles/a.md'));
  const newsroom = { site: defaultSite, tagNames: indexTagNames([]) };
  const [reading] = await openReader().read(files, { newsroom, siteUrl: '', directory });
  expect(reading && outcomeOf(reading)).toBe('file-unreadable');
});

test('an article whose new text had to be stopped stays as it was last good', async () => {
  const newsroom = createNewsroom({ 'articles/a.md': article({ title: 'Tốt' }, 'Thân tốt.') });
  const store = await newsroom.open();
  newsroom.write('articles/a.md', article({ title: 'Hỏng' }, runaway));
  newsroom.write('articles/b.md', article({ title: 'Khác', date: '2026-11-02' }));
  await store.sync();
  expect(slugsOf(store.edition(NOON).listAll(1))).toEqual(['b', 'a']);
  expect(store.edition(NOON).findArticle('a')?.title).toBe('Tốt');
  expect((await store.edition(NOON).readBody('a'))?.html).toBe('<p>Thân tốt.</p>');
  expect(store.problems().map(({ file, code }) => `${file} ${code}`)).toEqual([
    'articles/a.md parsing-stopped',
  ]);
});

test('a text that was stopped is tried again at the next start: the machine may have been at fault', async () => {
  const newsroom = createNewsroom({
    'articles/a.md': article({}, runaway),
    'articles/b.md': article(),
  });
  (await newsroom.open()).close();
  const read: string[] = [];
  const store = await newsroom.open({
    report: (problems) => read.push(...problems.map(({ file, code }) => `${file} ${code}`)),
  });
  expect(read).toEqual(['articles/a.md parsing-stopped']);
  expect((await store.sync()).changed).toEqual([]);
});

test('a file that was exchanged for a link or a pipe after the listing is not followed', async () => {
  const { directory, files } = await read({
    'a.md': article(),
    'b.md': article(),
    'c.md': article(),
  });
  const inside = (name: string) => join(directory, 'articles', name);
  writeFileSync(join(directory, 'ngoai.md'), article({ title: 'Ngoài' }));
  for (const name of ['a.md', 'b.md']) rmSync(inside(name));
  symlinkSync(join(directory, 'ngoai.md'), inside('a.md'));
  execFileSync('mkfifo', [inside('b.md')]);
  const newsroom = { site: defaultSite, tagNames: indexTagNames([]) };
  const readings = await openReader().read(files, { newsroom, siteUrl: '', directory });
  expect(readings.map(outcomeOf)).toEqual(['file-unreadable', 'file-unreadable', 'Tin']);
});

test('a machine that sleeps while a file is read does not make it one that is stopped', async () => {
  const program = join(import.meta.dirname, 'read-once.ts');
  const folder = mkdtempSync(join(tmpdir(), 'reader-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'articles'));
  for (const [path, text] of Object.entries(many(1500)))
    writeFileSync(join(folder, 'articles', path), text);
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder]);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  for (let pause = 0; pause < 3; pause += 1) {
    child.kill('SIGSTOP');
    await sleep(2000);
    child.kill('SIGCONT');
    await sleep(30);
  }
  await ended;
  expect(output.trim().split('\n')).toEqual(['reading', '1500 sound, 0 stopped']);
});
