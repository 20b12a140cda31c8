import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as calendar from '@/lib/vietnamese/calendar';
import * as dates from '@/lib/vietnamese/dates';
import {
  type EditorialDate,
  formatDateTimeAttribute,
  formatLongDate,
  formatRfc822Date,
  formatShortDate,
  insideSentence,
  parseEditorialDate,
} from '@/lib/vietnamese/dates';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';
import { describeInEachProcessZone } from './process-zones';

const home = 'Asia/Ho_Chi_Minh';

function read(written: string, timeZone: string): EditorialDate {
  const parsed = parseEditorialDate(written, timeZone);
  if (!parsed.ok) throw new Error(`${written} in ${timeZone} is ${parsed.reason}`);
  return parsed.date;
}

describeInEachProcessZone(() => {
  test.each(vectors.dates)('$iso is shown as $long', ({ iso, zone, long }) => {
    expect(formatLongDate(read(iso, zone), zone)).toBe(long);
  });

  test.each(vectors.dates)('$iso is $short in lists', ({ iso, zone, short }) => {
    expect(formatShortDate(read(iso, zone), zone)).toBe(short);
  });

  test.each(vectors.dates)('$iso is $datetime for machines', ({ iso, zone, datetime }) => {
    expect(formatDateTimeAttribute(read(iso, zone), zone)).toBe(datetime);
  });

  test.each(vectors.dates)('$iso is $rfc822 in RSS', ({ iso, zone, rfc822 }) => {
    expect(formatRfc822Date(read(iso, zone), zone)).toBe(rfc822);
  });

  test.each([
    ['2020-07-01 12:00', 'America/St_Johns', 'Thứ Tư, 01/07/2020, 12:00 (GMT-2:30)'],
    ['2020-12-24 12:00', 'America/St_Johns', 'Thứ Năm, 24/12/2020, 12:00 (GMT-3:30)'],
    ['2020-12-24 12:00', 'Asia/Kathmandu', 'Thứ Năm, 24/12/2020, 12:00 (GMT+5:45)'],
    ['2020-12-24 12:00', 'America/New_York', 'Thứ Năm, 24/12/2020, 12:00 (GMT-5)'],
    ['2020-12-24 12:00', 'UTC', 'Thứ Năm, 24/12/2020, 12:00 (GMT+0)'],
    ['2020-12-23', 'America/St_Johns', 'Thứ Tư, 23/12/2020'],
  ])('%s read in %s is shown as %s', (written, zone, expected) => {
    expect(formatLongDate(read(written, zone), zone)).toBe(expected);
  });

  test.each([
    ['2020-07-01 12:00', 'America/St_Johns', '2020-07-01T12:00:00-02:30'],
    ['2020-12-24 12:00', 'Asia/Kathmandu', '2020-12-24T12:00:00+05:45'],
    ['2020-12-24 12:00', 'UTC', '2020-12-24T12:00:00+00:00'],
    ['0020-12-24', 'UTC', '0020-12-24'],
  ])('%s read in %s is %s for machines', (written, zone, expected) => {
    expect(formatDateTimeAttribute(read(written, zone), zone)).toBe(expected);
  });

  test('a day is the instant at which it begins in the site’s zone', () => {
    expect(read('2020-12-24', home)).toEqual({
      epochMs: Date.UTC(2020, 11, 23, 17),
      precision: 'day',
    });
  });

  test('a written time is an instant of whole seconds', () => {
    expect(read('2020-12-24T16:30:45.999+07:00', home)).toEqual({
      epochMs: Date.UTC(2020, 11, 24, 9, 30, 45),
      precision: 'second',
    });
  });

  test('a night when clocks change elsewhere is read as in any other process', () => {
    expect(read('1988-04-03 01:15', home).epochMs).toBe(Date.UTC(1988, 3, 2, 18, 15));
  });

  test.each([
    ['a local time that the zone skips', '2030-03-10 02:30', 'America/New_York'],
    ['a day that the zone skips', '2011-12-30', 'Pacific/Apia'],
  ])('%s is impossible: %s in %s', (_what, written, zone) => {
    expect(parseEditorialDate(written, zone)).toEqual({ ok: false, reason: 'impossible' });
  });

  test('a skipped local time with an offset is an instant like any other', () => {
    expect(read('2030-03-10T02:30-05:00', 'America/New_York').epochMs).toBe(
      Date.UTC(2030, 2, 10, 7, 30),
    );
  });

  test('a day whose midnight is skipped is still that day', () => {
    const date = read('2018-11-04', 'America/Sao_Paulo');
    expect(formatShortDate(date, 'America/Sao_Paulo')).toBe('04/11/2018');
  });

  test('what is written for machines is read back as the same instant', () => {
    const anySecond = fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000);
    const zones = fc.constantFrom(home, 'America/St_Johns', 'Asia/Kathmandu', 'Europe/London');
    fc.assert(
      fc.property(anySecond, zones, (epochMs, zone) => {
        const date: EditorialDate = { epochMs, precision: 'second' };
        expect(read(formatDateTimeAttribute(date, zone), zone)).toEqual(date);
        expect(Date.parse(formatDateTimeAttribute(date, zone))).toBe(epochMs);
        expect(Date.parse(formatRfc822Date(date, zone))).toBe(epochMs);
      }),
    );
  });
});

