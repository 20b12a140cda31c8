import { setTimeout as sleep } from 'node:timers/promises';
import { paths } from '../../lib/site/routes';
import { type Addresses, findAddresses, mixOf } from './addresses';
import { buildTable } from './build';
import { type Client, createClient } from './client';
import { figure, median, memoryOf, memoryWithChildren } from './measure';
import type { Row, Table } from './report';
import { searchMix } from './search-mix';
import { startMeasured } from './server';
import type { Workshop } from './workshop';

const RENDERINGS = 200;
/** Between one rendering and the next, in which the brotli form of the last is made: an idle core. */
const REST_MS = 40;
/** A megabyte of documents holds fewer rounds than these. */
const FORGOTTEN_AFTER = 8;

/** What an archive costs by its size: starting, memory, the first rendering of each kind of page. */
export async function measureArchive(workshop: Workshop): Promise<readonly Table[]> {
  const columns: (readonly [string, Measured])[] = [];
  for (const count of workshop.options.sizes) {
    const measured = await measureSize(workshop, count);
    for (const [name, value] of Object.entries(measured)) workshop.log(`${name}: ${figure(value)}`);
    columns.push([`${figure(count)} articles`, measured]);
  }
  const names = Object.keys(columns.at(-1)?.[1] ?? {});
  const rows = names.map((name): Row => {
    const cells = columns.map(([column, measured]) => {
      const value = measured[name];
      return [column, value === undefined ? '–' : figure(value)];
    });
    return { cost: name, asked: asked[name] ?? '', ...Object.fromEntries(cells) };
  });
  return [
    {
      title: 'What an archive costs by its size',
      rows,
      notes: [
        'Asked: of 100,000 articles on two cores.',
        `First renderings: medians of ${RENDERINGS} (of pages that there is one of: ${RENDERINGS / FORGOTTEN_AFTER}), one request after the other over loopback, ${REST_MS} ms apart, gzip and the client included (in the server alone: rendering and compression by its Server-Timing; the first reader does not wait for brotli); the pages were in no cache, the bodies of the articles not rendered before.`,
        'Memory: resident, after 2,000 addresses of every kind, with the documents that are kept in it.',
      ],
    },
    await buildTable(workshop),
  ];
}

type Measured = Readonly<Record<string, number>>;

/** What the project has promised of 100,000 articles. */
const asked: Readonly<Record<string, string>> = {
  'first start, s': '≤ 150',
  'start with nothing changed, s': '≤ 5',
  'memory while serving, MB': '≤ 500',
  'first rendering: article, in the server alone, ms': '≤ 15',
  'first rendering: article, ms': '≤ 15',
};

async function measureSize(workshop: Workshop, count: number): Promise<Measured> {
  workshop.log(`newsroom of ${figure(count)} articles`);
  const environment = {
    CONTENT_DIR: workshop.newsroom(count),
    DATA_DIR: workshop.newPath('data'),
  };
  const first = await startMeasured(environment);
  const atFirst = memoryOf(first.pid).peak;
  await first.stop();

  const second = await startMeasured(environment);
  const client = createClient(second.origin);
  const addresses = await findAddresses(client, count);
  workshop.log('two thousand addresses');
  for (const address of mixOf(addresses)) await client.read(address);
  // A hundred searches as well, which a process of its own answers.
  for (const { request } of searchMix().slice(0, 100)) await client.read(paths.search(request));
  const serving = memoryOf(second.pid);
  const withSearch = memoryWithChildren(second.pid);
  client.close();
  await second.stop();

  return {
    'first start, s': first.seconds,
    'lines of progress': first.linesOfProgress,
    'memory at most in the first start, MB': atFirst,
    'start with nothing changed, s': second.seconds,
    'memory while serving, MB': serving.resident,
    'memory at most while serving, MB': serving.peak,
    'memory with the search process, MB': withSearch,
    ...(await measureRenderings(environment, addresses)),
  };
}

/** A server that keeps next to nothing, so that a page which comes again is rendered again. */
async function measureRenderings(
  environment: Readonly<Record<string, string>>,
  addresses: Addresses,
): Promise<Measured> {
  const server = await startMeasured({
    ...environment,
    DOCUMENTS_MEMORY_MB: '1',
    DOCUMENTS_DISK_MB: '0',
  });
  const client = createClient(server.origin);
  // Next.js loads the code of a page when it is first asked for it.
  for (const list of Object.values(kindsOf(addresses))) await client.read(list[0] ?? '/');
  const times = await renderInTurn(client, addresses);
  client.close();
  await server.stop();
  return Object.fromEntries(
    Object.entries(times)
      // A small archive has too few pages of a kind for one to be forgotten before it comes again.
      .filter(([, found]) => found.length >= RENDERINGS / FORGOTTEN_AFTER / 2)
      .map(([kind, found]) => [`first rendering: ${kind}, ms`, median(found)]),
  );
}

function kindsOf(addresses: Addresses): Readonly<Record<string, readonly string[]>> {
  return {
    article: addresses.otherArticles,
    'section, first page': addresses.sections,
    'section, deepest pages': addresses.deepest,
    tag: addresses.tags,
    'all tags': [paths.tags()],
    month: addresses.months,
    archive: [paths.archive()],
  };
}

/**
 * Asks for one page of each kind, again and again. Kinds of one page are asked for when others have
 * taken its place in memory; what came from memory nevertheless is not counted.
 */
async function renderInTurn(
  client: Client,
  addresses: Addresses,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const kinds = Object.entries(kindsOf(addresses));
  const inServer: number[] = [];
  const times: Record<string, number[]> = Object.fromEntries(kinds.map(([kind]) => [kind, []]));
  for (let round = 1; round <= RENDERINGS; round += 1) {
    for (const [kind, list] of kinds) {
      if (list.length === 1 && round % FORGOTTEN_AFTER > 0) continue;
      await sleep(REST_MS);
      const { status, headers, milliseconds } = await client.get(list[round % list.length] ?? '/');
      if (status !== 200) throw new Error(`${kind} answers ${status}`);
      const timing = String(headers['server-timing']);
      if (!/rendered/.test(timing)) continue;
      times[kind]?.push(milliseconds);
      if (kind === 'article') inServer.push(durationsIn(timing));
    }
  }
  return { 'article, in the server alone': inServer, ...times };
}

/** All that a server says it was at, milliseconds. @example durationsIn('a;dur=1.5, b;dur=2') // 3.5 */
function durationsIn(timing: string): number {
  return [...timing.matchAll(/dur=([\d.]+)/g)].reduce((sum, [, spent]) => sum + Number(spent), 0);
}
