import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openOutFolder } from '@/lib/commands/export/out-folder';

function temporary() {
  const root = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const out = join(root, 'out');
  mkdirSync(out);
  return { root, out, folder: openOutFolder(out, 'test') };
}

const bytes = (text: string) => Buffer.from(text);

describe('a file', () => {
  test('is written with its folders, and nothing is left beside it', () => {
    const { out, folder } = temporary();
    expect(folder.write('a/b/c.html', bytes('một'))).toBe(true);
    expect(readFileSync(join(out, 'a/b/c.html'), 'utf8')).toBe('một');
    expect(readdirSync(out).sort()).toEqual(['.export', 'a']);
    expect(readdirSync(join(out, '.export'))).toEqual([]);
  });

  test('that holds these bytes already keeps its time', () => {
    const { out, folder } = temporary();
    folder.write('a.html', bytes('một'));
    utimesSync(join(out, 'a.html'), 1000, 1000);
    expect(folder.write('a.html', bytes('một'))).toBe(false);
    expect(statSync(join(out, 'a.html')).mtimeMs).toBe(1_000_000);
    expect(folder.write('a.html', bytes('hai'))).toBe(true);
  });

  test('is taken away with the folders that it leaves empty, and no others', () => {
    const { out, folder } = temporary();
    folder.write('a/b/c.html', bytes('một'));
    writeFileSync(join(out, 'a/CNAME'), 'vi-du.vn');
    expect(folder.remove('a/b/c.html')).toBe(true);
    expect(existsSync(join(out, 'a/b'))).toBe(false);
    expect(existsSync(join(out, 'a/CNAME'))).toBe(true);
    expect(folder.remove('a/b/c.html')).toBe(false);
  });

  test('is copied when it is another one, by length and time', () => {
    const { root, out, folder } = temporary();
    const from = join(root, 'anh.png');
    writeFileSync(from, 'một');
    expect(folder.copy(from, 'anh/tin/anh.png')).toBe(true);
    expect(folder.copy(from, 'anh/tin/anh.png')).toBe(false);
    writeFileSync(from, 'hai');
    utimesSync(from, 1000, 1000);
    expect(folder.copy(from, 'anh/tin/anh.png')).toBe(true);
    expect(readFileSync(join(out, 'anh/tin/anh.png'), 'utf8')).toBe('hai');
  });
});

describe('a symbolic link is no way out:', () => {
  test('nothing is written or removed through a folder that is one', () => {
    const { root, out, folder } = temporary();
    mkdirSync(join(root, 'other'));
    writeFileSync(join(root, 'other/tin.html'), 'của người khác');
    symlinkSync(join(root, 'other'), join(out, 'bai-viet'));
    expect(() => folder.write('bai-viet/tin.html', bytes('một'))).toThrow('bai-viet is no folder');
    expect(folder.remove('bai-viet/tin.html')).toBe(false);
    expect(folder.has('bai-viet/tin.html')).toBe(false);
    expect(folder.read('bai-viet/tin.html')).toBeUndefined();
    expect(readFileSync(join(root, 'other/tin.html'), 'utf8')).toBe('của người khác');
  });

  test('a file that is one is replaced, and what it leads to stays', () => {
    const { root, out, folder } = temporary();
    writeFileSync(join(root, 'other.html'), 'của người khác');
    symlinkSync(join(root, 'other.html'), join(out, 'tin.html'));
    expect(folder.write('tin.html', bytes('một'))).toBe(true);
    expect(readFileSync(join(out, 'tin.html'), 'utf8')).toBe('một');
    expect(readFileSync(join(root, 'other.html'), 'utf8')).toBe('của người khác');
  });
});
