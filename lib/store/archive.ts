import { isCalendarDay } from '../vietnamese/dates';
import type { Database } from './database';
import type { Counted } from './edition';
import { allArticles } from './list-names';
import { countStretch, monthsSeen } from './lists';
import { stretchOfDay } from './stretch';

/** Years that have articles, newest first. */
export function yearsOf(database: Database, now: number): readonly Counted<number>[] {
  const counts = new Map<number, number>();
  for (const { year, count } of monthsSeen(database, allArticles, now))
    counts.set(year, (counts.get(year) ?? 0) + count);
  return [...counts].map(([entry, count]) => ({ entry, count }));
}

/** Months of a year that have articles, newest first. */
export function monthsOf(
  database: Database,
  year: number,
  now: number,
): readonly Counted<number>[] {
  return monthsSeen(database, allArticles, now)
    .filter((entry) => entry.year === year)
    .map(({ month, count }) => ({ entry: month, count }));
}

/** Days of a month that have articles, newest first. @param month 1 to 12 */
export function daysOf(
  database: Database,
  year: number,
  month: number,
  now: number,
  timeZone: string,
): readonly Counted<number>[] {
  return daysDownwards
    .filter((day) => isCalendarDay(year, month, day))
    .map((day) => ({
      entry: day,
      count: countStretch(database, allArticles, stretchOfDay({ year, month, day }, timeZone), now),
    }))
    .filter(({ count }) => count > 0);
}

const daysDownwards = Array.from({ length: 31 }, (_, index) => 31 - index);
