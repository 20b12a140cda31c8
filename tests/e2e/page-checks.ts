import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has against a page as it stands; scripts must be on. */
export function violationsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(`${axeSource}; axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`);
}

/** How wide a page is, and how wide the window that shows it; scripts must be on. */
export function widthsOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
}

/** False where the Nu HTML checker cannot run: it is a Java program. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}

/**
 * What the Nu HTML checker has against some pages; empty when nothing.
 * @param pages name of each, and its HTML
 */
export async function nuErrorsOf(
  pages: readonly (readonly [name: string, html: string])[],
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'nu-'));
  const files = await Promise.all(
    pages.map(async ([name, html]) => {
      const file = join(directory, `${name.replaceAll(' ', '-')}.html`);
      await writeFile(file, html);
      return file;
    }),
  );
  const jar = join(require.resolve('vnu-jar/package.json'), '..', 'build/dist/vnu.jar');
  const options = ['-jar', jar, '--errors-only', '--stdout'];
  const { stdout, stderr } = spawnSync('java', [...options, ...files]);
  return stdout.toString() + stderr.toString();
}
