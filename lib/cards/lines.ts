import { keepTogether } from '../vietnamese/typography';

/** A headline as it is set. */
export interface SetHeadline {
  /** Pixels of an em. */
  readonly size: number;
  readonly lines: readonly string[];
}

/** Width of a text, pixels. @param size pixels of an em */
export type WidthOf = (text: string, size: number) => number;

/** Width and height that a headline has, pixels. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/** Line height of headlines, for marks above and below never to touch (look.md, "Type"). */
export const HEADLINE_LEADING = 1.25;

/** From the largest on; what has more than a hundred characters begins with the second (look.md). */
const SMALLEST = 36;
const SIZES = [60, 54, 48, 42, SMALLEST] as const;
const LONG = 100;

/**
 * Sets a headline as large as it fits, in lines of about the same length. One that fits in no size
 * ends with an ellipsis.
 * @example setHeadline('Tin', { width: 1072, height: 327 }, widthOf) // { size: 60, lines: ['Tin'] }
 */
export function setHeadline(text: string, room: Room, widthOf: WidthOf): SetHeadline {
  const words = wordsOf(text);
  const ruler = createRuler(widthOf);
  const setAt = (size: number) => {
    const measure = ruler(size);
    const fitting = words.flatMap((word) => cutToWidth(word, room.width, measure));
    const most = Math.floor(room.height / (size * HEADLINE_LEADING));
    return { size, measure, fitting, most, lines: fill(fitting, room.width, measure) };
  };
  const sizes = [...text].length > LONG ? SIZES.slice(1) : SIZES;
  for (const size of sizes) {
    const { measure, fitting, most, lines } = setAt(size);
    if (lines.length <= most) return { size, lines: balance(fitting, room.width, measure) };
  }
  const { size, measure, most, lines } = setAt(SMALLEST);
  const kept = lines.slice(0, most);
  const last = withEllipsis(kept.at(-1) ?? '', room.width, measure);
  return { size, lines: [...kept.slice(0, -1), last] };
}

type Measure = (text: string) => number;

/** Measures each text once, however many sizes are tried: widths grow with the size. */
function createRuler(widthOf: WidthOf): (size: number) => Measure {
  const known = new Map<string, number>();
  return (size) => (text) => {
    const width = known.get(text) ?? widthOf(text, 1);
    known.set(text, width);
    return width * size;
  };
}

/** What a line may break between; blanks inside what belongs together are no such place. */
function wordsOf(text: string): readonly string[] {
  return keepTogether(text)
    .map(({ text: piece, together }) => (together ? piece.replaceAll(' ', '\u00a0') : piece))
    .join('')
    .split(' ')
    .filter((word) => word !== '');
}

/** A word that is longer than a line, in pieces that are not; first where it has a blank. */
function cutToWidth(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word) <= width) return [word];
  if (word.includes('\u00a0'))
    return word.split('\u00a0').flatMap((part) => cutToWidth(part, width, measure));
  const pieces: string[] = [];
  for (const character of word) {
    const last = pieces.at(-1);
    if (last !== undefined && measure(last + character) <= width)
      pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

/** Fills one line after the other. */
function fill(words: readonly string[], width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let reach = 0;
  const blank = measure(' ');
  for (const word of words) {
    const last = lines.at(-1);
    const wide = measure(word);
    if (last !== undefined && reach + blank + wide <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
      reach += blank + wide;
    } else {
      lines.push(word);
      reach = wide;
    }
  }
  return lines;
}

/** The narrowest width that takes no more lines, as `text-wrap: balance` does (CSS Text 4 §6.2). */
function balance(words: readonly string[], width: number, measure: Measure): readonly string[] {
  const count = fill(words, width, measure).length;
  let [low, high] = [Math.max(0, ...words.map(measure)), width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(words, middle, measure).length > count) low = middle;
    else high = middle;
  }
  return fill(words, high, measure);
}

function withEllipsis(line: string, width: number, measure: Measure): string {
  const words = line.split(' ');
  while (words.length > 1 && measure(`${words.join(' ')}…`) > width) words.pop();
  const [only = ''] = words;
  if (words.length > 1 || measure(`${only}…`) <= width) return `${words.join(' ')}…`;
  return `${cutToWidth(only, width - measure('…'), measure)[0] ?? ''}…`;
}
