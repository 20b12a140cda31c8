import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { matchRoute, paths } from '../../lib/site/routes';
import { slug } from '../../lib/vietnamese/slug';
import { type Client, createClient, textOf } from './client';
import { generateArticle } from './corpus/article';
import { figure, median } from './measure';
import type { Row, Table } from './report';
import { type MeasuredServer, startMeasured } from './server';
import type { Workshop } from './workshop';

/** First renderings of each kind; of what there is one of, the same again when it is forgotten. */
const ROUNDS = 12;
/** Between one rendering and the next. */
const REST_MS = 40;
/** Pages of articles that fill the megabyte of documents, so that what there is one of is forgotten. */
const FILLING = 40;
/** An old document is shown a second at most after a change. */
const OLD_SHOWN_MS = 1_500;
/** How soon a new article must be in the site map of its month; after this it never will be. */
const LONGEST_MS = 60_000;

/** What programs read: how soon it is first there, and what of it a new article changes. */
export async function measureMachines(workshop: Workshop): Promise<readonly Table[]> {
  const columns: (readonly [string, Measured])[] = [];
  for (const count of workshop.options.sizes) {
    workshop.log(`newsroom of ${figure(count)} articles`);
    columns.push([`${figure(count)} articles`, await measureSize(workshop, count)]);
  }
  const names = [...new Set(columns.flatMap(([, measured]) => Object.keys(measured)))];
  const rows = names.map((name): Row => {
    const cells = columns.map(([column, measured]) => [column, measured[name] ?? '–']);
    return {
      cost: name,
      asked: /^(?:site map|news sitemap)/.test(name) ? '≤ 100' : '',
      ...Object.fromEntries(cells),
    };
  });
  return [
    {
      title: 'What programs read, by the size of the archive',
      rows,
      notes: [
        `First renderings, milliseconds: medians of ${ROUNDS}, and the most, one request after the other over loopback, ${REST_MS} ms apart, gzip and the client included. Asked: of 100,000 articles.`,
        'Then an article is added: every site map is read before and after, and their bytes are compared.',
      ],
    },
  ];
}

type Measured = Readonly<Record<string, string>>;

const COUNT = 'number of site maps';

async function measureSize(workshop: Workshop, count: number): Promise<Measured> {
  const newsroom = workshop.newsroom(count);
  // Next to nothing is kept, so that what comes again is rendered again.
  const server = await startMeasured({
    CONTENT_DIR: newsroom,
    DATA_DIR: workshop.newPath('data'),
    DOCUMENTS_MEMORY_MB: '1',
    DOCUMENTS_DISK_MB: '0',
  });
  const client = createClient(server.origin);
  try {
    const sitemaps = await listSitemaps(client);
    const times = await renderInTurn(client, kindsOf(sitemaps, count), fillingOf(count));
    const changed = await addArticle(client, newsroom, count, sitemaps);
    return {
      ...times,
      [COUNT]: figure(sitemaps.length),
      'changed by a new article': changed.join(', '),
    };
  } finally {
    client.close();
    await stop(server);
  }
}

const stop = (server: MeasuredServer) => server.stop();

/** Paths of the index and all that it names. */
async function listSitemaps(client: Client): Promise<readonly string[]> {
  const index = await client.read(paths.sitemap());
  const named = [...index.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)];
  return [paths.sitemap(), ...named.map(([, path = '']) => path)];
}

/** What is asked for, by kind. */
function kindsOf(
  sitemaps: readonly string[],
  count: number,
): Readonly<Record<string, readonly string[]>> {
  const ofKind = (kind: string) => sitemaps.filter((path) => matchRoute(path)?.kind === kind);
  const articles = Array.from({ length: ROUNDS }, (_, index) =>
    generateArticle(Math.floor(((index + 1) * count) / (ROUNDS + 1)), count),
  );
  const tags = [...new Set(articles.map(({ tags: [first] }) => slug(first)))];
  const feed = (tag: string) => paths.feed({ of: 'tag', key: tag }, 'rss');
  return {
    'site map index': ofKind('sitemap-index'),
    'site map of a month': ofKind('sitemap-month'),
    'site map of a year of the archive': ofKind('sitemap-year'),
    'site map of lists': ofKind('sitemap-lists'),
    'news sitemap': [paths.newsSitemap()],
    'feed of the site, RSS': [paths.feed({ of: 'site' }, 'rss')],
    'feed of a tag, RSS': tags.map(feed),
    OPML: [paths.opml()],
    'Markdown of an article': articles.map((article) => paths.articleText(article.slug)),
    'social card of an article': articles.map((article) =>
      paths.card({ of: 'article', key: article.slug }),
    ),
  };
}

function fillingOf(count: number): readonly string[] {
  return Array.from({ length: FILLING }, (_, index) =>
    paths.article(generateArticle(index * 2, count).slug),
  );
}

async function renderInTurn(
  client: Client,
  kinds: Readonly<Record<string, readonly string[]>>,
  filling: readonly string[],
): Promise<Measured> {
  const times = new Map<string, number[]>();
  // Next.js loads the code of a page when it is first asked for it.
  for (const list of Object.values(kinds)) await client.get(list[0] ?? '/');
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const path of filling) await client.get(path);
    for (const [kind, list] of Object.entries(kinds)) {
      await sleep(REST_MS);
      const path = list[round % list.length] ?? '/';
      const { status, headers, milliseconds } = await client.get(path);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
      if (!/rendered/.test(String(headers['server-timing']))) continue;
      times.set(kind, [...(times.get(kind) ?? []), milliseconds]);
    }
  }
  return Object.fromEntries(
    [...times].map(([kind, found]) => [
      kind,
      `${figure(median(found))} (${figure(Math.max(...found))})`,
    ]),
  );
}

/** Adds an article, and takes it away again. @returns the site maps whose bytes are others with it */
async function addArticle(
  client: Client,
  newsroom: string,
  count: number,
  sitemaps: readonly string[],
): Promise<readonly string[]> {
  const hashes = async () => {
    const found = new Map<string, string>();
    for (const path of sitemaps) {
      const body = textOf(await client.get(path));
      found.set(path, createHash('sha256').update(body).digest('hex'));
    }
    return found;
  };
  const before = await hashes();
  const article = generateArticle(count, count + 1);
  const file = join(newsroom, 'articles/bai-moi.md');
  writeFileSync(file, article.text);
  try {
    const month = paths.sitemapOfMonth(
      Number(article.date.slice(0, 4)),
      Number(article.date.slice(5, 7)),
    );
    const begun = performance.now();
    while (!(await client.get(month).then(textOf)).includes('/bai-viet/bai-moi<')) {
      if (performance.now() - begun > LONGEST_MS) throw new Error('the new article is not named');
      await sleep(REST_MS);
    }
    await sleep(OLD_SHOWN_MS);
    const after = await hashes();
    return sitemaps.filter((path) => before.get(path) !== after.get(path));
  } finally {
    rmSync(file);
  }
}
