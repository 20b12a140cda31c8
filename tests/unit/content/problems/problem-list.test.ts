import { describe, expect, test } from 'vitest';
import { countsOf, listProblems } from '@/lib/content/problems/problem-list';
import { problem } from '@/lib/content/problems/problems';

const at = (line: number, column = 1) => ({ file: 'a.md', line, column });
const warnings = (count: number) =>
  Array.from({ length: count }, (_, index) => problem('line-ends', at(index + 1)));

test('problems stand in the order of their places', () => {
  const listed = listProblems([
    problem('line-ends', at(2, 5)),
    problem('yaml-invalid', at(10)),
    problem('file-empty', at(2, 4)),
  ]);
  expect(listed.map(({ line, column }) => `${line}:${column}`)).toEqual(['2:4', '2:5', '10:1']);
});

describe('twenty are named', () => {
  test('and no more is said of just twenty', () => {
    expect(listProblems(warnings(20))).toEqual(warnings(20));
  });

  test('and how many more there are, at the place of the last', () => {
    const listed = listProblems(warnings(25));
    expect(listed.slice(0, 20)).toEqual(warnings(20));
    expect(listed.slice(20)).toEqual([{ ...problem('problems-more', at(25), '5'), more: 5 }]);
  });

  test('errors before warnings', () => {
    const listed = listProblems([...warnings(25), problem('yaml-invalid', at(30))]);
    expect(listed.map(({ code }) => code).slice(-2)).toEqual(['yaml-invalid', 'problems-more']);
    expect(listed).toHaveLength(21);
  });

  test('and of very many, that there are more than could be counted', () => {
    expect(listProblems(warnings(200)).at(-1)).toEqual({
      ...problem('problems-more', at(200), '180+'),
      more: 180,
    });
  });

  test('or as many as are asked for', () => {
    expect(listProblems(warnings(5), 3).map(({ line, code }) => `${line} ${code}`)).toEqual([
      ...['1 line-ends', '2 line-ends', '3 line-ends', '5 problems-more'],
    ]);
  });
});

describe('of lists that were cut short before', () => {
  const lists = [...listProblems(warnings(23)), ...listProblems(warnings(25))];

  test('one count stands for all', () => {
    const listed = listProblems(lists, 100);
    expect(listed).toHaveLength(41);
    expect(listed.at(-1)).toEqual({ ...problem('problems-more', at(25), '8'), more: 8 });
  });

  test('it grows by what is left out', () => {
    expect(listProblems(lists, 30).at(-1)?.more).toBe(18);
  });
});

test('errors and warnings are counted', () => {
  expect(countsOf([...warnings(2), problem('yaml-invalid', at(3))])).toEqual({
    errors: 1,
    warnings: 2,
  });
  expect(countsOf([])).toEqual({ errors: 0, warnings: 0 });
});
