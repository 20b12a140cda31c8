import { describe, expect, test } from 'vitest';
import { placed, render } from '../../newsroom';

describe('a heading without a blank behind its mark is named', () => {
  test.each([
    ['##Tít', ['1:1']],
    ['a\n###“Tít”', ['2:1']],
    ['> - a\\\n>   ####1. Tít', ['2:5']],
    ['##a\n##b', ['1:1', '2:1']],
  ])('%j', (markdown, places) => {
    const expected = places.map((place) => `${place} heading-literal`);
    expect(render(markdown).problems.map(placed)).toEqual(expected);
  });
});

describe('lines that were meant as a list are named at the first of them', () => {
  test.each([
    ['-a\n-b\n-c', ['1:1'], '-'],
    ['Gồm:\n-a\n-b\nvà\n+c\n+d', ['2:1', '5:1'], '-'],
    ['> 1.Một\n> 2.Hai', ['1:3'], '1.'],
    ['- a\n\n  1)Một\n  2)Hai', ['3:3'], '1)'],
    ['•\ta\n•\tb', ['1:1'], '•'],
    ['· a\n· b', ['1:1'], '·'],
    ['o a\no b', ['1:1'], 'o'],
    ['– Một\n— Hai', ['1:1'], '–'],
  ])('%j', (markdown, places, marker) => {
    const { problems } = render(markdown);
    expect(problems.map(placed)).toEqual(places.map((place) => `${place} list-literal`));
    expect(problems[0]?.message).toContain(`“${marker}”`);
  });
});

describe('lines that were meant as a table are named at the first of them', () => {
  test.each([
    ['| a | b |\n| c | d |\n| e | f |', '1:1'],
    ['| a | b |\n| - |\n| c | d |', '1:1'],
    ['Bảng:\n\n> | a |\n> | b |', '3:3'],
    ['a\n| b |\n| c |\\\n| d |', '2:1'],
  ])('%j', (markdown, place) => {
    expect(render(markdown).problems.map(placed)).toEqual([`${place} table-literal`]);
  });
});

describe('lines that mean themselves are left alone', () => {
  test.each([
    ...['#KỳAnh', '#KỳAnh\n#HàTĩnh', '\\##Tít', '`##mã`', 'a ##b', '####### Tít', '##'],
    ...['-Một', '-5 độ\n-6 độ', '-Một\\\n-Hai', '\\-Một\n\\-Hai', '-Một\nhai\n-Ba', '--a\n--b'],
    ...['– Một\\\n– Hai', '- Một\n- Hai', '• Một', 'o\na', 'ông a\nông b', '1.500\n2.000'],
    ...['1\\.Một\n2\\.Hai', '| a |', '\\| a |\n\\| b |', '| a |\n| - |\n| b |', '`|a|`\n`|b|`'],
    ...['| a |\n-Một', '-Một\n| a |'],
  ])('%j', (markdown) => {
    expect(render(markdown).problems).toEqual([]);
  });
});
