import { expect, test } from 'vitest';
import { collapseSpaces, dropInvisible } from '@/lib/vietnamese/blanks';

test.each(['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])(
  'the invisible character %j is dropped',
  (invisible) => {
    expect(dropInvisible(`Vi${invisible}ệt`)).toBe('Việt');
  },
);

test('an ordinary space is not invisible', () => {
  expect(dropInvisible('Việt Nam')).toBe('Việt Nam');
});

test.each(['  ', '\t', '\r\n', '\u00a0', '\u202f', '\u3000'])(
  'the white space %j becomes one space',
  (space) => {
    expect(collapseSpaces(`${space}Việt${space}Nam${space}`)).toBe('Việt Nam');
  },
);
