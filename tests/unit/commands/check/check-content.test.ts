import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/commands/check/check-content';
import { configurationWith } from '../../configuration';
import {
  article,
  BROKEN,
  createNewsroom,
  markdown,
  NOON,
  siteFile,
  type TestNewsroom,
} from '../../store/newsroom';

const application = resolve(import.meta.dirname, '../../../..');

/** Runs the check in this process, as if it were typed in the folder around the content. */
async function run(
  { directory, dataDirectory }: Pick<TestNewsroom, 'directory' | 'dataDirectory'>,
  args: readonly string[] = [],
  shell = {},
) {
  const told: string[] = [];
  const complained: string[] = [];
  const code = await checkContent(args, {
    configuration: configurationWith({
      ...{ siteUrl: 'https://vi-du.vn', indexable: true },
      ...{ contentDirectory: directory, dataDirectory },
    }),
    shell: {
      ...{ startedIn: dirname(directory), allowsColour: true, isGithubActions: false },
      ...shell,
    },
    now: () => NOON,
    rulesVersion: 'test',
    output: { write: (text) => told.push(text) },
    complaints: { write: (text) => complained.push(text) },
  });
  return { code, told: told.join(''), complained: complained.join('') };
}

/** Runs it and reads the problems, each as its file and code. */
async function problemsOf(newsroom: TestNewsroom, args: readonly string[] = []) {
  const { code, told, complained } = await run(newsroom, ['--format', 'json', ...args]);
  const problems: readonly { file: string; code: string; message: string; fix: string }[] =
    told === '' ? [] : JSON.parse(told).problems;
  return { code, complained, problems };
}

const sound = { 'site.yaml': siteFile(), 'articles/a.md': article() };

describe('the check', () => {
  test('of sound content ends with 0 and says that nothing is wrong', async () => {
    const { code, told, complained } = await run(createNewsroom(sound));
    expect([code, told, complained]).toEqual([0, 'Không có lỗi nào trong 2\u00a0tệp.\n', '']);
  });

  test('ends with 0 for warnings, with 1 for an error of a file, of a body, or between files', async () => {
    const ending = async (text: string) =>
      (await run(createNewsroom({ ...sound, 'articles/b.md': text }))).code;
    expect(await ending(article({}, '# Tít'))).toBe(0);
    expect(await ending(BROKEN)).toBe(1);
    expect(await ending(article({}, '[a](/khong)'))).toBe(1);
    expect(await ending(article({ image: { src: 'khong.jpg', alt: 'a', credit: 'b' } }))).toBe(1);
  });

  test('names files as they are opened from where it was started', async () => {
    const newsroom = createNewsroom({ ...sound, 'articles/b.md': BROKEN });
    expect((await run(newsroom)).told).toMatch(
      /^content\/articles\/b\.md:1:1 {2}lỗi {2}front-matter/,
    );
    const inside = { startedIn: join(newsroom.directory, 'articles') };
    expect((await run(newsroom, [], inside)).told).toMatch(/^b\.md:1:1 {2}lỗi/);
  });

  test('told a second time, nothing has changed, and all is said again', async () => {
    const newsroom = createNewsroom({
      ...sound,
      'articles/b.md': article({}, '[a](/khong)\n\n# B'),
    });
    const first = await run(newsroom);
    expect(await run(newsroom)).toEqual(first);
    expect(first.told).toContain('heading-too-high');
  });

  test('in GitHub Actions speaks as its runner listens, with paths of the repository', async () => {
    const newsroom = createNewsroom({ ...sound, 'articles/b.md': BROKEN });
    mkdirSync(join(newsroom.directory, '../.git'));
    const { told } = await run(newsroom, [], { isGithubActions: true, startedIn: '/' });
    expect(told).toMatch(/^::error file=content\/articles\/b\.md,line=1,col=1,title=front-matter/);
    expect((await run(newsroom, ['--format', 'text'], { isGithubActions: true })).told).toMatch(
      /^content/,
    );
  });

  test('names a symbolic link that is no content', async () => {
    const newsroom = createNewsroom(sound);
    symlinkSync('/etc/hostname', join(newsroom.directory, 'articles/ngoai.md'));
    expect((await problemsOf(newsroom)).problems).toMatchObject([
      { file: 'articles/ngoai.md', code: 'symbolic-link' },
    ]);
  });

  test('leaves the store of a server alone', async () => {
    const newsroom = createNewsroom(sound);
    const server = await newsroom.open();
    newsroom.write('articles/b.md', article({ title: 'Mới' }));
    await run(newsroom);
    expect(server.edition(NOON).findArticle('b')).toBeUndefined();
  });
});

