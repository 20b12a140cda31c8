import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runGit } from '@/lib/server/publishing/git-run';

/** A folder with a program called git, and the environment in which it is the one. */
function programCalledGit(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'git-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  const environment = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  return { folder, environment };
}

const never = new AbortController().signal;

test('tells how it ended, what it said, and what it complained of', async () => {
  const { environment } = programCalledGit('echo "[$1]"; echo oán >&2; exit 7');
  expect(await runGit(['a b'], environment, never)).toEqual({
    code: 7,
    output: '[a b]\n',
    complaint: 'oán',
  });
});

test('a complaint names no password and orders no terminal about', async () => {
  const { environment } = programCalledGit(
    'printf "không tới https://ten:mat@khau@vi-du.vn/kho\\nremote: \\033[31mđỏ\\n" >&2; exit 1',
  );
  const { complaint } = await runGit([], environment, never);
  expect(complaint).toBe('không tới https://vi-du.vn/kho\nremote: \\u001b[31mđỏ');
});

test('of an endless complaint the end is kept', async () => {
  const { environment } = programCalledGit('yes dài | head -c 100000 >&2; echo cuối >&2; exit 1');
  const { complaint } = await runGit([], environment, never);
  expect(complaint.length).toBeLessThanOrEqual(4_000);
  expect(complaint).toMatch(/cuối$/);
});

test('git that is not there is told by name', async () => {
  const { code } = await runGit([], { ...process.env, PATH: '/khong-co' }, never);
  expect(code).toBe('ENOENT');
});

test('what takes too long is stopped, with the programs that it has started', async () => {
  const { folder, environment } = programCalledGit(
    '(trap "" TERM; while :; do echo . >> "$1"; sleep 0.1; done) & wait',
  );
  const file = join(folder, 'pulse');
  const { code } = await runGit([file], environment, AbortSignal.timeout(500));
  expect(code).toBe('STOPPED');
  const pulse = readFileSync(file, 'utf8');
  expect(pulse.length).toBeGreaterThan(2);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(readFileSync(file, 'utf8')).toBe(pulse);
});

test('nothing is started when the time is over already', async () => {
  const { folder, environment } = programCalledGit('touch "$1"');
  const file = join(folder, 'started');
  expect((await runGit([file], environment, AbortSignal.abort())).code).toBe('STOPPED');
  expect(existsSync(file)).toBe(false);
});
