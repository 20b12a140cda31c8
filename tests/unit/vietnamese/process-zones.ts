import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Zones a server may run in, with the minutes its clock is behind UTC on 1/7/2020. */
const processZones = [
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', -420],
  ['America/St_Johns', 150],
] as const;

/** Runs the same tests in processes of three time zones, and proves that the zone was really set. */
export function describeInEachProcessZone(behaviour: () => void): void {
  describe.each(processZones)('when the process runs in %s', (zone, minutesBehind) => {
    const before = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = zone;
    });
    afterAll(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    test('the process really is in that zone', () => {
      expect(new Date(2020, 6, 1).getTimezoneOffset() + 0).toBe(minutesBehind);
    });
    behaviour();
  });
}
