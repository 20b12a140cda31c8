import { TZDate, tzOffset } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { LRUCache } from 'lru-cache';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The date as clocks in a zone show it; its `get…` methods answer in that zone.
 * @param epochMs an instant, milliseconds UTC
 * @param timeZone an IANA name
 * @throws RangeError when the zone is unknown or the instant is none
 * @example inZone(Date.UTC(2020, 11, 24, 17), 'Asia/Ho_Chi_Minh').getDate() // 25
 */
export function inZone(epochMs: number, timeZone: string): TZDate {
  const date = new TZDate(epochMs, timeZone);
  if (Number.isNaN(date.getTime())) throw new RangeError(`No date ${epochMs} in zone ${timeZone}`);
  return date;
}

/**
 * An instant written by a date-fns pattern, in a zone; names of days and months are English.
 * @param epochMs an instant, milliseconds UTC
 * @param timeZone an IANA name
 * @throws RangeError when the zone is unknown or the instant is none
 * @example formatInZone(0, 'Asia/Ho_Chi_Minh', 'dd/MM/yyyy HH:mm') // '01/01/1970 08:00'
 * @see https://date-fns.org/docs/format for the letters of a pattern
 */
export function formatInZone(epochMs: number, timeZone: string, pattern: string): string {
  return remembered(`${epochMs} ${timeZone} ${pattern}`, () =>
    format(inZone(epochMs, timeZone), pattern),
  );
}

/**
 * An instant to the second, with what clocks in a zone are ahead of UTC by.
 * @param epochMs an instant, milliseconds UTC
 * @param timeZone an IANA name
 * @throws RangeError when the zone is unknown or the instant is none
 * @example formatIsoInZone(1608802200000, 'Asia/Ho_Chi_Minh') // '2020-12-24T16:30:00+07:00'
 * @see RFC 3339 §5.6
 */
export function formatIsoInZone(epochMs: number, timeZone: string): string {
  // By a pattern it takes three times as long, which a site map of thousands would show.
  return remembered(`${epochMs} ${timeZone}`, () =>
    inZone(epochMs, timeZone).toISOString().replace(/\.\d+/, ''),
  );
}

function remembered(key: string, write: () => string): string {
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = write();
  written.set(key, text);
  return text;
}

/** An article's dates stand in many lists, and each takes 15 µs to write. */
const written = new LRUCache<string, string>({ max: 5_000 });

/**
 * The instant at which clocks in a zone show a local time; the first of two when clocks are set back.
 * @param localMs the local time, counted in milliseconds as if it were UTC
 * @param timeZone an IANA name
 * @returns milliseconds UTC; undefined when the zone skips that time because clocks are set forward
 * @throws RangeError when the zone is unknown
 * @example findInstant(Date.UTC(2020, 11, 24, 16, 30), 'Asia/Ho_Chi_Minh') // 1608802200000
 */
export function findInstant(localMs: number, timeZone: string): number | undefined {
  return candidates(localMs, timeZone).find(
    (epochMs) => epochMs + offsetMs(epochMs, timeZone) === localMs,
  );
}

/**
 * As `findInstant`, but a skipped local time becomes the instant the same span after the change.
 * @param localMs the local time, counted in milliseconds as if it were UTC
 * @param timeZone an IANA name
 * @returns milliseconds UTC
 * @throws RangeError when the zone is unknown
 * @example // midnight of 4/11/2018 was skipped in São Paulo: the day began at 01:00 (-02:00)
 * findInstantFrom(Date.UTC(2018, 10, 4), 'America/Sao_Paulo') // Date.UTC(2018, 10, 4, 3)
 */
export function findInstantFrom(localMs: number, timeZone: string): number {
  return findInstant(localMs, timeZone) ?? Math.max(...candidates(localMs, timeZone));
}

// Not `new TZDate(year, month, …)`: that goes through the process's own zone and, near a change of
// clocks in either, gives another instant on another machine (@date-fns/tz 1.5.0).
function candidates(localMs: number, timeZone: string): readonly number[] {
  const before = localMs - offsetMs(localMs - DAY_MS, timeZone);
  const after = localMs - offsetMs(localMs + DAY_MS, timeZone);
  return [Math.min(before, after), Math.max(before, after)];
}

function offsetMs(epochMs: number, timeZone: string): number {
  const minutes = tzOffset(timeZone, new Date(epochMs));
  if (Number.isNaN(minutes)) throw new RangeError(`No date ${epochMs} in zone ${timeZone}`);
  // Rounded: offsets before standard time have seconds, which come as fractions of a minute.
  return Math.round(minutes * 60) * 1000;
}
