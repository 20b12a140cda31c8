/**
 * Shows what a terminal would obey, or what would turn the order of letters round, as its number;
 * what ends a line too, so that one line stays one.
 * @example visibly('a\u001b[2J') // 'a\\u001b[2J'
 */
export function visibly(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
