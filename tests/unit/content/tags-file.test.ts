import { describe, expect, test } from 'vitest';
import { indexTagNames, parseTagsFile, resolveTag } from '@/lib/content/tags-file';
import { bytesOf, placed } from './newsroom';

function parse(text: string) {
  return parseTagsFile(bytesOf(text), 'tags.yaml');
}

function namesOf(text: string) {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(placed).join());
  return indexTagNames(parsed.declared);
}

test('an empty file declares nothing', () => {
  expect(parse('# chưa có\n')).toEqual({ ok: true, declared: [], warnings: [] });
});

test('a declared tag has its address, its synonyms and what it is about', () => {
  expect(parse('- name: Kỳ Anh\n  synonyms: [TX Kỳ Anh]\n  description: Thị xã.\n')).toEqual({
    ok: true,
    declared: [{ slug: 'ky-anh', name: 'Kỳ Anh', synonyms: ['TX Kỳ Anh'], description: 'Thị xã.' }],
    warnings: [],
  });
});

test('what is odd about the text is warned of, and the file is still read', () => {
  const parsed = parse('- name: a\u200bb\r\n');
  expect(parsed.ok && parsed.warnings.map(placed)).toEqual([
    '1:10 invisible-character',
    '1:12 line-ends',
  ]);
});

describe('what two tags claim is warned of, and the first has it', () => {
  test.each([
    ['- name: kỷ luật\n- name: kỹ luật\n', ['2:9 tag-collision']],
    ['- name: Hòa Bình\n- name: hoà bình\n', ['2:9 tag-declared-twice']],
    ['- name: a\n  synonyms: [b]\n- name: B\n', ['3:9 tag-declared-twice']],
    ['- name: a\n- name: c\n  synonyms: [b, A]\n', ['3:17 tag-declared-twice']],
    ['- name: a\n  synonyms: [a, A]\n', []],
  ])('%j', (text, expected) => {
    const parsed = parse(text);
    expect(parsed.ok && parsed.warnings.map(placed)).toEqual(expected);
  });

  test('the first of them is found', () => {
    const names = namesOf('- name: a\n  synonyms: [b]\n- name: B\n');
    expect(resolveTag('b', names)).toEqual({ slug: 'a', name: 'a' });
  });
});

describe('a written name means', () => {
  const names = namesOf('- name: kỷ luật\n- name: Hòa Bình\n  synonyms: [tỉnh Hòa Bình]\n');
  test.each([
    ['tỉnh Hoà Bình', { slug: 'hoa-binh', name: 'Hòa Bình' }],
    ['KỶ LUẬT', { slug: 'ky-luat', name: 'kỷ luật' }],
    ['kỹ luật', { slug: 'ky-luat', name: 'kỷ luật', collidesWith: 'kỷ luật' }],
    ['mới', { slug: 'moi', name: 'mới' }],
    ['…', { slug: '', name: '…' }],
  ])('%s', (written, expected) => {
    expect(resolveTag(written, names)).toEqual(expected);
  });
});
