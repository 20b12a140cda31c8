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
