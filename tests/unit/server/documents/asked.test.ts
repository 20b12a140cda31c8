import { expect, test, vi } from 'vitest';
import { topicsOfPath } from '@/lib/server/document';
import { chooseReprints, createAsked, listFirstPages } from '@/lib/server/documents/asked';
import { type Path, paths } from '@/lib/site/routes';
import { topics } from '@/lib/site/topics';

const asked = (...list: readonly Path[]) =>
  list.map((path) => ({ path, topics: topicsOfPath(path) }));

test('what was asked for last comes first, with its topics', () => {
  const memory = createAsked();
  expect(memory.note('/')).toBe(true);
  expect(memory.note('/chu-de')).toBe(true);
  expect(memory.note('/')).toBe(false);
  expect(memory.list()).toEqual([
    { path: '/chu-de', topics: ['site', 'tags'] },
    { path: '/', topics: ['site', 'latest:all', 'latest:1'] },
  ]);
});

test('what nobody has asked for in ten minutes is forgotten', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const memory = createAsked();
  memory.note('/');
  vi.advanceTimersByTime(9 * 60_000);
  memory.note('/chu-de');
  expect(memory.list()).toHaveLength(2);
  vi.advanceTimersByTime(2 * 60_000);
  expect(memory.list().map(({ path }) => path)).toEqual(['/chu-de']);
  vi.useRealTimers();
});

test('changed articles are printed first, then the front page, sections, tags, and the rest', () => {
  const lately = asked(
    ...[paths.article('khac'), paths.front(2), paths.tag('ky-anh')],
    ...[paths.section('thoi-su'), paths.front(), paths.article('sua')],
  );
  expect(chooseReprints(lately, ['moi', 'sua'])).toEqual([
    ...['/bai-viet/moi', '/bai-viet/sua', '/', '/chuyen-muc/thoi-su', '/chu-de/ky-anh'],
    ...['/bai-viet/khac', '/trang/2'],
  ]);
});

test('of a great change no more is printed unasked than readers can bear', () => {
  const slugs = Array.from({ length: 500 }, (_, n) => `bai-${n}`);
  expect(chooseReprints([], slugs)).toHaveLength(20);
  expect(chooseReprints(asked(...slugs.map(paths.article)), [])).toHaveLength(200);
});

test('the first pages that servers of files may be sending are known by their topics', () => {
  const touched = new Set([
    ...[topics.article('tin'), topics.tag('ky-anh'), topics.section('thoi-su', 2)],
    ...[topics.latest(1), topics.section('doi-song', 1), topics.tags],
  ]);
  expect(listFirstPages(touched)).toEqual(['/', '/chuyen-muc/doi-song', '/chu-de/ky-anh']);
});
