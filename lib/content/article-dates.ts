import { type EditorialDate, parseEditorialDate } from '../vietnamese/dates';
import { problem } from './problems';
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
  reading.problems.push(problem(`date-${parsed.reason}`, placeIn(reading, ...where), written));
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
