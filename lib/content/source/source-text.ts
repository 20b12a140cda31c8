import {
  type LegacyText,
  recogniseLegacyBytes,
  recogniseLegacyText,
} from '../../vietnamese/legacy-encodings';
import { findMojibake } from '../../vietnamese/mojibake';
import { formatNumber } from '../../vietnamese/numbers';
import { type Problem, problem } from '../problems/problems';
import { findMergeConflict } from './merge-conflict';
import {
  findOddCharacters,
  findUnusableCharacters,
  type OddCharacter,
  placeOddCharacters,
} from './odd-characters';

/** No article is longer than this; what is larger is not text. */
const MAX_BYTES = 1_048_576;
/** A parser of YAML needs up to half a second for this much; it holds a thousand tags and more. */
const MAX_YAML_BYTES = 65_536;

/** The text of a file and what is odd about it, or why there is none. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Reads the bytes of a content file as text: UTF-8, NFC, without a byte order mark, every line end
 * a line feed. Places of problems count in the file as its editor's program shows it: before NFC,
 * a tab one column, the mark none. What is found later counts in the text that is returned, which
 * differs only behind letters that were not NFC, and of those a warning tells.
 * @param file the path that problems name; of YAML less is read
 * @see Unicode Standard Annex #15 (NFC at the border); YAML 1.2.2 §5.4 (a lone CR ends a line)
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const fault = findTooLarge(bytes.byteLength, file) ?? findUnreadable(bytes, file);
  if (fault) return { ok: false, problems: [fault] };
  const written = new TextDecoder().decode(bytes);
  // Whatever else is wrong stands in one of two versions, of which one goes.
  const conflict = findMergeConflict(written, file);
  if (conflict) return { ok: false, problems: [conflict] };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const warnings = [
    ...(hasMark ? [problem('byte-order-mark', { file, line: 1, column: 1 })] : []),
    ...placeOddCharacters(findOddCharacters(written), written, file),
  ];
  const [first, ...rest] = placeOddCharacters(findUnusableCharacters(written), written, file);
  if (first) return { ok: false, problems: [first, ...rest, ...warnings] };
  return { ok: true, text: normalised(written), warnings };
}

/**
 * A text in the form in which it is read: NFC, every line end a line feed.
 * @param text without a byte order mark
 */
export function normalised(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n');
}

/**
 * The problem of a file that is larger than any text of ours, so that it need not be read.
 * @param size in bytes
 * @param file its path; of YAML less is allowed
 */
export function findTooLarge(size: number, file: string): Problem | undefined {
  const limit = /\.ya?ml$/i.test(file) ? MAX_YAML_BYTES : MAX_BYTES;
  if (size <= limit) return undefined;
  return problem('file-too-large', { file, line: 1, column: 1 }, inWords(size), inWords(limit));
}

/** Rounded up, so that a file just over the limit does not seem to keep it. */
function inWords(bytes: number): string {
  if (bytes < 1_048_576) return formatNumber(Math.ceil(bytes / 1024), 'KB');
  return formatNumber(Math.ceil(bytes / 104_857.6) / 10, 'MB');
}

/** Why the bytes are no text that can be read. */
function findUnreadable(bytes: Uint8Array, file: string): Problem | undefined {
  const written = decodeUtf8(bytes);
  // UTF-16 of plain letters is sound UTF-8, half of it zeros.
  if (written === undefined || written.includes('\0')) {
    const legacy = recogniseLegacyBytes(bytes);
    // One character for each byte.
    if (legacy) return reportLegacy(legacy, new TextDecoder('windows-1252').decode(bytes), file);
  }
  if (written === undefined) {
    const sound = decodeSoundStart(bytes);
    return placed(sound, sound.length, file, (at) => problem('file-not-utf8', at));
  }
  if (/^\s*$/.test(written)) return problem('file-empty', { file, line: 1, column: 1 });
  const composed = written.normalize('NFC');
  const garbled = findMojibake(composed);
  if (garbled) {
    const { index, word, meant } = garbled;
    return placed(composed, index, file, (at) => problem('text-garbled', at, word, meant));
  }
  const legacy = recogniseLegacyText(composed);
  return legacy && reportLegacy(legacy, composed, file);
}

function reportLegacy({ encoding, index }: LegacyText, text: string, file: string) {
  return placed(text, index, file, (at) =>
    encoding === 'UTF-16' ? problem('file-utf16', at) : problem('encoding-legacy', at, encoding),
  );
}

function placed(
  text: string,
  index: number,
  file: string,
  toProblem: OddCharacter['toProblem'],
): Problem | undefined {
  return placeOddCharacters([{ index, toProblem }], text, file)[0];
}

function decodeUtf8(bytes: Uint8Array, isCut = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    // The decoder's own words name no place; `decodeSoundStart` finds it.
    return undefined;
  }
}

/** What can be read of bytes that are not UTF-8, up to the first that cannot. */
function decodeSoundStart(bytes: Uint8Array): string {
  let [sound, unsound] = [0, bytes.length];
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1;
    if (decodeUtf8(bytes.subarray(0, middle), true) === undefined) unsound = middle;
    else sound = middle;
  }
  return decodeUtf8(bytes.subarray(0, sound), true) ?? '';
}