describe('of given files', () => {
  const files = { ...sound, 'articles/b.md': BROKEN, 'articles/c.md': article({}, '# C') };

  test('one that is read as nothing is told of, and not mended', async () => {
    const text = 'a  \r\n';
    const newsroom = createNewsroom({ ...sound, 'articles/b.md.txt': text });
    expect(await problemsOf(newsroom, ['--fix', 'articles/b.md.txt'])).toMatchObject({
      code: 0,
      problems: [{ file: 'articles/b.md.txt', code: 'file-ignored' }],
    });
    expect(readFileSync(join(newsroom.directory, 'articles/b.md.txt'), 'utf8')).toBe(text);
  });

  test('only their problems are told and count', async () => {
    const newsroom = createNewsroom(files);
    expect(await problemsOf(newsroom, ['articles/c.md'])).toMatchObject({
      code: 0,
      problems: [{ file: 'articles/c.md', code: 'heading-too-high' }],
    });
    expect((await problemsOf(newsroom, ['content/articles/b.md'])).code).toBe(1);
  });

  test('one that is no content is refused', async () => {
    const newsroom = createNewsroom(files);
    const { code, told, complained } = await run(newsroom, ['articles/khong.md']);
    expect([code, told]).toEqual([2, '']);
    expect(complained).toBe(
      `“articles/khong.md” không phải tệp nội dung nào của thư mục ${newsroom.directory}. Xem lại đường dẫn; tệp phải có đuôi .md, hoặc là site.yaml, tags.yaml.\n`,
    );
  });
});

describe('what cannot be checked', () => {
  test('a wrong option gets the usage and ends with 2; help is no mistake', async () => {
    const wrong = await run(createNewsroom(sound), ['--fox']);
    expect([wrong.code, wrong.told]).toEqual([2, '']);
    expect(wrong.complained).toMatch(/^Không hiểu “--fox”.*\n\nCách dùng: npm run check/);
    const help = await run(createNewsroom(sound), ['--help']);
    expect([help.code, help.complained]).toEqual([0, '']);
  });

  test('a folder that is not there ends with 2', async () => {
    const { dataDirectory } = createNewsroom();
    const { code, complained } = await run({ directory: '/khong/co', dataDirectory });
    expect([code, complained]).toEqual([
      2,
      'Không đọc được thư mục nội dung “/khong/co” (ENOENT). Xem lại CONTENT_DIR và quyền đọc của thư mục.\n',
    ]);
  });
});

test('--fix mends, says so, and then checks', async () => {
  const loose = article({}, 'Một. ').replaceAll('\n', '\r\n');
  const newsroom = createNewsroom({ ...sound, 'articles/b.md': loose });
  expect((await problemsOf(newsroom)).problems).toMatchObject([{ code: 'line-ends' }]);
  const { code, complained, problems } = await problemsOf(newsroom, ['--fix']);
  expect([code, complained, problems]).toEqual([0, 'Đã sửa content/articles/b.md\n', []]);
  expect(readFileSync(join(newsroom.directory, 'articles/b.md'), 'utf8')).toBe(article({}, 'Một.'));
  expect((await problemsOf(newsroom, ['--fix'])).complained).toBe('');
});

