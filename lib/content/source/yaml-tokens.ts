interface Mark {
  readonly type: string;
  readonly offset: number;
  readonly source: string;
}

interface Item {
  readonly start: readonly Mark[];
  readonly key?: YamlToken | null | undefined;
  readonly sep?: readonly Mark[] | undefined;
  readonly value?: YamlToken | undefined;
}

/** A piece of YAML before it is understood, as far as it matters here. */
export interface YamlToken {
  readonly type: string;
  readonly offset: number;
}

/** What of a file is refused before it is understood; `written` is the mark as it stands there. */
export interface RefusedToken {
  readonly code: 'yaml-invalid' | 'yaml-tag' | 'yaml-alias';
  readonly offset: number;
  readonly written: string;
}

/** The deepest key that is read stands three levels down; a parser of YAML calls itself for each. */
const MAX_DEPTH = 16;
/** More aliases than this in one file is an attack, not a habit. */
export const MAX_ALIASES = 50;

/**
 * Finds tags (`!!js/function`), too many aliases (`*a`), anchors (`&a`) that no alias names and
 * that swallow a word, and what is nested more deeply than any key of ours. Of a file that is too
 * deep nothing else is said.
 */
export function findRefusedTokens(tokens: readonly YamlToken[]): readonly RefusedToken[] {
  const marks: Mark[] = [];
  const tooDeep = collectMarks(tokens, marks);
  if (tooDeep) return [{ code: 'yaml-invalid', offset: tooDeep.offset, written: '' }];
  marks.sort((a, b) => a.offset - b.offset);
  const ofType = (wanted: string) => marks.filter(({ type }) => type === wanted);
  const aliases = ofType('alias');
  const named = new Set(aliases.map(({ source }) => source.slice(1)));
  const unnamed = ofType('anchor').filter(({ source }) => !named.has(source.slice(1)));
  return [
    ...ofType('tag').map((mark) => refuse('yaml-tag', mark)),
    ...[...unnamed, ...aliases.slice(MAX_ALIASES)].map((mark) => refuse('yaml-alias', mark)),
  ];
}

function refuse(code: RefusedToken['code'], { offset, source }: Mark): RefusedToken {
  return { code, offset, written: source };
}

/** Collects tags, anchors and aliases; stops at what lies too deep and returns it. */
function collectMarks(tokens: readonly YamlToken[], marks: Mark[]): YamlToken | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token;
    if (isAlias(token)) marks.push(token);
    for (const { start, key, sep, value } of itemsOf(token)) {
      for (const mark of [...start, ...(sep ?? [])]) {
        if (mark.type === 'tag' || mark.type === 'anchor') marks.push(mark);
      }
      // A document is no level of its own.
      const deeper = token.type === 'document' ? depth : depth + 1;
      for (const part of [key, value]) if (part) open.push({ token: part, depth: deeper });
    }
  }
  return undefined;
}

function isAlias(token: YamlToken): token is Mark {
  return token.type === 'alias';
}

function itemsOf(token: YamlToken): readonly Item[] {
  if (isDocument(token)) return [token];
  return 'items' in token ? (token.items as readonly Item[]) : [];
}

/** A document is built like an item: marks at its start, and a value. */
function isDocument(token: YamlToken): token is YamlToken & Item {
  return token.type === 'document';
}
