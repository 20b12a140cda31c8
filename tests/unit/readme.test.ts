import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json'));

/** What stands between backticks. */
function marked(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word);
}

describe('the README names', () => {
  const variables = new Set(
    [...read('lib/site/configuration.ts').matchAll(/environment\.([A-Z_]+)/g)].map(
      ([, name]) => name,
    ),
  );
  test.each([...variables])('the variable %s, as the one of lib/site does', (name) => {
    for (const text of [readme, read('lib/site/README.md')]) {
      const rows = text.split('\n').filter((line) => line.startsWith('| `'));
      expect(rows.some((row) => row.includes(`\`${name}\``))).toBe(true);
    }
  });

  test('every script, and none that is not there', () => {
    const scripts = Object.keys(manifest.scripts);
    const words = new Set(marked(readme).map((word) => word.replace(/^npm (?:run )?/, '')));
    expect(scripts.filter((name) => !words.has(name))).toEqual([]);
    const run = [...readme.matchAll(/npm run ([a-z0-9]+(?::[a-z0-9]+)*)/g)].map(([, name]) => name);
    expect(run.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
  });

  test('every package that is depended on, types aside, and no other', () => {
    const table = readme.slice(readme.indexOf('## Dependencies'));
    const rows = table.split('\n').filter((line) => /^\| (?!Package|---)/.test(line));
    const named = rows.flatMap((row) =>
      row
        .split('|')[1]
        ?.split(',')
        .map((name) => name.trim()),
    );
    const used = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(named.sort()).toEqual(used.filter((name) => !name.startsWith('@types/')).sort());
  });
});

/** Folders of `lib` with a README, each with the files that are its own to tell of. */
const rooms = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => basename(file) === 'README.md')
  .map((file) => join('lib', dirname(file)));

/** Whose README says of them that there is one file a step, or a kind of fault. */
const toldAsOne = ['lib/content/markdown', 'lib/publish/audit'];

test.each(rooms)(
  'the README of %s tells of each of its files, and of none that is gone',
  (room) => {
    const words = marked(read(join(room, 'README.md')));
    const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(root, room, file)).isFile() && basename(file) !== 'README.md')
      .map((file) => join(room, file));
    const roomsInside = rooms.filter((inside) => inside.startsWith(`${room}/`));
    const own = files.filter(
      (file) => !roomsInside.some((inside) => file.startsWith(`${inside}/`)),
    );
    const isTold = (file: string) =>
      toldAsOne.some((folder) => file.startsWith(`${folder}/`)) ||
      words.some((word) => matches(word, relative(room, file)));
    expect(own.filter((file) => !isTold(file))).toEqual([]);
    const inTable = words.filter((word) => /^[\w./-]+\.(?:ts|mjs|conf)$/.test(word));
    const isThere = (word: string) => {
      const end = `/${word.replace(/^(?:\.\.?\/)+/, '')}`;
      return allFiles.some((file) => `/${file}`.endsWith(end));
    };
    expect(inTable.filter((word) => !isThere(word))).toEqual([]);
  },
);

const allFiles = ['app', 'lib', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
    join(folder, file),
  ),
);

/** Whether a word of a table means a file: its path or name, `*` for a part of it, or a folder around it. */
function matches(word: string, file: string): boolean {
  if (word.endsWith('/')) return file.startsWith(word);
  if (!/^[\w*./-]+\.[a-z]+$/.test(word)) return false;
  const pattern = new RegExp(`^${word.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return pattern.test(file) || pattern.test(basename(file));
}
