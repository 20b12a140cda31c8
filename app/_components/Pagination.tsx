import type { Path } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { formatNumber } from '@/lib/vietnamese/numbers';
import styles from './Pagination.module.css';

interface Props {
  /** From 1. */
  readonly page: number;
  readonly pageCount: number;
  readonly pathOf: (page: number) => Path;
  /** What the ways back and on are called, where articles do not follow one another by age. */
  readonly words?: readonly [back: string, on: string];
}

const byAge = [strings.newer, strings.older] as const;

/** The way through the pages of a list; nothing for a list of one page. */
export function Pagination({ page, pageCount, pathOf, words = byAge }: Props) {
  const [back, on] = words;
  if (pageCount === 1) return null;
  return (
    <nav className={styles.pages} aria-label={strings.pagination}>
      {page > 1 && (
        <a className={styles.newer} rel="prev" href={pathOf(page - 1)}>
          {back}
        </a>
      )}
      {shownPages(page, pageCount).map((number) =>
        typeof number === 'string' ? (
          <span className={styles.page} key={number}>
            {strings.omitted}
          </span>
        ) : (
          <a
            className={styles.page}
            href={pathOf(number)}
            key={number}
            aria-current={number === page ? 'page' : undefined}
          >
            {formatNumber(number)}
          </a>
        ),
      )}
      {page < pageCount && (
        <a className={styles.older} rel="next" href={pathOf(page + 1)}>
          {on}
        </a>
      )}
    </nav>
  );
}

/** The first, the last, those about the current one; a gap of one page is filled, not marked. */
function shownPages(page: number, pageCount: number): readonly (number | 'before' | 'after')[] {
  const first = page - 1 <= 3 ? 1 : page - 1;
  const last = pageCount - (page + 1) <= 2 ? pageCount : page + 1;
  const about = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [
    ...(first > 1 ? ([1, 'before'] as const) : []),
    ...about,
    ...(last < pageCount ? (['after', pageCount] as const) : []),
  ];
}
