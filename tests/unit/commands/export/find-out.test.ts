import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeExportState } from '@/lib/commands/export/export-state';
import { findOut } from '@/lib/commands/export/find-out';
import { openOutFolder } from '@/lib/commands/export/out-folder';

function temporary() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'export-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'content/articles'), { recursive: true });
  const find = (written: string, force = false) =>
    findOut(written, { startedIn: root, others: [join(root, 'content')], force });
  return { root, find };
}

test('a folder that is not there, or empty, is taken as seen from where the command was typed', () => {
  const { root, find } = temporary();
  expect(find('dist/a')).toEqual({ ok: true, directory: join(root, 'dist/a') });
  expect(find(join(root, 'dist/a'))).toEqual({ ok: true, directory: join(root, 'dist/a') });
});

test('a folder that is reached by a symbolic link is the one that it leads to', () => {
  const { root, find } = temporary();
  mkdirSync(join(root, 'www'));
  symlinkSync(join(root, 'www'), join(root, 'dist'));
  expect(find('dist')).toEqual({ ok: true, directory: join(root, 'www') });
});

test('a folder with the files of someone else is refused, unless it is forced', () => {
  const { root, find } = temporary();
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/CNAME'), 'vi-du.vn');
  expect(find('dist')).toEqual({
    ok: false,
    sentence: `Thư mục ${root}/dist đã có tệp, và không phải do lệnh này ghi. Chọn thư mục khác bằng --out, hoặc thêm --force để ghi vào đó; tệp trùng tên sẽ bị ghi đè.`,
  });
  expect(find('dist', true)).toEqual({ ok: true, directory: join(root, 'dist') });
  writeExportState(openOutFolder(join(root, 'dist'), 'test'), { failed: [] });
  expect(find('dist')).toEqual({ ok: true, directory: join(root, 'dist') });
});

test.each(['.', 'content', 'content/articles', '/'])(
  'what is read is never written: %s is refused even when it is forced',
  (written) => {
    expect(temporary().find(written, true)).toMatchObject({ ok: false });
  },
);

test('a file is no folder', () => {
  const { root, find } = temporary();
  writeFileSync(join(root, 'dist'), '');
  expect(find('dist')).toEqual({
    ok: false,
    sentence: `${root}/dist không phải thư mục (một tệp, hay một liên kết). Bỏ nó đi rồi chạy lại.`,
  });
});
