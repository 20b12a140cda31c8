import {
  type CalendarDay,
  calendarDayOf,
  isCalendarDay,
  localMidnight,
  startOfDay,
} from './calendar';
import { findInstant, formatInZone, formatIsoInZone, inZone } from './zone';

// Callers ask one file for dates and for the days they fall on.
export {
  type CalendarDay,
  calendarDayOf,
  formatMonth,
  isCalendarDay,
  startOfDay,
  startOfMonth,
} from './calendar';

/** A date as an editor means it: a whole day, or a moment of it. */
export interface EditorialDate {
  /** Milliseconds UTC, whole seconds; of precision 'day' the start of that day in the site's zone. */
  readonly epochMs: number;
  /** 'day': no time was written, and none is ever shown. */
  readonly precision: 'day' | 'second';
}

/** What became of a written date; 'impossible': well formed, but no calendar or clock shows it. */
export type ParsedDate =
  | { readonly ok: true; readonly date: EditorialDate }
  | { readonly ok: false; readonly reason: 'unreadable' | 'impossible' };

/**
 * Reads a date of the front matter; never guesses.
 * @param written `2020-12-24`, or that with `T` or blanks and `16:30`, then if wanted `:00` and a
 *   fraction (dropped), then if wanted `Z` or an offset up to 14 hours (`+07:00`)
 * @param timeZone an IANA name: the site's; it holds where no offset is written
 * @returns the first of two instants where clocks are set back; a skipped local time is impossible
 * @throws RangeError when the zone is unknown
 * @example parseEditorialDate('2020-12-24 16:30', 'Asia/Ho_Chi_Minh')
 * // { ok: true, date: { epochMs: Date.UTC(2020, 11, 24, 9, 30), precision: 'second' } }
 * @example parseEditorialDate('24/12/2020', 'Asia/Ho_Chi_Minh') // { ok: false, reason: 'unreadable' }
 * @see README.md of this room, dates; RFC 3339 §5.6
 */
export function parseEditorialDate(written: string, timeZone: string): ParsedDate {
  const match = writtenDate.exec(written);
  if (!match) return { ok: false, reason: 'unreadable' };
  const [, year, month, dayOfMonth, time, offset] = match;
  const day = { year: Number(year), month: Number(month), day: Number(dayOfMonth) };
  const epochMs = time ? findMoment(day, time, offset, timeZone) : findDay(day, timeZone);
  if (epochMs === undefined) return { ok: false, reason: 'impossible' };
  return { ok: true, date: { epochMs, precision: time ? 'second' : 'day' } };
}

/**
 * The date at the head of an article; seconds are cut off.
 * @param timeZone an IANA name, the one the date was read in
 * @example formatLongDate(date, 'Asia/Ho_Chi_Minh') // 'Thứ Năm, 24/12/2020, 16:30 (GMT+7)'
 * @see README.md of this room, dates
 */
export function formatLongDate(date: EditorialDate, timeZone: string): string {
  const weekday = weekdayNames[inZone(date.epochMs, timeZone).getDay()];
  const time = date.precision === 'day' ? '' : ", HH:mm '('O')'";
  return `${weekday}, ${formatInZone(date.epochMs, timeZone, `dd/MM/yyyy${time}`)}`;
}

/**
 * The date in lists.
 * @param timeZone an IANA name, the one the date was read in
 * @example formatShortDate(date, 'Asia/Ho_Chi_Minh') // '24/12/2020'
 * @see README.md of this room, dates
 */
export function formatShortDate(date: EditorialDate, timeZone: string): string {
  return formatInZone(date.epochMs, timeZone, 'dd/MM/yyyy');
}

/**
 * A date or month as it stands inside a sentence: "thứ Năm", "tháng 12"; the name of Sunday keeps its
 * capitals.
 * @param written as `formatLongDate`, `formatShortDate` or `formatMonth` give it
 * @example insideSentence('Thứ Năm, 24/12/2020') // 'thứ Năm, 24/12/2020'
 * @example insideSentence('Chủ Nhật, 27/12/2020') // 'Chủ Nhật, 27/12/2020'
 * @see Nghị định 30/2020/NĐ-CP, phụ lục II, V.8.c
 */
export function insideSentence(written: string): string {
  return written.replace(/^T(?=h[ứá])/, 't');
}

/**
 * The date for machines: the `datetime` of a `time` element, JSON-LD, Atom.
 * @param timeZone an IANA name, the one the date was read in
 * @returns a day without time, or a second with the zone's offset at that instant
 * @example formatDateTimeAttribute(date, 'Asia/Ho_Chi_Minh') // '2020-12-24T16:30:00+07:00'
 * @see RFC 3339 §5.6; HTML, valid date string
 */
export function formatDateTimeAttribute(date: EditorialDate, timeZone: string): string {
  const written = formatIsoInZone(date.epochMs, timeZone);
  return date.precision === 'day' ? written.slice(0, 'yyyy-mm-dd'.length) : written;
}

/**
 * The date in RSS, which knows no date without time: a day is given as its start.
 * @param timeZone an IANA name, the one the date was read in
 * @example formatRfc822Date(date, 'Asia/Ho_Chi_Minh') // 'Thu, 24 Dec 2020 16:30:00 +0700'
 * @see RFC 822 §5, with a year of four digits (RSS 2.0)
 */
export function formatRfc822Date(date: EditorialDate, timeZone: string): string {
  return formatInZone(date.epochMs, timeZone, 'EEE, dd MMM yyyy HH:mm:ss xx');
}

/** As CLDR has them; the one place to change "Chủ Nhật", of which there are two spellings. */
const weekdayNames = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** Year, month, day, local time, offset. */
const writtenDate =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:T|\s+)(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/;

function findDay(day: CalendarDay, timeZone: string): number | undefined {
  if (!isCalendarDay(day.year, day.month, day.day)) return undefined;
  const epochMs = startOfDay(day, timeZone);
  // A zone that crosses the date line skips a day: it starts where the next one starts.
  return calendarDayOf(epochMs, timeZone).day === day.day ? epochMs : undefined;
}

function findMoment(
  day: CalendarDay,
  time: string,
  offset: string | undefined,
  timeZone: string,
): number | undefined {
  const sinceMidnightMs = durationMs(time, 23);
  if (sinceMidnightMs === undefined || !isCalendarDay(day.year, day.month, day.day))
    return undefined;
  const localMs = localMidnight(day) + sinceMidnightMs;
  if (offset === undefined) return findInstant(localMs, timeZone);
  const ahead = offset === 'Z' ? 0 : durationMs(offset.slice(1), 14);
  if (ahead === undefined) return undefined;
  const epochMs = offset.startsWith('-') ? localMs + ahead : localMs - ahead;
  // An offset can carry the ends of the calendar out of it.
  const shown = calendarDayOf(epochMs, timeZone);
  return isCalendarDay(shown.year, shown.month, shown.day) ? epochMs : undefined;
}

/** Milliseconds of `HH:MM` or `HH:MM:SS`, fraction dropped; undefined when a part is too large. */
function durationMs(time: string, maxHours: number): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = time
    .split(':')
    .map((part) => Math.trunc(Number(part)));
  if (hours > maxHours || minutes > 59 || seconds > 59) return undefined;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
