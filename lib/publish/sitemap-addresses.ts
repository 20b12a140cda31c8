import { type ListSitemap, listSitemaps, type MachineRoute } from '../site/machine-routes';
import { type Path, pathOf, paths } from '../site/routes';
import type { Edition } from '../store/edition';
import { pagesOf } from '../store/lists';
import { PART_SIZE } from '../store/sitemaps';
import { routesOfYear } from './archive-addresses';

/** A page as a site map names it. */
export interface SitemapAddress {
  readonly path: Path;
  /** When what it shows last changed, epoch milliseconds; absent where nobody could say. */
  readonly modified?: number | undefined;
}

/** A site map, and when it last changed. */
export interface Sitemap {
  readonly route: Extract<MachineRoute, { kind: `sitemap-${string}` }>;
  /** Epoch milliseconds. */
  readonly modified?: number | undefined;
}

/** Every site map that the index names: those of lists, of the archive by year, of articles by month. */
export function sitemapsOf(edition: Edition): readonly Sitemap[] {
  const months = edition.sitemapMonths();
  return [
    ...listSitemaps.flatMap((lists) => {
      const listed = listedOf(edition, lists);
      const modified = newestOf(listed);
      return numbers(partsOf(listed)).map(
        (part): Sitemap => ({ route: { kind: 'sitemap-lists', lists, part }, modified }),
      );
    }),
    ...edition.years().map(
      ({ entry: year }): Sitemap => ({
        route: { kind: 'sitemap-year', year },
        modified: newestOf(months.filter((month) => month.year === year)),
      }),
    ),
    ...months.flatMap(({ year, month, parts, modified }) =>
      numbers(parts).map(
        (part): Sitemap => ({ route: { kind: 'sitemap-month', year, month, part }, modified }),
      ),
    ),
  ];
}

/** One part of a site map of lists; empty past the last. @param part from 1 */
export function partOfLists(
  edition: Edition,
  lists: ListSitemap,
  part: number,
): readonly SitemapAddress[] {
  const start = (part - 1) * PART_SIZE;
  return listedOf(edition, lists)
    .flatMap(addressesOf)
    .slice(start, start + PART_SIZE);
}

/** How many parts a site map of lists has. */
export function partsOfLists(edition: Edition, lists: ListSitemap): number {
  return partsOf(listedOf(edition, lists));
}

/** What the site map of a year of the archive names. */
export function addressesOfYear(edition: Edition, year: number): readonly SitemapAddress[] {
  return routesOfYear(edition, year).map((route) => ({ path: pathOf(route) }));
}

/** A page, or a list of several, that search engines may keep. */
interface Listed {
  readonly pages: number;
  readonly pathOf: (page: number) => Path;
  /** When the first page last changed, epoch milliseconds; absent where nobody could say. */
  readonly modified?: number | undefined;
}

/** All of a kind that search engines may keep: what is empty is `noindex`. */
function listedOf(edition: Edition, lists: ListSitemap): readonly Listed[] {
  switch (lists) {
    case 'danh-muc':
      return ownLists(edition);
    case 'chu-de':
      return edition
        .tags()
        .flatMap(({ entry: { slug }, count, newest }) =>
          listed(count, newest, (page) => paths.tag(slug, page)),
        );
    case 'tac-gia':
      return edition
        .authors()
        .flatMap(({ entry: { key }, count, newest }) =>
          listed(count, newest, (page) => paths.author(key, page)),
        );
  }
}

function ownLists(edition: Edition): readonly Listed[] {
  const all = edition.listAll(1);
  const counts = edition.sectionCounts();
  const corrections = edition.corrections(1);
  const directories: readonly (readonly [path: Path, isKept: boolean])[] = [
    [paths.tags(), edition.tags().length > 0],
    [paths.authors(), edition.authors().length > 0],
    [paths.archive(), edition.years().length > 0],
  ];
  return [
    ...listed(all?.total ?? 0, all?.newest?.epochMs, paths.front),
    ...edition.sections().flatMap(({ key }) => {
      const { count = 0, newest } = counts.get(key) ?? {};
      return listed(count, newest, (page) => paths.section(key, page));
    }),
    ...edition.sitePages().map(({ slug }) => alone(paths.sitePage(slug))),
    ...directories.flatMap(([path, isKept]) => (isKept ? [alone(path)] : [])),
    ...listed(
      corrections?.total ?? 0,
      corrections?.entries[0]?.correction.date.epochMs,
      paths.corrections,
    ),
  ];
}

function listed(
  total: number,
  modified: number | undefined,
  pathOf: (page: number) => Path,
): readonly Listed[] {
  return total === 0 ? [] : [{ pages: pagesOf(total), pathOf, modified }];
}

function alone(path: Path): Listed {
  return { pages: 1, pathOf: () => path };
}

/** The pages of a list. Of later ones nobody can say when they changed: they shift with every article. */
function addressesOf({ pages, pathOf, modified }: Listed): readonly SitemapAddress[] {
  return numbers(pages).map((page) => ({
    path: pathOf(page),
    ...(page === 1 && { modified }),
  }));
}

function partsOf(lists: readonly Listed[]): number {
  return Math.ceil(lists.reduce((sum, { pages }) => sum + pages, 0) / PART_SIZE);
}

function newestOf(
  dated: readonly { readonly modified?: number | undefined }[],
): number | undefined {
  return dated.reduce<number | undefined>(
    (newest, { modified }) =>
      newest === undefined || (modified ?? 0) > newest ? modified : newest,
    undefined,
  );
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
