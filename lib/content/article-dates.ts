import { type EditorialDate, isCalendarDay, parseEditorialDate } from '../vietnamese/dates';
import { problem } from './problems/problems';
import { placeIn, type Reading } from './reading';

/**
 * Reads a date of the front matter; one that cannot be read is a problem.
 * @param timeZone an IANA name: the site's
 * @param where leads to the date
 */
export function readDate(
  written: string | undefined,
  timeZone: string,
  reading: Reading,
  ...where: readonly (string | number)[]
): EditorialDate | undefined {
  if (written === undefined) return undefined;
  const parsed = parseEditorialDate(written, timeZone);
  if (parsed.ok) return parsed.date;
  const at = placeIn(reading, ...where);
  const [dayFirst, monthFirst] = parsed.reason === 'unreadable' ? readingsOf(written) : [];
  if (dayFirst) reading.problems.push(problem('date-order', at, written, dayFirst, monthFirst));
  else if (parsed.reason === 'unreadable' && !turned.test(written))
    reading.problems.push(problem('date-unreadable', at, written));
  else reading.problems.push(problem('date-impossible', at, written));
  return undefined;
}

/**
 * Reads `updated`. One before the publication would tell readers and machines an impossible story,
 * and is left out with a warning; of a day without time the last moment counts.
 * @param timeZone an IANA name: the site's
 */
export function readUpdated(
  written: { readonly date?: string | undefined; readonly updated?: string | undefined },
  published: EditorialDate | undefined,
  timeZone: string,
  reading: Reading,
): EditorialDate | undefined {
  const { date = '', updated: text = '' } = written;
  const updated = readDate(written.updated, timeZone, reading, 'updated');
  if (!updated || !published) return updated;
  const latest = updated.precision === 'day' ? updated.epochMs + DAY_MS - 1 : updated.epochMs;
  if (latest >= published.epochMs) return updated;
  reading.problems.push(problem('updated-too-early', placeIn(reading, 'updated'), text, date));
  return undefined;
}

const DAY_MS = 86_400_000;

/** A day and a month in whatever order before the year, and a time on either side of them. */
const turned =
  /^(?:(\d{1,2})(?::|h)(\d\d)(?::\d\d)?,?\s+)?(\d{1,2})([/.-])(\d{1,2})\4(\d{4})(?:,?\s+(\d{1,2})(?::|h)(\d\d)(?::\d\d)?)?$/;

/**
 * What a date with the year at its end may mean, in the form to write: the day first, as we say it,
 * then the month first where that is another day.
 */
function readingsOf(written: string): readonly string[] {
  const parts = turned.exec(written);
  if (!parts) return [];
  const [, hourBefore, minuteBefore, first = '', , second = '', year = '', hour, minute] = parts;
  const hours = hourBefore ?? hour;
  const time = hours ? ` ${hours.padStart(2, '0')}:${minuteBefore ?? minute}` : '';
  const readings = [
    [second, first],
    [first, second],
  ].flatMap(([month = '', day = '']) =>
    isCalendarDay(Number(year), Number(month), Number(day))
      ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`]
      : [],
  );
  return [...new Set(readings)];
}
