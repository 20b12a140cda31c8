import { describe, expect, test } from 'vitest';
import { findNearest, isOneSlipAway } from '@/lib/vietnamese/nearest';

const keys = ['title', 'date', 'description', 'tags', 'draft', 'image', 'corrections', 'alt'];

describe('the known name that was meant', () => {
  test.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['drafts', 'draft'],
    ['tag', 'tags'],
    ['desciptoin', 'description'],
    ['at', 'alt'],
    ['corections', 'corrections'],
    ['títle', 'title'],
  ])('%s is %s', (written, expected) => {
    expect(findNearest(written, keys)).toBe(expected);
  });

  test.each(['name', 'a', '', 'tiêu đề', 'dtea', 'desk', 'altt3', 'summary'])(
    'is not guessed from %j',
    (written) => {
      expect(findNearest(written, keys)).toBeUndefined();
    },
  );

  test('is the nearest, and of two that are as near the first', () => {
    expect(findNearest('thoi-suu', ['thoi-sau', 'thoi-su'])).toBe('thoi-sau');
    expect(findNearest('thoi-suuu', ['thoi-sau', 'thoi-su', 'thoi-suu'])).toBe('thoi-suu');
    expect(findNearest('Thời sự', ['the-thao', 'thoi-su'])).toBe('thoi-su');
  });
});

describe('one slip', () => {
  test.each([
    ['ky anh', 'ky anb'],
    ['ky anh', 'kyanh'],
    ['ky anh', 'ky annh'],
    ['ky anh', 'yk anh'],
    ['a', ''],
  ])('parts %j and %j', (one, other) => {
    expect([isOneSlipAway(one, other), isOneSlipAway(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['ky anh', 'ky anh'],
    ['ky anh', 'ka ynh'],
    ['ky anh', 'ky'],
    ['ky anh', 'ki ank'],
    ['abcd', 'badc'],
  ])('does not part %j and %j', (one, other) => {
    expect([isOneSlipAway(one, other), isOneSlipAway(other, one)]).toEqual([false, false]);
  });
});
