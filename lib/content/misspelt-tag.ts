import { fold } from '../vietnamese/fold';
import { countSlips, isOneSlipAway } from '../vietnamese/nearest';
import type { TagNames } from './tags-file';

/** In letters. Of shorter names most others are one letter away. */
const MIN_LENGTH = 5;
/** Marks included: a letter, or one and its mark. Tiền Phong and biên phòng have three between them. */
const MAX_SLIPS = 2;

/**
 * The settled tag or synonym, as `tags.yaml` writes it, that is one letter away from an unknown tag.
 * Tags that differ by their number are two tags: quý 1 and quý 2, khóa XII and khóa XIII, nhóm A
 * and nhóm B.
 */
export function findMisspelt(written: string, { spellings }: TagNames): string | undefined {
  const folded = fold(written);
  return spellings.find(
    (known) =>
      Math.min(known.folded.length, folded.length) >= MIN_LENGTH &&
      isOneSlipAway(folded, known.folded) &&
      !isOtherNumber(folded, known.folded) &&
      countSlips(plain(written), plain(known.written)) <= MAX_SLIPS,
  )?.written;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function isOtherNumber(one: string, other: string): boolean {
  if (one.replace(/\d+/g, '0') === other.replace(/\d+/g, '0')) return true;
  const [words, others] = [one.split(' '), other.split(' ')];
  if (words.length !== others.length) return false;
  return words.every((word, index) => {
    const rival = others[index] ?? '';
    return (
      word === rival || [word, rival].every((part) => /^(?:[ivxlcdm]+|[a-z]|\d+[a-z]?)$/.test(part))
    );
  });
}
