import { describe, expect, test } from 'vitest';
import { type ProblemCode, problemCodes } from '@/lib/content/problems/problems';
import { allProblems, listFixtures, marksOf, readFixture } from './fixtures';
import { placed } from './newsroom';
import { unmarkable } from './unmarkable';

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Codes that other rooms report, about the server, the disk and files beside each other. */
const reportedElsewhere: ReadonlySet<ProblemCode> = new Set([
  ...(['port-invalid', 'site-url-invalid', 'port-taken', 'address-unusable'] as const),
  ...(['publish-secret-invalid', 'publish-pull-invalid', 'trust-proxy-invalid'] as const),
  ...(['pull-no-git', 'pull-no-repository', 'pull-no-upstream', 'pull-unreachable'] as const),
  ...(['pull-too-slow', 'pull-diverged', 'pull-blocked', 'publish-failed'] as const),
  ...(['documents-memory-invalid', 'documents-disk-invalid', 'cache-tag-header-invalid'] as const),
  ...(['indexnow-key-invalid', 'indexnow-endpoint-invalid', 'websub-hub-invalid'] as const),
  ...(['content-unreadable', 'data-unwritable', 'build-missing', 'file-unreadable'] as const),
  ...(['slug-taken', 'alias-loop', 'alias-taken', 'alias-shadowed', 'address-vanished'] as const),
  ...(['link-broken', 'link-hidden', 'anchor-broken', 'picture-missing'] as const),
  ...(['series-part-taken', 'symbolic-link', 'parsing-stopped', 'date-without-time'] as const),
  ...(['file-ignored'] as const),
]);

describe('a bad file has the problem that it marks, at that place, and no other', () => {
  test.each(listFixtures('bad'))('%s', (name) => {
    const bytes = readFixture('content/bad', name);
    const marks = marksOf(bytes);
    expect(marks).toHaveLength(1);
    expect(allProblems(name, bytes).map(placed)).toEqual(marks);
  });
});

test.each(listFixtures('good'))('the good file %s has no problem', (name) => {
  expect(allProblems(name, readFixture('content/good', name)).map(placed)).toEqual([]);
});

test.each(listFixtures('good'))('%s has nothing but the warnings of CRLF and a BOM', (name) => {
  const text = new TextDecoder().decode(readFixture('content/good', name));
  const bytes = new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`);
  const firstLine = text.slice(0, text.indexOf('\n'));
  expect(allProblems(name, bytes).map(placed)).toEqual([
    '1:1 byte-order-mark',
    `1:${firstLine.length + 1} line-ends`,
  ]);
});

test.each(listFixtures('bad'))('the problem of %s stands on the same line with CRLF', (name) => {
  const bytes = readFixture('content/bad', name);
  const windows = [...bytes].flatMap((byte, index) =>
    byte === LINE_FEED && bytes[index - 1] !== CARRIAGE_RETURN ? [CARRIAGE_RETURN, byte] : [byte],
  );
  const withoutLineEnds = (of: Uint8Array) =>
    allProblems(name, of)
      .map(placed)
      .filter((place) => !place.endsWith(' line-ends'));
  expect(withoutLineEnds(Uint8Array.from(windows))).toEqual(withoutLineEnds(bytes));
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
