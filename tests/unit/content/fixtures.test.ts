import { describe, expect, test } from 'vitest';
import { type ProblemCode, problemCodes } from '@/lib/content/problems';
import { allProblems, listFixtures, marksOf, readFixture } from './fixtures';
import { placed } from './newsroom';
import { unmarkable } from './unmarkable';

/** Codes that other rooms report, about the server, the disk and files beside each other. */
const reportedElsewhere: ReadonlySet<ProblemCode> = new Set([
  ...(['port-invalid', 'site-url-invalid', 'port-taken', 'address-unusable'] as const),
  ...(['content-unreadable', 'data-unwritable', 'build-missing', 'file-unreadable'] as const),
  'slug-taken',
]);

describe('a bad file has the problem that it marks, on that line, and no other', () => {
  test.each(listFixtures('bad'))('%s', (name) => {
    const bytes = readFixture('content/bad', name);
    const marks = marksOf(bytes);
    expect(marks).toHaveLength(1);
    expect(allProblems(name, bytes).map(({ line, code }) => `${line} ${code}`)).toEqual(marks);
  });
});

test.each(listFixtures('good'))('the good file %s has no problem', (name) => {
  expect(allProblems(name, readFixture('content/good', name)).map(placed)).toEqual([]);
});

test.each(listFixtures('good'))('the good file %s has none with CRLF and a BOM either', (name) => {
  const text = new TextDecoder().decode(readFixture('content/good', name));
  const bytes = new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`);
  expect(allProblems(name, bytes).map(placed)).toEqual([]);
});

test.each(listFixtures('bad'))('the problem of %s stands on the same line with CRLF', (name) => {
  const bytes = readFixture('content/bad', name);
  const text = new TextDecoder().decode(bytes).replaceAll('\n', '\r\n');
  const problems = allProblems(name, new TextEncoder().encode(text));
  expect(problems.map(placed)).toEqual(allProblems(name, bytes).map(placed));
});

test.each(unmarkable)('%s is all that is reported of %s', (expected, _, problems) => {
  expect(problems().map(placed)).toEqual([expected]);
});

test('every problem of content is shown by a fixture or by a fault built here', () => {
  const marked = listFixtures('bad').flatMap((name) => marksOf(readFixture('content/bad', name)));
  const shown = [...marked, ...unmarkable.map(([expected]) => expected)].map(
    (place) => place.split(' ')[1],
  );
  const expected = problemCodes.filter((code) => !reportedElsewhere.has(code));
  expect([...new Set(shown)].sort()).toEqual([...expected].sort());
});