test.each(['2020-12-24  16:30', '2020-12-24\u00a016:30', '2020-12-24 \u00a0 16:30'])(
  'blanks between day and time may be many, and of any kind: %j',
  (written) => expect(read(written, home)).toEqual(read('2020-12-24 16:30', home)),
);

test.each(vectors.badDates)('%j is a problem, not a guess', (written) => {
  expect(parseEditorialDate(written, home).ok).toBe(false);
});

test.each([
  '24/12/2020',
  'hôm nay',
  '',
  '2020-12',
  ' 2020-12-24',
  '2020-12-24\n',
  '2020-12-24t16:30',
  '2020-12-24T16',
  '2020-12-24T1630',
  '2020-12-24T7:00',
  '2020-12-24T16:30.5',
  '2020-12-24T16:30:00,5',
  '2020-12-24T16:30:00.',
  '2020-12-24T16:30z',
  '2020-12-24T16:30+7',
  '2020-12-24T16:30+0700',
  '2020-12-24T16:30 +07:00',
  '2020-12-24Z',
  '+02020-12-24',
  '２０２０-12-24',
])('%j is unreadable', (written) => {
  expect(parseEditorialDate(written, home)).toEqual({ ok: false, reason: 'unreadable' });
});

test.each([
  '2020-13-01',
  '2020-00-01',
  '2020-02-30',
  '2021-02-29',
  '0000-01-01',
  '2020-02-30 10:00',
  '2020-12-24 24:00',
  '2020-12-24 16:60',
  '2020-12-24 16:30:60',
  '2020-12-24T16:30+15:00',
  '2020-12-24T16:30-07:60',
  '0001-01-01T00:00+14:00',
  '9999-12-31T23:00-14:00',
])('%j is impossible', (written) => {
  expect(parseEditorialDate(written, 'UTC')).toEqual({ ok: false, reason: 'impossible' });
});

test.each([
  ['2020-12-24T16:30:45+07:00', '2020-12-24T09:30:45Z'],
  ['2020-12-24 16:30:45Z', '2020-12-24T16:30:45Z'],
  ['2020-12-24T16:30Z', '2020-12-24T16:30:00Z'],
  ['2020-12-24 16:30-03:30', '2020-12-24T20:00:00Z'],
  ['2020-12-24T16:30+14:00', '2020-12-24T02:30:00Z'],
  ['2020-12-24T23:59:59.999999999', '2020-12-24T16:59:59Z'],
])('%s is the instant %s', (written, utc) => {
  expect(read(written, home).epochMs).toBe(Date.parse(utc));
});

test.each([
  ['21', 'Thứ Hai'],
  ['22', 'Thứ Ba'],
  ['23', 'Thứ Tư'],
  ['24', 'Thứ Năm'],
  ['25', 'Thứ Sáu'],
  ['26', 'Thứ Bảy'],
  ['27', 'Chủ Nhật'],
])('day %s of December 2020 is %s', (day, weekday) => {
  expect(formatLongDate(read(`2020-12-${day}`, home), home)).toBe(`${weekday}, ${day}/12/2020`);
});

test('a zone that does not exist is a bug, not a problem of the editor', () => {
  expect(() => parseEditorialDate('2020-12-24', 'Sao/Hoa')).toThrow(RangeError);
});

test('the questions about days can be asked here too', () => {
  const { localMidnight, ...offered } = calendar;
  expect(dates).toMatchObject(offered);
});

test.each([
  ['Thứ Năm, 24/12/2020, 16:30 (GMT+7)', 'thứ Năm, 24/12/2020, 16:30 (GMT+7)'],
  ['Chủ Nhật, 27/12/2020', 'Chủ Nhật, 27/12/2020'],
  ['Tháng 12/2020', 'tháng 12/2020'],
  ['24/12/2020', '24/12/2020'],
])('%j is %j inside a sentence', (written, inside) => {
  expect(insideSentence(written)).toBe(inside);
});
