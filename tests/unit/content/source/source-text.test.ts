import { describe, expect, test } from 'vitest';
import { decodeText, findTooLarge } from '@/lib/content/source/source-text';
import { bytesOf, placed } from '../newsroom';

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, 'a.md');
  if (!decoded.ok) throw new Error(decoded.problems.map(placed).join('; '));
  return decoded.text;
}

function placesOf(bytes: Uint8Array | string, file = 'a.md'): readonly string[] {
  const decoded = decodeText(typeof bytes === 'string' ? bytesOf(bytes) : bytes, file);
  return (decoded.ok ? decoded.warnings : decoded.problems).map(placed);
}

test('a byte order mark is dropped with a warning, even after a file that could not be read', () => {
  expect(decodeText(new Uint8Array([0xff, 0xff]), 'a.md').ok).toBe(false);
  expect(textOf(bytesOf('\ufeffViệt'))).toBe('Việt');
  expect(placesOf('\ufeffa\u200b')).toEqual(['1:1 byte-order-mark', '1:2 invisible-character']);
});

test('text comes out composed, whatever form it was written in', () => {
  expect(textOf(bytesOf('Tiếng Việt'.normalize('NFD')))).toBe('Tiếng Việt'.normalize('NFC'));
});

test('every line end becomes a line feed', () => {
  expect(textOf(bytesOf('a\r\nb\rc\n\r\nd'))).toBe('a\nb\nc\n\nd');
});

test('tabs, no-break spaces and emoji are text', () => {
  expect(placesOf('\ta\u00a0b 🚢\u3000')).toEqual([]);
});

describe('characters that XML cannot carry are named at their place', () => {
  test.each([
    ['\u0000', ['1:1 control-character']],
    ['a\nbc\u001b\n\ufffe', ['2:3 control-character', '3:1 control-character']],
    ['\n\n\u007f\u000b', ['3:1 control-character', '3:2 control-character']],
    ['a\ufffdb\ufffd', ['1:2 replacement-character', '1:4 replacement-character']],
    ['a\r\rb\u0085', ['3:2 control-character', '1:2 line-ends']],
  ])('%j', (text, expected) => {
    expect(placesOf(text)).toEqual(expected);
  });
});

test('a file full of control characters is refused, with no more than the first of them', () => {
  const decoded = decodeText(new Uint8Array(1_048_576), 'a.md');
  expect(decoded.ok ? [] : decoded.problems).toHaveLength(200);
}, 60_000);

test('a file of exactly the limit is read, and one byte more is said to be over it', () => {
  expect(textOf(new Uint8Array(1_048_576).fill(97))).toHaveLength(1_048_576);
  const decoded = decodeText(new Uint8Array(1_048_577), 'a.md');
  expect(decoded.ok ? '' : decoded.problems[0].message).toBe(
    'Tệp nặng 1,1\u00a0MB, quá mức 1\u00a0MB.',
  );
});

test('of YAML less is read: a parser of it needs ever more time', () => {
  expect(placesOf(new Uint8Array(65_537).fill(97), 'tags.yaml')).toEqual(['1:1 file-too-large']);
  expect(placesOf(new Uint8Array(65_536).fill(97), 'tags.yaml')).toEqual([]);
  expect(findTooLarge(65_537, 'site.yaml')?.message).toBe(
    'Tệp nặng 65\u00a0KB, quá mức 64\u00a0KB.',
  );
  expect(findTooLarge(1_048_576, 'articles/a.md')).toBeUndefined();
});

describe('a file without text is empty', () => {
  test.each(['', '\n', ' \t\r\n\u00a0', '\ufeff', '\ufeff\n'])('%j', (text) => {
    expect(placesOf(text)).toEqual(['1:1 file-empty']);
  });
});

describe('bytes that are not UTF-8 are named at the first of them', () => {
  test.each([
    [[0xff], '1:1 file-not-utf8'],
    [[0x61, 0x0a, 0xc3, 0xa9, 0x62, 0xe9, 0x63], '2:3 file-not-utf8'],
    [[0x61, 0xe1, 0xbb], '1:2 file-not-utf8'],
    [[0xef, 0xbb, 0xbf, 0x61, 0x80], '1:2 file-not-utf8'],
    [[0xff, 0xfe, 0x61, 0x00], '1:1 file-utf16'],
    [[0x2d, 0x00, 0x2d, 0x00, 0x2d, 0x00, 0x0a, 0x00], '1:1 file-utf16'],
  ])('%j', (bytes, expected) => {
    expect(placesOf(Uint8Array.from(bytes))).toEqual([expected]);
  });
});

test('an old encoding that was pasted is all that is said of a file', () => {
  expect(placesOf('a\r\nx­a nay, ng­êi d©n trong vïng')).toEqual(['2:1 encoding-legacy']);
});

describe('what git leaves of two versions is all that is said of a file', () => {
  const conflict = '<<<<<<< HEAD\na\u200b\n=======\nb\n>>>>>>> main\n';

  test.each([
    [conflict, '1:1 merge-conflict'],
    [`---\r\n${conflict.replaceAll('\n', '\r\n')}`, '2:1 merge-conflict'],
    [`\u0001\n${conflict}`, '2:1 merge-conflict'],
    [`\`\`\`\na\n\`\`\`\n${conflict}`, '4:1 merge-conflict'],
    [`${conflict}\n\`\`\`\n${conflict}\`\`\``, '1:1 merge-conflict'],
  ])('%j', (text, expected) => {
    expect(placesOf(text)).toEqual([expected]);
  });

  test.each([
    '```\n<<<<<<< HEAD\n>>>>>>> main\n```\n',
    '~~~ text\n```\n<<<<<<< HEAD\n>>>>>>> main\n~~~\n',
    '<<<<<<< HEAD\na',
    '>>>>>>> main\n<<<<<<< HEAD',
    'a <<<<<<< HEAD\nb >>>>>>> main',
  ])('but not of %j', (text) => {
    expect(placesOf(text)).toEqual([]);
  });
});

describe('hostile text is read in time that grows with its length', () => {
  test.each([
    ['combining marks', '\u0301'],
    ['marks of Devanagari', '\u093c'],
    ['joiners', '\u200d'],
    ['emoji and joiners', '👩\u200d'],
    ['tags', '\u{e0067}'],
    ['Cyrillic', '\u0430'],
    ['Cyrillic lines', 'a\u0430\n'],
    ['eths', '\u00d0'],
    ['TCVN3', '®'],
    ['words of VNI', 'ñaøn '],
    ['returns', '\r'],
    ['broken letters', 'áºÆ'],
    ['broken words', 'Ká»³ '],
    ['words that seem broken', 'Ãa '],
    ['marks of git', '<<<<<<< a\n'],
    ['letters', 'a'],
    ['text in pieces', 'e\u0323\u0302 é '],
  ])('%s', (_, piece) => {
    const bytes = bytesOf(piece);
    const text = piece.repeat(Math.floor(1_048_576 / bytes.length));
    expect(placesOf(text).length).toBeLessThan(1_000);
  });
});
