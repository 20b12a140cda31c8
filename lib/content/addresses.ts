// Control characters and backslashes are refused: browsers leave out the ones and read the others
// as slashes, so that what looks like a path could lead to another site.
/** What an address that stays on this site looks like; see `isWithinSite`. */
export const withinSite = /^(?!\/\/|[^/?#]*:)[^\p{Cc}\\]*$/u;
const followable = /^(?:https?|mailto|tel):[^\p{Cc}\\]*$/iu;

/**
 * True for an address that stays on this site: a path, a file name, a fragment.
 * @param address without blanks at its ends
 * @example isWithinSite('anh.jpg') // true
 * @example isWithinSite('//vi-du.vn/anh.jpg') // false
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function isWithinSite(address: string): boolean {
  return withinSite.test(address);
}

/**
 * True for an address of another site, or of a mailbox or a telephone, that a reader may follow.
 * @param address without blanks at its ends
 * @example isFollowable('javascript:alert(1)') // false
 */
export function isFollowable(address: string): boolean {
  return followable.test(address);
}

/**
 * An address as it is written anywhere else than on its own page: complete, in ASCII.
 * @param base the page on which it stands, absolute
 * @returns undefined for one that leads nowhere, or that nobody may follow
 * @example absoluteAddress('#muc', 'https://vi-du.vn/bai-viet/tin') // 'https://vi-du.vn/bai-viet/tin#muc'
 * @example absoluteAddress('javascript:alert(1)', 'https://vi-du.vn/') // undefined
 */
export function absoluteAddress(address: string, base: string): string | undefined {
  const isUsable = isWithinSite(address) || isFollowable(address);
  return isUsable && URL.canParse(address, base) ? new URL(address, base).href : undefined;
}
