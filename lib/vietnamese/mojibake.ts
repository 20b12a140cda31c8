import { isSyllable } from './syllable';

/** Fewer different words than this may be an example in a text about such things. */
const MIN_WORDS = 3;

/** More words than this prove no more. */
const MAX_TRIED = 2000;

/** A word of UTF-8 that was read as windows-1252 and saved so, and what it was. */
export interface GarbledWord {
  readonly index: number;
  readonly word: string;
  readonly meant: string;
}

/**
 * Recognises Vietnamese whose UTF-8 was once read as windows-1252: `Ká»³ Anh` for `Kỳ Anh`.
 * @param text NFC
 * @returns the first such word; undefined unless three different ones become Vietnamese when undone
 * @see https://encoding.spec.whatwg.org/#windows-1252
 */
export function findMojibake(text: string): GarbledWord | undefined {
  if (!leadingBytes.test(text)) return undefined;
  const found = new Map<string, GarbledWord>();
  let tried = 0;
  for (const { 0: word, index } of text.matchAll(words)) {
    if (word.length > MAX_LENGTH || !leadingBytes.test(word) || found.has(word)) continue;
    tried += 1;
    if (tried > MAX_TRIED) break;
    const meant = undo(word);
    if (meant !== undefined && isSyllable(meant)) found.set(word, { index, word, meant });
    if (found.size === MIN_WORDS) return found.values().next().value;
  }
  return undefined;
}

/** What windows-1252 has for bytes, but for the no-break space and signs of ASCII. */
const words =
  /[A-Za-z\u0080-\u009f\u00a1-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+/g;
/** What the first bytes of our letters look like. */
const leadingBytes = /[\u00c3\u00c4\u00c6]|\u00e1[\u00ba\u00bb]/;
/** No syllable is longer, with three letters for each of its own. */
const MAX_LENGTH = 24;

/** The word whose bytes were read so; undefined when they are no UTF-8. */
function undo(word: string): string | undefined {
  const bytes = Array.from(word, (letter) => byteOf.get(letter) ?? letter.charCodeAt(0));
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true })
      .decode(Uint8Array.from(bytes))
      .normalize('NFC');
  } catch {
    // Not every row of such letters is a broken word.
    return undefined;
  }
}

const highBytes = Uint8Array.from({ length: 0x20 }, (_, index) => 0x80 + index);
/** The bytes from 0x80 to 0x9f, which windows-1252 has for letters and signs from elsewhere. */
const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from(new TextDecoder('windows-1252').decode(highBytes), (letter, index) => [
    letter,
    0x80 + index,
  ]),
);
