import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './processes';
import { siteUrl } from './server';
import type { Workshop } from './workshop';

const taken = ['app', 'lib', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Copies what `next build` needs, so that a build there leaves the one here alone. Packages too:
 * Turbopack follows no symbolic link out of its folder.
 */
export async function copyApplication(workshop: Workshop): Promise<string> {
  const folder = workshop.newPath('application');
  workshop.log('a copy of the application, with its packages');
  for (const name of [...taken, 'next.config.ts'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  await run({
    command: 'cp',
    parameters: ['-a', join(root, 'node_modules'), join(folder, 'node_modules')],
  });
  return folder;
}

/** Runs `next build` there. @returns how long it took, seconds */
export async function build(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const { seconds } = await run({
    command: process.execPath,
    parameters: ['node_modules/next/dist/bin/next', 'build'],
    environment: { NODE_ENV: 'production', SITE_URL: siteUrl, ...environment },
    folder,
  });
  return seconds;
}
