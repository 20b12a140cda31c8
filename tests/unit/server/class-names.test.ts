import { describe, expect, test } from 'vitest';
import { renameInStyle, renameInTag, shortClassNames } from '@/lib/server/class-names';
import { finish, linked } from './own-finish';

const style =
  '.VMcMyW_row{color:red}.VMcMyW_row>.-2nct-_item:hover{margin:.5em}.nb{white-space:nowrap}';

describe('the classes of CSS Modules', () => {
  test('get one capital each, in the order of their appearance', () => {
    expect([...shortClassNames(style)]).toEqual([
      ['VMcMyW_row', 'A'],
      ['-2nct-_item', 'B'],
    ]);
  });

  test('go on with two capitals after Z', () => {
    const many = Array.from({ length: 30 }, (_, index) => `.abcdef_n${index}{}`).join('');
    expect([...shortClassNames(many).values()].slice(24, 29)).toEqual(['Y', 'Z', 'AA', 'AB', 'AC']);
  });

  test('are renamed in the style, and nothing else is', () => {
    expect(renameInStyle(style, shortClassNames(style))).toBe(
      '.A{color:red}.A>.B:hover{margin:.5em}.nb{white-space:nowrap}',
    );
  });
});

test.each([
  ['<p class="VMcMyW_row">', '<p class="A">'],
  ['<p class="nb VMcMyW_row -2nct-_item">', '<p class="nb A B">'],
  ['<p class="abcdef_unknown">', '<p class="abcdef_unknown">'],
  [
    '<p id="VMcMyW_row" title="VMcMyW_row" class="nb">',
    '<p id="VMcMyW_row" title="VMcMyW_row" class="nb">',
  ],
])('the tag %s becomes %s', (tag, renamed) => {
  expect(renameInTag(tag, shortClassNames(style))).toBe(renamed);
});

test('a finished page has short names in style and tags, and its text untouched', () => {
  const page = `<html><head>${linked(style)}</head><body><p class="VMcMyW_row">class="VMcMyW_row" .VMcMyW_row</p></body></html>`;
  const { html, styleSources } = finish(page);
  expect(html).toContain('<p class="A">class="VMcMyW_row" .VMcMyW_row</p>');
  expect(html).toContain('<style>.A{color:red}');
  expect(styleSources).toHaveLength(1);
});
