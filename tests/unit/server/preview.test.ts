import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPreview, type PreviewServer } from '@/lib/server/preview';
import { previewPaths } from '@/lib/site/routes';
import { listenOnLoopback } from './loopback';

const askPreview = () => {
  const preview = createPreview();
  return listenOnLoopback((request, response) => {
    if (!preview.handle(request, response)) response.writeHead(404).end('not of the preview');
  });
};

/** A page that listens: what it hears, one piece after another. */
async function openPage(preview: PreviewServer): Promise<() => Promise<string>> {
  const server = createServer((request, response) => {
    preview.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((resolve) =>
    get({ host: '127.0.0.1', port, path: previewPaths.events, agent: false }, resolve),
  );
  const pieces: AsyncIterator<Buffer> = answer[Symbol.asyncIterator]();
  let heard = '';
  return async () => {
    while (!heard.includes('\n\n')) {
      const piece = await pieces.next();
      if (piece.done) return 'the end';
      heard += piece.value.toString();
    }
    const [event = '', ...rest] = heard.split('\n\n');
    heard = rest.join('\n\n');
    return /^data: (.+)$/m.exec(event)?.[1] ?? '';
  };
}

describe('the preview', () => {
  test.each([
    [previewPaths.style, 'text/css; charset=utf-8', '.preview'],
    [previewPaths.script, 'text/javascript; charset=utf-8', `'${previewPaths.events}'`],
  ])('serves %s, which nobody keeps', async (path, contentType, words) => {
    const { status, headers, body } = await (await askPreview())(`${path}?x=1`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': contentType, 'cache-control': 'no-store' });
    expect(body.toString()).toContain(words);
  });

  test.each([
    ['/', 'GET'],
    ['/api/preview', 'GET'],
    ['/api/health', 'GET'],
    [previewPaths.style, 'POST'],
  ])('leaves %s by %s to others', async (path, method) => {
    expect((await (await askPreview())(path, { method })).status).toBe(404);
  });
});

describe('an open page', () => {
  test('hears a version at once and another after every change', async () => {
    const preview = createPreview();
    const hear = await openPage(preview);
    const versions = [await hear()];
    preview.changed();
    versions.push(await hear());
    preview.changed();
    versions.push(await hear());
    expect(new Set(versions).size).toBe(3);
    expect(versions).not.toContain('');
  });

  test('that comes after a change hears the same version as one that was there', async () => {
    const preview = createPreview();
    const hearEarly = await openPage(preview);
    await hearEarly();
    preview.changed();
    const version = await hearEarly();
    const hearLate = await openPage(preview);
    expect(await hearLate()).toBe(version);
  });

  test('hears another version from a server that was started anew', async () => {
    const hear = await openPage(createPreview());
    const hearAnew = await openPage(createPreview());
    expect(await hearAnew()).not.toBe(await hear());
  });

  test('is let go when the server stops', async () => {
    const preview = createPreview();
    const hear = await openPage(preview);
    await hear();
    preview.close();
    expect(await hear()).toBe('the end');
  });
});
