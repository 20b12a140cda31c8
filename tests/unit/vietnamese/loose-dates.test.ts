import { describe, expect, test } from 'vitest';
import { findLooseDate } from '@/lib/vietnamese/loose-dates';

describe('a date with the year first has one reading', () => {
  test.each([
    ['2026-11-20 7:30', '2026-11-20 07:30'],
    ['2026-11-20 7h30', '2026-11-20 07:30'],
    ['2026-11-20 7h', '2026-11-20 07:00'],
    ['2026-11-20, 07:30', '2026-11-20 07:30'],
    ['2026-11-20T7:30:15', '2026-11-20 07:30'],
    ['2026/11/20', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['2026.11.20', '2026-11-20'],
    ['2026-1-5', '2026-01-05'],
    ['2026–11–20', '2026-11-20'],
    ['2026-11-20 07：30', '2026-11-20 07:30'],
    ['07:30 2026-11-20', '2026-11-20 07:30'],
  ])('%s may mean %s', (written, meant) => {
    expect(findLooseDate(written)).toEqual({ isYearFirst: true, readings: [meant] });
  });
});

describe('a date with the year last is read with the day first, then with the month first', () => {
  test.each([
    ['Thứ Sáu, 20/11/2026, 07:30', ['2026-11-20 07:30']],
    ['Thứ Năm, 24/12/2020, 16:30 (GMT+7)', ['2020-12-24 16:30']],
    ['Chủ Nhật, 22/11/2026'.normalize('NFD'), ['2026-11-22']],
    ['20/11/2026, lúc 7h', ['2026-11-20 07:00']],
    ['ngày 20.11.2026', ['2026-11-20']],
    ['7 giờ 30, 20-11-2026', ['2026-11-20 07:30']],
    ['5/6/2020', ['2020-06-05', '2020-05-06']],
    ['6/6/2020', ['2020-06-06']],
    ['12/24/2020', ['2020-12-24']],
  ])('%s may mean %j', (written, readings) => {
    expect(findLooseDate(written)).toEqual({ isYearFirst: false, readings });
  });
});

test.each(['2026/02/30', '32/13/2020', '2026-11-20 24:30', '20/11/2026 7h60'])(
  'no calendar or clock shows %s',
  (written) => expect(findLooseDate(written)?.readings).toEqual([]),
);

test.each(['hôm qua', '12345678', '2026112', '20/11/26', '24-12', '2026/11-20', '2026', ''])(
  '%j is no date',
  (written) => {
    expect(findLooseDate(written)).toBeUndefined();
  },
);
