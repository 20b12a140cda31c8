/**
 * A text of one paragraph as Markdown that means it letter for letter; line ends become blanks.
 * @example escapeMarkdown('1. Bài *sao*') // '1\\. Bài \\*sao\\*'
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[ \t\n\r]+/g, ' ')
      .trim()
      .replace(/[\\`*_[\]<>~|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // What makes a list, a heading or a line under one, at the head of a paragraph.
      .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\')
      .replace(/^(?=[#=]|[-+](?:[- ]|$))/, '\\')
      // What would close a heading.
      .replace(/(?<= )#+$/, '\\$&')
  );
}