describe('the process', () => {
  const start = (newsroom: TestNewsroom, args: readonly string[], environment = {}) =>
    spawnSync('node', ['--import', 'tsx', 'lib/commands/check.ts', ...args], {
      cwd: application,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ CONTENT_DIR: newsroom.directory, DATA_DIR: newsroom.dataDirectory },
        ...{ INIT_CWD: dirname(newsroom.directory), GITHUB_ACTIONS: '', PORT: '' },
        ...environment,
      },
    });

  test('ends with 1 for an error, without colour where nobody looks', () => {
    const newsroom = createNewsroom({ ...sound, 'articles/b.md': BROKEN });
    const { status, stdout, stderr } = start(newsroom, []);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^content\/articles\/b\.md:1:1 {2}lỗi {2}front-matter-unclosed\n/);
  });

  test('ends with 0 when nothing is wrong', () => {
    const { status, stdout } = start(createNewsroom(sound), ['--format=json']);
    expect([status, JSON.parse(stdout)]).toEqual([0, { problems: [], errors: 0, warnings: 0 }]);
  });

  test('ends with 2 and one sentence for a wrong environment', () => {
    const { status, stderr } = start(createNewsroom(sound), [], { PORT: 'x' });
    expect([status, stderr]).toEqual([
      2,
      'PORT phải là số từ 0 đến 65535, không phải “x”. Ví dụ: PORT=3000.\n',
    ]);
  });
});

