import { isCalendarDay } from './calendar';

/** What a date that is not in our form may mean. */
export interface LooseDate {
  /** True when the year stands first, so that day and month cannot be mistaken for each other. */
  readonly isYearFirst: boolean;
  /** In the form to write: the day first, as we say it, then the month first if that is another day. */
  readonly readings: readonly string[];
}

/**
 * Understands a date as people and programs write it: `7h30 20/11/2026`, `2026.11.20`,
 * `Thứ Sáu, 20/11/2026, 07:30 (GMT+7)`. Only ever a suggestion, never the date itself.
 * @param written any Unicode form
 * @returns no readings for what no calendar or clock shows; undefined for what is no date at all
 * @example findLooseDate('2026/1/5 7h30')?.readings // ['2026-01-05 07:30']
 */
export function findLooseDate(written: string): LooseDate | undefined {
  const plain = written
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? |^ngày /i, '')
    .replace(/,? lúc /i, ' ')
    .replace(/ \(GMT[+-]\d{1,2}\)$/, '');
  const parts = (yearFirst.exec(plain) ?? digitsOnly.exec(plain) ?? yearLast.exec(plain))?.groups;
  if (!parts) return undefined;
  const { year = '', first = '', second = '', isoMonth, isoDay } = parts;
  const time = timeOf(parts.hourBefore ?? parts.hour, parts.minuteBefore ?? parts.minute);
  const days =
    isoMonth !== undefined && isoDay !== undefined
      ? [{ month: isoMonth, day: isoDay }]
      : [
          { month: second, day: first },
          { month: first, day: second },
        ];
  const readings = days
    .filter(({ month, day }) => isCalendarDay(Number(year), Number(month), Number(day)))
    .map(({ month, day }) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`);
  return {
    isYearFirst: isoMonth !== undefined,
    readings: time === undefined ? [] : [...new Set(readings)],
  };
}

const timeBefore =
  '(?:(?<hourBefore>\\d{1,2}) ?(?:[:h]|giờ) ?(?<minuteBefore>\\d\\d)?(?::\\d\\d)?,? )?';
const timeAfter = '(?:(?:T|,? )(?<hour>\\d{1,2}) ?(?:[:h]|giờ) ?(?<minute>\\d\\d)?(?::\\d\\d)?)?';
const yearFirst = new RegExp(
  `^${timeBefore}(?<year>\\d{4})(?<mark>[-/.])(?<isoMonth>\\d{1,2})\\k<mark>(?<isoDay>\\d{1,2})${timeAfter}$`,
  'i',
);
const digitsOnly = /^(?<year>(?:19|20)\d\d)(?<isoMonth>\d\d)(?<isoDay>\d\d)$/;
const yearLast = new RegExp(
  `^${timeBefore}(?<first>\\d{1,2})(?<mark>[-/.])(?<second>\\d{1,2})\\k<mark>(?<year>\\d{4})${timeAfter}$`,
  'i',
);

/** The time behind a day, '' for none; undefined for one that no clock shows. */
function timeOf(hour: string | undefined, minute = '00'): string | undefined {
  if (hour === undefined) return '';
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  return ` ${hour.padStart(2, '0')}:${minute}`;
}
