import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSchema } from '@/lib/content/schema/check-schema';
import {
  describedKeys,
  formatSchemaFile,
  jsonSchemaOf,
  kindsOfFile,
  schemaFileName,
} from '@/lib/content/schema/json-schema';
import { type KindOfFile, keyWords } from '@/lib/content/schema/key-words';
import {
  articleSchema,
  authorSchema,
  sitePageSchema,
  siteSchema,
  tagsSchema,
} from '@/lib/content/schema/schema';
import { parseFrontMatter, parseYaml } from '@/lib/content/source/front-matter';
import { listFixtures, readFixture } from '../fixtures';
import { isValid } from '../json-schema-validator';

const root = resolve(import.meta.dirname, '../../../..');
const shapes = {
  article: articleSchema,
  author: authorSchema,
  page: sitePageSchema,
  site: siteSchema,
  tags: tagsSchema,
} as const;

test.each(kindsOfFile)('the published schema of %s is what `npm run schemas` writes', (kind) => {
  const published = readFileSync(join(root, 'public/schemas', schemaFileName(kind)), 'utf8');
  expect(published).toBe(formatSchemaFile(kind));
});

describe('the words of keys', () => {
  test.each(kindsOfFile)('%s has words for exactly the keys of its schema', (kind) => {
    const paths = describedKeys(kind).map(({ path }) => path);
    expect(paths.toSorted()).toEqual(Object.keys(keyWords[kind]).sort());
  });

  const all = kindsOfFile.flatMap((kind) => describedKeys(kind).map((key) => ({ kind, ...key })));

  test.each(all)('$kind $path is told in whole sentences', ({ meaning }) => {
    expect(meaning).toMatch(/^\p{Lu}.*\.$/u);
    expect(meaning).not.toMatch(/["|]|\s{2}/);
  });

  test.each(all)('$kind $path has an example unless the keys in it are its example', (key) => {
    const hasKeys = all.some(
      ({ kind, path }) => kind === key.kind && path.startsWith(`${key.path}.`),
    );
    expect(key.example === undefined).toBe(hasKeys);
  });

  test.each(kindsOfFile)('the examples of all keys of %s together are valid', (kind) => {
    const example = exampleOf(jsonSchemaOf(kind));
    expect(isValid(example, jsonSchemaOf(kind))).toBe(true);
    expect(checkSchema<unknown>(shapes[kind], example)).toMatchObject({ ok: true });
  });
});

describe('without one key', () => {
  const all = kindsOfFile.flatMap((kind) => describedKeys(kind).map((key) => ({ kind, ...key })));

  test.each(all)('$kind $path: the check misses it where it is required', (key) => {
    const value = without(exampleOf(jsonSchemaOf(key.kind)), key.path.split('.'));
    expect(checkSchema<unknown>(shapes[key.kind], value).ok).toBe(!key.isRequired);
    // A map of site.yaml that is half filled in may be one that is left empty.
    const isOfForm = key.kind === 'site' && /^(publisher|corrections)\./.test(key.path);
    expect(isValid(value, jsonSchemaOf(key.kind))).toBe(!key.isRequired || isOfForm);
  });
});

describe('JSON Schema and the check agree on the fixtures', () => {
  test.each(listFixtures('good'))('%s is valid', (name) => {
    const { kind, value } = readKeys(name, 'good');
    expect(isValid(value, jsonSchemaOf(kind))).toBe(true);
  });

  const keyFaults = /expect: (?:key-unknown|key-missing|value-type|value-empty)\b/;
  const bad = listFixtures('bad').filter((name) =>
    keyFaults.test(new TextDecoder().decode(readFixture('content/bad', name))),
  );

  test('there are bad files of this kind', () => {
    expect(bad.length).toBeGreaterThan(20);
  });

  test.each(bad)('%s is not valid', (name) => {
    const { kind, value } = readKeys(name, 'bad');
    expect(isValid(value, jsonSchemaOf(kind))).toBe(false);
  });
});

describe('Visual Studio Code', () => {
  const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'));
  const wired = Object.entries<string>(settings['yaml.schemas']);

  test('knows the schemas of both YAML files', () => {
    expect(wired).toEqual([
      ['./public/schemas/site.schema.json', 'content/site.yaml'],
      ['./public/schemas/tags.schema.json', 'content/tags.yaml'],
    ]);
    expect(wired.flat().filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('is told of the extension that reads them', () => {
    const { recommendations } = JSON.parse(
      readFileSync(join(root, '.vscode/extensions.json'), 'utf8'),
    );
    expect(recommendations).toContain('redhat.vscode-yaml');
  });

  test('saves UTF-8 with line feeds', () => {
    expect(settings).toMatchObject({
      'files.encoding': 'utf8',
      'files.eol': '\n',
      'files.insertFinalNewline': true,
    });
  });
});

/** The keys of a fixture as YAML has them; the first word of its name says what it is. */
function readKeys(name: string, folder: 'good' | 'bad'): { kind: KindOfFile; value: unknown } {
  const kind = kindsOfFile.find(
    (known) => name.startsWith(`${known}-`) || name === `${known}.yaml`,
  );
  const text = new TextDecoder().decode(readFixture('content', folder, name));
  if (!kind) throw new Error(`${name}: begin the name with the kind of file`);
  const read = name.endsWith('.md') ? parseFrontMatter : parseYaml;
  const parsed = read(text, name);
  if (!parsed.ok) throw new Error(`${name} has no YAML`);
  return { kind, value: parsed.source.value ?? (kind === 'tags' ? [] : {}) };
}

interface Described {
  readonly properties?: Readonly<Record<string, { readonly examples: readonly unknown[] }>>;
  readonly items?: Described;
}

function exampleOf({ items, properties = {} }: Described): unknown {
  if (items) return [exampleOf(items)];
  return Object.fromEntries(
    Object.entries(properties).map(([key, { examples }]) => [key, examples[0]]),
  );
}

/** A value without the key at the end of a path; of a list, every entry is without it. */
function without(value: unknown, [key = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => without(entry, [key, ...rest]));
  return Object.fromEntries(
    Object.entries(Object(value)).flatMap(([name, inner]) => {
      if (name !== key) return [[name, inner]];
      return rest.length === 0 ? [] : [[name, without(inner, rest)]];
    }),
  );
}
