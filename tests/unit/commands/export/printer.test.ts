import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openOutFolder } from '@/lib/commands/export/out-folder';
import { createPrint } from '@/lib/commands/export/printer';
import type { Rendered } from '@/lib/server/renderer';
import { fileOf, paths } from '@/lib/site/routes';
import { finish } from '../../server/own-finish';

const html = (body: string, status = 200): Rendered => ({
  ...{ status, contentType: 'text/html; charset=utf-8', body: Buffer.from(body) },
});

/** A printer into a folder of its own, of pages by path. */
function printerOf(pages: Readonly<Record<string, Rendered>>, compress = false) {
  const out = mkdtempSync(join(tmpdir(), 'printer-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const render = async (path: string) => {
    const page = pages[path];
    if (!page) throw new Error('no answer');
    return page;
  };
  const print = createPrint({ render, finish, folder: openOutFolder(out, 'test'), compress });
  return { out, print: (slugs: readonly string[]) => print(slugs.map(jobOf)) };
}

function jobOf(slug: string) {
  const path = paths.article(slug);
  return { path, file: fileOf(path) };
}

test('a page that cannot be printed is named with why, its file stays, and the others are printed', async () => {
  const pages: Record<string, Rendered> = {
    '/bai-viet/a': html('<p>một</p>'),
    '/bai-viet/b': html('<p>một</p>'),
    '/bai-viet/c': html('<p>một</p>'),
  };
  const { out, print } = printerOf(pages);
  expect(await print(['a', 'b', 'c'])).toEqual({ written: 3, unchanged: 0, failed: [] });
  Object.assign(pages, {
    '/bai-viet/a': html('<!DOCTYPE html><html id="__next_error__"></html>'),
    '/bai-viet/b': html('<p>hai</p>', 500),
    '/bai-viet/c': html('<p>hai</p>'),
  });
  expect(await print(['a', 'b', 'c', 'd'])).toEqual({
    ...{ written: 1, unchanged: 0 },
    failed: [
      { file: 'bai-viet/a.html', reason: 'rendered as a failure' },
      { file: 'bai-viet/b.html', reason: 'rendered with status 500' },
      { file: 'bai-viet/d.html', reason: 'no answer' },
    ],
  });
  const read = (slug: string) => readFileSync(join(out, `bai-viet/${slug}.html`), 'utf8');
  expect(['a', 'b', 'c'].map(read)).toEqual(['<p>một</p>', '<p>một</p>', '<p>hai</p>']);
});

test('compressed forms lie beside a page', async () => {
  const { out, print } = printerOf({ '/bai-viet/a': html('<p>một</p>') }, true);
  expect(await print(['a'])).toMatchObject({ written: 1 });
  expect(readdirSync(join(out, 'bai-viet'))).toEqual(['a.html', 'a.html.br', 'a.html.gz']);
});
