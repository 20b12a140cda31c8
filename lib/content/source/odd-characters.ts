import { findLookAlikes } from '../../vietnamese/look-alikes';
import { MAX_COUNTED } from '../problems/problem-list';
import { type Position, type Problem, problem } from '../problems/problems';

/** A problem of a character, before its line and column are counted. */
export interface OddCharacter {
  readonly index: number;
  readonly toProblem: (at: Position & { readonly file: string }) => Problem;
}

/**
 * Finds characters that XML cannot carry, or that no text has: no page or feed should hold them.
 * U+FFFD is what programs write for a letter they could not read; half of a surrogate pair can only
 * come from an escape.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function findUnusableCharacters(text: string): readonly OddCharacter[] {
  return findAll(text, unusableCharacter, ({ 0: character, index }) => ({
    index,
    toProblem: (at) =>
      character === '\ufffd'
        ? problem('replacement-character', at)
        : problem('control-character', at, codeOf(character)),
  }));
}

/**
 * Finds what readers and search would stumble over, though the text can be read: line ends of other
 * systems, letters in pieces, characters that are not seen or that change the direction, and
 * letters that only look like ours.
 * @param text as it lies on disk, without a byte order mark
 */
export function findOddCharacters(text: string): readonly OddCharacter[] {
  return [
    ...findFirstReturn(text),
    ...findDecomposed(text),
    ...findInvisible(text),
    ...findBidirectional(text),
    ...findAll(text, privateCharacters, ({ 0: run, index }) => ({
      index,
      toProblem: (at) => problem('private-character', at, codeOf(run)),
    })),
    ...findLookAlikes(text, MAX_COUNTED).map(({ index, letter, meant }) => ({
      index,
      toProblem: (at: Position & { readonly file: string }) =>
        problem(
          /[Ðð]/.test(letter) ? 'letter-eth' : 'look-alike-letter',
          at,
          letter,
          codeOf(letter),
          meant,
        ),
    })),
  ];
}

/**
 * Finds what a value holds only because its file writes it as an escape (`"\\u202e"`), where no
 * search of the text sees it: the first character that no page should hold, and the first that
 * changes the direction.
 * @param value a string as YAML reads it
 * @param written the same as it stands in the file
 */
export function findEscaped(value: string, written: string): readonly OddCharacter['toProblem'][] {
  const seen = new Set(written);
  // Apart: two halves of a surrogate pair must not meet.
  const hidden = [...value].filter((character) => !seen.has(character)).join(' ');
  const found = [findUnusableCharacters(hidden), findBidirectional(hidden)];
  return found.flatMap(([first]) => first?.toProblem ?? []);
}

/**
 * Puts problems of characters at their line and column.
 * @param text the one they were found in
 */
export function placeOddCharacters(
  found: readonly OddCharacter[],
  text: string,
  file: string,
): readonly Problem[] {
  const lineEnd = /\r\n?|\n/g;
  let line = 1;
  let lineStart = 0;
  let next = lineEnd.exec(text);
  return found
    .toSorted((a, b) => a.index - b.index)
    .map(({ index, toProblem }) => {
      for (; next && next.index < index; next = lineEnd.exec(text)) {
        line += 1;
        lineStart = lineEnd.lastIndex;
      }
      return toProblem({ file, line, column: index - lineStart + 1 });
    });
}

const unusableCharacter =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff\p{Cs}]/gu;

const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Of one font only: bullets of Word's Symbol and Wingdings, logos. */
const privateCharacters = /[\ue000-\uf8ff]+/g;

function findAll(
  text: string,
  pattern: RegExp,
  toOdd: (match: RegExpExecArray) => OddCharacter | undefined,
): readonly OddCharacter[] {
  const found: OddCharacter[] = [];
  for (const match of text.matchAll(pattern)) {
    const odd = toOdd(match);
    if (odd) found.push(odd);
    if (found.length === MAX_COUNTED) break;
  }
  return found;
}

/** Once for a file: the rest is mended with it. */
function findFirstReturn(text: string): readonly OddCharacter[] {
  const index = text.indexOf('\r');
  return index === -1 ? [] : [{ index, toProblem: (at) => problem('line-ends', at) }];
}

/** Once for each stretch of text that was typed or pasted in pieces. */
function findDecomposed(text: string): readonly OddCharacter[] {
  if (text === text.normalize('NFC')) return [];
  let isWithin = false;
  return findAll(text, /[^ \t\r\n]+/g, ({ 0: stretch, index: start }) => {
    const isComposed = stretch === stretch.normalize('NFC');
    const isFirst = !isComposed && !isWithin;
    // A word without marks is the same in pieces, and tells nothing.
    if (!isComposed) isWithin = true;
    else if (stretch !== stretch.normalize('NFD')) isWithin = false;
    if (!isFirst) return undefined;
    const words = [...stretch.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
    const word = words.find(({ 0: written }) => written !== written.normalize('NFC'));
    const written = (word?.[0] ?? stretch).normalize('NFC');
    return {
      index: start + (word?.index ?? 0),
      toProblem: (at) => problem('not-nfc', at, written),
    };
  });
}

function findBidirectional(text: string): readonly OddCharacter[] {
  return findAll(text, bidirectional, ({ 0: character, index }) => ({
    index,
    toProblem: (at) => problem('bidirectional-character', at, codeOf(character)),
  }));
}

/** A run of characters that are not seen is named once, by its first. */
function findInvisible(text: string): readonly OddCharacter[] {
  // Few texts have any, and telling which of them belong where they are takes long.
  if (!anyInvisible.test(text)) return [];
  return findAll(text, seenOrNot, ({ 1: run, index }) => {
    if (run === undefined) return undefined;
    return { index, toProblem: (at) => problem('invisible-character', at, codeOf(run)) };
  });
}

/** Emoji are held together by characters that are not seen; so are letters of some scripts. */
const emoji = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f]?\\p{Emoji_Modifier}?';
const invisible =
  '[\\u00ad\\u034f\\u115f\\u1160\\u180e\\u200b-\\u200d\\u2028\\u2029\\u2060-\\u2064\\u206a-\\u206f\\u3164' +
  '\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e01ef}]';
const anyInvisible = new RegExp(invisible, 'u');
const seenOrNot = new RegExp(
  [
    `${emoji}(?:\\u200d${emoji})*(?:[\\u{e0020}-\\u{e007e}]+\\u{e007f})?`,
    '[0-9#*]\\ufe0f',
    '(?<=\\p{Script=Han})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
    // Arabic and the scripts of India need joiners, Khmer, Thai, Lao and Burmese the place to break.
    `(?<=[${['Arab', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh']
      .map((script) => `\\p{scx=${script}}`)
      .join('')}])[\\u200c\\u200d]`,
    '(?<=[\\p{scx=Khmr}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Mymr}])\\u200b',
    `(${invisible}+)`,
  ].join('|'),
  'gu',
);

/** @example codeOf('\u200b') // 'U+200B' */
function codeOf(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
