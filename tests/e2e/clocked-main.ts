import { resolve } from 'node:path';
import { serve } from '../../lib/server/serve';
import { configurationWith } from '../unit/configuration';

// The whole server, with its clock in the hands of a test: it goes where a message sets it.
const [contentDirectory = '', dataDirectory = '', port = '', startsAt = '', own = '{}'] =
  process.argv.slice(2);
let now = Number(startsAt);
process.on('message', (moment: number) => {
  now = moment;
  process.send?.('set');
});
// A test that was broken off stops nothing.
process.on('disconnect', () => process.exit());
await serve({
  configuration: configurationWith({
    port: Number(port),
    siteUrl: `http://127.0.0.1:${port}`,
    indexable: true,
    contentDirectory,
    dataDirectory,
    ...JSON.parse(own),
  }),
  applicationDirectory: resolve(import.meta.dirname, '../..'),
  isDevelopment: false,
  now: () => now,
  rulesVersion: 'test',
  documentsVersion: 'test',
  report: () => undefined,
  log: () => undefined,
  logFailure: (line, cause) => console.error(line, cause),
});
process.send?.('ready');
