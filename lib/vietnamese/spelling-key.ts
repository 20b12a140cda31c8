import { collapseSpaces, dropInvisible } from './blanks';

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
  const lower = dropInvisible(text).normalize('NFD').toLowerCase().replaceAll('ð', 'đ');
  const toneLast = lower.replace(/[\p{L}\p{M}]+/gu, moveTonesToEnd);
  return collapseSpaces(toneLast.normalize('NFC'));
}

/** Huyền, sắc, ngã, hỏi, nặng: tones only; breve, circumflex and horn make other letters. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

function moveTonesToEnd(word: string): string {
  const found = word.match(tones);
  return found ? word.replace(tones, '') + found.join('') : word;
}
