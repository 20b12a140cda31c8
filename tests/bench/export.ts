import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type Path } from '../../lib/site/routes';
import { build, copyApplication } from './application';
import { generateArticle } from './corpus/article';
import { fileOfArticle } from './corpus/newsroom';
import { runHugo } from './hugo';
import { figure } from './measure';
import { buildPrerendered, type Prerendered, patchApplication } from './prerender';
import { run } from './processes';
import type { Row, Table } from './report';
import { siteUrl } from './server';
import type { Workshop } from './workshop';

/** The export of a site, beside a `next build` that prerenders the same pages, and Hugo. */
export async function measureExport(workshop: Workshop): Promise<readonly Table[]> {
  const { articles } = workshop.options;
  const newsroom = workshop.newsroom(articles);
  const exported = await exportTwice(workshop, newsroom, articles);
  const { reading, plain, next } = await buildTwice(workshop, newsroom);
  const files = new Set(next.paths.map((path) => fileOf(path as Path)));
  const missing = [...exported.pages].filter((file) => !files.has(file));
  if (missing.length > 0)
    workshop.log(`exported, not prerendered: ${missing.length}, as ${missing[0]}`);
  const hugo = await runHugo(workshop, articles);
  const row = (what: string, pages: number, seconds: number): Row => ({
    what,
    pages: figure(pages),
    seconds: figure(seconds),
    'times the export': figure(seconds / exported.first),
  });
  return [
    {
      title: `${figure(articles)} articles, with their lists, tags and archive, as files`,
      rows: [
        row('`npm run export`, from nothing', exported.pages.size, exported.first),
        row('the same after one edit', exported.pages.size, exported.afterEdit),
        row(
          '`next build` that prerenders the same pages, from nothing',
          next.paths.length,
          reading + next.seconds,
        ),
        ...(hugo ? [row(`Hugo ${hugo.version}, minimal templates`, hugo.pages, hugo.seconds)] : []),
      ],
      notes: [
        'Asked: `next build` three times the export, and the second export at most 3 s.',
        `The export needs a build of the application (${figure(plain)} s, once a release); both read the files first (\`next build\` in a step of its own, ${figure(reading)} s); \`next build\` was spared the check of types, had built the same application before, and used every core.`,
        'Only the export also makes what programs read: feeds, site maps, social cards, Markdown.',
        'Hugo has articles, sections, tags, authors and their pages; no archive by days, no related articles, no neighbours, nothing about the page for machines.',
      ],
    },
  ];
}

interface Built {
  /** How long it takes to read the newsroom into a store, seconds. */
  readonly reading: number;
  /** How long `next build` takes that prerenders nothing, seconds. */
  readonly plain: number;
  readonly next: Prerendered;
}

async function buildTwice(workshop: Workshop, newsroom: string): Promise<Built> {
  const application = await copyApplication(workshop);
  const environment = {
    CONTENT_DIR: newsroom,
    DATA_DIR: workshop.newPath('data'),
    SITE_URL: siteUrl,
  };
  const { seconds: reading } = await run({
    command: process.execPath,
    parameters: ['--import', 'tsx', 'tests/bench/fill-store.ts'],
    environment,
  });
  const plain = await build(application, environment);
  workshop.log(`next build that prerenders nothing: ${figure(plain)} s`);
  patchApplication(application);
  const next = await buildPrerendered(application, environment);
  workshop.log(`next build that prerenders all: ${figure(next.seconds)} s`);
  return { reading, plain, next };
}

interface Exported {
  readonly first: number;
  readonly afterEdit: number;
  /** Names of the files of pages. */
  readonly pages: ReadonlySet<string>;
}

async function exportTwice(
  workshop: Workshop,
  newsroom: string,
  articles: number,
): Promise<Exported> {
  const out = workshop.newPath('exported');
  const exportOnce = async (what: string) => {
    const { seconds, said } = await run({
      command: process.execPath,
      parameters: ['--import', 'tsx', 'lib/commands/export.ts', '--out', out],
      environment: {
        NODE_ENV: 'production',
        CONTENT_DIR: newsroom,
        DATA_DIR: data,
        SITE_URL: siteUrl,
      },
    });
    workshop.log(`export ${what}: ${figure(seconds)} s (${said.trim().split('\n').at(-1)})`);
    return seconds;
  };
  const data = workshop.newPath('data');
  const first = await exportOnce('from nothing');
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.html') && !/^\d{3}\.html$/.test(name),
  );
  const article = generateArticle(Math.max(0, articles - 2), articles);
  const file = join(newsroom, fileOfArticle(article));
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace(article.title, `${article.title} lần hai`));
  const afterEdit = await exportOnce('after one edit');
  writeFileSync(file, before);
  return { first, afterEdit, pages: new Set(pages) };
}
