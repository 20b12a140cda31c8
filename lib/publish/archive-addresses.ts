import type { Route } from '../site/routes';
import type { Edition } from '../store/edition';
import { pagesOf } from '../store/lists';

/** Every page of the archive of a year, the year's own first; none of a year without articles. */
export function routesOfYear(edition: Edition, year: number): readonly Route[] {
  const months = edition
    .months(year)
    .flatMap(({ entry: month, count }) => [
      ...pagesIn(pagesOf(count), (page): Route => ({ kind: 'month', year, month, page })),
      ...edition
        .days(year, month)
        .flatMap(({ entry: day, count: ofDay }) =>
          pagesIn(
            pagesOf(ofDay),
            (page): Route => ({ kind: 'day', day: { year, month, day }, page }),
          ),
        ),
    ]);
  return months.length === 0 ? [] : [{ kind: 'year', year }, ...months];
}

/** The routes of the pages of a list. @param count how many; undefined: there is no list */
export function pagesIn(
  count: number | undefined,
  routeOf: (page: number) => Route,
): readonly Route[] {
  return Array.from({ length: count ?? 0 }, (_, index) => routeOf(index + 1));
}
