import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContentFolder } from '@/lib/commands/new/content-folder';
import { makeFile } from '@/lib/commands/new/make-file';
import { parseArticle } from '@/lib/content/article';
import { strings } from '@/lib/site/strings';

/** 1/12/2026, 00:30 in Hà Nội, and still November in UTC. */
const now = Date.UTC(2026, 10, 30, 17, 30);
const usual = ['--title', 'Tiêu đề bài', '--description', 'Sapo.', '--section', 'thoi-su'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'));
  write('site.yaml', 'name: a\nsections:\n  - key: thoi-su\n    name: Thời sự\n');
  write('tags.yaml', '- name: Kỳ Anh\n  synonyms: [TX Kỳ Anh]\n');
  write('authors/thu-trang.md', '---\nname: Thu Trang\n---\n');
  write('articles/2020/12/bai-cu.md', '---\n---\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|yaml)$/.test(path))
    .sort();

/** Runs the command; `answers` are typed one after the other, and then the input ends. */
async function run(args: readonly string[], answers?: readonly string[]) {
  const said: string[] = [];
  const complaints: string[] = [];
  const left = [...(answers ?? [])];
  const code = await makeFile(args, {
    ...{ contentDirectory: folder, siteUrl: 'https://vi-du.vn', now },
    ...(answers && { terminal: { ask: async () => left.shift(), close: () => undefined } }),
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, said: said.join('\n'), complaints: complaints.join('\n') };
}

/** Expects that the options are refused with these words and that no file was made. */
async function expectNothing(args: readonly string[], code: number, words: string) {
  const before = files();
  const answer = await run(args);
  expect(answer).toMatchObject({ code });
  expect(answer.complaints).toContain(words);
  expect(files()).toEqual(before);
}

describe('an article', () => {
  const file = 'articles/2026/12/tieu-de-bai.md';

  test('lies in the month of its date in the zone of the site, as a draft of this minute', async () => {
    expect(await run(usual)).toMatchObject({ code: 0, complaints: '' });
    expect(read(file)).toBe(
      '---\ntitle: Tiêu đề bài\ndate: 2026-12-01 00:30\ndescription: Sapo.\nsection: thoi-su\ndraft: true\n---\n\n',
    );
  });

  test('passes the check with everything that can be said of it', async () => {
    const more = ['--tags', 'Kỳ Anh, kỷ luật', '--authors', 'thu-trang', '--no-draft'];
    await run([...usual, ...more, '--date', '2020-12-24 07:30']);
    const path = 'articles/2020/12/tieu-de-bai.md';
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    const parsed = parseArticle(bytes, path, (await readContentFolder(folder)).newsroom);
    expect(parsed).toMatchObject({
      ok: true,
      warnings: [],
      article: {
        title: 'Tiêu đề bài',
        draft: false,
        tags: [{ name: 'Kỳ Anh' }, { name: 'kỷ luật' }],
        authors: [{ key: 'thu-trang' }],
        published: { epochMs: Date.UTC(2020, 11, 24, 0, 30) },
      },
    });
  });

  test('carries its tags by their settled names, each once', async () => {
    const { said } = await run([...usual, '--tags', 'TX Kỳ Anh, kỷ luật, kỳ anh']);
    expect(read(file)).toContain('tags:\n  - Kỳ Anh\n  - kỷ luật\n');
    expect(said).not.toContain('tag-merged');
  });

  test('is told of with its path, its address and what to do next', async () => {
    const { said } = await run(usual);
    expect(said).toContain(join(folder, file));
    expect(said).toContain('https://vi-du.vn/bai-viet/tieu-de-bai');
    expect(said).toContain(strings.newNextDraft);
  });

  test('lies in the folder itself where there is no articles/', async () => {
    rmSync(join(folder, 'articles'), { recursive: true });
    expect(await run(usual)).toMatchObject({ code: 0 });
    expect(files()).toContain('tieu-de-bai.md');
  });

  test('may have any section and author where the folder declares none', async () => {
    for (const path of ['site.yaml', 'tags.yaml', 'authors', 'articles']) {
      rmSync(join(folder, path), { recursive: true });
    }
    const args = ['--title', 'Tin', '--description', 'a', '--section', 'Đời sống'];
    expect(await run([...args, '--authors', 'Thu Trang'])).toMatchObject({ code: 0 });
  });

  test.each([
    ['Kỳ Anh: “tổng kết” #1'],
    [`'nháy' "kép" \\ & * ! @ [ { %`],
    ['2020-12-24'],
    ['1e3'],
    ['null'],
    ['--- a'],
    ['- a: b'],
    ['  Xuống\ndòng\tvà   khoảng trắng  '],
    ['Đại tá'.normalize('NFD')],
  ])('comes back with the title %j as it was given', async (title) => {
    const { code } = await run([`--title=${title}`, ...usual.slice(2)]);
    expect(code).toBe(0);
    const [path = ''] = files().filter((name) => name.startsWith('articles/2026'));
    const bytes = new Uint8Array(readFileSync(join(folder, path)));
    const parsed = parseArticle(bytes, path, (await readContentFolder(folder)).newsroom);
    const expected = title.normalize('NFC').replace(/\s+/g, ' ').trim();
    expect(parsed).toMatchObject({ ok: true, article: { title: expected } });
  });
});

describe('nothing is written', () => {
  test.each([
    ['bai-cu.md', 'Bài cũ'],
    ['Bài cũ.md'.normalize('NFD'), 'Bài cũ'],
    ['Bài cũ.md'.normalize('NFC'), 'Bài cũ'.normalize('NFD')],
  ])('over an article whose address is taken by %j', async (name, title) => {
    rmSync(join(folder, 'articles/2020'), { recursive: true });
    write(`articles/2019/01/${name}`, 'nguyên vẹn');
    await expectNothing(
      ['--title', title, ...usual.slice(2)],
      1,
      strings.newTaken('bai-cu', `articles/2019/01/${name}`),
    );
    expect(read(`articles/2019/01/${name}`)).toBe('nguyên vẹn');
  });

  test.each([
    [
      'an unknown section',
      ['--section', 'thoi-xu'],
      'Không có chuyên mục “thoi-xu” trong site.yaml.',
    ],
    ['an unknown author', ['--authors', 'thu-trag'], 'Không có tác giả “thu-trag”'],
    ['an impossible date', ['--date', '2020-13-45'], 'Không có ngày giờ nào là “2020-13-45”.'],
    ['a date that cannot be read', ['--date', 'hôm qua'], 'Không đọc được ngày “hôm qua”.'],
    ['a title without letters', ['--title', '北京'], strings.newWithoutLetters('北京')],
    ['an empty title', ['--title', ''], 'Thiếu khóa “title”.'],
    ['a tag without letters', ['--tags', '…'], 'Chủ đề “…” không có chữ hay số nào'],
  ])('with %s, in the words of the check', async (_, args, words) => {
    await expectNothing([...usual, ...args], 1, words);
  });

  test.each([
    ['an article', usual.slice(2), '--title'],
    ['a page', ['--kind', 'page', '--description', 'Một câu.'], '--title'],
    ['an author', ['--kind', 'author'], '--name'],
  ])('for %s by the name of a manual, which is never read', async (_, args, option) => {
    await expectNothing([...args, option, 'ReadMe'], 1, strings.newUnread('readme.md'));
  });

  test('when a name would order the terminal about', async () => {
    write('articles/2020/12/B\u001b[31mài\n::error::x.md', '---\n---\n');
    const { complaints } = await run(['--title', 'B 31mài error x', ...usual.slice(2)]);
    expect(complaints).toContain('B\\u001b[31mài\\u000a::error::x.md');
    expect(complaints).not.toContain('\u001b');
  });

  test('when site.yaml is broken', async () => {
    write('site.yaml', 'nam: a\n');
    await expectNothing(usual, 1, 'site.yaml:1:1 lỗi key-');
  });

  test('when there is no content folder', async () => {
    const gone = join(folder, 'khong-co');
    const lines: string[] = [];
    const code = await makeFile(usual, {
      ...{ contentDirectory: gone, siteUrl: 'https://vi-du.vn', now },
      say: () => undefined,
      complain: (line) => lines.push(line),
    });
    expect(code).toBe(1);
    expect(lines.join()).toContain('ENOENT');
  });

  test.each([
    [['--titel', 'a'], strings.wrongOption('--titel', '--title')],
    [['bai.md'], strings.wrongOption('bai.md')],
    [['--kind', 'tin'], strings.wrongOption('--kind tin')],
    [['--kind', 'page', '--section', 'thoi-su'], strings.wrongOption('--section')],
    [['--kind', 'page', '--no-draft'], strings.wrongOption('--no-draft')],
    [['--desk'], strings.wrongOption('--desk')],
    [['--title'], strings.wrongOption('--title')],
    [['--title', 'Tiêu đề bài'], strings.newMissing(['--description', '--section'])],
  ])('with the options %j, but what is wrong and how they are used', async (args, words) => {
    await expectNothing(args, 2, words);
    await expectNothing(args, 2, strings.newUsage);
  });

  test('for --help, which tells how it is used', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, said: strings.newUsage });
  });

  test.each([0, 1, 2, 3, 4, 5])('when the answers end after %i', async (count) => {
    const before = files();
    const answers = ['Tiêu đề bài', 'Sapo.', 'thoi-su', '', 'thu-trang'].slice(0, count);
    const answer = await run([], answers);
    expect(answer).toMatchObject({ code: 1, complaints: strings.newNothingWritten });
    expect(files()).toEqual(before);
  });
});

