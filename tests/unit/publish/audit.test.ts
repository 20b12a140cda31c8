import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '@/lib/content/problems/problems';
import { audit, auditFile } from '@/lib/publish/audit';
import { article, createNewsroom, markdown, NOON, siteFile } from '../store/newsroom';

const LATER = '2026-11-25 07:00';

/** What is said of files, without what B's and A's rules say of each by itself. */
async function auditOf(files: Readonly<Record<string, string>>, isPreview = false) {
  const newsroom = createNewsroom({ 'site.yaml': siteFile(), ...files });
  const store = await newsroom.open({ isPreview });

  return audit(store, NOON);
}

const told = (problems: readonly Problem[]) =>
  problems.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
const codes = (problems: readonly Problem[]) => problems.map(({ file, code }) => `${file} ${code}`);

const other = article({ title: 'Bài khác' }, '## Lịch sử\n\nĐoạn.\n\n## Lịch sử');
const linking = (address: string, front = {}) => article(front, `[xem](${address})`);

describe('a link', () => {
  test.each([
    ['/bai-viet/khac'],
    ['khac'],
    ['/Bai-Viet/KHAC/'],
    ['https://vi-du.vn/bai-viet/khac?x=1'],
    ['/bai-viet/khac#lich-su'],
    ['/bai-viet/khac#lich-su-2'],
    ['/bai-viet/khac#doc_them'],
    ['/bai-viet/khac#top'],
    ['#noi_dung'],
    ['/bai-viet/khac#:~:text=Đoạn'],
    ['/'],
    ['/chu-de'],
    ['/chuyen-muc/thoi-su'],
    ['/tim-kiem?q=ky+anh'],
    ['/favicon.ico'],
    ['?x=1'],
    ['https://nơi-khác.vn/bai-viet/khong-co'],
  ])('to %s is fine', async (address) => {
    expect(
      await auditOf({ 'articles/mot.md': linking(address), 'articles/khac.md': other }),
    ).toEqual([]);
  });

  test.each([
    ['/bai-viet/khat', 'link-broken', 'Có phải “/bai-viet/khac”?'],
    ['../11/khac.md', 'link-broken', 'Có phải “/bai-viet/khac”?'],
    ['khac.md#lich-su', 'link-broken', 'Có phải “/bai-viet/khac#lich-su”?'],
    ['/khac', 'link-broken', 'Có phải “/bai-viet/khac”?'],
    ['/bai-vet/khac', 'link-broken', 'Có phải “/bai-viet/khac”?'],
    ['/chuyen-muc/thoi-xu', 'link-broken', 'Có phải “/chuyen-muc/thoi-su”?'],
    ['/bai-viet/hoan-toan-la', 'link-broken', 'Xem lại địa chỉ, hoặc bỏ liên kết.'],
    ['/rss-chua-co.xml', 'link-broken', 'Xem lại địa chỉ, hoặc bỏ liên kết.'],
    ['/bai-viet/khac#lich-xu', 'anchor-broken', 'Có phải “/bai-viet/khac#lich-su”?'],
    ['/bai-viet/khac#Lịch sử', 'anchor-broken', 'Có phải “/bai-viet/khac#lich-su”?'],
    [
      '#khong-co-muc-nay',
      'anchor-broken',
      'Phần sau dấu # là tiêu đề mục viết thường, không dấu, nối bằng dấu gạch.',
    ],
  ])('to %s is told: %s, %s', async (address, code, fix) => {
    const files = {
      'articles/mot.md': linking(address.replaceAll(' ', '%20')),
      'articles/khac.md': other,
    };
    const problems = await auditOf(files);
    expect(problems.map((found) => [found.file, found.code, found.fix])).toEqual([
      [
        'articles/mot.md',
        code,
        code === 'anchor-broken' ? fix.replaceAll('Lịch sử', 'Lịch%20sử') : fix,
      ],
    ]);
  });

  test('to a page that was withdrawn leads nowhere; a withdrawn page links to nothing', async () => {
    const gone = { withdrawn: { date: '2026-11-02', reason: 'Sai.' } };
    const files = {
      'articles/rut.md': article(gone, '[xem](/bai-viet/khong-co)'),
      'articles/mot.md': linking('/bai-viet/rut'),
    };
    expect(codes(await auditOf(files))).toEqual(['articles/mot.md link-broken']);
  });

  describe.each([[false], [true]])('with drafts shown: %s', (isPreview) => {
    test.each([
      ['a live article to a draft', {}, { draft: true }, ['link-hidden']],
      ['a live article to one under embargo', {}, { date: LATER }, ['link-hidden']],
      ['a draft to a draft', { draft: true }, { draft: true }, []],
      ['a draft to one under embargo', { draft: true }, { date: LATER }, []],
      ['one under embargo to one of the same second', { date: LATER }, { date: LATER }, []],
      ['one under embargo to a live one', { date: LATER }, {}, []],
      [
        'one under embargo to a later one',
        { date: LATER },
        { date: '2026-11-26 07:00' },
        ['link-hidden'],
      ],
      ['one under embargo to a draft', { date: LATER }, { draft: true }, ['link-hidden']],
    ])('%s', async (_, from, to, expected) => {
      const files = {
        'articles/mot.md': linking('/bai-viet/khac', from),
        'articles/khac.md': article(to),
      };
      expect((await auditOf(files, isPreview)).map(({ code }) => code)).toEqual(expected);
    });

    test('of a draft or of one under embargo to its own tag is fine', async () => {
      const files = {
        'articles/mot.md': linking('/chu-de/the-moi', { draft: true, tags: ['thẻ mới'] }),
        'articles/hai.md': linking('/chu-de/the-khac', { date: LATER, tags: ['thẻ khác'] }),
      };
      expect(await auditOf(files, isPreview)).toEqual([]);
    });

    test('to an old address of a hidden article is told as hidden', async () => {
      const files = {
        'articles/mot.md': linking('/bai-viet/cu'),
        'articles/khac.md': article({ draft: true, aliases: ['/bai-viet/cu'] }),
      };
      expect(codes(await auditOf(files, isPreview))).toEqual(['articles/mot.md link-hidden']);
    });
  });

  test('to an old address is fine, and its anchor is that of the new page', async () => {
    const files = {
      'articles/mot.md': article(
        {},
        '[a](/bai-viet/cu)\n\n[b](/bai-viet/cu#lich-su)\n\n[c](/bai-viet/cu#la)',
      ),
      'articles/khac.md': article({ aliases: ['/bai-viet/cu'] }, '## Lịch sử'),
    };
    expect(told(await auditOf(files)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      ['articles/mot.md:12 anchor-broken'],
    );
  });

  test('within a draft to a part that it does not have is told', async () => {
    const files = { 'articles/mot.md': linking('#la', { draft: true }) };
    expect(codes(await auditOf(files))).toEqual(['articles/mot.md anchor-broken']);
  });

  test.each([
    ['/gioi-thieu#lich-su', undefined],
    ['/gioi-thieu#noi_dung', undefined],
    ['/gioi-thieu#lich-xu', 'Có phải “/gioi-thieu#lich-su”?'],
  ])('to a part of a page about the site is looked for: %s', async (address, fix) => {
    const front = { title: 'Giới thiệu', description: 'Trang.' };
    const files = {
      'pages/gioi-thieu.md': markdown(front, '## Lịch sử\n\n[a](#lich-su)'),
      'articles/mot.md': linking(address),
    };
    for (const isPreview of [false, true])
      expect((await auditOf(files, isPreview)).map((found) => [found.code, found.fix])).toEqual(
        fix === undefined ? [] : [['anchor-broken', fix]],
      );
  });

  test.each([
    ['www.unicode.org', 'Trang ở nơi khác thì thêm https:// ở đầu: “https://www.unicode.org”.'],
    ['unicode.org/abc', 'Trang ở nơi khác thì thêm https:// ở đầu: “https://unicode.org/abc”.'],
    ['khac.md', 'Có phải “/bai-viet/khac”?'],
    ['cang.jpg', 'Muốn hiện ảnh thì thêm dấu ! ở đầu, trước ngoặc vuông.'],
    ['khong.jpg', 'Xem lại địa chỉ, hoặc bỏ liên kết.'],
  ])('to %s is told with what was meant', async (address, fix) => {
    const files = {
      'articles/mot.md': linking(address),
      'articles/khac.md': other,
      'articles/cang.jpg': '',
    };
    expect((await auditOf(files)).map((found) => [found.code, found.fix])).toEqual([
      ['link-broken', fix],
    ]);
  });

  test('on a page of the site is judged too', async () => {
    const files = {
      'pages/gioi-thieu.md': markdown(
        { title: 'Giới thiệu', description: 'Trang.' },
        '[a](/khong-co)',
      ),
    };
    expect(codes(await auditOf(files))).toEqual(['pages/gioi-thieu.md link-broken']);
  });
});

describe('a picture', () => {
  async function pictures(body: string, front = {}) {
    const newsroom = createNewsroom({
      'site.yaml': siteFile(),
      'articles/mot.md': article(front, body),
    });
    const picture = (name: string) => writeFileSync(join(newsroom.directory, 'articles', name), '');
    mkdirSync(join(newsroom.directory, 'articles/anh'));
    for (const name of ['cang.jpg', 'To\u0300a.jpg', 'anh/xa.png', 'a b.webp', 've.svg'])
      picture(name);
    symlinkSync('/etc/hostname', join(newsroom.directory, 'articles/ngoai.jpg'));
    const store = await newsroom.open();

    return audit(store, NOON)
      .filter(({ code }) => code === 'picture-missing')
      .map(({ line, message }) => `${line} ${message}`);
  }

  test.each([
    ['cang.jpg'],
    ['./cang.jpg'],
    ['Tòa.jpg'],
    ['anh/xa.png'],
    ['a%20b.webp'],
    ['/anh/mot/cang.jpg'],
    ['/icon-512.png'],
    ['/icon-512.png?v=2'],
  ])('%s is there', async (address) => {
    expect(await pictures(`![Cảng. Ảnh: Lan](${address})`)).toEqual([]);
  });

  test.each([
    ['khong.jpg'],
    ['Cang.jpg'],
    ['../mot.md'],
    ['ngoai.jpg'],
    ['ve.svg'],
    ['/images/khong.jpg'],
    ['/ICON-512.png'],
    ['/anh/khac/cang.jpg'],
  ])('%s is missing', async (address) => {
    expect(await pictures(`![Cảng. Ảnh: Lan](${address})`)).toEqual([
      `8 Không thấy tệp ảnh “${address}”.`,
    ]);
  });

  test.each([
    ['Cang.jpg', 'cang.jpg'],
    ['cang.png', 'cang.jpg'],
    ['cangg.jpg', 'cang.jpg'],
    ['anh/xb.png', 'anh/xa.png'],
    ['toa.jpg', 'Tòa.jpg'],
    ['a-b.webp', 'a%20b.webp'],
  ])('that is missing is told with the nearest name: %s, %s', async (address, nearest) => {
    const files = { 'articles/mot.md': article({}, `![Cảng. Ảnh: Lan](${address})`) };
    const beside = ['cang.jpg', 'Tòa.jpg', 'anh/xa.png', 'a b.webp', 'a-b.md'];
    for (const name of beside) Object.assign(files, { [`articles/${name}`]: '' });
    const missing = (await auditOf(files)).find(({ code }) => code === 'picture-missing');
    expect(missing?.fix).toBe(
      `Có phải “${nearest}”? Tên tệp phải đúng từng chữ, kể cả chữ hoa, chữ thường.`,
    );
  });

  test('at the head of an article is looked for as well', async () => {
    const image = { src: 'khong.jpg', alt: 'Cảng', credit: 'Lan' };
    expect(await pictures('Thân bài.', { image })).toEqual(['6 Không thấy tệp ảnh “khong.jpg”.']);
  });
});

describe('between articles', () => {
  test('tags that share an address are told at the rarer spelling', async () => {
    const files = {
      'articles/a.md': article({ tags: ['kỹ luật'] }),
      'articles/b.md': article({ tags: ['kỷ luật'] }),
      'articles/c.md': article({ tags: ['Kỷ luật'] }),
    };
    expect(told(await auditOf(files))).toEqual([
      'articles/a.md:6 tag-collision Chủ đề “kỹ luật” trùng địa chỉ với “kỷ luật” nhưng viết khác.',
    ]);
  });

  test('of equally rare spellings both are told, and none is called the right one', async () => {
    const files = {
      'articles/a.md': article({ tags: ['kỹ luật'] }),
      'articles/b.md': article({ tags: ['kỷ luật'] }),
    };
    const problems = await auditOf(files);
    expect(told(problems)).toEqual([
      'articles/a.md:6 tag-collision Chủ đề “kỹ luật” trùng địa chỉ với “kỷ luật” nhưng viết khác.',
      'articles/b.md:6 tag-collision Chủ đề “kỷ luật” trùng địa chỉ với “kỹ luật” nhưng viết khác.',
    ]);
    expect(new Set(problems.map(({ fix }) => fix))).toEqual(
      new Set(['Chọn một cách viết cho mọi bài, hoặc đặt tên khác hẳn cho một chủ đề.']),
    );
  });

  test('a part of a series has one article; one that was withdrawn gives it up', async () => {
    const part = (n: number, name = 'Loạt bài') => ({ series: { name, part: n } });
    const files = {
      'articles/a.md': article(part(1)),
      'articles/b.md': article(part(1, 'loạt bài')),
      'articles/c.md': article(part(2)),
      'articles/d.md': article({ ...part(2), withdrawn: { date: '2026-11-02', reason: 'Sai.' } }),
      // Another mark, another series.
      'articles/e.md': article(part(1, 'Loạt bải')),
    };
    expect(told(await auditOf(files))).toEqual([
      'articles/b.md:6 series-part-taken Kỳ 1 của loạt bài “loạt bài” đã có ở articles/a.md.',
    ]);
  });

  test.each([
    ['its own address', { 'articles/a.md': ['/bai-viet/a'] }, ['articles/a.md alias-loop']],
    [
      'two that lead to each other',
      { 'articles/a.md': ['/bai-viet/b'], 'articles/b.md': ['/bai-viet/a'] },
      ['articles/a.md alias-loop', 'articles/b.md alias-loop'],
    ],
    [
      'one path in two files',
      { 'articles/b.md': ['/cu'], 'articles/a.md': ['/cu'], 'articles/c.md': ['/cu'] },
      ['articles/b.md alias-taken', 'articles/c.md alias-taken'],
    ],
    [
      'the address of another article',
      { 'articles/a.md': ['/bai-viet/z'] },
      ['articles/a.md alias-shadowed'],
    ],
    [
      'the address of a section',
      { 'articles/a.md': ['/chuyen-muc/doi-song'] },
      ['articles/a.md alias-shadowed'],
    ],
    ['a public file', { 'articles/a.md': ['/favicon.ico'] }, ['articles/a.md alias-shadowed']],
    [
      'an article to come',
      { 'articles/a.md': ['/bai-viet/sap-dang'] },
      ['articles/a.md alias-shadowed'],
    ],
    ['a draft', { 'articles/a.md': ['/bai-viet/nhap'] }, []],
    ['an old address of ours', { 'articles/a.md': ['/tin-tuc/2019/bài-cũ.html'] }, []],
  ])('an alias: %s', async (_, aliases, expected) => {
    const files = Object.fromEntries(
      Object.entries(aliases).map(([file, paths]) => [file, article({ aliases: paths })]),
    );
    const beside = {
      'articles/z.md': article(),
      'articles/sap-dang.md': article({ date: LATER }),
      'articles/nhap.md': article({ draft: true }),
    };
    expect(codes(await auditOf({ ...beside, ...files }))).toEqual(expected);
  });

  test.each([
    ['2026-11-24', true],
    ['2026-11-23', true],
    ['2026-11-22', false],
    ['2026-11-25', false],
    ['2026-11-24 07:00', false],
  ])('news of %s, without a time: %s', async (date, isTold) => {
    const expected = isTold ? ['articles/a.md date-without-time'] : [];
    expect(codes(await auditOf({ 'articles/a.md': article({ date }) }))).toEqual(expected);
  });
});

test('problems come by file, line and column, and each file has the same when it is asked alone', async () => {
  const newsroom = createNewsroom({
    'site.yaml': siteFile(),
    'articles/b.md': article(
      { tags: ['kỹ luật'], aliases: ['/cu'] },
      '[a](/khong)\n\n[b](/khong-nua)',
    ),
    'articles/a.md': article({ tags: ['kỷ luật'], aliases: ['/cu'] }, '# A\n\n![](khong.jpg)'),
    'articles/c.md': '---\ntitle: Tin\n',
  });
  const store = await newsroom.open();

  const problems = audit(store, NOON);
  expect(problems.length).toBeGreaterThan(6);
  const places = problems.map(({ file, line, column }) => [file, line, column] as const);
  expect(places).toEqual(
    places.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2])),
  );
  for (const file of ['articles/a.md', 'articles/b.md', 'articles/c.md'])
    expect(auditFile(store, NOON, file)).toEqual(problems.filter((found) => found.file === file));
});

test('of one file so many are told and the rest counted, and no error gives way to a warning', async () => {
  const links = Array.from({ length: 150 }, (_, n) => `[a](/khong-${n})`).join('\n\n');
  const problems = await auditOf({ 'articles/a.md': article({}, `# Một\n\n${links}`) });
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({
    code: 'problems-more',
    message: 'Còn 51 chỗ nữa trong tệp này.',
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(100);
});

test('a file of which text and body were each cut short carries one count for both', async () => {
  const body = '[a\u00ad]()\n\n'.repeat(22);
  const problems = await auditOf({ 'articles/a.md': article({}, body) });
  expect(problems).toHaveLength(41);
  expect(problems.filter(({ code }) => code === 'problems-more')).toEqual([problems.at(-1)]);
  expect(problems.at(-1)?.message).toBe('Còn 4 chỗ nữa trong tệp này.');
});
