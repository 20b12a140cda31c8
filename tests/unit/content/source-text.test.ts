import { describe, expect, test } from 'vitest';
import { decodeText } from '@/lib/content/source-text';
import { bytesOf, placed } from './newsroom';

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, 'a.md');
  if (!decoded.ok) throw new Error(decoded.problems.map(placed).join('; '));
  return decoded.text;
}

function placesOf(text: string): readonly string[] {
  const decoded = decodeText(bytesOf(text), 'a.md');
  return decoded.ok ? [] : decoded.problems.map(placed);
}

test('a byte order mark is dropped without a word, even after a file that could not be read', () => {
  expect(decodeText(new Uint8Array([0xff, 0xff]), 'a.md').ok).toBe(false);
  expect(textOf(bytesOf('\ufeffViệt'))).toBe('Việt');
});

test('text comes out composed, whatever form it was written in', () => {
  expect(textOf(bytesOf('Tiếng Việt'.normalize('NFD')))).toBe('Tiếng Việt'.normalize('NFC'));
});

test('every line end becomes a line feed', () => {
  expect(textOf(bytesOf('a\r\nb\rc\n\r\nd'))).toBe('a\nb\nc\n\nd');
});

test('tabs, no-break spaces and emoji are text', () => {
  expect(placesOf('\ta\u00a0b 🚢\u2028')).toEqual([]);
});

describe('characters that XML cannot carry are named at their place', () => {
  test.each([
    ['\u0000', ['1:1 control-character']],
    ['a\nbc\u001b\n\ufffe', ['2:3 control-character', '3:1 control-character']],
    ['\n\n\u007f\u000b', ['3:1 control-character', '3:2 control-character']],
  ])('%j', (text, expected) => {
    expect(placesOf(text)).toEqual(expected);
  });
});

test('a file full of control characters is refused in no time, with the first twenty', () => {
  const decoded = decodeText(new Uint8Array(1_048_576), 'a.md');
  expect(decoded.ok ? [] : decoded.problems).toHaveLength(20);
}, 60_000);

test('a file of exactly the limit is read, and one byte more is said to be over it', () => {
  expect(textOf(new Uint8Array(1_048_576).fill(97))).toHaveLength(1_048_576);
  const decoded = decodeText(new Uint8Array(1_048_577), 'a.md');
  expect(decoded.ok ? '' : decoded.problems[0].message).toBe(
    'Tệp nặng 1,1\u00a0MB, quá mức 1\u00a0MB.',
  );
});
