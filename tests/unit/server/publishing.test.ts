import { createHmac } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { reportOf } from '@/lib/content/problems/problem-report';
import { audit } from '@/lib/publish/audit';
import { commonHeaders } from '@/lib/server/headers';
import { createPublishing, type PublishingParts } from '@/lib/server/publishing';
import { topics } from '@/lib/site/topics';
import { article, BROKEN, createNewsroom, NOON } from '../store/newsroom';
import { listenOnLoopback } from './loopback';

const SECRET = 'chi-toa-soan-biet-chuoi-nay';
const bearer = { authorization: `Bearer ${SECRET}` };
const body = Buffer.from('{"ref":"refs/heads/main","é":"đ"}');
const hex = (key: string | Buffer, of = body) => createHmac('sha256', key).update(of).digest('hex');

interface SiteOptions {
  readonly secret?: string;
  readonly trustProxy?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly limits?: PublishingParts['limits'];
}

/** A newsroom that publishes over real HTTP; the documents are ours. */
async function openSite({
  secret = SECRET,
  trustProxy = [],
  files = {},
  limits,
}: SiteOptions = {}) {
  const newsroom = createNewsroom({ 'articles/tin.md': article(), ...files });
  let now = NOON;
  const store = await newsroom.open({ now: () => now });
  const failures: string[] = [];
  const taken: (readonly string[] | undefined)[] = [];
  let fail: Error | undefined;
  let held: Promise<void> | undefined;
  const takeOver = async (paths?: readonly string[]) => {
    taken.push(paths);
    await held;
    if (fail) throw fail;
    const { changed, removed } = await store.sync(paths);
    const slugs = changed.flatMap((file) => store.articleOfFile(file)?.slug ?? []);
    publishing.noted({
      changed,
      removed,
      topics: changed.length === 0 ? [] : [...slugs.map(topics.article), topics.latest()],
    });
  };
  const publishing = createPublishing({
    ...{ store, takeOver, now: () => now, common: commonHeaders(true) },
    configuration: { publishSecret: secret, publishPulls: false, trustProxy },
    logFailure: (line, cause) => failures.push(`${line} ${cause}`),
    ...(limits && { limits }),
  });
  const { answer } = publishing;
  if (!answer) throw new Error('no address');
  const ask = await listenOnLoopback((request, response) => {
    answer(request, response).catch((cause) => failures.push(String(cause)));
  });
  const post = async (headers: OutgoingHttpHeaders = bearer, sent = body) => {
    const received = await ask('/api/publish', { method: 'POST', headers, body: sent });
    return { ...received, json: JSON.parse(received.body.toString()) };
  };
  return {
    ...{ newsroom, store, publishing, ask, post, failures, taken },
    pass: (ms: number) => {
      now += ms;
    },
    breakWith: (cause: Error | undefined) => {
      fail = cause;
    },
    hold: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      onTestFinished(release);
      return release;
    },
  };
}

/** The same text with its last bit turned round. */
function nearly(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return text.slice(0, -1) + String.fromCharCode(last ^ 1);
}

const signingToken = `whsec_${Buffer.from('k'.repeat(32)).toString('base64')}`;
const seconds = String(NOON / 1000);
const standard = (id: string, timestamp: string, of = body) => ({
  'webhook-id': id,
  'webhook-timestamp': timestamp,
  'webhook-signature': `v1,${createHmac('sha256', 'k'.repeat(32))
    .update(`${id}.${timestamp}.`)
    .update(of)
    .digest('base64')}`,
});

describe('a proof that is right', () => {
  test.each<[string, OutgoingHttpHeaders, string?]>([
    ['the secret as a bearer', bearer],
    ['whatever the case of the word bearer', { authorization: `BEARER  ${SECRET}` }],
    ['GitHub', { 'x-hub-signature-256': `sha256=${hex(SECRET)}`, 'x-github-event': 'push' }],
    ['Gitea', { 'x-gitea-signature': hex(SECRET), 'x-gitea-event': 'push' }],
    ['Forgejo', { 'x-forgejo-signature': hex(SECRET), 'x-gitea-signature': hex(SECRET) }],
    ['GitLab with a secret token', { 'x-gitlab-token': SECRET }],
    ['GitLab with a signing token', standard('msg_1', seconds), signingToken],
    [
      'one of two keys',
      {
        ...standard('1', seconds),
        'webhook-signature': `v1,AAAA ${standard('1', seconds)['webhook-signature']}`,
      },
      signingToken,
    ],
    ['five minutes late', standard('1', String(NOON / 1000 - 300)), signingToken],
    ['one that is right beside one that is not', { ...bearer, 'x-gitea-signature': hex('khác') }],
  ])('%s', async (_, headers, secret) => {
    const { post } = await openSite({ ...(secret && { secret }) });
    expect((await post(headers)).status).toBe(200);
  });

  test('may sign a body that comes in many parts, or none', async () => {
    const { post } = await openSite();
    const large = Buffer.alloc(3 * 1_048_576, 'đ');
    for (const sent of [large, Buffer.alloc(0)])
      expect((await post({ 'x-gitea-signature': hex(SECRET, sent) }, sent)).status).toBe(200);
  });
});

