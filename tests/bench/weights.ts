import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { seedArticle } from '../e2e/sites';
import { createClient } from './client';
import { figure } from './measure';
import { root } from './processes';
import type { Table } from './report';
import { startMeasured } from './server';
import type { Workshop } from './workshop';

const pages: readonly (readonly [what: string, path: string])[] = [
  ['front page', '/'],
  ['article', seedArticle],
  ['section', '/chuyen-muc/thoi-su'],
  ['tag', '/chu-de/ky-anh'],
  ['authors', '/tac-gia'],
  ['archive', '/luu-tru'],
  ['page about the site', '/gioi-thieu'],
];

/** How many bytes a page is, in each coding, and the fonts. */
export async function measureWeights(workshop: Workshop): Promise<readonly Table[]> {
  const server = await startMeasured({ DATA_DIR: workshop.newPath('data') });
  const client = createClient(server.origin);
  const rows = [];
  for (const [page, path] of pages) {
    const bytesIn = async (coding: string) =>
      figure((await client.get(path, { 'accept-encoding': coding })).body.byteLength);
    rows.push({
      page,
      brotli: figure((await client.getBrotli(path)).body.byteLength),
      gzip: await bytesIn('gzip'),
      plain: await bytesIn('identity'),
    });
  }
  client.close();
  await server.stop();
  const folder = join(root, 'public/fonts');
  const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
  const bytes = fonts.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return [
    {
      title: 'Weight of a page as it travels, bytes',
      rows,
      notes: [
        `The styles are in the page; fonts: ${figure(bytes)} bytes in ${fonts.length} files.`,
      ],
    },
  ];
}
