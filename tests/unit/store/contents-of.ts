import type { ListPage } from '@/lib/store/edition';
import type { Store } from '@/lib/store/store';
import { NOON, slugsOf } from './newsroom';

/**
 * All articles of a store, and the lists that hold any, to be compared with another store's.
 * @param isWanted leaves articles out by their slug; every article when it is not given
 */
export function contentsOf(store: Store, isWanted: (slug: string) => boolean = () => true) {
  const edition = store.edition(NOON);
  const wanted = (list: (page: number) => ListPage | undefined) => {
    const pages = Array.from({ length: list(1)?.pageCount ?? 0 }, (_, index) => list(index + 1));
    return pages.flatMap((page) => slugsOf(page) ?? []).filter(isWanted);
  };
  const byList = (lists: readonly (readonly [string, (page: number) => ListPage | undefined])[]) =>
    lists.map(([name, list]) => [name, wanted(list)] as const).filter(([, slugs]) => slugs[0]);
  const months = edition
    .years()
    .flatMap(({ entry: year }) => edition.months(year).map(({ entry }) => [year, entry] as const));
  return {
    articles: wanted(edition.listAll).map(edition.findArticle),
    sections: byList(
      edition.sections().map(({ key, name }) => [name, (page) => edition.listSection(key, page)]),
    ),
    tags: byList(
      edition.tags().map(({ entry }) => [entry.name, (page) => edition.listTag(entry.slug, page)]),
    ),
    authors: byList(
      edition
        .authors()
        .map(({ entry }) => [entry.name, (page) => edition.listAuthor(entry.key, page)]),
    ),
    months: byList(
      months.map(([year, month]) => [
        `${year}-${month}`,
        (page) => edition.listMonth(year, month, page),
      ]),
    ),
  };
}
