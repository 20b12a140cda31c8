import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { forms } from '@/lib/content/problems/catalogue';
import { checkSchema, soundKeys } from '@/lib/content/schema/check-schema';
import {
  articleSchema,
  authorSchema,
  sitePageSchema,
  siteSchema,
  tagsSchema,
} from '@/lib/content/schema/schema';

const article = { title: 'a', date: '2020-12-24', description: 'b', section: 'c' };

function mismatchesOf(value: unknown) {
  const checked = checkSchema(articleSchema, value);
  return checked.ok ? [] : checked.mismatches;
}

test('the smallest file of each kind is accepted', () => {
  expect(checkSchema(articleSchema, article)).toEqual({ ok: true, value: article });
  expect(checkSchema(sitePageSchema, { title: 'a', description: 'b' }).ok).toBe(true);
  expect(checkSchema(siteSchema, { name: 'a' }).ok).toBe(true);
  expect(checkSchema(tagsSchema, []).ok).toBe(true);
  expect(checkSchema(authorSchema, { name: 'a' })).toEqual({
    ok: true,
    value: { name: 'a', kind: 'person' },
  });
});

describe('a value of another kind than its key wants says which', () => {
  test.each([
    ['title', 2020, forms.line],
    ['title', true, forms.line],
    ['title', ['a'], forms.line],
    ['title', 'a'.repeat(501), forms.characters(500)],
    ['draft', 'yes', forms.boolean],
    ['tags', 'a, b', forms.lineOfNames('tags', 'a, b')],
    ['authors', 'thu-trang', forms.lineOfNames('authors', 'thu-trang')],
    ['aliases', '[/a', forms.names],
    ['tags', 2020, forms.names],
    ['tags', 'a: b', forms.names],
    ['corrections', 'a', forms.list],
    ['date', 20201224, '2020-12-24'],
    ['date', 2020, forms.date],
    ['updated', true, forms.date],
    ['tags', Array(51).fill('a'), forms.items(50)],
    ['image', 'a.jpg', forms.map],
    ['canonical', '/a', forms.webAddress],
    ['canonical', 'https:a', forms.webAddress],
    ['canonical', 'javascript:alert(1)', forms.webAddress],
    ['canonical', 'ftp://vi-du.vn', forms.webAddress],
  ])('%s: %j', (key, value, expected) => {
    expect(mismatchesOf({ ...article, [key]: value })).toEqual([
      { kind: 'type', where: [key], expected },
    ]);
  });

  test.each([0, -1, 1.5, 1e30, Number.POSITIVE_INFINITY, Number.NaN, 'một'])('part: %j', (part) => {
    expect(mismatchesOf({ ...article, series: { name: 'a', part } })).toEqual([
      { kind: 'type', where: ['series', 'part'], expected: forms.integer },
    ]);
  });

  test('a kind of author that does not exist', () => {
    expect(checkSchema(authorSchema, { name: 'a', kind: 'b' })).toEqual({
      ok: false,
      mismatches: [{ kind: 'type', where: ['kind'], expected: forms.oneOf(['person', 'desk']) }],
    });
  });

  test('a key of a section that is no part of an address', () => {
    expect(
      checkSchema(siteSchema, { name: 'a', sections: [{ key: 'Thời sự', name: 'b' }] }),
    ).toEqual({
      ok: false,
      mismatches: [{ kind: 'type', where: ['sections', 0, 'key'], expected: forms.key }],
    });
  });
});

describe('a lead picture lies on this site', () => {
  test.each(['a.jpg', './ảnh 1.jpg', '/images/a.jpg', '../a.jpg', 'a.jpg?b:c'])(
    '%s is accepted',
    (src) => {
      expect(mismatchesOf({ ...article, image: { src } })).toEqual([]);
    },
  );

  test.each([
    ...['https://vi-du.com/a.jpg', '//vi-du.com/a.jpg', 'data:image/png;base64,AAAA', 'C:\\a.jpg'],
    ...['/\\vi-du.com/a.jpg', '\\\\vi-du.com\\a.jpg', 'java\tscript:alert(1)', '\u0001//vi-du.com'],
  ])('%j is refused', (src) => {
    expect(mismatchesOf({ ...article, image: { src } })).toEqual([
      { kind: 'type', where: ['image', 'src'], expected: forms.picture },
    ]);
  });
});

test('what is missing, empty and unknown is told apart', () => {
  expect(
    mismatchesOf({ date: null, description: ' ', section: '', canonical: '', sections: 'a' }),
  ).toEqual([
    { kind: 'missing', where: ['title'] },
    { kind: 'empty', where: ['date'], mayGo: false },
    { kind: 'empty', where: ['description'], mayGo: false },
    { kind: 'empty', where: ['section'], mayGo: false },
    { kind: 'empty', where: ['canonical'], mayGo: true },
    expect.objectContaining({ kind: 'unknown', where: ['sections'], key: 'sections' }),
  ]);
});

test('an unknown key comes with the keys that could have been meant at its place', () => {
  const known = (schema: z.ZodType, value: unknown) => {
    const checked = checkSchema(schema, value);
    return checked.ok ? [] : checked.mismatches.map((found) => 'known' in found && found.known);
  };
  expect(known(sitePageSchema, { title: 'a', description: 'b', x: 1 })).toEqual([['aliases']]);
  expect(known(articleSchema, { ...article, series: { name: 'a', part: 1, x: 1 } })).toEqual([[]]);
  expect(
    known(articleSchema, { ...article, corrections: [{ date: 'a', text: 'b', x: 1 }] }),
  ).toEqual([[]]);
  expect(known(tagsSchema, [{ name: 'a', x: 1 }])).toEqual([['synonyms', 'description']]);
  expect(known(siteSchema, { name: 'a', publisher: { responsible: { name: 'b', x: 1 } } })).toEqual(
    [['role']],
  );
});

test('a misspelt draft is not accepted', () => {
  expect(mismatchesOf({ ...article, drafts: true })).toHaveLength(1);
  expect(mismatchesOf({ ...article, Draft: true })).toHaveLength(1);
});

test.each([null, 'chữ', 1, ['title']])('%j is no front matter', (value) => {
  expect(mismatchesOf(value)[0]?.where).toEqual([]);
});

test('sound keys are read although others fail', () => {
  const value = {
    ...article,
    title: 2020,
    drafts: true,
    image: { src: 'a.jpg', foo: 1 },
    tags: ['a'],
  };
  expect(soundKeys(articleSchema, value, mismatchesOf(value))).toEqual({
    date: '2020-12-24',
    description: 'b',
    section: 'c',
    tags: ['a'],
  });
});

test('of a front matter that is no map nothing is sound', () => {
  for (const value of ['chữ', null, [1]]) {
    expect(soundKeys(articleSchema, value, mismatchesOf(value))).toEqual({});
  }
});
