import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInstant, findInstantFrom, formatInZone, inZone } from '@/lib/vietnamese/zone';
import { describeInEachProcessZone } from './process-zones';

const HOUR_MS = 3_600_000;
const zones = [
  'UTC',
  'Asia/Ho_Chi_Minh',
  'America/St_Johns',
  'Asia/Kathmandu',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
] as const;

/** What the clocks of a zone show, by Intl, counted as if it were UTC. */
function localByIntl(epochMs: number, timeZone: string): number {
  const shown = new Date(epochMs).toLocaleString('sv-SE', { timeZone });
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

describeInEachProcessZone(() => {
  test.each([
    ['a plain evening', 'Asia/Ho_Chi_Minh', '2020-12-24T16:30', '2020-12-24T09:30'],
    ['a night when St. John’s skips', 'Asia/Ho_Chi_Minh', '1988-04-03T01:15', '1988-04-02T18:15'],
    ['a zone of quarters of an hour', 'Asia/Kathmandu', '2020-12-24T16:30', '2020-12-24T10:45'],
    ['summer in a zone of half hours', 'America/St_Johns', '2020-07-01T12:00', '2020-07-01T14:30'],
    ['winter in a zone of half hours', 'America/St_Johns', '2020-12-24T12:00', '2020-12-24T15:30'],
    ['after a change at midnight', 'America/Havana', '2030-11-03T01:15', '2030-11-03T06:15'],
    ['a change of half an hour', 'Australia/Lord_Howe', '2006-10-29T01:15', '2006-10-28T14:45'],
    ['a year of two digits', 'UTC', '0020-12-24T16:30', '0020-12-24T16:30'],
  ])('%s is found: %s %s', (_what, zone, local, utc) => {
    expect(findInstant(Date.parse(`${local}Z`), zone)).toBe(Date.parse(`${utc}Z`));
  });

  test.each([
    ['Europe/London', '2030-10-27T01:15', '2030-10-27T00:15'],
    ['America/New_York', '2030-11-03T01:30', '2030-11-03T05:30'],
    ['America/Havana', '2030-11-03T00:15', '2030-11-03T04:15'],
    ['America/St_Johns', '2008-11-02T00:00', '2008-11-02T02:30'],
  ])('of a local time that comes twice the first is found: %s %s', (zone, local, utc) => {
    expect(findInstant(Date.parse(`${local}Z`), zone)).toBe(Date.parse(`${utc}Z`));
  });

  test.each([
    ['America/New_York', '2030-03-10T02:30', '2030-03-10T07:30'],
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00'],
    ['Asia/Kathmandu', '1986-01-01T00:00', '1985-12-31T18:30'],
    ['Pacific/Apia', '2011-12-30T00:00', '2011-12-30T10:00'],
  ])(
    'a skipped local time is none, and gives what the clocks show instead: %s %s',
    (zone, local, utc) => {
      expect(findInstant(Date.parse(`${local}Z`), zone)).toBeUndefined();
      expect(findInstantFrom(Date.parse(`${local}Z`), zone)).toBe(Date.parse(`${utc}Z`));
    },
  );

  test('what the clocks of any zone show at any instant leads back to an instant that shows it', () => {
    const anyHalfHour = fc
      .integer({ min: 0, max: 2 * 24 * 365 * 80 })
      .map((n) => (n * HOUR_MS) / 2);
    fc.assert(
      fc.property(anyHalfHour, fc.constantFrom(...zones), (epochMs, zone) => {
        const localMs = localByIntl(epochMs, zone);
        const found = findInstant(localMs, zone) ?? Number.NaN;
        expect(localByIntl(found, zone)).toBe(localMs);
        expect(found).toBeLessThanOrEqual(epochMs);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is formatted is what the clocks of the zone show', () => {
    const anySecond = fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(anySecond, fc.constantFrom(...zones), (epochMs, zone) => {
        const shown = formatInZone(epochMs, zone, "yyyy-MM-dd'T'HH:mm:ss");
        expect(Date.parse(`${shown}Z`)).toBe(localByIntl(epochMs, zone));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a zone that does not exist', () => {
  test.each([
    ['inZone', () => inZone(0, 'Sao/Hoa')],
    ['findInstant', () => findInstant(0, 'Sao/Hoa')],
    ['formatInZone', () => formatInZone(0, '', 'yyyy')],
  ])('is a bug that %s throws for', (_name, ask) => {
    expect(ask).toThrow(RangeError);
  });
});
