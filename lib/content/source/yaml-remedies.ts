import { remedies } from '../problems/catalogue';
import type { Position } from '../problems/problems';

/** In characters. A longer line is neither searched for its fault nor printed again to be copied. */
const MAX_LENGTH = 300;

/** A text as YAML reads it back whatever stands in it. @example inQuotes("l'Est") // "'l''Est'" */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * What to do about a place that YAML does not understand, by what can be seen in its line.
 * @param lines the file's, of which `line` counts from 1
 */
export function findRemedy(lines: readonly string[], { line }: Position): string {
  const [before = '', here = '', next = ''] = [lines[line - 2], lines[line - 1], lines[line]];
  if (here.length > MAX_LENGTH) return remedies.other;
  if (/^ *\t/.test(here)) return remedies.tab;
  if (/^\s*(?:- )?\p{L}+ ?\uff1a/u.test(here)) return remedies.wideColon;
  const glued = /^ *(?:- )?[A-Za-z]+:(?!\/\/)(\S|[\u00a0\u2007\u202f\u3000])/.exec(here);
  if (glued) return /\s/.test(glued[1] ?? '') ? remedies.hardSpace : remedies.glued;
  const [, head, value] = /^( *(?:- )?[A-Za-z]+: +| *- )(.+?) *$/.exec(here) ?? [];
  if (head === undefined || value === undefined) {
    const isText = /^[^\s#:-]/.test(here) && !/:(?:\s|$)/.test(here);
    return isText && /^\s|^[A-Za-z]+: *\S/.test(before) ? remedies.notIndented : remedies.other;
  }
  if (/^ +[A-Za-z]+:(?: |$)/.test(next) && !/: /.test(value)) return remedies.misaligned;
  // A value of several lines is not mended by its first.
  const isWhole = !/^\s+\S/.test(next);
  return findRemedyOfValue(value, (text) =>
    isWhole ? `${head.trimStart()}${inQuotes(text)}` : undefined,
  );
}

function findRemedyOfValue(value: string, lineWith: (text: string) => string | undefined): string {
  const mended = (text: string, words: (line: string) => string = remedies.mended) => {
    const line = lineWith(text);
    return line === undefined ? remedies.other : words(line);
  };
  const curly =
    /^[\u201c\u201d\u2018\u2019]([^\u201c\u201d\u2018\u2019]*)[\u201c\u201d\u2018\u2019]?$/.exec(
      value,
    );
  if (curly) return mended(curly[1] ?? '', remedies.straightQuotes);
  const quote = /^["']/.exec(value)?.[0];
  if (quote !== undefined) {
    if (value.indexOf(quote, 1) === -1) return remedies.unclosedQuote;
    return mended(value.endsWith(quote) ? value.slice(1, -1) : value);
  }
  if (/^[[{]/.test(value)) {
    if (value.startsWith('[') && !value.includes(']')) return remedies.unclosedList;
    return /^(?:\[[^\]]*\]|\{[^}]*\}) *[^\s\]},#]/.test(value) ? mended(value) : remedies.other;
  }
  return /^[@`%>|]|^[-?] |: |:$/.test(value) ? mended(value) : remedies.other;
}
