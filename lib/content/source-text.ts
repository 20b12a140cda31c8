import { formatNumber } from '../vietnamese/numbers';
import { type Problem, problem } from './problems';

/** No article is longer than this; what is larger is not text. */
const MAX_BYTES = 1_048_576;

/** A file full of them is no text at all; the rest of the list would tell nothing new. */
const MAX_REPORTED = 20;

/** The text of a file, or why there is none. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the bytes of a content file as text: UTF-8, NFC, without a byte order mark, every line end
 * a line feed.
 * @param file the path that problems name
 * @see Unicode Standard Annex #15 (NFC at the border); YAML 1.2.2 §5.4 (a lone CR ends a line)
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const at = { file, line: 1, column: 1 };
  if (bytes.byteLength > MAX_BYTES) {
    const sizes = [megabytes(bytes.byteLength), megabytes(MAX_BYTES)] as const;
    return { ok: false, problems: [problem('file-too-large', at, ...sizes)] };
  }
  let text: string;
  try {
    text = decoder.decode(bytes).normalize('NFC').replace(/\r\n?/g, '\n');
  } catch {
    // The decoder's own words name no place; the catalogue's name the remedy.
    return { ok: false, problems: [problem('file-not-utf8', at)] };
  }
  const [first, ...rest] = findForbidden(text, file);
  return first ? { ok: false, problems: [first, ...rest] } : { ok: true, text };
}

// XML 1.0 cannot carry these, and no page or feed should.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const forbiddenCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

function findForbidden(text: string, file: string): readonly Problem[] {
  const problems: Problem[] = [];
  let line = 1;
  let lineStart = 0;
  for (const { 0: character, index } of text.matchAll(forbiddenCharacter)) {
    for (let end = text.indexOf('\n', lineStart); end !== -1 && end < index; ) {
      line += 1;
      lineStart = end + 1;
      end = text.indexOf('\n', lineStart);
    }
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const at = { file, line, column: index - lineStart + 1 };
    problems.push(problem('control-character', at, `U+${code}`));
    if (problems.length === MAX_REPORTED) break;
  }
  return problems;
}

/** Rounded up, so that a file just over the limit does not seem to keep it. */
function megabytes(bytes: number): string {
  return formatNumber(Math.ceil(bytes / 104_857.6) / 10, 'MB');
}
