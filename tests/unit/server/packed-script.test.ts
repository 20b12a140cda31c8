import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { servePublic } from '@/lib/server/files';
import { commonHeaders } from '@/lib/server/headers';
import { listenOnLoopback } from './loopback';

const TEXT = `// Gợi ý khi gõ.\n${'offer();\n'.repeat(100)}`;

async function serveScript(name = 'search.0a1b2c3d.js') {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = () => writeFileSync(join(folder, name), TEXT);
  write();
  const serve = servePublic(folder, commonHeaders(true));
  const ask = await listenOnLoopback((request, response) => {
    serve(request, response).then((served) => {
      if (!served) response.writeHead(404).end('otherwise');
    });
  });
  return { ask, write, folder };
}

describe('a script whose name carries its hash', () => {
  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['', undefined, (body: Buffer) => body],
  ] as const)(
    'comes in the best coding for %j, and is kept for a year',
    async (accepted, coding, decode) => {
      const { ask } = await serveScript();
      const target = '/search.0a1b2c3d.js?x=1';
      const { status, headers, body } = await ask(target, {
        headers: { 'accept-encoding': accepted },
      });
      expect(status).toBe(200);
      expect(decode(body).toString()).toBe(TEXT);
      expect(headers['content-encoding']).toBe(coding);
      expect(headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'content-length': String(body.byteLength),
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  test('has the headers of GET for HEAD, and no body', async () => {
    const { ask } = await serveScript();
    const withoutDate = ({ date: _, ...headers }: Record<string, unknown>) => headers;
    const head = await ask('/search.0a1b2c3d.js', { method: 'HEAD' });
    expect(head.body).toHaveLength(0);
    expect(withoutDate(head.headers)).toEqual(
      withoutDate((await ask('/search.0a1b2c3d.js')).headers),
    );
  });

  test('is found once it is there, whoever asked before', async () => {
    const { ask, write, folder } = await serveScript();
    rmSync(join(folder, 'search.0a1b2c3d.js'));
    expect((await ask('/search.0a1b2c3d.js')).status).toBe(404);
    write();
    expect((await ask('/search.0a1b2c3d.js')).status).toBe(200);
  });
});

test('a script without a hash is a file like any other', async () => {
  const { ask } = await serveScript('a.js');
  const { headers } = await ask('/a.js', { headers: { 'accept-encoding': 'br' } });
  expect(headers).not.toHaveProperty('content-encoding');
  expect(headers['cache-control']).toBe('public, max-age=3600');
});
