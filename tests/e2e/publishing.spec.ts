import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'playwright/test';
import { startServer, temporaryFolder } from './own-server';
import { generated, seedArticle } from './sites';

const root = resolve(import.meta.dirname, '../..');
const seedFile = `articles/2020/12/${seedArticle.slice('/bai-viet/'.length)}.md`;
const secret = 'chi-toa-soan-biet-chuoi-nay';

test('a newsroom publishes by a request, and is told what is up and what is wrong', async () => {
  const folder = await temporaryFolder();
  const content = join(folder.path, 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  const server = await startServer({
    ...{ CONTENT_DIR: content, DATA_DIR: join(folder.path, 'data'), PUBLISH_SECRET: secret },
  });
  const publish = (authorization: string) =>
    fetch(`${server.origin}/api/publish`, { method: 'POST', headers: { authorization } });
  const original = await readFile(join(content, seedFile), 'utf8');
  expect((await fetch(`${server.origin}/bai-viet/bai-moi-de-thu`)).status).toBe(404);

  await writeFile(
    join(content, 'articles/bai-moi-de-thu.md'),
    original.replace(/^title: .*$/m, 'title: Bài mới để thử'),
  );
  await writeFile(join(content, 'articles/hong.md'), '---\ntitle: Hỏng\n');
  const answer = await publish(`Bearer ${secret}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const told = await answer.json();
  expect(told.changed).toEqual(['articles/bai-moi-de-thu.md', 'articles/hong.md']);
  expect(told.problems).toContainEqual({
    ...{ file: 'articles/hong.md', line: 1, column: 1, severity: 'error' },
    code: 'front-matter-unclosed',
    message: expect.stringContaining('chưa được đóng lại'),
    fix: expect.any(String),
  });
  expect(told.fresh).toEqual(expect.arrayContaining(['/bai-viet/bai-moi-de-thu', '/']));
  for (const path of told.fresh) {
    const page = await fetch(server.origin + path);
    expect(page.status, path).toBe(200);
    if (path === '/bai-viet/bai-moi-de-thu')
      expect(await page.text()).toContain('Bài mới để thử</h1>');
  }

  await rm(join(content, 'articles/bai-moi-de-thu.md'));
  expect((await (await publish(`Bearer ${secret}`)).json()).removed).toBe(1);
  expect((await fetch(`${server.origin}/bai-viet/bai-moi-de-thu`)).status).toBe(404);

  expect((await publish(`Bearer ${secret}!`)).status).toBe(401);
  expect((await fetch(`${server.origin}/api/publish`)).status).toBe(405);
  expect(server.output()).not.toContain(secret);
  await server.stop();
  await folder.remove();
});

test('where no secret is set there is no such address', async ({ request }) => {
  expect((await request.get(`${generated}/api/publish`)).status()).toBe(404);
  const headers = { authorization: 'Bearer undefined' };
  expect((await request.post(`${generated}/api/publish`, { headers })).status()).toBe(405);
});

test('a secret that is too short keeps the server from starting, and is not repeated', async () => {
  const server = await startServer({ PUBLISH_SECRET: 'ngan-qua' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toBe(
    'PUBLISH_SECRET phải dài từ 16 đến 256 ký tự ASCII, không có dấu cách. Tạo một chuỗi ngẫu nhiên, ví dụ bằng lệnh: openssl rand -hex 32.\n',
  );
});
