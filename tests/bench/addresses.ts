import { paths } from '../../lib/site/routes';
import { slug } from '../../lib/vietnamese/slug';
import type { Client } from './client';
import { AUTHORS, generateArticle, tagNames } from './corpus/article';
import { createRandom } from './corpus/random';
import { sections } from './corpus/words';

/** Addresses of a generated newsroom, by kind; of each list the first page. */
export interface Addresses {
  /** Every second article, so that the others stay unasked for. */
  readonly articles: readonly string[];
  readonly otherArticles: readonly string[];
  readonly sections: readonly string[];
  /** The last 25 pages of each section, or as many as it has. */
  readonly deepest: readonly string[];
  /** Pages all over the sections. */
  readonly sectionPages: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly months: readonly string[];
  readonly days: readonly string[];
}

const MIX = 2_000;
const DEEPEST = 25;
const SPREAD = 50;

/** Finds the addresses of a newsroom of `count` articles; how many pages a section has, it asks. */
export async function findAddresses(client: Client, count: number): Promise<Addresses> {
  const all = Array.from({ length: count }, (_, n) => generateArticle(n, count));
  const dates = [...new Set(all.map(({ date }) => date.slice(0, 10)))].map(
    (date) => date.split('-').map(Number) as [number, number, number],
  );
  const deepest: string[] = [];
  const sectionPages: string[] = [];
  for (const [key] of sections) {
    const last = lastPageOf(await client.read(paths.section(key)), paths.section(key));
    const from = Math.max(2, last - DEEPEST + 1);
    for (let page = from; page <= last; page += 1) deepest.push(paths.section(key, page));
    for (let share = 0; share < SPREAD; share += 1)
      sectionPages.push(paths.section(key, 1 + Math.floor((share / SPREAD) * last)));
  }
  return {
    articles: all.filter((_, n) => n % 2 === 0).map((article) => paths.article(article.slug)),
    otherArticles: all.filter((_, n) => n % 2 === 1).map((article) => paths.article(article.slug)),
    sections: sections.map(([key]) => paths.section(key)),
    deepest,
    sectionPages: [...new Set(sectionPages)],
    tags: [...new Set(all.flatMap(({ tags }) => tags))]
      .sort((a, b) => tagNames.indexOf(a) - tagNames.indexOf(b))
      .map((name) => paths.tag(slug(name))),
    authors: Array.from({ length: AUTHORS }, (_, n) => paths.author(`nguoi-viet-${n + 1}`)),
    months: [...new Set(dates.map(([year, month]) => paths.month(year, month)))],
    days: dates.map(([year, month, day]) => paths.day({ year, month, day })),
  };
}

/** Two thousand addresses as readers and robots might ask for them, the same at every run. */
export function mixOf(addresses: Addresses): readonly string[] {
  const random = createRandom(MIX);
  const shares: readonly (readonly [readonly string[], number])[] = [
    [addresses.articles, 0.6],
    [addresses.sectionPages, 0.15],
    [addresses.tags, 0.1],
    [addresses.days, 0.05],
    [addresses.months, 0.05],
    [addresses.authors, 0.03],
    [['/', '/trang/2', paths.tags(), paths.authors(), paths.archive()], 0.02],
  ];
  return shares.flatMap(([from, share]) =>
    Array.from({ length: MIX * share }, () => from[random.below(from.length)] ?? '/'),
  );
}

function lastPageOf(html: string, list: string): number {
  const pages = [...html.matchAll(new RegExp(`href="?${list}/trang/(\\d+)`, 'g'))];
  return Math.max(1, ...pages.map(([, page]) => Number(page)));
}
