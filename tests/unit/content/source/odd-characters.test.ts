import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findEscaped,
  findOddCharacters,
  placeOddCharacters,
} from '@/lib/content/source/odd-characters';
import { placed } from '../newsroom';

function odd(text: string): readonly string[] {
  return placeOddCharacters(findOddCharacters(text), text, 'a.md').map(placed);
}

describe('line ends of other systems are named once, at the first', () => {
  test.each([
    ['a\nb\n', []],
    ['ab\r\ncd\r\n', ['1:3 line-ends']],
    ['ab\ncd\r\nef\r', ['2:3 line-ends']],
    ['ab\rcd', ['1:3 line-ends']],
  ])('%j', (text, expected) => {
    expect(odd(text)).toEqual(expected);
  });
});

describe('text in pieces is named once for each stretch of it', () => {
  const pieces = (text: string) => text.normalize('NFD');
  const messages = (text: string) =>
    placeOddCharacters(findOddCharacters(text), text, 'a.md').map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    );

  test.each([
    [pieces('Tiếng Việt là “của” ta,\n\nở đây.'), ['1:1 Chữ “Tiếng” viết']],
    [
      `việt “${pieces('việt')}” việt ${pieces('nữa')}`,
      ['1:7 Chữ “việt” viết', '1:20 Chữ “nữa” viết'],
    ],
    [`${pieces('việt')} abc 123 ${pieces('nữa')}`, ['1:1 Chữ “việt” viết']],
    ['5 \u212b', ['1:3 Chữ “Å” viết']],
    ['a\u2000b', ['1:1 Chữ “a b” viết']],
    ['hay\u037e', ['1:1 Chữ “hay;” viết']],
    ['ɛ̃ x̣ việt', []],
  ])('%j', (text, expected) => {
    expect(messages(text).map((words) => words.split(' viết')[0])).toEqual(
      expected.map((words) => words.split(' viết')[0]),
    );
  });

  test('columns count the pieces', () => {
    const text = `${'x'.normalize('NFD')} ${pieces('việt')}\u200b`;
    expect(odd(text)).toEqual(['1:3 not-nfc', '1:9 invisible-character']);
  });
});

describe('characters that are not seen are named, a run of them once', () => {
  test.each([
    ['a\u00adb\u200b\u200c\u200dc', ['1:2 invisible-character', '1:4 invisible-character']],
    ['\ta\u2060', ['1:3 invisible-character']],
    ['🚢\ufeff', ['1:3 invisible-character']],
    ['a\ufe0f', ['1:2 invisible-character']],
    ['a\u200d👧', ['1:2 invisible-character']],
    ['👩\u200da', ['1:3 invisible-character']],
    ['👩\u200d\u200d👧', ['1:3 invisible-character']],
    ['a\u{e0067}\u{e007f}', ['1:2 invisible-character']],
    ['🏴\u{e0067}', ['1:3 invisible-character']],
    ['a\u2028\u2029b', ['1:2 invisible-character']],
    ['a\u180e\n\u3164', ['1:2 invisible-character', '2:1 invisible-character']],
  ])('%j', (text, expected) => {
    expect(odd(text)).toEqual(expected);
  });

  test.each([
    ['👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 ❤️ ✈︎ ©️ 1️⃣ #️⃣ 👍🏽'],
    ['🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['می\u200cخواهم, क्\u200dष, 葛\u{e0100}, ក\u200bខ'],
    ['a\u00a0b\u202fc\u3000d\te'],
  ])('%j is as it should be', (text) => {
    expect(odd(text)).toEqual([]);
  });
});

test.each([...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c'])(
  'the character of direction %j is named',
  (character) => {
    expect(odd(`ab\n c${character}d`)).toEqual(['2:3 bidirectional-character']);
  },
);

test('characters of one font only are named, a run of them once', () => {
  expect(odd('\uf0b7\uf0a7 a\ue000')).toEqual(['1:1 private-character', '1:5 private-character']);
});

test('each kind is named with what was written', () => {
  const text = '\u202eH\u00d0ND Nộ\u0456\u00ad';
  expect(
    placeOddCharacters(findOddCharacters(text), text, 'a.md').map(({ message }) => message),
  ).toEqual([
    'Có ký tự đổi chiều chữ U+202E: người đọc có thể thấy chữ khác với chữ trong tệp.',
    'Chữ “\u00d0” (U+00D0) là chữ Iceland, không phải chữ “Đ” của tiếng Việt.',
    'Chữ “\u0456” (U+0456) không phải chữ Việt, chỉ trông giống “i”.',
    'Có ký tự không nhìn thấy U+00AD.',
  ]);
});

const root = resolve(import.meta.dirname, '../../../..');
test.each(
  readdirSync(resolve(root, 'content'), { recursive: true, encoding: 'utf8' }).filter(
    // The handbook shows odd characters.
    (path) => /\.(md|yaml)$/.test(path) && path !== 'README.md',
  ),
)('%s of the newspaper has nothing odd', (path) => {
  expect(odd(readFileSync(resolve(root, 'content', path), 'utf8'))).toEqual([]);
});

describe('what a value holds only by an escape', () => {
  const at = { file: 'a.md', line: 1, column: 1 };
  const hidden = (value: string, written: string) =>
    findEscaped(value, written).map((toProblem) => {
      const { code, message } = toProblem(at);
      return `${code} ${/U\+[0-9A-F]+/.exec(message)?.[0] ?? ''}`;
    });

  test.each([
    ['a\u001b[2J', '"a\\e[2J"', ['control-character U+001B']],
    ['a\u0000b\u0007', '"a\\0b\\a"', ['control-character U+0000']],
    ['\u202eb\u2066', '"\\u202eb\\u2066"', ['bidirectional-character U+202E']],
    [
      '\u0000\u202e',
      '"\\0\\u202e"',
      ['control-character U+0000', 'bidirectional-character U+202E'],
    ],
    ['a\ud83db\ude00', '"a\\ud83db\\ude00"', ['control-character U+D83D']],
  ])('%j written as %s', (value, written, expected) => {
    expect(hidden(value, written)).toEqual(expected);
  });

  test('is not what the text shows itself, nor a letter, a tab or an emoji in two escapes', () => {
    expect(hidden('a\u202eb', '"a\u202eb"')).toEqual([]);
    expect(hidden('ế\t\n\u00a0😀', '"\\u1ebf\\t\\n\\_\\ud83d\\ude00"')).toEqual([]);
  });
});
