import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixFiles } from '@/lib/commands/check/fix-files';

function folder(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'fix-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

const loose = '---\r\ntitle: Tin \r\n---\r\n';
const tidy = '---\ntitle: Tin\n---\n';

test('only files that change are written, and named', () => {
  const directory = folder({ 'a.md': loose, 'b.md': tidy, 'tags.yaml': '- name: a \n' });
  const before = statSync(join(directory, 'b.md')).ino;
  expect(fixFiles(directory, ['a.md', 'b.md', 'tags.yaml'])).toEqual({
    fixed: ['a.md', 'tags.yaml'],
    failed: [],
  });
  expect(readFileSync(join(directory, 'a.md'), 'utf8')).toBe(tidy);
  expect(readFileSync(join(directory, 'tags.yaml'), 'utf8')).toBe('- name: a\n');
  expect(statSync(join(directory, 'b.md')).ino).toBe(before);
  expect(readdirSync(directory).sort()).toEqual(['a.md', 'b.md', 'tags.yaml']);
});

test('what is too large to be read stays as it is', () => {
  const directory = folder({
    'a.md': `${loose}${' '.repeat(1_048_576)}`,
    'tags.yaml': ' '.repeat(65_537),
  });
  expect(fixFiles(directory, ['a.md', 'tags.yaml'])).toEqual({ fixed: [], failed: [] });
});

test('a file keeps its mode', () => {
  const directory = folder({ 'a.md': loose });
  chmodSync(join(directory, 'a.md'), 0o640);
  fixFiles(directory, ['a.md']);
  expect(statSync(join(directory, 'a.md')).mode & 0o777).toBe(0o640);
});

test('a symbolic link is not followed, and what it leads to stays', () => {
  const outside = folder({ 'a.md': loose });
  const directory = folder({});
  symlinkSync(join(outside, 'a.md'), join(directory, 'a.md'));
  expect(fixFiles(directory, ['a.md'])).toEqual({ fixed: [], failed: [] });
  expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe(loose);
});

test('what cannot be mended is named with its reason, and the others are mended', () => {
  const directory = folder({ 'a.md': loose });
  mkdirSync(join(directory, 'b.md'));
  expect(fixFiles(directory, ['c.md', 'b.md', 'a.md'])).toEqual({
    fixed: ['a.md'],
    failed: [{ file: 'c.md', reason: 'ENOENT' }],
  });
});
