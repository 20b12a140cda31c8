import {
  Composer,
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  stringify,
  visit,
} from 'yaml';
import { MAX_COUNTED } from '../problems/problem-list';
import { comparePlaces, type Position, type Problem, problem } from '../problems/problems';
import { findEscaped, type OddCharacter } from './odd-characters';
import { findRemedy, inQuotes } from './yaml-remedies';
import { findRefusedTokens, MAX_ALIASES } from './yaml-tokens';

/** Longest tag that is quoted whole, in characters. */
const MAX_WORD = 80;

type Where = readonly (string | number)[];
type Problems = readonly [Problem, ...Problem[]];

/** YAML read from a file, able to say where each value stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Where a value stands, or the nearest thing around it that does; `'key'` asks for its key. */
  readonly positionOf: (where: Where, part?: 'key' | 'value') => Position;
  /** What keys and values hold that the text does not show: characters written as escapes. */
  readonly problems: readonly Problem[];
}

/** A YAML file, or what is wrong with it. */
export type ParsedYaml =
  | { readonly ok: true; readonly source: YamlSource }
  | { readonly ok: false; readonly problems: Problems };

/**
 * Reads YAML 1.2 (core schema: no dates, no code, no other tags) and keeps where everything stands.
 * @param file the path that problems name
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at = (offset: number) => ({ file, ...position(offset) });
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const refused = findRefusedTokens(tokens).slice(0, MAX_COUNTED);
  const textLines = text.split('\n');
  const invalid = (offset: number) =>
    problem('yaml-invalid', at(offset), findRemedy(textLines, position(offset)));
  const early = refused.map(({ code, offset, written }) => {
    if (code === 'yaml-invalid') return invalid(offset);
    // The parser ends a tag at the first letter that is not ASCII.
    const word = /^\S+/.exec(text.slice(offset, offset + MAX_WORD))?.[0] ?? written;
    return problem(code, at(offset), code === 'yaml-tag' ? word : written);
  });
  const [tooDeep] = early.filter(({ code }) => code === 'yaml-invalid');
  // First of all: a stack that the composer has used up takes the whole process with it.
  if (tooDeep) return { ok: false, problems: [tooDeep] };

  const options = { schema: 'core', stringKeys: true, resolveKnownTags: false } as const;
  // Keys are compared below: the composer compares each with each.
  const composer = new Composer({ ...options, uniqueKeys: false, logLevel: 'error' });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (!document || second) {
    return { ok: false, problems: [invalid(second?.range[0] ?? 0)] };
  }
  const found = [
    ...early,
    ...findFaults(document).map(invalid),
    ...findCutProse(document, text).map(({ offset, whole }) =>
      problem('comment-in-value', at(offset), whole),
    ),
    ...findRefused(document).map(({ code, offset, written }) => problem(code, at(offset), written)),
  ].sort(comparePlaces);
  // What follows the first fault of a line is mostly its consequence.
  const [first, ...rest] = found.filter(({ line }, index) => line !== found[index - 1]?.line);
  if (first) return { ok: false, problems: [first, ...rest] };
  const value: unknown = document.toJS();
  return {
    ok: true,
    source: {
      value,
      positionOf: (where, part) => position(offsetOf(document, where, part)),
      problems: findAllEscaped(document, text).map(({ offset, toProblem }) =>
        toProblem(at(offset)),
      ),
    },
  };
}

/** Where faults begin: of a quotation or a list never closed the parser names the end. */
function findFaults(document: Document): readonly number[] {
  const faults = [...document.errors, ...document.warnings].slice(0, MAX_COUNTED);
  if (faults.length === 0) return [];
  const opened: { readonly start: number; readonly end: number }[] = [];
  visit(document, {
    Node: (_, node) => {
      const isOpened = isCollection(node)
        ? node.flow
        : isScalar(node) && node.type?.startsWith('QUOTE');
      const [start, end] = node.range ?? [0, 0];
      if (isOpened) opened.push({ start, end });
    },
  });
  return faults.map(({ code, pos: [named] }) => {
    if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return named;
    // Outer nodes come first: the innermost has the last word.
    return opened.findLast(({ start, end }) => start < named && named <= end)?.start ?? named;
  });
}

