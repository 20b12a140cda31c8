import { parseYaml } from '../source/front-matter';
import { exampleLabel, type KeyWords, type KindOfFile, keyWords, kindWords } from './key-words';
import {
  articleSchema,
  authorSchema,
  type JsonSchema,
  sitePageSchema,
  siteSchema,
  tagsSchema,
  toJsonSchema,
} from './schema';

const schemas = {
  article: articleSchema,
  author: authorSchema,
  page: sitePageSchema,
  site: siteSchema,
  tags: tagsSchema,
} as const;

/** The kinds of files that have keys. */
export const kindsOfFile = Object.keys(schemas) as readonly KindOfFile[];

/** The name of the file in which the JSON Schema of a kind is published. */
export function schemaFileName(kind: KindOfFile): string {
  return `${kind}.schema.json`;
}

/**
 * The JSON Schema of the keys of a kind of file, with what an editor's program shows of each: its
 * meaning and an example. What is valid is for `schema.ts` to say, what it means for `key-words.ts`.
 */
export function jsonSchemaOf(kind: KindOfFile): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = toJsonSchema(schemas[kind]);
  const { title, meaning } = kindWords[kind];
  if (kind === 'site') for (const key of keysOf(schema)) allowEmpty(schema, key);
  describeKeys(schema, keyWords[kind], '');
  return { $schema, $id: schemaFileName(kind), title, description: meaning, ...schema };
}

/** The file of a kind's JSON Schema, as it is published. */
export function formatSchemaFile(kind: KindOfFile): string {
  return `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`;
}

/** One key of a kind of file, in words; `path` names one inside another as `image.src`. */
export interface DescribedKey extends KeyWords {
  readonly path: string;
  readonly isRequired: boolean;
}

/** Every key of a kind of file, each before those inside it. */
export function describedKeys(kind: KindOfFile): readonly DescribedKey[] {
  const walk = (schema: JsonSchema, within: string): readonly DescribedKey[] =>
    keysOf(schema).flatMap((key) => {
      const path = `${within}${key}`;
      const isRequired = mapOf(schema).required?.includes(key) ?? false;
      const words = wordsOf(keyWords[kind], path);
      return [{ path, isRequired, ...words }, ...walk(propertyOf(schema, key), `${path}.`)];
    });
  return walk(toJsonSchema(schemas[kind]), '');
}

/**
 * Where an empty value counts as not written: `site.yaml` is a form that may be half filled in.
 * Stricter than it is the site only where a map that requires a key has others.
 */
function allowEmpty(schema: JsonSchema, key: string): void {
  const property = propertyOf(schema, key);
  if (schema.required?.includes(key)) return;
  const { type } = property;
  if (type) Object.assign(property, { type: [type, 'null'] });
  if (type === 'string') {
    delete property.minLength;
    delete property.pattern;
  }
  if (type === 'object') delete property.required;
  for (const inner of keysOf(property)) allowEmpty(mapOf(property), inner);
}

function describeKeys(
  schema: JsonSchema,
  words: Readonly<Record<string, KeyWords>>,
  within: string,
): unknown {
  const values: [string, unknown][] = [];
  for (const key of keysOf(schema)) {
    const path = `${within}${key}`;
    const property = propertyOf(schema, key);
    const { meaning, example } = wordsOf(words, path);
    const value =
      example === undefined
        ? describeKeys(property, words, `${path}.`)
        : exampleValue(example, key);
    values.push([key, value]);
    const shown = example === undefined ? '' : `\n\n${exampleLabel}: \`${example}\``;
    Object.assign(property, {
      description: meaning,
      markdownDescription: `${meaning}${shown}`,
      examples: [value],
    });
  }
  const example = Object.fromEntries(values);
  return schema.items ? [example] : example;
}

/** The map itself, or of a list of maps what its entries are. */
function mapOf(schema: JsonSchema): JsonSchema {
  const { items } = schema;
  return items && typeof items === 'object' && !Array.isArray(items) ? items : schema;
}

function keysOf(schema: JsonSchema): readonly string[] {
  return Object.keys(mapOf(schema).properties ?? {});
}

function propertyOf(schema: JsonSchema, key: string): JsonSchema {
  const property = mapOf(schema).properties?.[key];
  if (typeof property !== 'object') throw new Error(`The schema has no key ${key}`);
  return property;
}

function wordsOf(words: Readonly<Record<string, KeyWords>>, path: string): KeyWords {
  const found = words[path];
  if (!found) throw new Error(`key-words.ts has no words for ${path}`);
  return found;
}

function exampleValue(example: string, key: string): unknown {
  const yaml = parseYaml(example, key);
  const value = yaml.ok ? yaml.source.value : undefined;
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== key) {
    throw new Error(`key-words.ts has an example of ${key} that is not one: ${example}`);
  }
  return Object.values(value)[0];
}