describe('--against a commit', () => {
  const section = (...sections: readonly object[]) => siteFile({ sections });
  const news = { key: 'thoi-su', name: 'Thời sự' };
  const long =
    'Một đoạn đủ dài để hai bài không giống nhau một cách tình cờ, gồm nhiều chữ hơn tám mươi.';
  const before = {
    'site.yaml': section(news, { key: 'van-hoa', name: 'Văn hóa' }),
    'tags.yaml': '- name: khen thưởng\n  synonyms: [giấy khen]\n',
    'authors/lan.md': markdown({ name: 'Lan', kind: 'person' }),
    'pages/gioi-thieu.md': markdown({ title: 'Giới thiệu', description: 'Trang.' }),
    'articles/a.md': article(
      { title: 'Bài A', tags: ['lũ lụt', 'khen thưởng'], authors: ['lan'], aliases: ['/tin/cu'] },
      long,
    ),
    'articles/b.md': article({ title: 'Bài B', section: 'van-hoa' }, `Khác. ${long}`),
    'articles/nhap.md': article({ draft: true }),
  };

  const git = (newsroom: TestNewsroom, ...args: readonly string[]) =>
    execFileSync('git', [...args], {
      cwd: join(newsroom.directory, '..'),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const who = [
    ...['-c', 'user.name=An', '-c', 'user.email=an@vi-du.vn', '-c', 'commit.gpgsign=false'],
  ];
  const commit = (newsroom: TestNewsroom) => {
    git(newsroom, 'add', 'content');
    git(newsroom, ...who, '-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Bài');
  };
  const commitOf = (newsroom: TestNewsroom, tree: string) =>
    String(git(newsroom, ...who, 'commit-tree', '-m', 'Bài', tree)).trim();
  const committed = (files: Readonly<Record<string, string>> = before) => {
    const newsroom = createNewsroom(files);
    git(newsroom, 'init', '-q', '-b', 'main');
    commit(newsroom);
    return newsroom;
  };
  const vanished = async (newsroom: TestNewsroom) => {
    const { problems } = await problemsOf(newsroom, ['--against', 'main']);
    return problems
      .filter(({ code }) => code === 'address-vanished')
      .map(({ file, message, fix }) => [file, /“(.*?)”/.exec(message)?.[1], fix]);
  };

  test('nothing has vanished when nothing has changed', async () => {
    expect(await problemsOf(committed(), ['--against', 'main'])).toEqual({
      ...{ code: 0, complained: '', problems: [] },
    });
  });

  test.each([
    ['title', { title: 'Bài A' }, 'Thân bài mới.'],
    ['body', { title: 'Tên mới' }, long],
  ])('an article that was renamed is known by its %s', async (_, front, body) => {
    const newsroom = committed();
    const whole = {
      tags: ['lũ lụt', 'khen thưởng'],
      authors: ['lan'],
      aliases: ['/tin/cu'],
      ...front,
    };
    newsroom.remove('articles/a.md');
    newsroom.write('articles/moi.md', article(whole, body));
    expect(await vanished(newsroom)).toEqual([
      [
        'articles/moi.md',
        '/bai-viet/a',
        'Bài hay trang ấy nay ở articles/moi.md. Thêm vào phần khai báo của tệp đó: “aliases: [/bai-viet/a]”; đã có “aliases” thì thêm một dòng “- /bai-viet/a” ở dưới.',
      ],
    ]);
    newsroom.write(
      'articles/moi.md',
      article({ ...whole, aliases: ['/tin/cu', '/bai-viet/a'] }, body),
    );
    expect(await vanished(newsroom)).toEqual([]);
  });

  test('an article that is gone, with all that only it had', async () => {
    const newsroom = committed();
    newsroom.remove('articles/a.md');
    const found = await vanished(newsroom);
    expect(found.map(([file, path]) => `${file} ${path}`)).toEqual([
      'articles/a.md /bai-viet/a',
      'articles/a.md /tin/cu',
      'tags.yaml /chu-de/lu-lut',
    ]);
    expect(found[0]?.[2]).toBe(
      'Trả lại tệp articles/a.md; nếu rút bài, thêm vào tệp ấy khóa “withdrawn” có “date” và “reason”. Nếu bài khác thay nó, thêm vào bài khác “aliases: [/bai-viet/a]”.',
    );
  });

  test('an article may be withdrawn, and its old addresses with it', async () => {
    const newsroom = committed();
    const withdrawn = { date: '2026-11-24', reason: 'Sai.' };
    newsroom.write(
      'articles/b.md',
      article({ title: 'Bài B', section: 'van-hoa', withdrawn }, `Khác. ${long}`),
    );
    expect(await vanished(newsroom)).toEqual([]);
  });

  test.each([
    ['a draft', article({ title: 'Bài B', section: 'van-hoa', draft: true }), 'bản nháp'],
    ['put off', article({ title: 'Bài B', section: 'van-hoa', date: '2026-12-01' }), 'hẹn giờ'],
    ['broken', BROKEN, 'Sửa các lỗi khác của articles/b.md'],
  ])('an article that readers knew is no longer one when it is %s', async (_, text, words) => {
    const newsroom = committed();
    newsroom.write('articles/b.md', text);
    expect(await vanished(newsroom)).toEqual([
      ['articles/b.md', '/bai-viet/b', expect.stringContaining(words)],
    ]);
  });

  test('a section that was renamed wants its old address in site.yaml', async () => {
    const newsroom = committed();
    newsroom.write('articles/b.md', article({ title: 'Bài B', section: 'doi-song' }));
    newsroom.write('site.yaml', section(news, { key: 'doi-song', name: 'Đời sống' }));
    expect(await vanished(newsroom)).toEqual([
      [
        'site.yaml',
        '/chuyen-muc/van-hoa',
        'Trong site.yaml, thêm “aliases: [/chuyen-muc/van-hoa]” vào chuyên mục “Đời sống”.',
      ],
    ]);
    const aliases = ['/chuyen-muc/van-hoa'];
    newsroom.write('site.yaml', section(news, { key: 'doi-song', name: 'Đời sống', aliases }));
    expect(await vanished(newsroom)).toEqual([]);
  });

  test('a tag that was renamed wants its old name among the synonyms', async () => {
    const newsroom = committed();
    const renamed = {
      title: 'Bài A',
      tags: ['bão lũ', 'khen thưởng'],
      authors: ['lan'],
      aliases: ['/tin/cu'],
    };
    newsroom.write('articles/a.md', article(renamed, long));
    expect(await vanished(newsroom)).toEqual([
      [
        'tags.yaml',
        '/chu-de/lu-lut',
        'Trong tags.yaml, thêm “lũ lụt” vào “synonyms” của chủ đề “bão lũ”.',
      ],
    ]);
    const renaming = '- name: bão lũ\n  synonyms: [lũ lụt]\n';
    newsroom.write('tags.yaml', before['tags.yaml'] + renaming);
    expect(await vanished(newsroom)).toEqual([]);
  });

  test.each([
    [
      'a synonym',
      '- name: khen thưởng\n- name: thi đua\n',
      '/chu-de/giay-khen',
      'Trong tags.yaml, thêm “giấy khen” vào “synonyms” của chủ đề “khen thưởng”.',
    ],
    [
      'a tag that no article carries',
      '- name: khen thưởng\n  synonyms: [giấy khen]\n',
      '/chu-de/thi-dua',
      'Trong tags.yaml, thêm “thi đua” vào “synonyms” của chủ đề thay nó; không có chủ đề nào thay thì thêm “- name: thi đua”.',
    ],
  ])('%s that tags.yaml no longer has is missed', async (_, tags, path, words) => {
    const declared = '- name: khen thưởng\n  synonyms: [giấy khen]\n- name: thi đua\n';
    const newsroom = committed({ ...before, 'tags.yaml': declared });
    newsroom.write('tags.yaml', tags);
    expect(await vanished(newsroom)).toEqual([['tags.yaml', path, words]]);
    newsroom.write('tags.yaml', `${tags}- name: giấy khen\n- name: thi đua\n`);
    expect(await vanished(newsroom)).toEqual([]);
  });

  test('a synonym goes with its tag to the tag that took its place', async () => {
    const newsroom = committed();
    newsroom.write('tags.yaml', '- name: thi đua\n  synonyms: [khen thưởng]\n');
    expect(await vanished(newsroom)).toEqual([
      [
        'tags.yaml',
        '/chu-de/giay-khen',
        'Trong tags.yaml, thêm “giấy khen” vào “synonyms” của chủ đề “thi đua”.',
      ],
    ]);
  });

  test('what a broken tags.yaml gave comes back when it is mended', async () => {
    const newsroom = committed();
    newsroom.write('tags.yaml', '- {');
    expect(await vanished(newsroom)).toEqual([
      ['tags.yaml', '/chu-de/giay-khen', 'Sửa các lỗi khác của tags.yaml; địa chỉ sẽ mở lại.'],
    ]);
  });

  test('an author or a page that was renamed wants its old address in the new file', async () => {
    const newsroom = committed();
    newsroom.move('authors/lan.md', 'authors/thu-lan.md');
    newsroom.write(
      'articles/a.md',
      article(
        {
          title: 'Bài A',
          tags: ['lũ lụt', 'khen thưởng'],
          authors: ['thu-lan'],
          aliases: ['/tin/cu'],
        },
        long,
      ),
    );
    newsroom.move('pages/gioi-thieu.md', 'pages/ve-trang.md');
    expect((await vanished(newsroom)).map(([file, path]) => `${file} ${path}`)).toEqual([
      'authors/thu-lan.md /tac-gia/lan',
      'pages/ve-trang.md /gioi-thieu',
    ]);
  });

  test('an old address must not be given up either', async () => {
    const newsroom = committed();
    newsroom.write(
      'articles/a.md',
      article({ title: 'Bài A', tags: ['lũ lụt', 'khen thưởng'], authors: ['lan'] }, long),
    );
    expect(await vanished(newsroom)).toEqual([
      ['articles/a.md', '/tin/cu', expect.stringContaining('“aliases: [/tin/cu]”')],
    ]);
  });

  test('nor may one of a section, an author or a page', async () => {
    const aliases = (path: string) => ({ aliases: [path] });
    const newsroom = committed({
      ...before,
      'site.yaml': section(news, { key: 'van-hoa', name: 'Văn hóa', ...aliases('/vh') }),
      'authors/lan.md': markdown({ name: 'Lan', kind: 'person', ...aliases('/lan-cu') }),
      'pages/gioi-thieu.md': markdown({
        ...{ title: 'Giới thiệu', description: 'Trang.', ...aliases('/ve') },
      }),
    });
    for (const file of ['site.yaml', 'authors/lan.md', 'pages/gioi-thieu.md'] as const)
      newsroom.write(file, before[file]);
    expect((await vanished(newsroom)).map(([file, path]) => `${file} ${path}`)).toEqual([
      'authors/lan.md /lan-cu',
      'pages/gioi-thieu.md /ve',
      'site.yaml /vh',
    ]);
  });

  test.each([
    [
      'khong-co',
      'Kho git không có nhánh hay commit nào tên “khong-co”. Xem lại tên, hoặc chạy git fetch trước.\n',
    ],
    [
      '--output=x',
      'Kho git không có nhánh hay commit nào tên “--output=x”. Xem lại tên, hoặc chạy git fetch trước.\n',
    ],
  ])('%s is no commit', async (ref, sentence) => {
    const newsroom = committed();
    const { code, told, complained } = await run(newsroom, [`--against=${ref}`]);
    expect([code, told, complained]).toEqual([2, '', sentence]);
  });

  test('without a repository, or with a part of it, there is nothing to compare with', async () => {
    const loose = await run(createNewsroom(before), ['--against', 'main']);
    expect([loose.code, loose.complained]).toEqual([
      2,
      'Thư mục nội dung không nằm trong kho git nào, nên không so sánh được.\n',
    ]);
    const whole = committed();
    whole.write('articles/c.md', article());
    commit(whole);
    const origin = `file://${join(whole.directory, '..')}`;
    const shallow = createNewsroom();
    git(shallow, 'clone', '-q', '--depth', '1', origin, 'kho');
    const directory = join(shallow.directory, '../kho/content');
    const { dataDirectory } = shallow;
    const first = await run({ directory, dataDirectory }, ['--against', 'HEAD~1']);
    expect([first.code, first.complained]).toEqual([
      2,
      'Kho git này chỉ chép phần cuối của lịch sử nên không có “HEAD~1”. Chạy git fetch --unshallow trước (ở GitHub Actions: fetch-depth: 0).\n',
    ]);
    expect((await run({ directory, dataDirectory }, ['--against', 'HEAD'])).code).toBe(0);
  });

  test('what no folder can hold is left out of a commit', async () => {
    const newsroom = committed();
    const [blob, articles] = ['main:content/articles/a.md', 'main:content/articles'].map((name) =>
      String(git(newsroom, 'rev-parse', name)).trim(),
    );
    const treeOf = (...entries: readonly string[]) => {
      const cwd = join(newsroom.directory, '..');
      const input = entries.join('');
      return String(execFileSync('git', ['mktree', '-z'], { cwd, input })).trim();
    };
    const inner = treeOf(`100644 blob ${blob}\tb.md\0`);
    const odd = treeOf(
      `100644 blob ${blob}\ta.md\0`,
      `040000 tree ${inner}\ta.md\0`,
      `100644 blob ${blob}\t${'x'.repeat(300)}.md\0`,
    );
    const tree = treeOf(`040000 tree ${articles}\tarticles\0`, `040000 tree ${odd}\tcontent\0`);
    // Articles lie in the folder itself there.
    const { code, complained, problems } = await problemsOf(newsroom, [
      ...['--against', commitOf(newsroom, tree)],
    ]);
    expect([code, complained, problems]).toEqual([0, '', []]);
  });

  test('a folder that the commit did not have is named', async () => {
    const newsroom = committed();
    newsroom.move('.', '../noi-dung');
    const directory = join(newsroom.directory, '../noi-dung');
    const { code, complained } = await run({ ...newsroom, directory }, ['--against', 'main']);
    mkdirSync(newsroom.directory);
    expect([code, complained]).toEqual([
      2,
      'Ở “main” chưa có thư mục nội dung này, nên không có gì để so sánh.\n',
    ]);
    expect(relative(newsroom.directory, directory)).toBe('../noi-dung');
  });
});
