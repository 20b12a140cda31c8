import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { servePictures, servePublic } from '@/lib/server/files';
import { commonHeaders } from '@/lib/server/headers';
import { listenOnLoopback } from './loopback';

const CONTENT = Buffer.from('0123456789');
const common = commonHeaders(false);

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), CONTENT);
  }
  return folder;
}

async function servePublicFolder(folder: string) {
  const serve = servePublic(folder, common);
  return await listenOnLoopback((request, response) => {
    serve(request, response).then((served) => {
      if (!served) response.writeHead(404, { Vary: 'Accept-Encoding' }).end('otherwise');
    });
  });
}

async function servePictureOf(folder: string, file: string) {
  const serve = servePictures(folder, common);
  return await listenOnLoopback((request, response) => {
    serve(join(folder, file), request, response).then((served) => {
      if (!served) response.writeHead(404).end('otherwise');
    });
  });
}

describe('a public file', () => {
  test.each([
    ['/fonts/roboto.0a1b2c3d.woff2', 'public, max-age=31536000, immutable', 'font/woff2'],
    ['/fonts/roboto.0a1b2c3d4e5f.woff2?x=1', 'public, max-age=31536000, immutable', 'font/woff2'],
    ['/favicon.svg', 'public, max-age=3600', 'image/svg+xml'],
    ['/fonts/roboto.12345.woff2', 'public, max-age=3600', 'font/woff2'],
    ['/favicon.ico', 'public, max-age=3600', 'image/vnd.microsoft.icon'],
    ['/fonts/roboto.woff2', 'public, max-age=3600', 'font/woff2'],
    ['/speculation-rules.json', 'public, max-age=86400', 'application/speculationrules+json'],
  ])('%s is kept by caches: %s', async (target, caching, type) => {
    const ask = await servePublicFolder(folderWith(target.split('?')[0] ?? ''));
    const { status, headers, body } = await ask(target);
    expect(status).toBe(200);
    expect(body).toEqual(CONTENT);
    expect(headers).toMatchObject({
      'cache-control': caching,
      'content-type': type,
      'content-length': '10',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      etag: expect.stringMatching(/^W\/"a-[0-9a-f]+"$/),
    });
  });

  test('has the headers of GET for HEAD, and no body', async () => {
    const ask = await servePublicFolder(folderWith('a.svg'));
    const { date: _one, ...got } = (await ask('/a.svg')).headers;
    const head = await ask('/a.svg', { method: 'HEAD' });
    const { date: _other, ...received } = head.headers;
    expect(head.status).toBe(200);
    expect(received).toEqual(got);
    expect(head.body).toHaveLength(0);
  });

  test('is 304 when it is there already, with the headers that caches renew', async () => {
    const ask = await servePublicFolder(folderWith('a.svg'));
    const { headers } = await ask('/a.svg');
    const again = await ask('/a.svg', { headers: { 'if-none-match': headers.etag as string } });
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject({
      etag: headers.etag,
      'cache-control': headers['cache-control'],
      'x-content-type-options': 'nosniff',
    });
  });

  test('has its own validator, whatever validator is asked with', async () => {
    const ask = await servePublicFolder(folderWith('a.svg'));
    const { status, headers } = await ask('/a.svg', { headers: { 'if-none-match': '"x"' } });
    expect(status).toBe(200);
    expect(headers.etag).toMatch(/^W\/"a-/);
  });

  test('that is not there leaves no header behind for what is answered instead', async () => {
    const ask = await servePublicFolder(folderWith('a.svg'));
    const { status, headers, body } = await ask('/b.svg', { headers: { 'if-none-match': '"x"' } });
    expect(status).toBe(404);
    expect(body.toString()).toBe('otherwise');
    expect(headers).not.toHaveProperty('etag');
    expect(headers).not.toHaveProperty('cache-control');
  });

  test.each(['/../a.txt', '/%2e%2e/a.txt', '/.an.svg', '/.git/a.svg', '/%E0%A4%A.svg', '/a.svg/'])(
    'is none: %s',
    async (target) => {
      const folder = folderWith(
        'public/a.svg/b.svg',
        'public/.an.svg',
        'public/.git/a.svg',
        'a.txt',
      );
      const ask = await servePublicFolder(join(folder, 'public'));
      expect((await ask(target)).status).toBe(404);
    },
  );

  test('that goes away while the server runs is not there any more', async () => {
    const folder = folderWith('a.svg', 'b.svg');
    const ask = await servePublicFolder(folder);
    rmSync(join(folder, 'a.svg'));
    expect((await ask('/a.svg')).status).toBe(404);
    expect((await ask('/b.svg')).status).toBe(200);
  });
});

describe('a part of a file', () => {
  test.each([
    ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['bytes=4-', 206, 'bytes 4-9/10', '456789'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=999999999999999-', 416, 'bytes */10', ''],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=0-0', 206, 'bytes 0-0/10', '0'],
    ['bytes=0-99999999999999999999', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=5-2', 416, 'bytes */10', ''],
    // These may be ignored, and are.
    ['bytes=0-1,3-4', 200, undefined, '0123456789'],
    ['bytes=x-y', 200, undefined, '0123456789'],
    ['bytes=', 200, undefined, '0123456789'],
    ['seiten=1-2', 200, undefined, '0123456789'],
  ])('%s is answered with %d', async (range, status, contentRange, body) => {
    const ask = await servePublicFolder(folderWith('a.svg'));
    const received = await ask('/a.svg', { headers: { range } });
    expect(received.status).toBe(status);
    expect(received.headers['content-range']).toBe(contentRange);
    expect(received.headers['x-content-type-options']).toBe('nosniff');
    expect(received.headers['cache-control']).toBe(
      status === 416 ? 'no-store' : 'public, max-age=3600',
    );
    expect(received.body.toString()).toBe(body);
  });

  test('is the whole for HEAD, which has no parts', async () => {
    const ask = await servePublicFolder(folderWith('a.svg'));
    const { status, headers } = await ask('/a.svg', {
      method: 'HEAD',
      headers: { range: 'bytes=0-3' },
    });
    expect([status, headers['content-length'], headers['content-range']]).toEqual([
      200,
      '10',
      undefined,
    ]);
  });

  test('is the whole after If-Range: a weak validator cannot promise that nothing changed', async () => {
    const ask = await servePublicFolder(folderWith('a.svg'));
    const { headers } = await ask('/a.svg');
    const asked = { range: 'bytes=0-3', 'if-range': headers.etag as string };
    expect((await ask('/a.svg', { headers: asked })).status).toBe(200);
  });
});

describe('a picture beside an article', () => {
  test.each([
    ['a plain name', 'articles/a.jpg'],
    ['Vietnamese and blanks', 'articles/2026/11/cảng mới.jpg'],
    ['marks', 'articles/a,b;c@2x+d&e=f$g.jpg'],
    ['a percent sign', 'articles/100%.jpg'],
    ['what looks encoded', 'articles/a%2Cb.jpg'],
  ])('is served: %s', async (_what, file) => {
    const ask = await servePictureOf(folderWith(file), file);
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body).toEqual(CONTENT);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
  });

  test('is found under the decomposed name that another system gave its file', async () => {
    const name = 'articles/cảng.jpg';
    const ask = await servePictureOf(folderWith(name.normalize('NFD')), name.normalize('NFC'));
    expect((await ask('/')).status).toBe(200);
  });

  test('that was changed has another validator', async () => {
    const folder = folderWith('a.jpg');
    const ask = await servePictureOf(folder, 'a.jpg');
    const before = (await ask('/')).headers.etag as string;
    expect((await ask('/', { headers: { 'if-none-match': before } })).status).toBe(304);
    utimesSync(join(folder, 'a.jpg'), 1, 1);
    expect((await ask('/', { headers: { 'if-none-match': before } })).status).toBe(200);
  });

  test('is not served when it is not there, or a folder', async () => {
    const folder = folderWith('b.jpg/c.jpg');
    expect((await (await servePictureOf(folder, 'a.jpg'))('/')).status).toBe(404);
    expect((await (await servePictureOf(folder, 'b.jpg'))('/')).status).toBe(404);
    expect((await (await servePictureOf(folder, 'b.jpg/c.jpg/d.jpg'))('/')).status).toBe(404);
    expect((await (await servePictureOf(folder, `${'a'.repeat(400)}.jpg`))('/')).status).toBe(404);
  });

  test('is none when it is a pipe, which could be waited for without end', async () => {
    const folder = folderWith('articles/a.jpg');
    execFileSync('mkfifo', [join(folder, 'articles/b.jpg')]);
    const ask = await servePictureOf(folder, 'articles/b.jpg');
    expect((await ask('/')).status).toBe(404);
  });

  test('is not served through a symbolic link, which could lead anywhere', async () => {
    const folder = folderWith('content/a.jpg', 'mat-khau.jpg');
    const content = join(folder, 'content');
    symlinkSync(join(folder, 'mat-khau.jpg'), join(content, 'link.jpg'));
    symlinkSync(folder, join(content, 'folder'));
    for (const file of ['link.jpg', 'folder/mat-khau.jpg'])
      expect((await (await servePictureOf(content, file))('/')).status).toBe(404);
  });

  test('is served from a content folder that is itself a link', async () => {
    const folder = folderWith('content/a.jpg');
    symlinkSync(join(folder, 'content'), join(folder, 'link'));
    expect((await (await servePictureOf(join(folder, 'link'), 'a.jpg'))('/')).status).toBe(200);
  });
});
