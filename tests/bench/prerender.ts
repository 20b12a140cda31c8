import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from './application';

/** What `next build` has made of all pages. */
export interface Prerendered {
  readonly seconds: number;
  /** Addresses that are files now. */
  readonly paths: readonly string[];
}

/** Pages of which a folder of files needs none, or has its own. */
const notCounted = new Set([
  '/_not-found',
  '/_global-error',
  '/trang-ban',
  '/trang-loi',
  '/trang-thieu',
]);

/**
 * Changes a copy of the application into one that prerenders all its pages when it is built, as a
 * plain Next.js application would: the same components, and no waiting for a request. What programs
 * read stays with requests: Next.js 16.4 ends a build that makes it static with an invariant.
 */
export function patchApplication(folder: string): void {
  const app = join(folder, 'app');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' });
  const config = join(folder, 'next.config.ts');
  const head = 'const nextConfig: NextConfig = {\n';
  const configured = readFileSync(config, 'utf8');
  if (!configured.includes(head)) throw new Error('next.config.ts begins otherwise');
  const unchecked = '  typescript: { ignoreBuildErrors: true },\n';
  // By default Next.js leaves one core free.
  const workers = `  experimental: {\n    cpus: ${availableParallelism()},\n`;
  writeFileSync(
    config,
    configured.replace(head, head + unchecked).replace('  experimental: {\n', workers),
  );
  copyFileSync(join(import.meta.dirname, 'prerender-params.ts'), join(app, '_static-params.ts'));
  for (const name of files.filter((file) => /\.tsx?$/.test(file))) {
    const route = dirname(name);
    const written = readFileSync(join(app, name), 'utf8');
    let text = written
      .replace("import { connection } from 'next/server';\n", '')
      .replace('  await connection();\n', '');
    if (/\bconnection\b/.test(text)) throw new Error(`app/${name} still waits for a request`);
    if (name.endsWith('page.tsx') && route.includes('['))
      text += `\nimport { paramsOf } from '@/app/_static-params';\nexport const generateStaticParams = () => paramsOf('${route}');\n`;
    if (text !== written) writeFileSync(join(app, name), text);
  }
}

/** Builds a copy that prerenders. */
export async function buildPrerendered(
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<Prerendered> {
  const seconds = await build(folder, environment);
  const manifest = JSON.parse(
    readFileSync(join(folder, '.next/prerender-manifest.json'), 'utf8'),
  ) as { readonly routes: Readonly<Record<string, unknown>> };
  const paths = Object.keys(manifest.routes).filter(
    (path) => !notCounted.has(path) && !path.includes('.'),
  );
  return { seconds, paths };
}
