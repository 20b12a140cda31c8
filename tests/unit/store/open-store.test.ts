import { afterEach, expect, test, vi } from 'vitest';
import { closeStore, openStore } from '@/lib/store/open-store';
import { article, createNewsroom } from './newsroom';

afterEach(async () => {
  await closeStore();
  vi.unstubAllEnvs();
});

function setEnvironment() {
  const newsroom = createNewsroom({ 'articles/a.md': article() });
  vi.stubEnv('CONTENT_DIR', newsroom.directory);
  vi.stubEnv('DATA_DIR', newsroom.dataDirectory);
  vi.stubEnv('SITE_URL', 'https://vi-du.vn');
  return newsroom;
}

test('whoever asks in a process gets the one store', async () => {
  setEnvironment();
  expect(await openStore()).toBe(await openStore());
});

test('a second copy of the module finds the store of the first', async () => {
  setEnvironment();
  const store = await openStore();
  vi.resetModules();
  const copy = await import('@/lib/store/open-store');
  expect(copy.openStore).not.toBe(openStore);
  expect(await copy.openStore()).toBe(store);
});

test('a page opens the store of the environment when no server has', async () => {
  const newsroom = setEnvironment();
  const store = await openStore();
  expect(store.contentDirectory).toBe(newsroom.directory);
  expect(store.edition(store.now()).siteUrl).toBe('https://vi-du.vn');
});

test('an edition names the hub that the environment names, or none', async () => {
  setEnvironment();
  const hubOf = (store: Awaited<ReturnType<typeof openStore>>) =>
    store.edition(store.now()).webSubHub;
  expect(hubOf(await openStore())).toBeUndefined();
  await closeStore();
  vi.stubEnv('WEBSUB_HUB', 'https://hub.vi-du.vn');
  expect(hubOf(await openStore())).toBe('https://hub.vi-du.vn/');
});

test('a wrong environment is named in one sentence', async () => {
  setEnvironment();
  vi.stubEnv('PORT', 'ba nghìn');
  await expect(openStore()).rejects.toThrow(
    'PORT phải là số từ 0 đến 65535, không phải “ba nghìn”. Ví dụ: PORT=3000.',
  );
});

test('after closing, the next to ask opens another', async () => {
  setEnvironment();
  const first = await openStore();
  await closeStore();
  expect(await openStore()).not.toBe(first);
});