describe('questions', () => {
  test('are asked again until the answer is sound', async () => {
    const { code, complaints } = await run(
      [],
      [
        ...['', 'Bài cũ', 'Tiêu đề bài', 'Sapo.', 'thoi-xu', 'thoi-su', 'Kỳ Anh', 'thu-trag'],
        ...['thu-trang', '24 tháng 12', '2020-12-24 07:30'],
      ],
    );
    expect(code).toBe(0);
    expect(complaints.split('\n')).toEqual([
      strings.newRequired,
      strings.newTaken('bai-cu', 'articles/2020/12/bai-cu.md'),
      expect.stringContaining('“thoi-xu”'),
      expect.stringContaining('“thu-trag”'),
      expect.stringContaining('“24 tháng 12”'),
    ]);
    expect(read('articles/2020/12/tieu-de-bai.md')).toContain('tags:\n  - Kỳ Anh\n');
  });

  test('are asked only for what no option answers', async () => {
    expect(await run(usual, ['', '', ''])).toMatchObject({ code: 0, complaints: '' });
  });
});

test('an author is a file in authors/', async () => {
  expect(await run(['--kind', 'author', '--name', 'Ban Biên tập', '--desk'])).toMatchObject({
    code: 0,
  });
  expect(read('authors/ban-bien-tap.md')).toBe('---\nname: Ban Biên tập\nkind: desk\n---\n\n');
});

test('the first author changes what the articles must say, and is told so', async () => {
  rmSync(join(folder, 'authors'), { recursive: true });
  const { code, said } = await run(['--kind', 'author', '--name', 'Thu Trang']);
  expect(code).toBe(0);
  expect(said).toContain(strings.newFirstAuthor);
});

test('an author who is there is left alone', async () => {
  await expectNothing(
    ['--kind', 'author', '--name', 'Thu Trang'],
    1,
    strings.newTaken('thu-trang', 'authors/thu-trang.md'),
  );
});

describe('a page', () => {
  const args = ['--kind', 'page', '--description', 'Một câu.', '--title'];

  test('is a file in pages/', async () => {
    const { said } = await run([...args, 'Liên hệ']);
    expect(read('pages/lien-he.md')).toBe('---\ntitle: Liên hệ\ndescription: Một câu.\n---\n\n');
    expect(said).toContain('https://vi-du.vn/lien-he');
  });

  test('may not take the name of an address of the site', async () => {
    await expectNothing([...args, 'Tìm kiếm'], 1, strings.newReserved('tim-kiem'));
  });
});
