import { type CalendarDay, calendarDayOf, startOfDay, startOfMonth } from '../vietnamese/dates';

/** Instants between which a stretch of a list lies, epoch milliseconds: `since <= t < before`. */
export interface Stretch {
  readonly since: number;
  readonly before: number;
}

/** Instants between which a month lies, in a zone. @param month 1 to 12 */
export function stretchOfMonth(year: number, month: number, timeZone: string): Stretch {
  return {
    since: startOfMonth(year, month, timeZone),
    before: startOfMonth(year, month + 1, timeZone),
  };
}

/** Instants between which a day lies, in a zone. */
export function stretchOfDay(day: CalendarDay, timeZone: string): Stretch {
  return { since: startOfDay(day, timeZone), before: startOfDay(dayAfter(day), timeZone) };
}

/**
 * The day under which the archive files an instant: the one in whose stretch it lies. It is the
 * calendar's, but where clocks are set back over midnight (St. John's until 2011, at 00:01): what
 * comes after the first midnight stays with the new day, so that a day and a month have no gaps.
 * @param epochMs an instant, milliseconds UTC
 * @param timeZone an IANA name
 */
export function archiveDayOf(epochMs: number, timeZone: string): CalendarDay {
  const shown = calendarDayOf(epochMs, timeZone);
  const nextBegins = startOfDay(dayAfter(shown), timeZone);
  return epochMs < nextBegins ? shown : calendarDayOf(nextBegins, timeZone);
}

/** Counted on past the end of a month, as `startOfDay` takes it. */
function dayAfter(day: CalendarDay): CalendarDay {
  return { ...day, day: day.day + 1 };
}
