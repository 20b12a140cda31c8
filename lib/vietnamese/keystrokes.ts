import { isSyllable } from './syllable';

/**
 * The word that somebody meant whose keyboard did not turn keys into marks: Telex (`dduwowngf`) or
 * VNI (`d9uo7ng2`). The tone stands at the end of the word, as in a spelling key.
 * @param typed one word as it came, any case
 * @returns undefined when it is no such word: the keys stand as they are, or give no syllable
 * @example wordOfKeystrokes('dduwowngf') // 'đươngg' with its tone behind the g, NFC
 * @see README.md of this room, keystrokes
 */
export function wordOfKeystrokes(typed: string): string | undefined {
  const keys = typed.toLowerCase();
  if (!/^[a-z]+[a-z0-9]*$/.test(keys)) return undefined;
  const meant = /\d/.test(keys) ? ofVni(keys) : ofTelex(keys);
  return meant !== undefined && meant !== keys && isSyllable(meant) ? meant : undefined;
}

const telexTones: Readonly<Record<string, string>> = {
  f: '\u0300',
  s: '\u0301',
  x: '\u0303',
  r: '\u0309',
  j: '\u0323',
};

function ofTelex(keys: string): string {
  // A tone may be typed anywhere behind its vowel.
  const toneKey = /[aeiouy].*?([fsxrj])(?![aeiouy]*[fsxrj])/.exec(keys)?.[1];
  const at = toneKey === undefined ? -1 : keys.lastIndexOf(toneKey);
  const letters = at === -1 ? keys : keys.slice(0, at) + keys.slice(at + 1);
  const written = letters
    .replace(/d(.*)d/, 'đ$1')
    .replace(/a(.*)a/, 'â$1')
    .replace(/e(.*)e/, 'ê$1')
    .replace(/o(.*)o/, 'ô$1')
    .replace(/uw?o(.*)w/, 'ươ$1')
    .replace(/a(.*)w/, 'ă$1')
    .replace(/o(.*)w/, 'ơ$1')
    .replace(/u(.*)w/, 'ư$1');
  return written + (toneKey === undefined ? '' : (telexTones[toneKey] ?? ''));
}

const vniTones: Readonly<Record<string, string>> = {
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
};

function ofVni(keys: string): string {
  const toneKey = /[1-5]/.exec(keys)?.[0];
  const written = keys
    .replace(/[1-5]/, '')
    .replace(/d(.*)9/, 'đ$1')
    .replace(/([aeo])(.*)6/, (_, vowel: string, rest: string) => `${vowel}\u0302${rest}`)
    .replace(/uo(.*)7/, 'ươ$1')
    .replace(/([ou])(.*)7/, (_, vowel: string, rest: string) => `${vowel}\u031b${rest}`)
    .replace(/a(.*)8/, 'ă$1');
  return (written + (toneKey === undefined ? '' : (vniTones[toneKey] ?? ''))).normalize('NFC');
}
