import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const rules = join(root, 'tests/import-rules.cjs');
const LIMIT_MS = 120_000;

interface Breach {
  readonly from: string;
  readonly rule: string;
}

/** What the rules find in the `app` and `lib` of a folder. */
function breachesIn(directory: string): readonly Breach[] {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [command, '--config', rules, '--output-type', 'json', 'app', 'lib'],
    { cwd: directory, encoding: 'utf8', maxBuffer: 64 * 1_048_576 },
  );
  if (stdout === '') throw new Error(stderr);
  const { violations, totalCruised } = JSON.parse(stdout).summary as {
    readonly violations: readonly {
      readonly from: string;
      readonly rule: { readonly name: string };
    }[];
    readonly totalCruised: number;
  };
  // Without a TypeScript that it understands, the tool reads nothing and finds nothing.
  expect(totalCruised).toBeGreaterThan(10);
  return violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

const planted: string[] = [];

/** A source tree of its own, with the packages of this one. */
function plant(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'imports-'));
  planted.push(directory);
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), `${text}\n`);
  }
  return directory;
}

const sound: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'esnext', moduleResolution: 'bundler', paths: { '@/*': ['./*'] } },
  }),
  'package.json': '{"type":"module"}',
  'tests/a.ts': 'export const a = 1;',
  'app/page.tsx': "import { store } from '@/lib/store/store';\nexport default store;",
  'app/part.ts': 'export const part = 1;',
  'lib/vietnamese/fold.ts': 'export const fold = 1;',
  'lib/site/routes.ts': "import { fold } from '../vietnamese/fold';\nexport const routes = fold;",
  'lib/content/article.ts': "import '../site/routes';\nexport interface Article { a: 1 }",
  'lib/store/store.ts':
    "import 'libsql';\nimport 'node:fs';\nimport type { Article } from '../content/article';\nexport const store = 1;\nexport interface Store { a: Article }",
  'lib/publish/resolve.ts': "import '../store/store';\nexport const resolve = 1;",
  'lib/server/serve.ts': "import 'next';\nimport '../publish/resolve';\nexport const serve = 1;",
  'lib/commands/check.ts': "import '../server/serve';\nexport const check = 1;",
};

const toStore = '../store/store';
const breaches: readonly (readonly [what: string, room: string, text: string, rule: string])[] = [
  ['lib asks app', 'lib/site', "import '../../app/part';", 'lib-knows-no-app'],
  ['lib asks app by its alias', 'lib/site', "import '@/app/part';", 'lib-knows-no-app'],
  ['lib asks tests', 'lib/site', "import '../../tests/a';", 'lib-knows-no-app'],
  ['content asks store', 'lib/content', `import '${toStore}';`, 'room-content'],
  [
    'content asks store for a type only',
    'lib/content',
    `import type { Store } from '${toStore}';\nexport type A = Store;`,
    'room-content',
  ],
  [
    'content asks store for a type in a type',
    'lib/content',
    `export type A = import('${toStore}').Store;`,
    'room-content',
  ],
  [
    'content asks store when it runs',
    'lib/content',
    `export const a = () => import('${toStore}');`,
    'room-content',
  ],
  ['content hands on what store has', 'lib/content', `export * from '${toStore}';`, 'room-content'],
  ['site asks content', 'lib/site', "import '../content/article';", 'room-site'],
  ['vietnamese asks site', 'lib/vietnamese', "import '../site/routes';", 'room-vietnamese'],
  ['store asks publish', 'lib/store', "import '../publish/resolve';", 'room-store'],
  ['publish asks server', 'lib/publish', "import '../server/serve';", 'room-publish'],
  ['server asks commands', 'lib/server', "import '../commands/check';", 'room-server'],
  ['content reads the disk', 'lib/content', "import 'node:fs';", 'pure-rooms-ask-no-machine'],
  [
    'content reads the disk by the old name',
    'lib/content',
    "import 'fs';",
    'pure-rooms-ask-no-machine',
  ],
  [
    'content reads with promises',
    'lib/content',
    "import 'node:fs/promises';",
    'pure-rooms-ask-no-machine',
  ],
  ['site runs a thread', 'lib/site', "import 'node:worker_threads';", 'pure-rooms-ask-no-machine'],
  ['vietnamese asks the net', 'lib/vietnamese', "import 'node:http';", 'pure-rooms-ask-no-machine'],
  ['content asks the database', 'lib/content', "import 'libsql';", 'pure-rooms-know-no-framework'],
  ['content draws', 'lib/content', "import 'react';", 'pure-rooms-know-no-framework'],
  ['content asks Next.js', 'lib/content', "import 'next/server';", 'pure-rooms-know-no-framework'],
  ['store asks Next.js', 'lib/store', "import 'next/cache';", 'store-knows-no-react'],
  ['app asks server', 'app', "import '@/lib/server/serve';", 'app-asks-no-server'],
  ['app asks commands', 'app', "import '../lib/commands/check';", 'app-asks-no-server'],
  ['what is asked for is not there', 'lib/site', "import './nothing';", 'no-unresolvable'],
];
const fileOf = (index: number) => `${breaches[index]?.[1]}/breach-${index}.ts`;

describe('in a planted tree', () => {
  let found: readonly Breach[] = [];
  const rulesBrokenBy = (file: string) => [
    ...new Set(found.filter(({ from }) => from === file).map(({ rule }) => rule)),
  ];

  beforeAll(() => {
    const files = breaches.map(([, , text], index) => [fileOf(index), text] as const);
    found = breachesIn(
      plant({
        ...sound,
        ...Object.fromEntries(files),
        'lib/site/one.ts': "import { two } from './two';\nexport const one = () => two;",
        'lib/site/two.ts': "import { one } from './one';\nexport const two = () => one;",
        'lib/store/one.ts': "import type { Two } from './two';\nexport interface One { a: Two }",
        'lib/store/two.ts': "import type { One } from './one';\nexport interface Two { a: One }",
      }),
    );
    return () => {
      for (const directory of planted) rmSync(directory, { recursive: true });
    };
  }, LIMIT_MS);

  test.each(breaches.map(([what, , , rule], index) => [what, rule, index] as const))(
    'it is found that %s: %s',
    (_what, rule, index) => {
      expect(rulesBrokenBy(fileOf(index))).toEqual([rule]);
    },
  );

  test.each([
    ['two files need each other', 'lib/site/one.ts', 'lib/site/two.ts'],
    ['two files need each other for types only', 'lib/store/one.ts', 'lib/store/two.ts'],
  ])('it is found that %s', (_what, ...files) => {
    // Told once, at one of the two.
    expect(files.flatMap(rulesBrokenBy)).toEqual(['no-cycles']);
  });

  test.each(Object.keys(sound).filter((file) => /^(app|lib)/.test(file)))(
    'an arrow that points the right way is none: %s',
    (file) => {
      expect(rulesBrokenBy(file)).toEqual([]);
    },
  );
});

describe('this source tree', () => {
  test(
    'breaches nothing',
    () => {
      expect(breachesIn(root)).toEqual([]);
    },
    LIMIT_MS,
  );

  test('has no room without a rule', () => {
    const { forbidden } = createRequire(import.meta.url)(rules) as {
      readonly forbidden: readonly { readonly name: string }[];
    };
    const rooms = readdirSync(join(root, 'lib'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `room-${name}`);
    expect(forbidden.map(({ name }) => name)).toEqual(expect.arrayContaining(rooms));
  });
});
