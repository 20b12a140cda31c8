/** Longer bodies are never read at once, whatever is in them. */
const MAX_LENGTH = 65_536;

/** About what can be rendered in 100 ms, in units of one short paragraph. */
const MAX_EFFORT = 2000;

/** What may be looked through again and again because something in a paragraph is never closed. */
const MAX_REREAD = 2_000_000;

/** What definitions may grow to when each use of one repeats its address. */
const MAX_REPEATED = 1_000_000;

/** Addresses end sooner; the search for bare ones begins anew at each dot of a word. */
const MAX_WORD = 2048;

/** No list that anyone reads is indented this far. */
const deepIndentation = /^[ \t]{100}/m;

/**
 * True when rendering a body could take longer than a reader should wait (some 200 ms), or never end.
 * It only counts, and is linear in the text: most of what it calls slow is not, and nothing that an
 * editor writes at usual length comes near its limits.
 */
export function mayBeSlow(markdown: string): boolean {
  if (markdown.length > MAX_LENGTH || deepIndentation.test(markdown)) return true;
  return (
    effortOf(markdown) > MAX_EFFORT ||
    longest(markdown.split(/\s+/)) > MAX_WORD ||
    rereadIn(markdown) > MAX_REREAD ||
    repeatedIn(markdown) > MAX_REPEATED
  );
}

/** What each thing costs beside a short paragraph; measured on the bodies of `hostile.ts`. */
const efforts: readonly (readonly [pattern: RegExp, each: number])[] = [
  [/\n/g, 1],
  [/[*_[\]~<&|`\\]/g, 1],
  // Quotes and items of lists, as many as stand at the head of a line.
  [/>|(?<![^\s>*+\-.)\d])(?:[*+-]|\d[.)])(?=\s)/g, 2.5],
  [/@|:\/\/|www\./gi, 3],
  // Marks of footnotes, and the notes.
  [/\[\^/g, 2],
  // Numbers with their units, dashes between words.
  [/\d(?=\s)|-(?=[\s\d\p{Lu}])/gu, 0.7],
  [/ {4}|\t/g, 0.3],
  [/^[ \t>]*#/gm, 1],
  // What underlines a heading or the head of a table.
  [/^[ \t>]*[=\-:|][=\-:| \t]*$/gm, 4],
];

function effortOf(markdown: string): number {
  return efforts.reduce((sum, [pattern, each]) => sum + each * countOf(markdown, pattern), 0);
}

/** Marks of emphasis are held against each other, as are notes; the others against all that follows. */
function rereadIn(markdown: string): number {
  const notes = 50 * countOf(markdown, /\]:/g) ** 2;
  return blocksOf(markdown).reduce((sum, block) => {
    const others = countOf(block, /[<`[(]/g);
    return sum + 2 * countOf(block, /[*_~]/g) ** 2 + others * block.length;
  }, notes);
}

function repeatedIn(markdown: string): number {
  const definitions = blocksOf(markdown).filter((block) => block.includes(']:'));
  return longest(definitions) * countOf(markdown, /\[/g);
}

function blocksOf(markdown: string): readonly string[] {
  return markdown.split(/\n[ \t]*\n/);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}
