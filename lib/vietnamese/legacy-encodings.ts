import { isSyllable } from './syllable';

/** Vietnamese in an encoding from before Unicode, and where the first word of it stands. */
export interface LegacyText {
  readonly encoding: 'TCVN3 (ABC)' | 'VNI' | 'VISCII' | 'windows-1258' | 'UTF-16';
  /** Index of a byte, or of a character of the text. */
  readonly index: number;
}

/** Fewer different words than this prove nothing. */
const MIN_WORDS = 3;
/** So many of the words that may be legacy text must be Vietnamese when read as such. */
const MIN_SHARE = 0.8;
/** No syllable is longer, with its marks apart. */
const MAX_WORD_LENGTH = 12;
/** More words than this prove no more. */
const MAX_TRIED = 2000;

/**
 * Recognises Vietnamese that was written in an old encoding, in a file that is not UTF-8.
 * @returns undefined unless most of its words become Vietnamese when read so
 * @see TCVN 5712:1993 (VN3); RFC 1456 (VISCII); https://encoding.spec.whatwg.org/#names-and-labels
 */
export function recogniseLegacyBytes(bytes: Uint8Array): LegacyText | undefined {
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (hasMark || isEveryOtherZero(bytes)) return { encoding: 'UTF-16', index: 0 };
  // Each of these has one character for each byte.
  const western = new TextDecoder('windows-1252').decode(bytes);
  const combining = new TextDecoder('windows-1258').decode(bytes);
  const viscii = Array.from(bytes, (byte) => VISCII[byte - 128] ?? String.fromCharCode(byte));
  return findBest([
    rate('TCVN3 (ABC)', wordsOf(western), readTcvn3),
    rate('VNI', wordsOf(western), readVni),
    rate('VISCII', wordsOf(viscii.join('')), (word) => word),
    rate('windows-1258', wordsOf(combining), (word) => word),
  ]);
}

/**
 * Recognises Vietnamese of an old encoding that was pasted as Latin-1 letters: `Héi nghÞ`,
 * `Hoäi nghò`. Words that are sound as they stand, and lines with letters that only Unicode has,
 * are left alone; names and sentences of other languages prove nothing.
 * @param text NFC
 */
export function recogniseLegacyText(text: string): LegacyText | undefined {
  const lines: Word[][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const from = start;
    start += line.length + 1;
    if (/[\u0100-\u024f\u1ea0-\u1ef9]/.test(line)) continue;
    const words = wordsOf(line).filter(({ word }) => !isSyllable(word));
    if (words.length > 0)
      lines.push(words.map(({ word, index }) => ({ word, index: from + index })));
  }
  // The whole first; then line by line, for a paste among sentences of other languages.
  for (const words of [lines.flat(), ...lines]) {
    if (words.length < MIN_WORDS) continue;
    const found = findBest([rate('TCVN3 (ABC)', words, readTcvn3), rate('VNI', words, readVni)]);
    if (found) return found;
  }
  return undefined;
}

interface Word {
  readonly word: string;
  readonly index: number;
}

interface Rating extends LegacyText {
  readonly words: number;
  readonly share: number;
}

/** The words that have a letter or sign outside ASCII. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(
    /[A-Za-z\u0080-\u009f\u00a1-\u1eff\u2000-\u2122]+/g,
  )) {
    if (/[^A-Za-z]/.test(word)) words.push({ word, index });
  }
  return words;
}

/** How well words become Vietnamese when they are read in an encoding. */
function rate(
  encoding: LegacyText['encoding'],
  words: readonly Word[],
  read: (word: string) => string,
): Rating {
  const vietnamese = words
    .slice(0, MAX_TRIED)
    .filter(({ word }) => word.length <= MAX_WORD_LENGTH && isSyllable(read(word)));
  return {
    encoding,
    index: vietnamese[0]?.index ?? 0,
    // A letter that stands alone is a syllable in any encoding.
    words: new Set(vietnamese.map(({ word }) => word).filter(({ length }) => length > 1)).size,
    share: vietnamese.length / Math.min(words.length, MAX_TRIED),
  };
}

function findBest(ratings: readonly Rating[]): LegacyText | undefined {
  const [best] = ratings
    .filter(({ words, share }) => words >= MIN_WORDS && share >= MIN_SHARE)
    .sort((a, b) => b.share - a.share);
  return best && { encoding: best.encoding, index: best.index };
}

/** UTF-16 without a mark: in text, one byte of each pair is zero. */
function isEveryOtherZero(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  if (head.length < 4) return false;
  const zeros = [0, 1].map((parity) =>
    head.reduce((sum, byte, index) => sum + (byte === 0 && index % 2 === parity ? 1 : 0), 0),
  );
  const [even = 0, odd = 0] = zeros;
  return Math.max(even, odd) * 4 > head.length && Math.min(even, odd) * 8 < Math.max(even, odd);
}

/** What the bytes from 0x80 on mean; capitals of TCVN3 are often small letters in another font. */
const TCVN3 =
  'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\ufffd\ufffd\ufffd\ufffd\ufffdàảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';
const VISCII =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

function readTcvn3(word: string): string {
  return word.replace(/[\u0080-\u00ff]/g, (letter) => TCVN3[letter.charCodeAt(0) - 128] ?? letter);
}

/** Of VNI: the marks that a letter adds to the vowel before it. */
const vniMarks: Readonly<Record<string, string>> = {
  ...{ ø: '\u0300', ù: '\u0301', õ: '\u0303', û: '\u0309', ï: '\u0323' },
  ...{ â: '\u0302', à: '\u0302\u0300', á: '\u0302\u0301', ã: '\u0302\u0303' },
  ...{ å: '\u0302\u0309', ä: '\u0302\u0323', ê: '\u0306', è: '\u0306\u0300' },
  ...{ é: '\u0306\u0301', ü: '\u0306\u0303', ú: '\u0306\u0309', ë: '\u0306\u0323' },
};
/** Of VNI: the letters that stand for themselves. */
const vniLetters: Readonly<Record<string, string>> = {
  ...{ ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' },
};

function readVni(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /([aeouyôö])([àáâãäåèéêëïõøùúûü])|[\u00e0-\u00ff]/g,
      (letter, vowel?: string, mark?: string) =>
        vowel && mark
          ? (vniLetters[vowel] ?? vowel) + (vniMarks[mark] ?? mark)
          : (vniLetters[letter] ?? letter),
    );
}
