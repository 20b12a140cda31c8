import { describe, expect, test } from 'vitest';
import { parseArticle, slugOfFile } from '@/lib/content/article';
import { articleFile, bareNewsroom, bytesOf, newsroom, placed, readArticle } from './newsroom';

function placesOf(changed: Record<string, string>, file = 'articles/tin.md', room = newsroom) {
  const parsed = parseArticle(bytesOf(articleFile(changed)), file, room);
  return (parsed.ok ? parsed.warnings : parsed.problems).map(placed);
}

const ngay24 = Date.UTC(2020, 11, 23, 17);

test('the smallest article has all that a page asks for', () => {
  expect(readArticle()).toEqual({
    ok: true,
    article: {
      slug: 'tin-ngan',
      title: 'Tin ngắn',
      description: 'Một câu.',
      section: { key: 'thoi-su', name: 'Thời sự' },
      published: { epochMs: ngay24, precision: 'day' },
      tags: [],
      authors: [],
      corrections: [],
      aliases: [],
      featured: false,
      draft: false,
    },
    body: '',
    bodyLine: 7,
    warnings: [],
    mentions: [{ kind: 'day', target: '2020-12-24', line: 3, column: 7 }],
  });
});

test('every key of the front matter reaches the article', () => {
  const { article } = readArticle({
    date: '2020-12-24 16:30',
    updated: '2020-12-25T08:00:00+09:00',
    image: '{src: a.jpg, caption: b, credit: c, focus: top}',
    corrections: '[{date: 2020-12-26, text: d}]',
    withdrawn: '{date: 2020-12-27, reason: e}',
    featured: 'true',
    draft: 'true',
    series: '{name: f, part: 2}',
    source: '{name: g, url: https://vi-du.vn/h, author: i, publishedAt: 2020-12-20}',
    canonical: 'https://vi-du.vn/k',
  });
  expect(article).toMatchObject({
    published: { epochMs: Date.UTC(2020, 11, 24, 9, 30), precision: 'second' },
    updated: { epochMs: Date.UTC(2020, 11, 24, 23), precision: 'second' },
    image: { src: 'a.jpg', alt: '', caption: 'b', credit: 'c', focus: 'top' },
    corrections: [{ date: { epochMs: Date.UTC(2020, 11, 25, 17), precision: 'day' }, text: 'd' }],
    withdrawn: { date: { epochMs: Date.UTC(2020, 11, 26, 17), precision: 'day' }, reason: 'e' },
    featured: true,
    draft: true,
    series: { name: 'f', part: 2 },
    source: {
      name: 'g',
      url: 'https://vi-du.vn/h',
      author: 'i',
      published: { epochMs: Date.UTC(2020, 11, 19, 17), precision: 'day' },
    },
    canonical: 'https://vi-du.vn/k',
  });
});

test('an NFD file makes the same article as an NFC one', () => {
  const text = articleFile(
    { title: 'Kỷ luật ở Hòa Bình', tags: '[Kỷ luật, Hoà Bình]' },
    'Tiếng Việt',
  );
  const parse = (form: string, file: string) =>
    parseArticle(bytesOf(text.normalize(form)), file.normalize(form), newsroom);
  const [decomposed, composed] = [
    parse('NFD', 'articles/Kỷ luật.md'),
    parse('NFC', 'articles/Kỷ luật.md'),
  ];
  expect(composed).toEqual({ ...decomposed, warnings: [] });
  expect(decomposed.ok && decomposed.warnings.map(placed)).toEqual(['2:8 not-nfc']);
});

test('all problems of a front matter are named at once, in their order', () => {
  expect(
    placesOf({ title: '', date: '24/12/2020', section: 'khac', drafts: 'true', tags: '[…, a]' }),
  ).toEqual([
    '2:8 value-empty',
    '3:7 date-order',
    '5:10 section-unknown',
    '6:1 key-unknown',
    '7:8 tag-without-letters',
  ]);
});

test('the warnings of a refused article are named too', () => {
  expect(placesOf({ draft: 'nháp', tags: '[kỹ luật]' })).toEqual([
    '6:8 value-type',
    '7:8 tag-collision',
  ]);
});

test('what can be judged only beside other files is mentioned where it stands', () => {
  const { mentions } = readArticle({
    date: '2020-12-24 07:00',
    tags: '[Kỳ Anh, mới]',
    image: '{src: a.jpg, alt: b, credit: c}',
    series: '{name: Tổng kết, part: 2}',
    aliases: '[/Cũ, /cu.html, /cũ/]',
  });
  expect(
    mentions.map(({ kind, target, line, column }) => `${line}:${column} ${kind} ${target}`),
  ).toEqual([
    '6:16 tag mới',
    '7:14 picture a.jpg',
    '9:11 alias /cũ',
    '9:16 alias /cu.html',
    '8:32 series 2 Tổng kết',
  ]);
});

describe('a lead picture without a description or a credit is warned of', () => {
  test.each([
    ['{src: a.jpg}', ['6:1 alt-missing', '6:1 credit-missing']],
    ['{src: a.jpg, alt: " ", credit: b}', ['6:26 alt-missing']],
    ['{src: a.jpg, alt: b}', ['6:1 credit-missing']],
    ['{src: a.jpg, alt: b, credit: c}', []],
  ])('%s', (image, expected) => {
    expect(placesOf({ image })).toEqual(expected);
  });
});

