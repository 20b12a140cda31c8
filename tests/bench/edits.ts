import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { paths } from '../../lib/site/routes';
import { slug } from '../../lib/vietnamese/slug';
import { createClient, textOf } from './client';
import { generateArticle } from './corpus/article';
import { fileOfArticle } from './corpus/newsroom';
import { figure, median } from './measure';
import type { Row, Table } from './report';
import { startMeasured } from './server';
import type { Workshop } from './workshop';

/** An edit that is nowhere to be seen after this time never will be. */
const LONGEST_MS = 60_000;
/** Between one look at a page and the next. */
const PAUSE_MS = 3;
/** Between one edit and the next. */
const REST_MS = 300;

/** How soon an edited article is new on its page, the front page, its section and its tag. */
export async function measureEdits(workshop: Workshop): Promise<readonly Table[]> {
  const rows: Row[] = [];
  for (const count of workshop.options.sizes) {
    workshop.log(`newsroom of ${figure(count)} articles`);
    rows.push(await editRepeatedly(workshop, count));
  }
  return [
    {
      title: 'From the change of a file until all four pages show it, milliseconds',
      rows,
      notes: [
        `${workshop.options.edits} edits of one article's title, by renaming and in place in turn; of each edit the slowest of its page, front page, section and tag.`,
        `A client on loopback asks for each page every ${PAUSE_MS} ms. The first edit comes as soon as the server listens and the pages have been asked for. Longest wait: of any of its requests meanwhile. Relapses: the old page after the new one.`,
        'Asked: of 100,000 articles 300 median and 1,000 at most, of 1,000 articles 150 median.',
      ],
    },
  ];
}

async function editRepeatedly(workshop: Workshop, count: number): Promise<Row> {
  const newsroom = workshop.newsroom(count);
  // Not the newest: that one stands at the head of the front page.
  const article = generateArticle(Math.max(0, count - 2), count);
  const file = join(newsroom, fileOfArticle(article));
  const before = readFileSync(file, 'utf8');
  const server = await startMeasured({
    CONTENT_DIR: newsroom,
    DATA_DIR: workshop.newPath('data'),
  });
  const pages = [
    { name: 'article', path: paths.article(article.slug) },
    { name: 'front page', path: paths.front() },
    { name: 'section', path: paths.section(article.section) },
    { name: 'tag', path: paths.tag(slug(article.tags[0])) },
  ].map(({ name, path }) => watchPage(server.origin, name, path));
  for (const page of pages) await page.begin(article.slug);
  const seen: Seen[] = [];
  for (let edit = 1; edit <= workshop.options.edits; edit += 1) {
    await sleep(REST_MS);
    const mark = `lần${String(edit).padStart(4, '0')}`;
    const changed = before.replace(article.title, `${article.title} ${mark}`);
    seen.push(
      await seeEdit(pages, mark, () => {
        if (edit % 2 === 0) renameOver(file, changed);
        else writeFileSync(file, changed);
      }),
    );
  }
  for (const page of pages) page.close();
  await server.stop();
  renameOver(file, before);
  const slowest = seen.map(({ times }) => Math.max(...times));
  const mediansOfPages = pages.map(({ name }, index): readonly [string, string] => [
    name,
    figure(median(seen.map(({ times }) => times[index] ?? 0))),
  ]);
  return {
    articles: figure(count),
    ...Object.fromEntries(mediansOfPages),
    'slowest, median': figure(median(slowest)),
    'slowest, most': figure(Math.max(...slowest)),
    'longest wait': figure(Math.max(...seen.map(({ longestWait }) => longestWait))),
    relapses: seen.reduce((sum, { relapses }) => sum + relapses, 0),
  };
}

/** What was seen of one edit. */
interface Seen extends Omit<Look, 'shownAt'> {
  /** From the change of the file until each page showed it, milliseconds. */
  readonly times: readonly number[];
}

async function seeEdit(
  pages: readonly WatchedPage[],
  mark: string,
  edit: () => void,
): Promise<Seen> {
  const progress = { left: pages.length };
  const looking = Promise.all(pages.map(({ watch }) => watch(mark, progress)));
  const begun = performance.now();
  edit();
  const looks = await looking;
  return {
    times: looks.map(({ shownAt }) => shownAt - begun),
    longestWait: Math.max(...looks.map(({ longestWait }) => longestWait)),
    relapses: looks.reduce((sum, { relapses }) => sum + relapses, 0),
  };
}

/** What a reader saw who looked at one page all the time. */
interface Look {
  /** When the new page first came, on the clock of `performance`. */
  readonly shownAt: number;
  /** The longest that a request took, milliseconds. */
  readonly longestWait: number;
  /** How often the old page came after the new one. */
  readonly relapses: number;
}

/** A page at which a reader looks again and again. */
interface WatchedPage {
  readonly name: string;
  /** Looks once. @throws when the page does not show the article of this slug */
  readonly begin: (slug: string) => Promise<void>;
  /** Looks until every page has shown the mark, this one among them. */
  readonly watch: (mark: string, progress: Progress) => Promise<Look>;
  readonly close: () => void;
}

/** How many pages have not shown an edit yet; all look on until none is left. */
interface Progress {
  left: number;
}

/** Looks at one page, as browsers do: with the validator of what it has. */
function watchPage(origin: string, name: string, path: string): WatchedPage {
  const client = createClient(origin);
  let etag = '';
  let text = '';
  const look = async () => {
    const answered = await client.get(path, etag === '' ? {} : { 'if-none-match': etag });
    if (answered.status === 200) {
      text = textOf(answered);
      etag = answered.headers.etag ?? '';
    } else if (answered.status !== 304) throw new Error(`${path} answers ${answered.status}`);
    return answered.milliseconds;
  };
  return {
    name,
    begin: async (name) => {
      await look();
      if (!text.includes(paths.article(name))) throw new Error(`${path} lacks the article`);
    },
    watch: async (mark, progress) => {
      const begun = performance.now();
      let [shownAt, longestWait, relapses] = [0, 0, 0];
      while (progress.left > 0) {
        longestWait = Math.max(longestWait, await look());
        const isShown = text.includes(mark);
        if (isShown && shownAt === 0) {
          shownAt = performance.now();
          progress.left -= 1;
        }
        if (!isShown && shownAt > 0) relapses += 1;
        if (performance.now() - begun > LONGEST_MS)
          throw new Error(`the edit is not everywhere; seen on ${path}: ${isShown}`);
        await sleep(PAUSE_MS);
      }
      return { shownAt, longestWait, relapses };
    },
    close: client.close,
  };
}

/** As git and many editors do: the file is whole before it has its name. */
function renameOver(file: string, text: string): void {
  const beside = join(dirname(file), '.being-written');
  writeFileSync(beside, text);
  renameSync(beside, file);
}
