import matter from 'gray-matter';
import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  visit,
  type YAMLError,
} from 'yaml';
import { findFenceFault } from './front-matter-fence';
import { type Position, type Problem, problem } from './problems';

/** More aliases than this in one file is an attack, not a habit. */
const MAX_ALIASES = 50;
/** The deepest key that is read stands three levels down; a parser of YAML calls itself for each. */
const MAX_DEPTH = 16;
/** What follows so many faults is mostly their consequence. */
const MAX_REPORTED = 20;

type Where = readonly (string | number)[];
type Problems = readonly [Problem, ...Problem[]];

/** YAML read from a file, able to say where each value stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Where a value stands, or the nearest thing around it that does; `'key'` asks for its key. */
  readonly positionOf: (where: Where, part?: 'key' | 'value') => Position;
}

/** A file taken apart, or what is wrong with it. */
export type ParsedFrontMatter =
  | {
      readonly ok: true;
      readonly source: YamlSource;
      readonly body: string;
      /** Line of the file on which the body begins. */
      readonly bodyLine: number;
    }
  | { readonly ok: false; readonly problems: Problems };

/** A YAML file, or what is wrong with it. */
export type ParsedYaml =
  | { readonly ok: true; readonly source: YamlSource }
  | { readonly ok: false; readonly problems: Problems };

// gray-matter runs `---js` as code unless every engine it knows is replaced.
const refuse = () => {
  throw new Error('only YAML front matter is read');
};
const refusedEngines = { json: refuse, javascript: refuse, js: refuse, coffee: refuse };

/**
 * Splits a Markdown file into its front matter and its body.
 * @param text the whole file as `decodeText` gives it
 * @param file the path that problems name
 */
export function parseFrontMatter(text: string, file: string): ParsedFrontMatter {
  const fault = findFenceFault(text, file);
  if (fault) return { ok: false, problems: [fault] };
  let yaml: ParsedYaml = parseYaml('', file);
  const { content: body } = matter(text, {
    engines: {
      ...refusedEngines,
      yaml: (source: string) => {
        // The source begins at the end of the first line, so that its lines count as the file's.
        yaml = parseYaml(source, file);
        return {};
      },
    },
  });
  if (!yaml.ok) return yaml;
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return { ok: true, source: yaml.source, body, bodyLine };
}

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
  // First of all: a stack that the composer has used up takes the whole process with it.
  const tooDeep = findTooDeep(tokens);
  if (tooDeep !== undefined) return { ok: false, problems: [problem('yaml-invalid', at(tooDeep))] };

  const options = { schema: 'core', stringKeys: true, resolveKnownTags: false } as const;
  // Keys are compared below: the composer compares each with each.
  const composer = new Composer({ ...options, uniqueKeys: false, logLevel: 'error' });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (!document || second) {
    return { ok: false, problems: [problem('yaml-invalid', at(second?.range[0] ?? 0))] };
  }
  const faults = [
    // Few of them: looking for the cause of each walks through the whole file.
    ...[...document.errors, ...document.warnings]
      .slice(0, MAX_REPORTED)
      .map((fault) => problem('yaml-invalid', at(causeOf(fault, document)))),
    ...findRefused(document).map(({ offset, key }) =>
      key === undefined
        ? problem('yaml-invalid', at(offset))
        : problem('key-duplicate', at(offset), key),
    ),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
  const [first, ...rest] = faults.filter(({ line }, index) => line !== faults[index - 1]?.line);
  if (first) return { ok: false, problems: [first, ...rest.slice(0, MAX_REPORTED - 1)] };
  const value: unknown = document.toJS();
  return {
    ok: true,
    source: { value, positionOf: (where, part) => position(offsetOf(document, where, part)) },
  };
}

/** Where something is nested more deeply than any key of ours. */
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      for (const part of [key, value]) if (part) open.push({ token: part, depth: depth + 1 });
    }
  }
  return undefined;
}

/** Where a fault begins: of a quotation or a list never closed the parser names the end. */
function causeOf({ code, pos }: YAMLError, document: Document): number {
  let cause = pos[0];
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return cause;
  visit(document, {
    Node: (_, node) => {
      const opens = isCollection(node)
        ? node.flow
        : isScalar(node) && node.type?.startsWith('QUOTE');
      const [start, end] = node.range ?? [0, 0];
      // Outer nodes come first: the innermost has the last word.
      if (opens && start < pos[0] && pos[0] <= end) cause = start;
    },
  });
  return cause;
}

/** Keys that stand twice in one map, and aliases that lead nowhere or are too many. */
function findRefused(document: Document) {
  const refused: { readonly offset: number; readonly key?: string }[] = [];
  let aliases = 0;
  visit(document, {
    Alias: (_, node) => {
      aliases += 1;
      // Of scalars only: aliases of lists of aliases grow without bound.
      if (aliases > MAX_ALIASES || !isScalar(node.resolve(document)))
        refused.push({ offset: node.range?.[0] ?? 0 });
    },
    Map: (_, { items }) => {
      const known = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (known.has(name)) refused.push({ offset: key.range?.[0] ?? 0, key: name });
        known.add(name);
      }
    },
  });
  return refused;
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
