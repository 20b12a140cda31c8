import { type EditorialDate, parseEditorialDate } from '../vietnamese/dates';
import { findLooseDate } from '../vietnamese/loose-dates';
import { type Position, type Problem, problem } from './problems/problems';
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
  const at = placeIn(reading, ...where);
  // A year before any newspaper here is a slip of the hand: 0026 for 2026.
  if (parsed.ok && Number(written.slice(0, 4)) >= FIRST_YEAR) return parsed.date;
  const isUnreadable = !parsed.ok && parsed.reason === 'unreadable';
  reading.problems.push(
    isUnreadable ? unreadableDate(written, at) : problem('date-impossible', at, written),
  );
  return undefined;
}

function unreadableDate(written: string, at: Position & { readonly file: string }): Problem {
  const loose = findLooseDate(written);
  const [meant, monthFirst] = loose?.readings ?? [];
  if (!loose) return problem('date-unreadable', at, written);
  if (!meant) return problem('date-impossible', at, written);
  if (loose.isYearFirst) return problem('date-unreadable', at, written, meant);
  return problem('date-order', at, written, meant, monthFirst);
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
  if (!isBefore(updated, published)) return updated;
  reading.problems.push(problem('updated-too-early', placeIn(reading, 'updated'), text, date));
  return undefined;
}

/**
 * Reads the day of a correction; one before the publication is warned of.
 * @param timeZone an IANA name: the site's
 * @param index which of the corrections it is
 */
export function readCorrected(
  written: { readonly date?: string | undefined; readonly corrected: string },
  published: EditorialDate | undefined,
  timeZone: string,
  reading: Reading,
  index: number,
): EditorialDate | undefined {
  const where = ['corrections', index, 'date'] as const;
  const corrected = readDate(written.corrected, timeZone, reading, ...where);
  if (corrected && published && isBefore(corrected, published)) {
    const { date = '' } = written;
    const at = placeIn(reading, ...where);
    reading.problems.push(problem('correction-too-early', at, written.corrected, date));
  }
  return corrected;
}

/** Of a day without time the last moment counts. */
function isBefore(date: EditorialDate, published: EditorialDate): boolean {
  const latest = date.precision === 'day' ? date.epochMs + DAY_MS - 1 : date.epochMs;
  return latest < published.epochMs;
}

const DAY_MS = 86_400_000;
const FIRST_YEAR = 1900;
