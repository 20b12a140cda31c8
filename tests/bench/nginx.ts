import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNginx } from '../../lib/commands/find-nginx';
import { fileOf, type Path, paths } from '../../lib/site/routes';
import { type OwnNginx, startNginx } from '../e2e/own-nginx';
import { createClient } from './client';
import { generateArticle } from './corpus/article';
import { figure, median, processorTimeOf } from './measure';
import { isThere } from './processes';
import type { Row, Table } from './report';
import { startMeasured } from './server';
import type { Workshop } from './workshop';
import { loadWithWrk, wrk } from './wrk';

const ARTICLES = 200;
const ROUNDS = 7;
const SECONDS = 4;

/** The least that nginx needs to send files with the compressed forms beside them. */
const plain = `upstream unused {
  server 127.0.0.1:3000;
}
server {
  listen 80;
  location / {
    root /srv/toa-soan/.data/documents/current;
    gzip_static on;
    brotli_static on;
    types { text/html html; }
  }
  location /fonts/ { root /srv/toa-soan/public; }
}
`;

/** nginx over the folder of documents, beside nginx over a plain folder of the same bytes. */
export async function measureNginx(workshop: Workshop): Promise<readonly Table[]> {
  if (!findNginx()) {
    workshop.log('left out: no nginx with its brotli module is here (npm run browser brings it)');
    return [];
  }
  if (!isThere(wrk)) {
    workshop.log('left out: wrk is not here (apt-get install wrk)');
    return [];
  }
  const dataDirectory = workshop.newPath('data');
  const pages = await printPages(workshop, dataDirectory);
  const plainData = workshop.newPath('plain');
  cpSync(join(dataDirectory, 'documents/current'), join(plainData, 'documents/current'), {
    recursive: true,
    dereference: true,
  });
  const ours = await startSide(workshop, dataDirectory, pages, (written) => written);
  const files = pages.map((page) => `/${fileOf(page)}`);
  const other = await startSide(workshop, plainData, files, () => plain);
  workshop.log(`${ROUNDS} rounds each of ${SECONDS} seconds, in turn`);
  for (const side of [ours, other]) await loadSide(side, 1);
  for (const side of [ours, other]) side.rounds.length = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Whoever comes second in a round meets the machine as the first has left it.
    for (const side of round % 2 === 0 ? [ours, other] : [other, ours])
      await loadSide(side, SECONDS);
  }
  for (const side of [ours, other]) await side.nginx.stop();
  return [tableOf(medianOf(other), medianOf(ours))];
}

/** What was seen of one nginx for a while. */
interface Round {
  /** Requests a second. */
  readonly rate: number;
  /** Time on a processor for each of them. */
  readonly microseconds: number;
  /** Share of the time, percent, that its worker was on a processor. */
  readonly busy: number;
}

/** One nginx, what it is asked for, and what was seen of it. */
interface Side {
  readonly nginx: OwnNginx;
  /** Its own folder. */
  readonly folder: string;
  readonly worker: number;
  readonly paths: readonly string[];
  readonly rounds: Round[];
}

async function startSide(
  workshop: Workshop,
  dataDirectory: string,
  asked: readonly string[],
  edit: (written: string) => string,
): Promise<Side> {
  const folder = workshop.newPath('nginx');
  const nginx = await startNginx(folder, {
    dataDirectory,
    // Nothing listens there: every page has to come from the folder.
    node: 'http://127.0.0.1:9',
    edit: (written) =>
      edit(written).replace('listen 80;', 'listen 80;\n  keepalive_requests 100000000;'),
  });
  const master = readFileSync(join(folder, 'nginx.pid'), 'utf8').trim();
  const children = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8');
  return { nginx, folder, worker: Number(children.trim().split(' ')[0]), paths: asked, rounds: [] };
}

async function loadSide({ nginx, folder, worker, paths: asked, rounds }: Side, seconds: number) {
  const before = processorTimeOf(worker);
  const script = join(folder, 'pages.lua');
  const load = await loadWithWrk(nginx.origin, asked, seconds, script);
  const spent = processorTimeOf(worker) - before;
  rounds.push({
    rate: load.requestsPerSecond,
    microseconds: (spent / load.requests) * 1e6,
    busy: (100 * spent) / seconds,
  });
}

/** Has a server print some articles, and waits until they are in its folder. */
async function printPages(workshop: Workshop, dataDirectory: string): Promise<readonly Path[]> {
  const pages = Array.from({ length: ARTICLES }, (_, n) =>
    paths.article(generateArticle(n, ARTICLES).slug),
  );
  const server = await startMeasured({
    CONTENT_DIR: workshop.newsroom(ARTICLES),
    DATA_DIR: dataDirectory,
  });
  const client = createClient(server.origin);
  for (const page of pages) await client.read(page);
  client.close();
  await sleep(1_000);
  await server.stop();
  return pages;
}

function medianOf({ rounds }: Side): Round {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  return {
    rate: of(({ rate }) => rate),
    microseconds: of(({ microseconds }) => microseconds),
    busy: of(({ busy }) => busy),
  };
}

function tableOf(plainFolder: Round, documents: Round): Table {
  const row = (what: string, { rate, microseconds, busy }: Round): Row => ({
    'nginx over': what,
    'requests a second': figure(rate),
    'processor time a request, µs': figure(microseconds),
    'worker busy': `${busy.toFixed(0)}%`,
  });
  return {
    title: 'nginx over the folder of documents, beside nginx over any folder',
    rows: [
      row('plain folder', plainFolder),
      row('documents, our configuration', documents),
      {
        'nginx over': 'ratio',
        'requests a second': figure(documents.rate / plainFolder.rate),
        'processor time a request, µs': figure(documents.microseconds / plainFolder.microseconds),
        'worker busy': '',
      },
    ],
    notes: [
      `${ARTICLES} articles in brotli, one worker, 32 connections of wrk, rounds in turn, medians. Asked: 0.95 of the requests.`,
      'Where a worker is not busy all the time, it waits for the load generator: its processor time then tells more than its requests.',
    ],
  };
}
