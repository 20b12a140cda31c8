import { expect, test } from 'vitest';
import { wordOfKeystrokes } from '@/lib/vietnamese/keystrokes';
import { spellingKey } from '@/lib/vietnamese/spelling-key';

test.each([
  ['dduwowngf', 'đường'],
  ['dduwfowng', 'đường'],
  ['DDaf', 'đà'],
  ['nawngx', 'nẵng'],
  ['vieejt', 'việt'],
  ['vietej', 'việt'],
  ['nguwowif', 'người'],
  ['nguoiwf', 'người'],
  ['hoaf', 'hòa'],
  ['thuees', 'thuế'],
  ['tieengs', 'tiếng'],
  ['d9uo7ng2', 'đường'],
  ['d9a2', 'đà'],
  ['na8ng4', 'nẵng'],
  ['viet65', 'việt'],
  ['hoa2', 'hòa'],
])('the keys %s mean %s', (keys, word) => {
  const meant = wordOfKeystrokes(keys);
  expect(meant && spellingKey(meant)).toBe(spellingKey(word));
});

test.each(['duong', 'nam', 'covid', '2020', 'covid19', 'xyz', 'đường', 'file', 'https', ''])(
  '%s stands for itself',
  (typed) => {
    expect(wordOfKeystrokes(typed)).toBeUndefined();
  },
);
