import { describe, expect, test } from 'vitest';
import {
  lifeOf,
  NEWS_MS,
  OLD_AFTER_MS,
  turnsOf,
  visible,
  visibleFrom,
} from '@/lib/content/visible';
import { newsroom, readArticle } from './newsroom';

const noon = Date.UTC(2020, 11, 24, 5);
const withdrawn = '{date: 2020-12-25, reason: a}';
const zone = newsroom.site.timeZone;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const lifeAt = (front: Record<string, string>, now: number, timeZone = zone) => {
  const room = { ...newsroom, site: { ...newsroom.site, timeZone } };
  return lifeOf(readArticle(front, room).article, now, timeZone);
};

describe('readers see an article from its second on, a draft never, a withdrawal as such', () => {
  test.each([
    ['2020-12-24 12:00', {}, noon - 1, 'embargoed', 'hidden'],
    ['2020-12-24 12:00', {}, noon, 'live', 'live'],
    ['2020-12-24', {}, Date.UTC(2020, 11, 23, 17) - 1, 'embargoed', 'hidden'],
    ['2020-12-24', {}, Date.UTC(2020, 11, 23, 17), 'live', 'live'],
    ['2020-12-24', { draft: 'true' }, noon, 'draft', 'hidden'],
    ['2999-12-24', { draft: 'true' }, noon, 'draft', 'hidden'],
    ['2020-12-24', { withdrawn }, noon, 'withdrawn', 'withdrawn'],
    ['2020-12-24 12:00', { withdrawn }, noon - 1, 'embargoed', 'hidden'],
    ['2020-12-24', { withdrawn, draft: 'true' }, noon, 'draft', 'hidden'],
  ])('date %s, %j, at %d: %s, which is %s', (date, changed, now, stage, seen) => {
    const { article } = readArticle({ date, ...changed });
    expect(lifeOf(article, now, zone).stage.kind).toBe(stage);
    expect(visible(article, now)).toBe(seen);
  });

  test('an embargo says until when, a withdrawal why', () => {
    expect(lifeAt({ date: '2020-12-24 12:00' }, noon - 1).stage).toEqual({
      kind: 'embargoed',
      until: { epochMs: noon, precision: 'second' },
    });
    expect(lifeAt({ withdrawn }, noon).stage).toMatchObject({ withdrawal: { reason: 'a' } });
  });

  test('a draft is visible from no instant', () => {
    expect(visibleFrom(readArticle({ draft: 'true' }).article)).toBeUndefined();
    expect(visibleFrom(readArticle({ date: '2020-12-24 12:00' }).article)).toBe(noon);
  });
});

describe('an update is shown', () => {
  const later = Date.UTC(2021, 0, 1);

  test.each([
    ['another day', '2020-12-24', '2020-12-25', true],
    ['the same day', '2020-12-24', '2020-12-24', false],
    ['a time of the same day', '2020-12-24', '2020-12-24 23:59', false],
    ['a time of the next day', '2020-12-24', '2020-12-25 00:00', true],
    ['the day of a publication with time', '2020-12-24 12:00', '2020-12-24', false],
    ['the day after one with time', '2020-12-24 12:00', '2020-12-25', true],
    ['one second less than five minutes', '2020-12-24 12:00', '2020-12-24 12:04:59', false],
    ['five minutes', '2020-12-24 12:00', '2020-12-24 12:05', true],
    ['the same second', '2020-12-24 12:00', '2020-12-24 12:00', false],
    ['two minutes over midnight', '2020-12-24 23:59', '2020-12-25 00:01', false],
  ])('%s, %s then %s: %s', (_what, date, updated, isShown) => {
    expect(lifeAt({ date, updated }, later).updated !== undefined).toBe(isShown);
  });

  test('from its own millisecond on', () => {
    const front = { date: '2020-12-24 12:00', updated: '2020-12-24 15:00' };
    const due = noon + 180 * MINUTE_MS;
    expect(lifeAt(front, due - 1).updated).toBeUndefined();
    expect(lifeAt(front, due).updated).toEqual({ epochMs: due, precision: 'second' });
  });

  test.each([
    // 01:00 of 25/12 in Vietnam is 18:00 of 24/12 UTC and 14:30 in St John's.
    ['Asia/Ho_Chi_Minh', true],
    ['UTC', false],
    ['America/St_Johns', false],
  ])('by the days of the site: in %s, %s', (timeZone, isShown) => {
    const front = { date: '2020-12-24', updated: '2020-12-25T01:00:00+07:00' };
    expect(lifeAt(front, later, timeZone).updated !== undefined).toBe(isShown);
  });

  test.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/St_Johns'])(
    'in %s from the midnight of its day on',
    (timeZone) => {
      const front = { date: '2020-12-24', updated: '2020-12-25' };
      const midnight = lifeAt(front, later, timeZone).updated?.epochMs ?? Number.NaN;
      expect(lifeAt(front, midnight - 1, timeZone).updated).toBeUndefined();
      expect(lifeAt(front, midnight, timeZone).updated?.epochMs).toBe(midnight);
    },
  );
});

