import { createStore } from '@/lib/store/store';
import { configurationWith } from '../configuration';

// A process that reads a folder as fast as it can, to be killed at any moment by kill.test.ts.
const [contentDirectory = '', dataDirectory = ''] = process.argv.slice(2);
const store = await createStore({
  configuration: configurationWith({
    siteUrl: 'https://vi-du.vn',
    indexable: true,
    contentDirectory,
    dataDirectory,
  }),
  now: () => Date.now(),
  rulesVersion: 'test',
  report: () => undefined,
});
process.stdout.write('ready\n');
for (;;) {
  await store.sync();
  // A folder that has just changed is read again at once; one that has not leaves time to others.
  await new Promise((resolve) => setTimeout(resolve, 1));
}
