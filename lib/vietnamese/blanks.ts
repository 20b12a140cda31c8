/**
 * Drops the characters that are never seen: soft hyphen, zero-width space and joiners, word
 * joiner, byte order mark.
 * @param text any Unicode form
 * @example dropInvisible('Vi\u00adệt') // 'Việt'
 * @see README.md of this room, fold
 */
export function dropInvisible(text: string): string {
  return text.replace(/\u00ad|[\u200b-\u200d]|\u2060|\ufeff/g, '');
}

/**
 * Makes each run of white space, no-break spaces and line ends included, one space; none at the ends.
 * @param text any Unicode form
 * @example collapseSpaces('  Việt \t Nam\n') // 'Việt Nam'
 * @see README.md of this room, fold
 */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
