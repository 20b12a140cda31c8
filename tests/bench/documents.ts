import { writeFileSync } from 'node:fs';
import { seedArticle } from '../e2e/sites';
import { createClient } from './client';
import { compareUnderLoad, type Load, type Target } from './load';
import { figure } from './measure';
import { start } from './processes';
import type { Row, Table } from './report';
import { startMeasured } from './server';
import type { Workshop } from './workshop';

/** The article from memory, beside a bare Node http server that sends the same bytes. */
export async function measureDocuments(workshop: Workshop): Promise<readonly Table[]> {
  const server = await startMeasured({ DATA_DIR: workshop.newPath('data') });
  const client = createClient(server.origin);
  const { body, headers } = await client.getBrotli(seedArticle);
  client.close();
  const bodyFile = workshop.newPath('body.br');
  writeFileSync(bodyFile, body);
  const bare = start({
    command: process.execPath,
    parameters: ['--import', 'tsx', 'tests/bench/bare-server.ts', bodyFile],
  });
  const [bareOrigin] = await bare.untilSaid(/http:\S+/);
  workshop.log('four kinds of load, seven rounds each of four seconds');
  const coding = { 'accept-encoding': 'br, gzip' };
  const full = (url: string): Target => ({ url, headers: coding, status: 200 });
  const known = (url: string, etag: string): Target => ({
    url,
    headers: { ...coding, 'if-none-match': etag },
    status: 304,
  });
  const ourUrl = server.origin + seedArticle;
  const loads = await compareUnderLoad({
    'bare 200': full(bareOrigin),
    'our 200': full(ourUrl),
    'bare 304': known(bareOrigin, '"bare"'),
    'our 304': known(ourUrl, headers.etag ?? ''),
  });
  await bare.stop();
  await server.stop();
  return [
    {
      title: `A document from memory (${figure(body.byteLength)} bytes of brotli), beside a bare Node.js http server`,
      rows: [
        ...compared('200', loads['bare 200'], loads['our 200']),
        ...compared('304', loads['bare 304'], loads['our 304']),
      ],
      notes: [
        'autocannon, 32 connections over loopback, rounds in turn, medians.',
        'The bare server looks nothing up and sends the five headers it cannot do without.',
      ],
    },
  ];
}

function compared(answer: string, bare: Load, ours: Load): readonly Row[] {
  return [
    {
      answer,
      server: 'bare',
      'requests a second': figure(bare.requestsPerSecond),
      'p99, ms': figure(bare.p99),
    },
    {
      answer,
      server: 'Tòa Soạn',
      'requests a second': figure(ours.requestsPerSecond),
      'p99, ms': figure(ours.p99),
    },
    {
      answer,
      server: 'ratio',
      'requests a second': figure(ours.requestsPerSecond / bare.requestsPerSecond),
      'p99, ms': figure(ours.p99 / bare.p99),
    },
  ];
}
