import { notFound } from 'next/navigation';
import { readSearchRequest, type SearchRequest } from '@/lib/site/search-address';
import { type CalendarDay, isCalendarDay } from '@/lib/vietnamese/dates';

/**
 * The page of a list that an address names; anything but its one spelling is missing.
 * @param number as written in the address; undefined for the first page
 */
export function readPage(number: string | undefined): number {
  if (number === undefined) return 1;
  const page = readDigits(number, /^[1-9][0-9]{0,6}$/);
  return page > 1 ? page : notFound();
}

/** The year of an archive address. */
export function readYear(year: string): number {
  return readDigits(year, /^[0-9]{4}$/);
}

/** The month of an archive address, 1 to 12. */
export function readMonth(month: string): number {
  return readDigits(month, /^(0[1-9]|1[0-2])$/);
}

/** The day of an archive address; one that no calendar has is missing. */
export function readDay(written: Record<'year' | 'month' | 'day', string>): CalendarDay {
  const year = readYear(written.year);
  const month = readMonth(written.month);
  const day = readDigits(written.day, /^[0-9]{2}$/);
  return isCalendarDay(year, month, day) ? { year, month, day } : notFound();
}

/** The query of an address, as Next.js gives it. */
export type QueryParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address of a search asks for. */
export function readSearch(parameters: QueryParameters): SearchRequest {
  const pairs = Object.entries(parameters).flatMap(([name, value = []]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );
  return readSearchRequest(new URLSearchParams(pairs));
}

function readDigits(written: string, pattern: RegExp): number {
  return pattern.test(written) ? Number(written) : notFound();
}