describe('a proof that is wrong', () => {
  const { 'webhook-signature': signature } = standard('1', seconds);
  test.each<[string, OutgoingHttpHeaders, string?]>([
    ['none', {}],
    ['a bearer, by one bit', { authorization: `Bearer ${nearly(SECRET)}` }],
    ['a bearer with more behind it', { authorization: `Bearer ${SECRET} ${SECRET}` }],
    ['an empty bearer', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${SECRET}` }],
    ['the secret alone', { authorization: SECRET }],
    ['two bearers', { Authorization: [bearer.authorization, bearer.authorization] }],
    ['GitHub, by one bit', { 'x-hub-signature-256': `sha256=${nearly(hex(SECRET))}` }],
    ['GitHub, cut short', { 'x-hub-signature-256': `sha256=${hex(SECRET).slice(0, 62)}` }],
    ['GitHub, no algorithm', { 'x-hub-signature-256': hex(SECRET) }],
    [
      'GitHub, the old algorithm',
      { 'x-hub-signature': `sha1=${createHmac('sha1', SECRET).update(body).digest('hex')}` },
    ],
    [
      'GitHub, of another body',
      { 'x-hub-signature-256': `sha256=${hex(SECRET, Buffer.from('{}'))}` },
    ],
    ['GitHub, an empty key', { 'x-hub-signature-256': `sha256=${hex('')}` }],
    ['GitHub, twice', { 'x-hub-signature-256': Array(2).fill(`sha256=${hex(SECRET)}`) }],
    ['Gitea, by one bit', { 'x-gitea-signature': nearly(hex(SECRET)) }],
    ['Gitea, empty', { 'x-gitea-signature': '' }],
    ['Forgejo, twice', { 'x-forgejo-signature': [hex(SECRET), hex(SECRET)] }],
    ['GitLab, by one bit', { 'x-gitlab-token': nearly(SECRET) }],
    ['GitLab, empty', { 'x-gitlab-token': '' }],
    ['GitLab, twice', { 'x-gitlab-token': [SECRET, SECRET] }],
    [
      'GitLab signed, by one bit',
      {
        ...standard('1', seconds),
        'webhook-signature': signature.replace(/.=$/, (end) => `${end[0] === 'A' ? 'B' : 'A'}=`),
      },
      signingToken,
    ],
    ['GitLab signed, another id', { ...standard('1', seconds), 'webhook-id': '2' }, signingToken],
    [
      'GitLab signed, another version',
      { ...standard('1', seconds), 'webhook-signature': signature.replace('v1', 'v1a') },
      signingToken,
    ],
    ['GitLab signed, too late', standard('1', String(NOON / 1000 - 301)), signingToken],
    ['GitLab signed, too early', standard('1', String(NOON / 1000 + 301)), signingToken],
    ['GitLab signed, no time', standard('1', 'NaN'), signingToken],
    [
      'GitLab signed, twice',
      { ...standard('1', seconds), 'webhook-signature': [signature, signature] },
      signingToken,
    ],
    ['GitLab signed, a secret that is no signing token', standard('1', seconds)],
  ])('%s', async (_, headers, secret) => {
    const { post, taken } = await openSite({ ...(secret && { secret }) });
    const { status, headers: answered, json } = await post(headers);
    expect(status).toBe(401);
    expect(answered['www-authenticate']).toBe('Bearer');
    expect(answered['cache-control']).toBe('no-store');
    expect(json).toEqual({ message: 'Thiếu hoặc sai mã bí mật.' });
    expect(taken).toEqual([]);
  });
});

test('without a secret there is no such address', async () => {
  const store = await createNewsroom().open();
  const { answer, noted } = createPublishing({
    ...{ store, takeOver: async () => undefined, now: () => NOON, common: {} },
    configuration: { publishPulls: false, trustProxy: [] },
    logFailure: () => undefined,
  });
  expect(answer).toBeUndefined();
  expect(() => noted({ changed: ['a.md'], removed: 0, topics: [] })).not.toThrow();
});

describe('what is asked', () => {
  test.each(['GET', 'HEAD', 'PUT', 'DELETE'])('%s is refused', async (method) => {
    const { ask, taken } = await openSite();
    const { status, headers, body: said } = await ask('/api/publish', { method, headers: bearer });
    expect(status).toBe(405);
    expect(headers.allow).toBe('POST');
    expect(headers['cache-control']).toBe('no-store');
    if (method === 'HEAD') expect(said).toHaveLength(0);
    expect(taken).toEqual([]);
  });

  test('OPTIONS says what may be asked', async () => {
    const { ask } = await openSite();
    const { status, headers } = await ask('/api/publish', { method: 'OPTIONS' });
    expect(status).toBe(204);
    expect(headers.allow).toBe('POST');
    expect(headers).not.toHaveProperty('content-length');
  });

  test('a ping of GitHub is answered and reads nothing', async () => {
    const { post, taken } = await openSite();
    const headers = { 'x-hub-signature-256': `sha256=${hex(SECRET)}`, 'x-github-event': 'ping' };
    expect(await post(headers)).toMatchObject({
      status: 200,
      json: { message: 'Đã sẵn sàng xuất bản.' },
    });
    expect((await post({ 'x-github-event': 'ping' })).status).toBe(401);
    expect(taken).toEqual([]);
  });

  test('a body that is too large is refused, by what it says and by what it is', async () => {
    const { post, ask, taken } = await openSite({ limits: { maxBytes: 1000, maxMs: 5_000 } });
    const large = Buffer.alloc(1001, 'x');
    expect((await post({ ...bearer, 'content-length': 1001 }, large)).status).toBe(413);
    expect((await post({ ...bearer, 'transfer-encoding': 'chunked' }, large)).status).toBe(413);
    expect((await post(bearer, large.subarray(1))).status).toBe(200);
    expect(taken).toHaveLength(1);
    expect((await ask('/api/publish', { method: 'OPTIONS' })).status).toBe(204);
  });

  test('a body that does not come is not waited for', async () => {
    const { post, taken } = await openSite({ limits: { maxBytes: 1000, maxMs: 200 } });
    // More is promised than is sent.
    expect((await post({ ...bearer, 'content-length': 500 }, Buffer.from('x'))).status).toBe(408);
    expect(taken).toEqual([]);
  });

  test('every answer has the headers of safety and says nothing of what was asked', async () => {
    const { post } = await openSite();
    for (const headers of [bearer, {}, { authorization: 'Bearer <script>khong-phai-day' }]) {
      const received = await post(headers);
      expect(received.headers['x-content-type-options']).toBe('nosniff');
      expect(received.headers['content-type']).toBe('application/json; charset=utf-8');
      const said = JSON.stringify([received.headers, received.json]);
      expect(said).not.toMatch(/script|khong-phai-day/);
      expect(said).not.toContain(SECRET);
    }
  });
});

describe('how often', () => {
  const tenTimes = Array.from({ length: 10 });

  test('ten a minute, and then when to come again', async () => {
    const { post, pass } = await openSite();
    for (const _ of tenTimes) expect((await post()).status).toBe(200);
    const { status, headers, json } = await post();
    expect(status).toBe(429);
    expect(headers['retry-after']).toBe('6');
    expect(json).toEqual({ message: 'Gửi quá nhiều lần. Hãy đợi 6\u00a0giây rồi gửi lại.' });
    pass(6_000);
    expect((await post()).status).toBe(200);
  });

  test('attempts count, whether they are right or not', async () => {
    const { post } = await openSite();
    for (const _ of tenTimes) expect((await post({})).status).toBe(401);
    expect((await post()).status).toBe(429);
  });

  test('nobody gets more by writing another address', async () => {
    const { post } = await openSite();
    for (const [index] of tenTimes.entries())
      await post({ ...bearer, 'x-forwarded-for': `198.51.100.${index}` });
    expect((await post({ ...bearer, 'x-forwarded-for': '203.0.113.1' })).status).toBe(429);
  });

  test('behind a trusted proxy each client has its own, told by the proxy alone', async () => {
    const { post } = await openSite({ trustProxy: ['127.0.0.0/8', '::1'] });
    for (const [index] of tenTimes.entries())
      await post({ ...bearer, 'x-forwarded-for': `203.0.113.${index}, 198.51.100.1` });
    const from = (address: string) => post({ ...bearer, 'x-forwarded-for': address });
    expect((await from('203.0.113.77, 198.51.100.1')).status).toBe(429);
    expect((await from('198.51.100.2')).status).toBe(200);
  });

  test('many who guess are stopped together, and who has proven itself is not', async () => {
    const { post } = await openSite({ trustProxy: ['127.0.0.0/8', '::1'] });
    expect((await post({ ...bearer, 'x-forwarded-for': '203.0.113.1' })).status).toBe(200);
    for (let guess = 0; guess < 60; guess += 1)
      expect((await post({ 'x-forwarded-for': `198.51.100.${guess}` })).status).toBe(401);
    expect((await post({ 'x-forwarded-for': '198.51.100.200' })).status).toBe(429);
    expect((await post({ ...bearer, 'x-forwarded-for': '203.0.113.1' })).status).toBe(200);
  });
});

describe('the answer', () => {
  test('tells what has changed, which addresses are fresh, and no problem where there is none', async () => {
    const { newsroom, post } = await openSite();
    newsroom.write('articles/moi.md', article({ title: 'Bài mới' }));
    newsroom.write('articles/nhap.md', article({ draft: true }));
    newsroom.remove('articles/tin.md');
    const { status, headers, json } = await post();
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(json).toEqual({
      changed: ['articles/moi.md', 'articles/nhap.md'],
      removed: 1,
      topics: ['article:moi', 'article:nhap', 'latest:all'],
      ...{ problems: [], errors: 0, warnings: 0 },
      fresh: ['/bai-viet/moi', '/'],
    });
    expect((await post()).json).toMatchObject({ changed: [], removed: 0, topics: [], fresh: [] });
  });

  test('names problems of files and between files in the words of the check', async () => {
    const { newsroom, store, post } = await openSite();
    newsroom.write('articles/hong.md', BROKEN);
    newsroom.write('articles/lien-ket.md', article({}, 'Xem [bài](/bai-viet/khong-co).'));
    const { json } = await post();
    const { problems, errors, warnings } = json;
    expect(problems.map(({ code }: { readonly code: string }) => code)).toEqual([
      'front-matter-unclosed',
      'link-broken',
    ]);
    expect({ problems, errors, warnings }).toEqual(reportOf(audit(store, NOON)));
  });

  test('names only problems of files that have changed', async () => {
    const { newsroom, post } = await openSite({ files: { 'articles/hong.md': BROKEN } });
    newsroom.write('articles/moi.md', article());
    expect((await post()).json.problems).toEqual([]);
  });

  test('tells what the watcher was the first to see', async () => {
    const { newsroom, publishing, post, store } = await openSite();
    newsroom.write('articles/moi.md', article());
    const { changed } = await store.sync();
    publishing.noted({ changed, removed: 0, topics: [topics.article('moi')] });
    expect((await post()).json).toMatchObject({
      changed: ['articles/moi.md'],
      fresh: ['/bai-viet/moi'],
    });
  });

  test('names the front page and the changed articles where everything has changed', async () => {
    const { newsroom, publishing, post, store } = await openSite();
    newsroom.write('articles/moi.md', article());
    const { changed } = await store.sync();
    publishing.noted({ changed, removed: 0, topics: 'everything' });
    expect((await post()).json).toMatchObject({
      topics: 'everything',
      fresh: ['/', '/bai-viet/moi'],
    });
  });

  test('names no address that answers with anything but a page', async () => {
    const { publishing, post } = await openSite({
      files: {
        'articles/rut.md': article({ withdrawn: { date: '2026-11-03', reason: 'Sai.' } }),
        'articles/cam.md': article({ date: '2026-12-01 08:00' }),
      },
    });
    const slugs = ['rut', 'cam', 'khong-co', 'tin'];
    const touched = [...slugs.map(topics.article), topics.site, topics.section('khong-co')];
    publishing.noted({ changed: [], removed: 0, topics: touched });
    expect((await post()).json.fresh).toEqual(['/bai-viet/tin']);
  });

  test('says that the folder could not be read, and the next tells what this one owes', async () => {
    const { newsroom, post, breakWith, failures } = await openSite();
    newsroom.write('articles/moi.md', article());
    breakWith(new Error('/srv/bao: EIO'));
    const { status, json } = await post();
    expect(status).toBe(500);
    expect(json).toEqual({
      code: 'publish-failed',
      message: 'Không đọc được thư mục nội dung; trang vẫn như trước.',
      fix: 'Xem nhật ký máy chủ. Máy chủ tự thử lại; cũng có thể gửi lại yêu cầu.',
    });
    expect(failures.join()).toContain('EIO');
    expect(failures.join()).not.toContain(SECRET);
    breakWith(undefined);
    expect((await post()).json.changed).toEqual(['articles/moi.md']);
  });
});

test('requests that come while one is worked on share the next', async () => {
  const { newsroom, post, taken, hold } = await openSite();
  const release = hold();
  const first = post();
  await expect.poll(() => taken.length).toBe(1);
  newsroom.write('articles/moi.md', article());
  const others = [post(), post(), post()];
  await new Promise((resolve) => setTimeout(resolve, 200));
  release();
  await first;
  for (const { json } of await Promise.all(others)) expect(json.fresh).toBeInstanceOf(Array);
  expect(taken).toHaveLength(2);
});
