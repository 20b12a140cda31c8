import { describe, expect, test } from 'vitest';
import { problem } from '@/lib/content/problems/problems';
import { healthOf, sendHealth } from '@/lib/server/health';
import { listenOnLoopback } from './loopback';

const at = { file: 'articles/KHÔNG-ĐƯỢC-LỘ.md', line: 3, column: 7 };
const unreadable = problem('date-unreadable', at, 'KHÔNG-ĐƯỢC-LỘ');
const toCome = problem('photograph-to-come', at);

describe('an instance', () => {
  test('without problems is well', () => {
    expect(healthOf(12, [])).toEqual({
      status: 'ok',
      articles: 12,
      problems: { errors: 0, warnings: 0, codes: {} },
    });
  });

  test('with warnings alone is well', () => {
    expect(healthOf(1, [toCome])).toMatchObject({ status: 'ok', problems: { warnings: 1 } });
  });

  test('with an error is degraded; codes are counted, in their order', () => {
    const health = healthOf(3, [toCome, unreadable, toCome]);
    expect(JSON.stringify(health)).toBe(
      '{"status":"degraded","articles":3,"problems":{"errors":1,"warnings":2,"codes":{"date-unreadable":1,"photograph-to-come":2}}}',
    );
  });
});

describe('the answer', () => {
  const ask = () =>
    listenOnLoopback((request, response) =>
      sendHealth(request, response, healthOf(3, [unreadable]), { 'X-Robots-Tag': 'noindex' }),
    );

  test('is JSON that nobody keeps, 200 also when degraded', async () => {
    const { status, headers, body } = await (await ask())('/api/health');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    });
    expect(JSON.parse(body.toString())).toEqual(healthOf(3, [unreadable]));
  });

  test('names no file and repeats no word of one', async () => {
    const { body } = await (await ask())('/api/health');
    expect(body.toString()).not.toMatch(/KHÔNG-ĐƯỢC-LỘ|articles\/|\.md/);
  });

  test('to HEAD has the headers alone', async () => {
    const { headers, body } = await (await ask())('/api/health', { method: 'HEAD' });
    expect(Number(headers['content-length'])).toBeGreaterThan(0);
    expect(body.length).toBe(0);
  });
});
