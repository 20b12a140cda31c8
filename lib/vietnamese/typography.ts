/** A part of a text; `together`: no line may end inside it. */
export interface TextPiece {
  readonly text: string;
  readonly together: boolean;
}

/**
 * Splits a text into what a line may break and what it may not: number and unit, a word and the
 * dash after it, QP-AN, 28-NQ/TW, 2020-2025. For HTML only, where the pieces that stay together are
 * drawn with `white-space: nowrap`; no character is changed, so that copying and searching work.
 * @param text NFC, without markup; each run of white space counts as one space
 * @param lineEm how many em the shortest line holds, where letters are so large that 24 of them may
 *   not fit; a wider piece may break, or it would push the page sideways
 * @returns pieces whose texts joined are `text`; those that stay together have 24 characters at most
 * @example keepTogether('thu 37,5 kg mật ong')
 * // [{ text: 'thu ', together: false }, { text: '37,5 kg', together: true },
 * //  { text: ' mật ong', together: false }]
 * @see README.md of this room, line breaking; Unicode Standard Annex #14 (LB25) for what needs no
 *   help: Covid-19, 37,5, 1.500
 */
export function keepTogether(text: string, lineEm = Infinity): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const span of mergedSpans(text, lineEm)) {
    if (span.start > end) pieces.push({ text: text.slice(end, span.start), together: false });
    pieces.push({ text: text.slice(span.start, span.end), together: true });
    end = span.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), together: false });
  return pieces;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a line of 320 px holds when all are capitals: a longer piece could push the page sideways. */
const MAX_TOGETHER = 24;

/** Spans in their order; those that overlap are one, unless that one would be too long. */
function mergedSpans(text: string, lineEm: number): readonly Span[] {
  const fits = ({ start, end }: Span) =>
    end - start <= MAX_TOGETHER &&
    (lineEm === Infinity || widthEm(text.slice(start, end)) <= lineEm);
  const merged: Span[] = [];
  for (const span of foundSpans(text).filter(fits)) {
    const last = merged.at(-1);
    if (!last || span.start >= last.end) {
      merged.push(span);
    } else {
      const joined = { start: last.start, end: Math.max(last.end, span.end) };
      if (fits(joined)) merged[merged.length - 1] = joined;
    }
  }
  return merged;
}

function foundSpans(text: string): readonly Span[] {
  // Most texts have neither, and looking for what they begin is dear.
  const rules = [
    ...(digit.test(text) ? [numberAndUnit, code] : []),
    ...(dash.test(text) ? [wordAndDash, capitals, years] : []),
  ];
  return rules
    .flatMap((rule) => Array.from(text.matchAll(rule), spanOf))
    .sort((a, b) => a.start - b.start);
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

/** Rather too wide than too narrow; measured on codes and sums in Newsreader 600. */
function widthEm(text: string): number {
  const widths = Array.from(text, (character) => {
    if (capital.test(character)) return 0.72;
    return digit.test(character) ? 0.6 : 0.5;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

const capital = /\p{Lu}/u;

const digit = /\p{Nd}/u;
const dash = /[-–—]/;

// The rules. Each repetition has an upper limit and each match begins where no other can have begun:
// that keeps the time linear in the text, whatever is written.
const notInWord = '(?<![\\p{L}\\p{M}\\p{N}])';
const notInCode = '(?<![\\p{L}\\p{M}\\p{N}/–-])';
const wordEnds = '(?![\\p{L}\\p{M}\\p{Nd}])';
const codeEnds = '(?![\\p{L}\\p{M}\\p{N}]|[/–-][\\p{L}\\p{N}])';
const space = '\\s{1,4}';

/** 37,5 kg; 950 triệu đồng. A word of size may be followed by one of measure: never "giờ đồng". */
const numberAndUnit = new RegExp(
  `${notInWord}(?<!\\p{Nd}[.,])\\p{Nd}{1,15}(?:[.,]\\p{Nd}{1,15}){0,6}(?:` +
    `(?:${space}(?:nghìn|triệu|tỷ)){1,4}(?:${space}(?:kg|km|°C|m²|giờ|phút|đồng))?|` +
    `${space}(?:kg|km|°C|m²|giờ|phút|đồng))${wordEnds}`,
  'gu',
);

/** "Tùng -" in "Tùng - Trưởng Công an". */
const wordAndDash = new RegExp(`(?<=^|\\s)(?![-–—]\\s)\\S{1,24}${space}[-–—](?=\\s)`, 'gu');

/** QP-AN. */
const capitals = new RegExp(`${notInCode}\\p{Lu}{1,20}(?:-\\p{Lu}{1,20}){1,8}${codeEnds}`, 'gu');

/** 28-NQ/TW; 1989/QĐ-BGDĐT; 1521/QĐ-TTg; 45/2019/QH14. */
const code = new RegExp(
  `${notInCode}\\p{Nd}{1,8}(?:[/-]\\p{Nd}{1,8}){0,4}` +
    `(?:[/-]\\p{Lu}{1,12}(?:(?<=\\p{Lu}{2})\\p{Ll})?\\p{Nd}{0,4}){1,6}${codeEnds}`,
  'gu',
);

/** 2020-2025. */
const years = new RegExp(`${notInCode}[12]\\d{3}[-–][12]\\d{3}${codeEnds}`, 'gu');
