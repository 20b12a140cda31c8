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
      const addresses = addressesOfLists(edition, lists);
      const modified = newestOf(addresses);
      return numbers(Math.ceil(addresses.length / PART_SIZE)).map(
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
  return addressesOfLists(edition, lists).slice(start, start + PART_SIZE);
}

/** What the site map of a year of the archive names. */
export function addressesOfYear(edition: Edition, year: number): readonly SitemapAddress[] {
  return routesOfYear(edition, year).map((route) => ({ path: pathOf(route) }));
}

/** All lists of a kind that search engines may keep: what is empty is `noindex`. */
function addressesOfLists(edition: Edition, lists: ListSitemap): readonly SitemapAddress[] {
  switch (lists) {
    case 'danh-muc':
      return ownAddresses(edition);
    case 'chu-de':
      return edition
        .tags()
        .flatMap(({ entry: { slug }, count, newest }) =>
          addressesOfList(count, newest, (page) => paths.tag(slug, page)),
        );
    case 'tac-gia':
      return edition
        .authors()
        .flatMap(({ entry: { key }, count, newest }) =>
          addressesOfList(count, newest, (page) => paths.author(key, page)),
        );
  }
}

function ownAddresses(edition: Edition): readonly SitemapAddress[] {
  const all = edition.listAll(1);
  const corrections = edition.corrections(1);
  const directories: readonly (readonly [path: Path, isKept: boolean])[] = [
    [paths.tags(), edition.tags().length > 0],
    [paths.authors(), edition.authors().length > 0],
    [paths.archive(), edition.years().length > 0],
  ];
  return [
    ...addressesOfList(all?.total ?? 0, all?.newest?.epochMs, paths.front),
    ...edition.sections().flatMap(({ key }) => {
      const list = edition.listSection(key, 1);
      return addressesOfList(list?.total ?? 0, list?.newest?.epochMs, (page) =>
        paths.section(key, page),
      );
    }),
    ...edition.sitePages().map(({ slug }) => ({ path: paths.sitePage(slug) })),
    ...directories.flatMap(([path, isKept]) => (isKept ? [{ path }] : [])),
    ...addressesOfList(
      corrections?.total ?? 0,
      corrections?.entries[0]?.correction.date.epochMs,
      paths.corrections,
    ),
  ];
}

/** The pages of a list. Of later ones nobody can say when they changed: they shift with every article. */
function addressesOfList(
  total: number,
  newest: number | undefined,
  pathOfPage: (page: number) => Path,
): readonly SitemapAddress[] {
  if (total === 0) return [];
  return numbers(pagesOf(total)).map((page) => ({
    path: pathOfPage(page),
    ...(page === 1 && { modified: newest }),
  }));
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
