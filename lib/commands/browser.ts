import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { strings } from '../site/strings';
import { findBrowser } from './find-browser';
import { findNginx } from './find-nginx';

// Brings a browser for the tests: one that is there, Debian's, or Playwright's own.
const ways: readonly (() => boolean)[] = [
  () => true,
  () => installFromDebian('chromium', 'fonts-roboto'),
  () => run('npx', ['playwright', 'install', 'chromium']),
];

let found: string | undefined;
for (const way of ways) {
  if (way()) found = findBrowser();
  if (found !== undefined) break;
}
if (found === undefined) {
  console.error(strings.browserMissing);
  process.exitCode = 1;
} else {
  console.log(strings.browserFound(found));
}

// And nginx, whose tests are left out where it is not.
if (!findNginx()) installFromDebian('nginx', 'libnginx-mod-http-brotli-static');
if (!findNginx()) console.warn(strings.nginxMissing);

function installFromDebian(...packages: readonly string[]): boolean {
  return (
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', ['update', '-qq']) &&
    run('env', [
      'DEBIAN_FRONTEND=noninteractive',
      // A server that comes is for the tests to start, not for the system.
      'RUNLEVEL=1',
      ...['apt-get', 'install', '-y', '-qq', '--no-install-recommends'],
      ...packages,
    ])
  );
}

function run(command: string, parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'inherit' }).status === 0;
}
