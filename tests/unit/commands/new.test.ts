import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { strings } from '@/lib/site/strings';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'new-'));

afterAll(() => rmSync(folder, { recursive: true }));

function runNew(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'lib/commands/new.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    env: { ...process.env, CONTENT_DIR: folder, SITE_URL: 'https://vi-du.vn' },
  });
}

const usual = ['--title', 'Tin mới', '--description', 'Sapo.', '--section', 'Thời sự'];

test('npm run new makes a file in CONTENT_DIR, dated with the clock of the machine', () => {
  const { status, stdout, stderr } = runNew(...usual);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('https://vi-du.vn/bai-viet/tin-moi');
  const text = readFileSync(join(folder, 'tin-moi.md'), 'utf8');
  expect(text).toMatch(/^date: \d{4}-\d\d-\d\d \d\d:\d\d$/m);
});

test('nobody is asked where there is no terminal', () => {
  const { status, stderr } = runNew();
  expect(status).toBe(2);
  expect(stderr).toContain(strings.newMissing(['--title', '--description', '--section']));
});
