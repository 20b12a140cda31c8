import { describe, expect, test } from 'vitest';
import { placed, render } from '../newsroom';

describe('a paragraph that its indentation made code is named', () => {
  test.each([
    ['\tĐoạn.', '1:1'],
    ['a\n\n    Đoạn.\n\n    Đoạn.', '3:1'],
    ['> a\n>\n>     Đoạn.', '3:3'],
    ['- a\n\n      Đoạn.', '3:3'],
  ])('%j', (markdown, place) => {
    expect(render(markdown).problems.map(placed)).toEqual([`${place} indented-code`]);
  });
});

describe('a fence that is never closed is named where it opens', () => {
  test.each([
    ['a\n\n```\nb\n\nc', '3:1', '```'],
    ['```', '1:1', '```'],
    ['a\n~~~~ md\nb\n~~~\n', '2:1', '~~~~'],
    ['> ```\n> a\n\nb', '1:3', '```'],
    ['- ```\n  a\n\nb', '1:3', '```'],
  ])('%j', (markdown, place, fence) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual([`${place} fence-unclosed`]);
    expect(problems[0]?.message).toContain(`Dấu ${fence} không có dấu đóng`);
  });
});

describe('code between fences, and a paragraph of a list, are what was meant', () => {
  test.each([
    ...['```\na\n```', '~~~ md\n```\n~~~', '```\na\n`````  ', '```\n```', '   ```\n  a\n  ```'],
    ...['> ```\n> a\n> ```', '> > - ~~~\n> >   a\n> >   ~~~', '1. a\n\n   ```\n   b\n   ```'],
    ...['- a\n\n    b', '1. a\n\n    b', '   a', 'a\n        b', '`    a`'],
  ])('%j', (markdown) => {
    expect(render(markdown).problems).toEqual([]);
  });
});
