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
import { type Position, type Problem, problem } from '../problems/problems';
import { findRefusedTokens, MAX_ALIASES } from './yaml-tokens';

type Where = readonly (string | number)[];
type Problems = readonly [Problem, ...Problem[]];

/** YAML read from a file, able to say where each value stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Where a value stands, or the nearest thing around it that does; `'key'` asks for its key. */
  readonly positionOf: (where: Where, part?: 'key' | 'value') => Position;
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
  const early = refused.map(({ code, offset, written }) => problem(code, at(offset), written));
  const [tooDeep] = early.filter(({ code }) => code === 'yaml-invalid');
  // First of all: a stack that the composer has used up takes the whole process with it.
  if (tooDeep) return { ok: false, problems: [tooDeep] };

  const options = { schema: 'core', stringKeys: true, resolveKnownTags: false } as const;
  // Keys are compared below: the composer compares each with each.
  const composer = new Composer({ ...options, uniqueKeys: false, logLevel: 'error' });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (!document || second) {
    return { ok: false, problems: [problem('yaml-invalid', at(second?.range[0] ?? 0))] };
  }
  const found = [
    ...early,
    ...findFaults(document).map((offset) => problem('yaml-invalid', at(offset))),
    ...findRefused(document).map(({ code, offset, written }) => problem(code, at(offset), written)),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  // What follows the first fault of a line is mostly its consequence.
  const [first, ...rest] = found.filter(({ line }, index) => line !== found[index - 1]?.line);
  if (first) return { ok: false, problems: [first, ...rest] };
  const value: unknown = document.toJS();
  return {
    ok: true,
    source: { value, positionOf: (where, part) => position(offsetOf(document, where, part)) },
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
