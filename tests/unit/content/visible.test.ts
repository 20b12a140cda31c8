import { describe, expect, test } from 'vitest';
import { visible, visibleFrom } from '@/lib/content/visible';
import { readArticle } from './newsroom';

const noon = Date.UTC(2020, 11, 24, 5);
const withdrawn = '{date: 2020-12-25, reason: a}';

describe('readers see an article from its second on, a draft never, a withdrawal as such', () => {
  test.each([
    ['2020-12-24 12:00', {}, noon - 1, 'hidden'],
    ['2020-12-24 12:00', {}, noon, 'live'],
    ['2020-12-24', {}, Date.UTC(2020, 11, 23, 17) - 1, 'hidden'],
    ['2020-12-24', {}, Date.UTC(2020, 11, 23, 17), 'live'],
    ['2020-12-24', { draft: 'true' }, noon, 'hidden'],
    ['2020-12-24', { withdrawn }, noon, 'withdrawn'],
    ['2020-12-24 12:00', { withdrawn }, noon - 1, 'hidden'],
    ['2020-12-24', { withdrawn, draft: 'true' }, noon, 'hidden'],
  ])('date %s, %j, at %d: %s', (date, changed, now, expected) => {
    expect(visible(readArticle({ date, ...changed }).article, now)).toBe(expected);
  });
});

test('a draft is visible from no instant', () => {
  expect(visibleFrom(readArticle({ draft: 'true' }).article)).toBeUndefined();
  expect(visibleFrom(readArticle({ date: '2020-12-24 12:00' }).article)).toBe(noon);
});
