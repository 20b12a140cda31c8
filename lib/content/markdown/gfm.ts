// Tables, strikethrough, footnotes, boxes of task lists, addresses without brackets; these are looked
// for in what escapes and entities stand for.
const marks = /[|@&]|~~|:-|-:|\[\^|\[[\sx]\]|https?|www/i;

/**
 * True when a text could mean something else with GitHub's extensions than without. They are two
 * thirds of the cost of a rendering, and most articles use none of them.
 * @example usesGfm('Kỳ Anh, 24/12/2020') // false
 * @see https://github.github.com/gfm/
 */
export function usesGfm(markdown: string): boolean {
  return marks.test(markdown);
}
