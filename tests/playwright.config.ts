import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser } from '../lib/commands/find-browser';

const root = resolve(import.meta.dirname, '..');
const output = join(root, 'tests/.output');
const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('no browser: run "npm run browser" first');

/** A free port, chosen once: workers read the same configuration again. */
function portNamed(name: string): string {
  process.env[name] ??= execFileSync(process.execPath, [
    '-e',
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close(); })",
  ])
    .toString()
    .trim();
  return process.env[name];
}

const newsroomPort = portNamed('TEST_NEWSROOM_PORT');
const generatedPort = portNamed('TEST_GENERATED_PORT');

export default defineConfig({
  testDir: join(root, 'tests/e2e'),
  outputDir: join(output, 'results'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 60_000,
  use: {
    browserName: 'chromium',
    javaScriptEnabled: false,
    launchOptions: {
      executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: [
    {
      // The newspaper itself: what is in content/.
      command: 'npm run start',
      cwd: root,
      url: `http://127.0.0.1:${newsroomPort}/`,
      timeout: 60_000,
      env: {
        PORT: newsroomPort,
        SITE_URL: `http://127.0.0.1:${newsroomPort}`,
        CONTENT_DIR: join(root, 'content'),
        DATA_DIR: join(output, 'data-newsroom'),
      },
    },
    {
      // A generated newsroom, for what the real one does not have: many pages, every kind of text.
      command: 'npx tsx tests/e2e/write-generated-newsroom.ts && npm run start',
      cwd: root,
      url: `http://127.0.0.1:${generatedPort}/`,
      timeout: 60_000,
      env: {
        PORT: generatedPort,
        SITE_URL: `http://127.0.0.1:${generatedPort}`,
        CONTENT_DIR: join(output, 'generated-newsroom'),
        DATA_DIR: join(output, 'data-generated'),
      },
    },
  ],
});
