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
  expect(parse('NFD', 'articles/Kỷ luật.md')).toEqual(parse('NFC', 'articles/Kỷ luật.md'));
});

test('all problems of a front matter are named at once, in their order', () => {
  expect(
    placesOf({ title: '', date: '24/12/2020', section: 'khac', drafts: 'true', tags: '[…, a]' }),
  ).toEqual([
    '2:8 value-empty',
    '3:7 date-unreadable',
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
