import { describe, expect, test } from 'vitest';
import { blankComments } from '@/lib/content/source/comments';

describe('a comment becomes blanks, and all else keeps its place', () => {
  test.each([
    ['a<!-- b -->c', 'a          c'],
    ['<!-- a\nb -->\nc', '      \n     \nc'],
    ['<!--><b>', '     <b>'],
    ['<!---><b>', '      <b>'],
    ['<!-- a -- b --> c', '                c'],
    ['a <!-- b', 'a <!-- b'],
    ['<!-- a --> b <!-- c', '           b <!-- c'],
    ['a --> b', 'a --> b'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(blankComments(text)).toBe(expected);
  });
});

test('a megabyte of comments never closed takes no time', () => {
  for (const text of ['<!--'.repeat(262_144), '<!--->'.repeat(174_762), '-->'.repeat(349_525)]) {
    expect(blankComments(text)).toHaveLength(text.length);
  }
}, 60_000);
