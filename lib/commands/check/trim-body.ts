import { fencingOf } from './fences';

/**
 * Takes blanks from the ends of lines of Markdown, where it is certain that they mean nothing; where
 * it is not, they stay. They mean something as a line break (two and a line below), in code, and
 * inside what runs over several lines: code spans, titles of links, HTML.
 * @param body with line feeds
 * @see https://spec.commonmark.org/0.31.2/
 */
export function trimBody(body: string): string {
  const lines = body.split('\n').map((line) => ({ line, text: withoutBlanksAtEnd(line) }));
  const fencing = fencingOf(lines.map(({ line }) => line));
  const hasHtml = lines.some(({ line }) => /^ *</.test(line));
  // An HTML comment may open what only looks like a fence, and close it before one that is.
  if (hasHtml && fencing.some((state) => state !== 'outside')) return body;
  const isPlain = markPlain(lines);
  const isBesideCode = markBesideCode(lines);
  return lines
    .map(({ line, text }, index) => {
      if (line === text || fencing[index] !== 'outside') return line;
      if (text === '') return isBesideCode[index] ? line : text;
      const isFirst = (lines[index - 1]?.text ?? '') === '';
      const isLast = (lines[index + 1]?.text ?? '') === '';
      const isBreak = line.endsWith('  ') && !isLast;
      const isAlone = isFirst && isLast;
      return !isOdd(text) && !isBreak && (isAlone || isPlain[index]) ? text : line;
    })
    .join('\n');
}

interface Line {
  readonly line: string;
  readonly text: string;
}

function withoutBlanksAtEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}

/** Code that is no fence's is indented by four blanks or a tab, wherever it stands. */
const mayBeCode = /\t| {4}/;

/**
 * Lines that say something else without their blanks, or might: a mark needs a blank behind it, and
 * a backslash at the end breaks the line.
 */
function isOdd(text: string): boolean {
  const isOnlyMark = /^[ >]*(?:[-*+]|\d{1,9}[.)]|#{1,6})?$/.test(text);
  return mayBeCode.test(text) || isOnlyMark || /[\]\\]$/.test(text);
}

/** Lines of paragraphs in which nothing can run from one line to the next but words. */
function markPlain(lines: readonly Line[]): readonly boolean[] {
  const marks: boolean[] = [];
  for (let first = 0; first < lines.length; ) {
    let end = first;
    while (end < lines.length && lines[end]?.text !== '') end += 1;
    const isPlain = !lines.slice(first, end).some(({ text }) => /[`<\]]/.test(text));
    for (let index = first; index <= end && index < lines.length; index += 1) marks.push(isPlain);
    first = end + 1;
  }
  return marks;
}

/** Blank lines between others that may be code, which keeps what goes beyond its margin. */
function markBesideCode(lines: readonly Line[]): readonly boolean[] {
  const above = markBelow(lines);
  const below = markBelow(lines.toReversed()).toReversed();
  return lines.map((_, index) => above[index] === true || below[index] === true);
}

/** Lines with what may be code as the nearest words before them. */
function markBelow(lines: readonly Line[]): readonly boolean[] {
  let isCode = false;
  return lines.map(({ text }) => {
    const before = isCode;
    if (text !== '') isCode = mayBeCode.test(text);
    return before;
  });
}