/** Keys that stand twice in one map, and aliases that lead nowhere or grow without bound. */
function findRefused(document: Document) {
  const refused: {
    readonly code: 'key-duplicate' | 'yaml-alias';
    readonly offset: number;
    readonly written: string;
  }[] = [];
  let aliases = 0;
  visit(document, {
    Alias: (_, node) => {
      aliases += 1;
      // Those are refused already, and each is looked for in the whole file.
      if (aliases > MAX_ALIASES) return;
      // Of scalars only: aliases of lists of aliases grow without bound.
      if (isScalar(node.resolve(document))) return;
      const [offset = 0] = node.range ?? [];
      refused.push({ code: 'yaml-alias', offset, written: `*${node.source}` });
    },
    Map: (_, { items }) => {
      const known = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const written = String(key.value);
        const [offset = 0] = key.range ?? [];
        if (known.has(written)) refused.push({ code: 'key-duplicate', offset, written });
        known.add(written);
      }
    },
  });
  return refused.slice(0, MAX_COUNTED);
}

/** Keys of words for readers: there, what follows a # is never meant as a remark to editors. */
const proseKeys: ReadonlySet<unknown> = new Set([
  ...['title', 'description', 'name', 'caption', 'alt', 'credit', 'text', 'reason'],
]);

/** Where a # cuts off the end of a text for readers, and the whole text in quotes. */
function findCutProse(document: Document, text: string) {
  const cuts: { readonly offset: number; readonly whole: string }[] = [];
  visit(document, {
    Scalar: (place, { type, range }, ancestors) => {
      if (place === 'key' || type !== 'PLAIN' || !range) return;
      const [parent, grandparent] = [ancestors.at(-1), ancestors.at(-2)];
      const isItem = isSeq(parent) && isPair(grandparent);
      const pair = isPair(parent) ? parent : grandparent;
      const key: unknown = isPair(pair) && isScalar(pair.key) ? pair.key.value : undefined;
      if (isItem ? key !== 'tags' : !isPair(parent) || !proseKeys.has(key)) return;
      const [start, end] = range;
      cutOff.lastIndex = end;
      const [, blanks = '', rest] = cutOff.exec(text) ?? [];
      // A key without a value is left empty, unless a word begins with the mark.
      if (rest === undefined || (start === end && !/^#\S/.test(rest))) return;
      const written = `${text.slice(start, end).replace(/\s+/g, ' ')} ${rest}`.trim();
      const whole = `${isItem ? '' : `${key}: `}${inQuotes(written)}`;
      cuts.push({ offset: end + blanks.length, whole });
    },
  });
  return cuts.slice(0, MAX_COUNTED);
}

const cutOff = /([ \t]*)(#.*)/y;

/** Odd characters in keys and values that are written as escapes: only double quotes have some. */
function findAllEscaped(document: Document, text: string) {
  const found: { readonly offset: number; readonly toProblem: OddCharacter['toProblem'] }[] = [];
  visit(document, {
    Scalar: (_, { type, value, range }) => {
      if (type !== 'QUOTE_DOUBLE' || typeof value !== 'string' || !range) return;
      const [offset, end] = range;
      const escaped = findEscaped(value, text.slice(offset, end));
      found.push(...escaped.map((toProblem) => ({ offset, toProblem })));
    },
  });
  return found.slice(0, MAX_COUNTED);
}

function offsetOf(document: Document, where: Where, part: 'key' | 'value' = 'value'): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, step] of where.entries()) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === step,
      );
      if (!pair) break;
      const key = isNode(pair.key) ? pair.key.range?.[0] : undefined;
      const last = depth === where.length - 1;
      const value = isNode(pair.value) ? pair.value.range?.[0] : undefined;
      offset = (last && part === 'value' ? (value ?? key) : key) ?? offset;
      next = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step];
      offset = isNode(next) ? (next.range?.[0] ?? offset) : offset;
    }
    if (next === undefined) break;
    node = next;
  }
  return offset;
}

/**
 * Writes a front matter with its two fences, so that `parseFrontMatter` reads the same values.
 * @param values strings, numbers, booleans, and lists and maps of them; control characters only if
 *   `decodeText` lets them through
 * @example formatFrontMatter({ title: 'Kỳ Anh: tin' }) // '---\ntitle: "Kỳ Anh: tin"\n---\n'
 */
export function formatFrontMatter(values: Readonly<Record<string, unknown>>): string {
  const yaml = stringify(values, { schema: 'core', lineWidth: 0, aliasDuplicateObjects: false });
  return `---\n${yaml}---\n`;
}
