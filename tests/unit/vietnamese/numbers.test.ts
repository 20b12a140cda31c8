import { expect, test } from 'vitest';
import { formatNumber } from '@/lib/vietnamese/numbers';
import vectors from '@/tests/fixtures/vietnamese-vectors.json';

test.each(vectors.numbers)('$in with unit $unit is written $out', ({ in: value, unit, out }) => {
  expect(formatNumber(value, unit)).toBe(out);
});

test('a number is not rounded', () => {
  expect(formatNumber(0.00012345)).toBe('0,00012345');
});

test('zero has no minus sign', () => {
  expect(formatNumber(-0)).toBe('0');
});

test('an empty unit leaves no space behind', () => {
  expect(formatNumber(5, '')).toBe('5');
});

test('per cent a year follows without space, as per cent does', () => {
  expect(formatNumber(7.5, '%/năm')).toBe('7,5%/năm');
});