test.each([
  ['Thu Trang', 'Thu Trang'],
  ['"Ảnh: Thu Trang"', 'Thu Trang'],
  ['"(Ảnh: TTXVN)"', 'TTXVN'],
  ['Báo Ảnh Việt Nam', 'Báo Ảnh Việt Nam'],
])('the credit %s of a lead picture is %s', (written, credit) => {
  const { article } = readArticle({ image: `{src: a.jpg, alt: b, credit: ${written}}` });
  expect(article.image?.credit).toBe(credit);
});

describe('a date with its year at the end is told how to be written', () => {
  const fixOf = (date: string) => {
    const parsed = parseArticle(bytesOf(articleFile({ date })), 'a.md', newsroom);
    return parsed.ok ? [] : parsed.problems.map(({ code, fix }) => `${code} ${fix}`);
  };
  test.each([
    ['24/12/2020', '2020-12-24'],
    ['24-12-2020', '2020-12-24'],
    ['24.12.2020', '2020-12-24'],
    ['24/12/2020 7:05', '2020-12-24 07:05'],
    ['24/12/2020, 16h30', '2020-12-24 16:30'],
    ['16:30:15 24/12/2020', '2020-12-24 16:30'],
    ['12/24/2020', '2020-12-24'],
    ['6/6/2020', '2020-06-06'],
    ['29/2/2020', '2020-02-29'],
  ])('%s as %s', (written, form) => {
    expect(fixOf(written)).toEqual([`date-order Viết năm, tháng, rồi ngày: ${form}.`]);
  });

  test.each([
    ['2020/12/24', '2020-12-24'],
    ['2020-12-24 7h30', '2020-12-24 07:30'],
    ['2020-1-5', '2020-01-05'],
  ])('%s, with the year first, as %s', (written, form) => {
    expect(fixOf(written)).toEqual([`date-unreadable Viết ${form}.`]);
  });

  test('in both ways when it can mean two days', () => {
    expect(fixOf('5/6/2020 07:00')).toEqual([
      'date-order Viết 2020-06-05 07:00 nếu là ngày 5 tháng 6, viết 2020-05-06 07:00 nếu là ngày 6 tháng 5.',
    ]);
  });

  test.each([
    ['32/13/2020', 'date-impossible'],
    ['29/2/2021', 'date-impossible'],
    ['24/12-2020', 'date-unreadable'],
    ['24/12/20', 'date-unreadable'],
    ['2020/13/24', 'date-impossible'],
    ['0026-11-20', 'date-impossible'],
    ['1899-12-31', 'date-impossible'],
    ['hôm qua', 'date-unreadable'],
  ])('unless it is none: %s', (written, code) => {
    expect(fixOf(written).map((problem) => problem.split(' ')[0])).toEqual([code]);
  });
});

test('of many problems the first twenty are named, errors before warnings, and how many more', () => {
  const many = `[${'kỹ luật, '.repeat(21)}…]`;
  expect(placesOf({ tags: many }).slice(-3)).toEqual([
    '6:170 tag-collision',
    '6:197 tag-without-letters',
    '6:197 problems-more',
  ]);
});

describe('an update may not come before the publication', () => {
  test.each([
    ['2020-12-24', '2020-12-24', []],
    ['2020-12-24 16:30', '2020-12-24', []],
    ['2020-12-24 16:30', '2020-12-24 16:30', []],
    ['2020-12-24 16:30', '2020-12-24 16:29', ['6:10 updated-too-early']],
    ['2020-12-24', '2020-12-23', ['6:10 updated-too-early']],
    ['2020-12-24', '2020-12-23 23:59:59', ['6:10 updated-too-early']],
    ['2020-12-24', '2020-12-24T00:00:00+07:00', []],
  ])('date %s, updated %s', (date, updated, expected) => {
    expect(placesOf({ date, updated })).toEqual(expected);
  });

  test('one that does is left out', () => {
    expect(readArticle({ updated: '2020-12-23' }).article).not.toHaveProperty('updated');
  });
});

describe('the name of the file is the address', () => {
  test.each([
    ['articles/2020/12/tin-moi.md', 'tin-moi'],
    ['Tin mới.MD', 'tin-moi'],
    ['a/Đà Nẵng 2020.md', 'da-nang-2020'],
    ['a/Tiếng Việt.md'.normalize('NFD'), 'tieng-viet'],
    ['a/.md', ''],
    ['a/v1.2.md', 'v1-2'],
  ])('%s is %j', (file, slug) => {
    expect(slugOfFile(file)).toBe(slug);
  });
});

test('a folder of nothing but articles is a newsroom', () => {
  const { article } = readArticle(
    { section: 'Quốc phòng', authors: '[Thu Trang]', tags: '[Kỳ Anh]' },
    bareNewsroom,
  );
  expect(article).toMatchObject({
    section: { key: 'quoc-phong', name: 'Quốc phòng' },
    authors: [{ key: 'thu-trang', name: 'Thu Trang' }],
    tags: [{ slug: 'ky-anh', name: 'Kỳ Anh' }],
  });
});
