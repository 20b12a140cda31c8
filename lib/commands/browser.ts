import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { strings } from '../site/strings';
import { findBrowser } from './find-browser';

// Brings a browser for the tests: one that is there, Debian's, or Playwright's own.
const ways: readonly (() => boolean)[] = [
  () => true,
  () =>
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', ['update', '-qq']) &&
    run('env', [
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-roboto',
    ]),
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

function run(command: string, parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'inherit' }).status === 0;
}
