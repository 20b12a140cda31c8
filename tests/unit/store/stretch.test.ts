import { describe, expect, test } from 'vitest';
import { archiveDayOf, stretchOfDay, stretchOfMonth } from '@/lib/store/stretch';
import { article, createNewsroom, NOON, siteFile, slugsOf } from './newsroom';

const HOUR_MS = 3_600_000;

test.each([
  ['Asia/Ho_Chi_Minh', 24],
  ['America/St_Johns', 24],
])('a plain day in %s has %d hours', async (zone, hours) => {
  const { since, before } = stretchOfDay({ year: 2020, month: 12, day: 31 }, zone);
  expect(before - since).toBe(hours * HOUR_MS);
});

test.each([
  ['the day clocks are set forward', { year: 2020, month: 3, day: 8 }, 23],
  ['the day clocks are set back', { year: 2020, month: 11, day: 1 }, 25],
])('%s in St. John’s ends where the next begins', async (_what, day, hours) => {
  const { since, before } = stretchOfDay(day, 'America/St_Johns');
  expect(before - since).toBe(hours * HOUR_MS);
});

test('a day that a zone skips is empty', async () => {
  const { since, before } = stretchOfDay({ year: 2011, month: 12, day: 30 }, 'Pacific/Apia');
  expect(before).toBe(since);
});

test('December ends where January begins', async () => {
  expect(stretchOfMonth(2020, 12, 'Asia/Ho_Chi_Minh').before).toBe(
    stretchOfMonth(2021, 1, 'Asia/Ho_Chi_Minh').since,
  );
});

describe('in the night of 1/11/2009 in St. John’s, when the first midnight was taken back', () => {
  // 00:00, then at 00:01 back to 23:01 of the day and month before, then 00:00 again.
  const firstMidnight = Date.parse('2009-11-01T02:30:00Z');
  const moments = [-1, 0, 30 * 60_000, 61 * 60_000].map((later) => firstMidnight + later);

  test('what comes after the first midnight is filed under the new day', async () => {
    const filed = moments.map((moment) => archiveDayOf(moment, 'America/St_Johns').day);
    expect(filed).toEqual([31, 1, 1, 1]);
  });

  test('days, months and lists agree', async () => {
    const newsroom = createNewsroom({ 'site.yaml': siteFile({ timeZone: 'America/St_Johns' }) });
    for (const [n, moment] of moments.entries())
      newsroom.write(`articles/a${n}.md`, article({ date: new Date(moment).toISOString() }));
    const edition = (await newsroom.open()).edition(NOON);
    expect(edition.months(2009)).toEqual([
      { entry: 11, count: 3 },
      // Milliseconds are cut off: the first one is of the second before midnight.
      { entry: 10, count: 1 },
    ]);
    expect(edition.days(2009, 11)).toEqual([{ entry: 1, count: 3 }]);
    expect(slugsOf(edition.listMonth(2009, 11, 1))).toEqual(['a3', 'a2', 'a1']);
    expect(slugsOf(edition.listDay({ year: 2009, month: 10, day: 31 }, 1))).toEqual(['a0']);
    expect(slugsOf(edition.listAll(1))).toEqual(['a3', 'a2', 'a1', 'a0']);
  });
});
