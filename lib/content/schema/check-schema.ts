import type { z } from 'zod';
import { findLooseDate } from '../../vietnamese/loose-dates';
import { forms } from '../problems/catalogue';

type Where = readonly (string | number)[];

/** What a value lacks, before it is put into an editor's words. `where` leads to the value. */
export type Mismatch =
  | {
      readonly kind: 'unknown';
      readonly where: Where;
      readonly key: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'missing'; readonly where: Where }
  | { readonly kind: 'empty'; readonly where: Where; readonly mayGo: boolean }
  | { readonly kind: 'type'; readonly where: Where; readonly expected: string };

/** A checked value, or everything that is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mismatches: readonly [Mismatch, ...Mismatch[]] };

/**
 * Checks a value read from YAML against one of the schemas of this file.
 * @returns the value with its defaults, or all mismatches at once
 */
export function checkSchema<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const [first, ...rest] = result.error.issues.flatMap((issue) => toMismatches(issue, schema));
  return {
    ok: false,
    mismatches: [first ?? { kind: 'type', where: [], expected: forms.other }, ...rest],
  };
}

/**
 * The keys of a value with which nothing is wrong: what they say can be read although others fail.
 * @param mismatches what `checkSchema` found
 */
export function soundKeys<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
  mismatches: readonly Mismatch[],
): Partial<z.infer<z.ZodObject<Shape>>> {
  const wrong = new Set(mismatches.map(({ where }) => where[0]));
  const kept = Object.entries(value ?? {}).filter(([key]) => !wrong.has(key));
  const result = schema.partial().safeParse(Object.fromEntries(kept));
  return result.success ? (result.data as Partial<z.infer<z.ZodObject<Shape>>>) : {};
}

function toMismatches(issue: z.core.$ZodIssue, schema: z.ZodType): readonly Mismatch[] {
  const where = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const written = new Set(Object.keys(issue.input ?? {}));
    // A key that is there already was not meant by another.
    const known = keysAt(schema, where).filter((key) => !written.has(key));
    return issue.keys.map((key) => ({ kind: 'unknown', where: [...where, key], key, known }));
  }
  if (issue.input === undefined) return [{ kind: 'missing', where }];
  const isBlank = issue.code === 'too_small' && issue.origin === 'string';
  if (issue.input === null || issue.input === '' || isBlank) {
    return [{ kind: 'empty', where, mayGo: mayGo(schema, where) }];
  }
  return [{ kind: 'type', where, expected: expectedForm(issue) }];
}

/** True for what a file can do without: a key that need not be there, an item of a list. */
function mayGo(schema: z.ZodType, where: Where): boolean {
  const last = where.at(-1);
  if (typeof last !== 'string') return true;
  const shape = schemaAt(schema, where.slice(0, -1))?.shape as z.ZodRawShape | undefined;
  return (shape?.[last] as z.ZodType | undefined)?.safeParse(undefined).success ?? true;
}

/** The keys that a schema knows at a place. */
function keysAt(schema: z.ZodType, where: Where): readonly string[] {
  return Object.keys(schemaAt(schema, where)?.shape ?? {});
}

function schemaAt(schema: z.ZodType, where: Where): Partial<z.ZodObject> | undefined {
  let inner: unknown = schema;
  for (const step of [...where, undefined]) {
    while (inner instanceof Object && 'unwrap' in inner && !('element' in inner)) {
      inner = (inner as z.ZodOptional).unwrap();
    }
    if (step === undefined) break;
    if (typeof step === 'number') inner = (inner as Partial<z.ZodArray>).element;
    else inner = (inner as Partial<z.ZodObject>).shape?.[step];
  }
  return inner as Partial<z.ZodObject> | undefined;
}

function expectedForm(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return ownForm(issue) ?? formOfType[issue.expected] ?? forms.other;
    case 'too_big':
      if (issue.origin === 'string') return forms.characters(Number(issue.maximum));
      return issue.origin === 'array' ? forms.items(Number(issue.maximum)) : forms.integer;
    case 'too_small':
      return forms.integer;
    case 'invalid_value':
      return forms.oneOf(issue.values.map(String));
    case 'invalid_format':
    case 'custom':
      return issue.message;
    default:
      return forms.other;
  }
}

/** The form of a schema that has one of its own. */
function ownForm({ message, input, path }: z.core.$ZodIssue): string | undefined {
  // `20261120` is a number to YAML, and a day all the same.
  if (message === forms.date) return findLooseDate(String(input))?.readings[0] ?? message;
  if (message !== forms.names) return undefined;
  // What one line says is a list but for its brackets, unless signs in it mean something to YAML.
  const isPlain = typeof input === 'string' && /^[\p{L}\p{N}][^[\]{}#:"'\n]*$/u.test(input);
  return isPlain ? forms.lineOfNames(String(path.at(-1)), input.trim()) : message;
}

const formOfType: Readonly<Record<string, string>> = {
  string: forms.line,
  int: forms.integer,
  number: forms.integer,
  boolean: forms.boolean,
  array: forms.list,
  object: forms.map,
};
