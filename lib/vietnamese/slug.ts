import { fold } from './fold';

const MAX_LENGTH = 120;

/**
 * The part of an address that is made from a Vietnamese title or name.
 * @param text any Unicode form
 * @returns only a-z, 0-9 and single inner hyphens, at most 120 characters, cut between words where
 *   there are any; '' when nothing is left to make one from, which is a problem to report
 * @example slug('Bà Rịa - Vũng Tàu') // 'ba-ria-vung-tau'
 * @example slug('北京') // ''
 * @see README.md of this room, slug
 */
export function slug(text: string): string {
  const whole = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (whole.length <= MAX_LENGTH) return whole;
  const lastHyphen = whole.lastIndexOf('-', MAX_LENGTH);
  return whole.slice(0, lastHyphen === -1 ? MAX_LENGTH : lastHyphen);
}
