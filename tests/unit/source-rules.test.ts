import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const sources = ['lib', 'app'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const file = `${folder}/${path}`;
      return { file, text: readFileSync(join(root, file), 'utf8') };
    }),
);
const library = sources.filter(({ file }) => file.startsWith('lib/'));

/** The code of a file; what is only written about in comments is no use of it. */
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(withoutComments(text))).map(({ file }) => file);

test('the sources are found', () => {
  expect(library.length).toBeGreaterThan(50);
});

describe('one file only', () => {
  test('reads the environment', () => {
    expect(filesWith(/process\.env/)).toEqual(['lib/store/environment.ts']);
  });

  test('reads the clock', () => {
    expect(filesWith(/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|performance\.now/)).toEqual([
      'lib/store/environment.ts',
    ]);
  });
});

describe('in lib', () => {
  test('nothing is exported by default', () => {
    expect(library.filter(({ text }) => /^export default|as default\b/m.test(text))).toEqual([]);
  });

  test('no room calls an empty name its own: utils, common, data, info, manager, process', () => {
    const empty = /\/(utils?|common|data|info|managers?|process)(\.ts|\/)/;
    expect(library.map(({ file }) => file).filter((file) => empty.test(file))).toEqual([]);
  });

  test.each(library)(
    'every exported function of $file has its docstring right above it',
    ({ text }) => {
      const lines = text.split('\n');
      const bare = lines.filter(
        (line, index) =>
          /^export (async )?function\b/.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? ''),
      );
      expect(bare).toEqual([]);
    },
  );
});

test('no component asks to run in the browser', () => {
  expect(filesWith(/^\s*['"]use client['"]/m)).toEqual([]);
});
