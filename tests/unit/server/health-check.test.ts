import { expect, test } from 'vitest';
import { createHealthCheck } from '@/lib/server/health-check';
import { article, BROKEN, createNewsroom, NOON } from '../store/newsroom';

test('the health of an instance is looked into anew when the content has changed, or after a minute', async () => {
  let now = NOON;
  const newsroom = createNewsroom({ 'articles/a.md': article(), 'articles/b.md': article() });
  const store = await newsroom.open({ now: () => now });
  const health = createHealthCheck(store);
  expect(health.read()).toMatchObject({ status: 'ok', articles: 2 });
  newsroom.write('articles/a.md', BROKEN);
  await store.sync();
  expect(health.read().status).toBe('ok');
  health.forget();
  expect(health.read()).toMatchObject({
    status: 'degraded',
    articles: 2,
    problems: { errors: 1, codes: { 'front-matter-unclosed': 1 } },
  });
  newsroom.write('articles/a.md', article());
  await store.sync();
  now += 60_000;
  expect(health.read().status).toBe('ok');
});
