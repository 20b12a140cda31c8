import { expect, test } from 'vitest';
import {
  calendarDayOf,
  formatMonth,
  isCalendarDay,
  localMidnight,
  startOfDay,
  startOfMonth,
} from '@/lib/vietnamese/calendar';
import { parseEditorialDate } from '@/lib/vietnamese/dates';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';
import { describeInEachProcessZone } from './process-zones';

describeInEachProcessZone(() => {
  test.each(vectors.dates)('$iso falls on the day of $archive', ({ iso, zone, archive }) => {
    const parsed = parseEditorialDate(iso, zone);
    const [year, month, day] = archive.split('/').slice(-3).map(Number);
    expect(parsed.ok && calendarDayOf(parsed.date.epochMs, zone)).toEqual({ year, month, day });
  });

  test.each([
    ['Asia/Ho_Chi_Minh', 2020, 12, 24, '2020-12-23T17:00Z'],
    ['America/St_Johns', 2020, 7, 1, '2020-07-01T02:30Z'],
    ['America/St_Johns', 2020, 12, 24, '2020-12-24T03:30Z'],
    ['Asia/Kathmandu', 2020, 12, 24, '2020-12-23T18:15Z'],
    ['America/Havana', 2030, 11, 3, '2030-11-03T04:00Z'],
    ['America/Sao_Paulo', 2018, 11, 4, '2018-11-04T03:00Z'],
    ['UTC', 20, 12, 24, '0020-12-24T00:00Z'],
    ['UTC', 2020, 12, 32, '2021-01-01T00:00Z'],
  ])('in %s the day %i-%i-%i begins at %s', (zone, year, month, day, utc) => {
    expect(startOfDay({ year, month, day }, zone)).toBe(Date.parse(utc));
  });

  test.each([
    [2020, 12, '2020-11-30T17:00Z'],
    [2020, 13, '2020-12-31T17:00Z'],
    [2021, 0, '2020-11-30T17:00Z'],
    [2020, 1, '2019-12-31T17:00Z'],
  ])('in Việt Nam month %i-%i begins at %s', (year, month, utc) => {
    expect(startOfMonth(year, month, 'Asia/Ho_Chi_Minh')).toBe(Date.parse(utc));
  });

  test('an instant just before midnight belongs to the day that ends', () => {
    const midnight = startOfDay({ year: 2021, month: 1, day: 1 }, 'Asia/Kathmandu');
    expect(calendarDayOf(midnight - 1, 'Asia/Kathmandu')).toEqual({
      year: 2020,
      month: 12,
      day: 31,
    });
    expect(calendarDayOf(midnight, 'Asia/Kathmandu')).toEqual({ year: 2021, month: 1, day: 1 });
  });
});

test.each([
  [2024, 2, 29],
  [2000, 2, 29],
  [2020, 12, 31],
  [1, 1, 1],
  [9999, 12, 31],
])('%i-%i-%i is a day of the calendar', (year, month, day) => {
  expect(isCalendarDay(year, month, day)).toBe(true);
});

test.each([
  [2021, 2, 29],
  [1900, 2, 29],
  [2020, 4, 31],
  [2020, 13, 1],
  [2020, 0, 1],
  [2020, 1, 0],
  [0, 1, 1],
  [10000, 1, 1],
  [2020.5, 1, 1],
  [2020, 1.5, 1],
  [2020, 1, 1.5],
  [2020, 1, Number.NaN],
])('%d-%d-%d is no day of the calendar', (year, month, day) => {
  expect(isCalendarDay(year, month, day)).toBe(false);
});

test('local times are counted from the first of January 1970', () => {
  expect(localMidnight({ year: 1970, month: 1, day: 2 })).toBe(86_400_000);
});

test.each([
  [2020, 12, 'Tháng 12/2020'],
  [2021, 1, 'Tháng 01/2021'],
])('month %i-%i has the heading %j', (year, month, heading) => {
  expect(formatMonth(year, month)).toBe(heading);
});
