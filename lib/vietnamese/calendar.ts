import { findInstantFrom, inZone } from './zone';

/** A day of the Gregorian calendar, without time and zone; `month` is 1 to 12. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * True for a day that exists: 29/2 only in leap years, years 1 to 9999.
 * @param month 1 to 12
 * @example isCalendarDay(2021, 2, 29) // false
 */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (!(year >= 1 && year <= 9999)) return false;
  const date = new Date(localMidnight({ year, month, day }));
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === day
  );
}

/**
 * The day that calendars in a zone show at an instant.
 * @param epochMs an instant, milliseconds UTC
 * @param timeZone an IANA name
 * @throws RangeError when the zone is unknown
 * @example calendarDayOf(Date.UTC(2020, 11, 24, 17), 'Asia/Ho_Chi_Minh')
 * // { year: 2020, month: 12, day: 25 }
 */
export function calendarDayOf(epochMs: number, timeZone: string): CalendarDay {
  const date = inZone(epochMs, timeZone);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/**
 * The instant at which a day begins in a zone: 00:00, the first one where it comes twice, and where
 * clocks are set forward over it, what they show instead (01:00).
 * @param day one too large or too small is counted on: 32/12 is 1/1 of the next year
 * @param timeZone an IANA name
 * @returns milliseconds UTC
 * @throws RangeError when the zone is unknown
 * @example startOfDay({ year: 2020, month: 12, day: 24 }, 'Asia/Ho_Chi_Minh')
 * // Date.UTC(2020, 11, 23, 17)
 */
export function startOfDay(day: CalendarDay, timeZone: string): number {
  return findInstantFrom(localMidnight(day), timeZone);
}

/**
 * The instant at which a month begins in a zone, as `startOfDay` of its first day.
 * @param month 1 to 12; others are counted on: 13 is January of the next year, 0 December before
 * @param timeZone an IANA name
 * @returns milliseconds UTC
 * @throws RangeError when the zone is unknown
 * @example startOfMonth(2020, 13, 'Asia/Ho_Chi_Minh') // Date.UTC(2020, 11, 31, 17)
 */
export function startOfMonth(year: number, month: number, timeZone: string): number {
  return startOfDay({ year, month, day: 1 }, timeZone);
}

/**
 * The heading of a month in the archive.
 * @param month 1 to 12
 * @example formatMonth(2020, 12) // 'Tháng 12/2020'
 * @see README.md of this room, dates
 */
export function formatMonth(year: number, month: number): string {
  return `Tháng ${String(month).padStart(2, '0')}/${year}`;
}

/**
 * The start of a day counted as if it were UTC: what local times are reckoned from.
 * @param day one too large or too small is counted on
 * @returns milliseconds
 * @example localMidnight({ year: 1970, month: 1, day: 2 }) // 86400000
 */
export function localMidnight(day: CalendarDay): number {
  // Not `Date.UTC`: it reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(day.year, day.month - 1, day.day);
}
