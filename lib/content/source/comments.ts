/**
 * Puts blanks in place of HTML comments, so that all else keeps its place. One that is never closed
 * stays.
 * @returns a text of the same length, with the same line ends
 * @example blankComments('a<!-- b -->c') // 'a          c'
 * @see https://spec.commonmark.org/0.31.2/#html-comment (`<!-->` and `<!--->` are whole comments)
 */
export function blankComments(text: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', end)) {
    const close = text.indexOf('-->', start + 2);
    // Nothing that follows is closed either: looking on would be quadratic.
    if (close === -1) break;
    pieces.push(text.slice(end, start), text.slice(start, close + 3).replace(/[^\n]/g, ' '));
    end = close + 3;
  }
  return pieces.join('') + text.slice(end);
}
