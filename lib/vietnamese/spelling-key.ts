import { dropInvisible } from './blanks';

/**
 * The form in which two Vietnamese spellings are the same text: both places of the tone (hoà, hòa),
 * both cases, every Unicode form. Vowel marks stay, and i and y stay apart. Never shown.
 * @param text any Unicode form
 * @returns NFC, lower case, the tone of each word at the word's end; a key is its own key
 * @example spellingKey('HOÀ BÌNH') === spellingKey('hòa bình') // true
 * @example spellingKey('kỷ luật') === spellingKey('kỹ luật') // false
 * @see README.md of this room, spelling key; Quyết định 1989/QĐ-BGDĐT (2018) art. 8 for hoà, thuỷ
 */
export function spellingKey(text: string): string {
  return dropInvisible(text).split(/\s+/).map(keyOfWord).join(' ').trim();
}

/** A text has few different words, and an archive not many more: each is worked out once. */
const keys = new Map<string, string>();
const MOST_KEYS = 50_000;

function keyOfWord(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const lower = word.normalize('NFD').toLowerCase().replaceAll('ð', 'đ');
  const key = lower.replace(/[\p{L}\p{M}]+/gu, moveTonesToEnd).normalize('NFC');
  if (keys.size >= MOST_KEYS) keys.clear();
  // A longer piece would keep the whole text it was cut from in memory (V8 copies up to 12 characters).
  if (word.length <= LONGEST_WORD) keys.set(word, key);
  return key;
}

const LONGEST_WORD = 12;

/** Huyền, sắc, ngã, hỏi, nặng: tones only; breve, circumflex and horn make other letters. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

function moveTonesToEnd(word: string): string {
  const found = word.match(tones);
  return found ? word.replace(tones, '') + found.join('') : word;
}
