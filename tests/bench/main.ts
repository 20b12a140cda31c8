import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { startServer, temporaryFolder } from '../e2e/own-server';
import { runCheck, writeArticles } from './check';
import { compareUnderLoad } from './load';

// `npm run bench`: how much the pages weigh, how fast they are sent, what the check of an archive takes.
const root = resolve(import.meta.dirname, '../..');
const article =
  '/bai-viet/xay-dung-nen-quoc-phong-toan-dan-gan-voi-the-tran-an-ninh-nhan-dan-khu-vuc-phia-nam-ha-tinh';
const pages = [
  '/',
  article,
  '/chuyen-muc/thoi-su',
  '/chu-de/ky-anh',
  '/tac-gia',
  '/luu-tru',
  '/gioi-thieu',
];

const folder = await temporaryFolder();
const server = await startServer({ DATA_DIR: join(folder.path, 'data') });

console.log('\nWeight as served, bytes');
const weights = [];
for (const path of pages) {
  const [br, gzip, identity] = await Promise.all(
    ['br', 'gzip', 'identity'].map(
      async (coding) => (await fetchRaw(server.origin + path, coding)).byteLength,
    ),
  );
  weights.push({ page: path === article ? '/bai-viet/… (Kỳ Anh)' : path, br, gzip, identity });
}
console.table(weights);
const fonts = readdirSync(join(root, 'public/fonts')).filter((name) => name.endsWith('.woff2'));
const fontBytes = fonts.reduce(
  (sum, name) => sum + statSync(join(root, 'public/fonts', name)).size,
  0,
);
console.log(`Fonts: ${fontBytes} bytes in ${fonts.length} files`);

const body = await fetchRaw(server.origin + article, 'br');
mkdirSync(join(root, 'tests/.output'), { recursive: true });
const bodyFile = join(root, 'tests/.output/bench-body.br');
writeFileSync(bodyFile, body);
const bare = spawn(
  process.execPath,
  ['--import', 'tsx', join(root, 'tests/bench/bare-server.ts'), bodyFile],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const [bareOrigin] = (await once(bare.stdout, 'data')).map((chunk) => String(chunk).trim());

console.log('\nThe article from memory, beside a bare Node http server that sends the same bytes');
const loads = await compareUnderLoad(
  { 'bare Node': bareOrigin ?? '', 'Tòa Soạn': server.origin + article },
  { 'accept-encoding': 'br, gzip' },
);
console.table(loads);
const ratio =
  (loads['Tòa Soạn']?.requestsPerSecond ?? 0) / (loads['bare Node']?.requestsPerSecond ?? 1);
console.log(`Ratio: ${ratio.toFixed(2)}`);

bare.kill();
await server.stop();

const ARTICLES = 10_000;
console.log(`\nThe check of ${ARTICLES} generated articles: first run, then with nothing changed`);
const archive = join(folder.path, 'archive');
writeArticles(archive, ARTICLES);
console.table([
  await runCheck(archive, join(folder.path, 'checked')),
  await runCheck(archive, join(folder.path, 'checked')),
]);
await folder.remove();

/** The body as it travels, not decoded. */
async function fetchRaw(url: string, coding: string): Promise<Buffer> {
  const outgoing = request(url, { headers: { 'accept-encoding': coding } });
  outgoing.end();
  const [incoming] = await once(outgoing, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}