describe('a correction', () => {
  const front = {
    date: '2020-12-24 12:00',
    corrections: '[{date: 2020-12-26 12:00, text: hai}, {date: 2020-12-25 12:00, text: một}]',
  };
  const texts = (now: number) => lifeAt(front, now).corrections.map(({ text }) => text);

  test('is known from its own millisecond on, and the order is that of the file', () => {
    expect(texts(noon + DAY_MS - 1)).toEqual([]);
    expect(texts(noon + DAY_MS)).toEqual(['một']);
    expect(texts(noon + 2 * DAY_MS)).toEqual(['hai', 'một']);
  });

  test('moves the last change for machines, as an update does', () => {
    const changedAt = (changes: Record<string, string>, now: number) =>
      lifeAt({ ...front, ...changes }, now).changed?.epochMs;
    expect(changedAt({}, noon + DAY_MS - 1)).toBeUndefined();
    expect(changedAt({}, noon + DAY_MS)).toBe(noon + DAY_MS);
    expect(changedAt({ updated: '2020-12-27 12:00' }, noon + 2 * DAY_MS)).toBe(noon + 2 * DAY_MS);
    expect(changedAt({ updated: '2020-12-27 12:00' }, noon + 3 * DAY_MS)).toBe(noon + 3 * DAY_MS);
  });

  test('of the day of publication, without a time, is a change of that day, after the publication', () => {
    const corrections = '[{date: 2020-12-24, text: một}]';
    const { corrections: shown, changed } = lifeAt({ ...front, corrections }, noon);
    // A second later, so that programs see that something has changed since.
    expect([shown.length, changed]).toEqual([
      ...[
        1,
        {
          epochMs: Date.parse(`${front.date.replace(' ', 'T')}:00+07:00`) + 1000,
          precision: 'day',
        },
      ],
    ]);
  });
});

describe('an article is old', () => {
  test.each([
    ['published', {}, noon],
    ['updated', { updated: '2020-12-25 12:00' }, noon + DAY_MS],
    ['corrected', { corrections: '[{date: 2020-12-26 12:00, text: a}]' }, noon + 2 * DAY_MS],
  ])('a millisecond after 365 days since it was %s', (_what, changes, last) => {
    const front = { date: '2020-12-24 12:00', ...changes };
    expect(lifeAt(front, last + OLD_AFTER_MS).isOld).toBe(false);
    expect(lifeAt(front, last + OLD_AFTER_MS + 1).isOld).toBe(true);
  });

  test('again, when a change that is dated later has not come yet', () => {
    const front = { date: '2020-12-24 12:00', updated: '2023-01-01' };
    expect(lifeAt(front, noon + OLD_AFTER_MS + 1).isOld).toBe(true);
    expect(lifeAt(front, Date.UTC(2023, 0, 2)).isOld).toBe(false);
  });
});

test('between two turns nothing about an article changes', () => {
  const { article } = readArticle({
    date: '2020-12-24 12:00',
    updated: '2020-12-25',
    corrections: '[{date: 2022-03-01 08:00, text: a}]',
  });
  const turns = [...turnsOf(article)].sort((a, b) => a - b);
  expect(turns).toHaveLength(7);
  // No news any more after two days.
  expect(turns).toContain(noon + NEWS_MS + 1);
  expect(turns[0]).toBe(noon);
  const seenAt = (now: number) => JSON.stringify(lifeOf(article, now, zone));
  turns.forEach((turn, index) => {
    const next = turns[index + 1] ?? turn + OLD_AFTER_MS;
    expect(seenAt(next - 1)).toBe(seenAt(turn));
  });
});

test('a draft has no turns', () => {
  expect(turnsOf(readArticle({ draft: 'true' }).article)).toEqual([]);
});
