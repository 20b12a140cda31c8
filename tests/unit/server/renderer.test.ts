import { describe, expect, test } from 'vitest';
import { createRenderer } from '@/lib/server/renderer';

test('the request is ours: GET, the path, and no header to react to', async () => {
  const render = createRenderer(async ({ method, url, headers }, response) => {
    response
      .setHeader('Content-Type', 'application/json')
      .end(JSON.stringify({ method, url, headers }));
  });
  const { status, contentType, body } = await render('/bai-viet/a');
  expect({ status, contentType }).toEqual({ status: 200, contentType: 'application/json' });
  expect(JSON.parse(body.toString())).toEqual({
    method: 'GET',
    url: '/bai-viet/a',
    headers: { host: 'localhost', connection: 'close' },
  });
});

test('status and text come as they were sent, in however many pieces', async () => {
  const text = 'Đồng Tháp. '.repeat(20_000);
  const bytes = Buffer.from(text);
  const render = createRenderer(async (_request, response) => {
    response.writeHead(404, { 'Content-Type': 'text/html' });
    for (let start = 0; start < bytes.length; start += 9999) {
      response.write(bytes.subarray(start, start + 9999));
    }
    response.end();
  });
  expect(await render('/')).toEqual({
    ...{ status: 404, contentType: 'text/html', body: Buffer.from(text) },
  });
});

test('many pages are rendered at once, each its own', async () => {
  const render = createRenderer(async ({ url }, response) => {
    setImmediate(() => response.end(url));
  });
  const asked = Array.from({ length: 50 }, (_, n) => `/${n}`);
  const bodies = (await Promise.all(asked.map(render))).map(({ body }) => body.toString());
  expect(bodies).toEqual(asked);
});

test('of very many a few are drawn at once, and none fails for having waited', async () => {
  let [running, most] = [0, 0];
  const render = createRenderer(async ({ url }, response) => {
    running += 1;
    most = Math.max(most, running);
    setTimeout(() => {
      running -= 1;
      response.end(url);
    }, 20);
  }, 400);
  const asked = Array.from({ length: 400 }, (_, n) => `/${n}`);
  const bodies = (await Promise.all(asked.map(render))).map(({ body }) => body.toString());
  expect(bodies).toEqual(asked);
  expect(most).toBe(8);
});

test('what hangs gives its place to others', async () => {
  const render = createRenderer(async ({ url }, response) => {
    if (url === '/sau') response.end(url);
  }, 20);
  const hanging = Array.from({ length: 8 }, () => render('/treo'));
  const after = render('/sau');
  await Promise.all(hanging.map((page) => expect(page).rejects.toThrow('within')));
  expect((await after).body.toString()).toBe('/sau');
});

describe('a rendering fails, and nobody waits for it,', () => {
  test.each([
    [
      'when the handler throws',
      async () => {
        throw new Error('broken');
      },
    ],
    [
      'when the connection is broken off before an answer',
      async (_request: unknown, response: { destroy: () => void }) => {
        response.destroy();
      },
    ],
  ])('%s', async (_what, handler) => {
    await expect(createRenderer(handler)('/')).rejects.toThrow();
  });

  test('when the answer is broken off half way', async () => {
    const render = createRenderer(async (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.write('<p>', () => response.destroy());
    });
    await expect(render('/')).rejects.toThrow();
  });

  test('when the answer is shorter than it says', async () => {
    const render = createRenderer(async (_request, response) => {
      response.writeHead(200, { 'Content-Length': 100 });
      response.write('<p>', () => response.socket?.end());
    });
    await expect(render('/')).rejects.toThrow();
  });

  test('when there is no answer in time', async () => {
    const render = createRenderer(async () => undefined, 20);
    await expect(render('/')).rejects.toThrow('no answer within 20 ms');
  });

  test('when the answer begins and does not end in time', async () => {
    const render = createRenderer(async (_request, response) => {
      response.write('<p>');
    }, 20);
    await expect(render('/')).rejects.toThrow('no answer within 20 ms');
  });
});

test('a failed rendering does not keep the next from working', async () => {
  let count = 0;
  const render = createRenderer(async (_request, response) => {
    count += 1;
    if (count === 1) throw new Error('broken');
    response.end('lành');
  });
  await expect(render('/')).rejects.toThrow();
  expect((await render('/')).body.toString()).toBe('lành');
});
