import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { servePictures } from '@/lib/server/files';
import { createHealthCheck } from '@/lib/server/health-check';
import { createPreview } from '@/lib/server/preview';
import { createPreviewHandler } from '@/lib/server/preview-handler';
import { createSuggestions } from '@/lib/server/search/suggestions';
import { article, createNewsroom } from '../store/newsroom';
import { listenOnLoopback } from './loopback';

/** A site that is being written; of a page only the address is drawn. */
async function openPreview() {
  const newsroom = createNewsroom({
    'articles/a.md': article({ draft: true, aliases: ['/cu'] }),
    'articles/rut.md': article({ withdrawn: { date: '2026-11-03', reason: 'Sai.' } }),
  });
  mkdirSync(join(newsroom.directory, 'articles'), { recursive: true });
  writeFileSync(join(newsroom.directory, 'articles/cang.jpg'), 'ảnh');
  const store = await newsroom.open({ isPreview: true });
  const preview = createPreview();
  return await listenOnLoopback(
    createPreviewHandler({
      ...{ store, preview, health: createHealthCheck(store) },
      servePicture: servePictures(store.contentDirectory, {}),
      answerSuggestions: createSuggestions({ store, common: {}, trustProxy: [] }),
      draw: async ({ url }, response) => {
        response.end(`drawn: ${url}`);
      },
      reportFailure: (path, cause) => {
        throw new Error(path, { cause });
      },
    }),
  );
}

test('pages are drawn by Next.js, also those that readers may not see yet', async () => {
  const ask = await openPreview();
  expect((await ask('/bai-viet/a')).body.toString()).toBe('drawn: /bai-viet/a');
  expect((await ask('/_next/a.js')).body.toString()).toBe('drawn: /_next/a.js');
});

test('a search is drawn by Next.js, with its query', async () => {
  const ask = await openPreview();
  const target = '/tim-kiem?q=k%E1%BB%B3+anh&trang=2';
  expect((await ask(target)).body.toString()).toBe(`drawn: ${target}`);
});

test('suggestions are those of the server of readers', async () => {
  const ask = await openPreview();
  const { headers, body } = await ask('/api/search?q=');
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(JSON.parse(body.toString())).toEqual({ query: '', suggestions: [] });
});

test('a picture beside a draft is there, one beside a withdrawn article is not', async () => {
  const ask = await openPreview();
  expect((await ask('/anh/a/cang.jpg')).body.toString()).toBe('ảnh');
  expect((await ask('/anh/rut/cang.jpg')).body.toString()).toBe('drawn: /anh/rut/cang.jpg');
});

test('an old address leads to the article, and no browser remembers it', async () => {
  const ask = await openPreview();
  const { status, headers } = await ask('/cu');
  expect(status).toBe(307);
  expect(headers).toMatchObject({ location: '/bai-viet/a', 'cache-control': 'no-store' });
});

test('health and what keeps open pages in step are answered', async () => {
  const ask = await openPreview();
  expect(JSON.parse((await ask('/api/health')).body.toString())).toMatchObject({ status: 'ok' });
  expect((await ask('/api/preview.js')).headers['content-type']).toContain('javascript');
});
