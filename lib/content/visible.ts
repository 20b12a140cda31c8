import { calendarDayOf, type EditorialDate } from '../vietnamese/dates';
import type { Article, Correction } from './article';

/**
 * What readers may see of an article at a moment. `withdrawn` shows that it is gone and why;
 * `hidden` shows nothing at all.
 */
export type Visibility = 'live' | 'withdrawn' | 'hidden';

/** Where an article stands in its life; only `live` and `withdrawn` are for readers. */
export type Stage =
  | { readonly kind: 'draft' }
  /** Out from the second of `until` on. */
  | { readonly kind: 'embargoed'; readonly until: EditorialDate }
  | { readonly kind: 'live' }
  | { readonly kind: 'withdrawn'; readonly withdrawal: NonNullable<Article['withdrawn']> };

/** The life of an article as a moment sees it. What is dated later is not known yet. */
export interface Life {
  readonly stage: Stage;
  /** Those that are due, in the order of the file. */
  readonly corrections: readonly Correction[];
  /** The update, when it is due and a reader would see two different times. */
  readonly updated?: EditorialDate;
  /** The later of update and last correction, for machines; never before the publication. */
  readonly changed?: EditorialDate;
  /** More than a year has passed since it was published, updated or corrected. */
  readonly isOld: boolean;
}

/** An article is old when more than this has passed since its last change: 365 days of 24 hours. */
export const OLD_AFTER_MS = 365 * 86_400_000;

/** How long the news sitemap names an article: 48 hours (Google, "Create a news sitemap"). */
export const NEWS_MS = 48 * 3_600_000;

/**
 * An update within this time after the publication is none: it mends what was seen at the first
 * look at the page, and two times so close tell a reader nothing.
 */
const FIRST_LOOK_MS = 5 * 60_000;

type Dated = Pick<Article, 'draft' | 'published' | 'withdrawn' | 'updated' | 'corrections'>;

/**
 * Everything that is decided by an article and a clock. An update counts when it is due and shows
 * a later time than the publication: another day where either has no time of day, else at least
 * five minutes. A withdrawal holds from the moment it is written, whatever its date: taking back
 * never waits.
 * @param now epoch milliseconds
 * @param timeZone an IANA name, the site's: it says which instants fall on one day
 */
export function lifeOf(article: Dated, now: number, timeZone: string): Life {
  const { published, updated } = article;
  const isDue = (date: EditorialDate) => date.epochMs <= now;
  const corrections = article.corrections.filter(({ date }) => isDue(date));
  const shown =
    updated && isDue(updated) && isNoticeable(published, updated, timeZone) ? updated : undefined;
  const written = [...(shown ? [shown] : []), ...corrections.map(({ date }) => date)];
  const last = written
    .map((date) => afterPublication(date, published, timeZone))
    .reduce((a, b) => (b.epochMs > a.epochMs ? b : a), published);
  return {
    stage: stageOf(article, now),
    corrections,
    ...(shown && { updated: shown }),
    ...(last !== published && { changed: last }),
    // By the dates as they are written, which `turnsOf` knows.
    isOld: now - Math.max(...[published, ...written].map(({ epochMs }) => epochMs)) > OLD_AFTER_MS,
  };
}

/**
 * Every instant at which an article changes for machines after its publication (`changed` of
 * `lifeOf`), due or not, in no order.
 * @param timeZone an IANA name, the site's
 * @returns epoch milliseconds
 */
export function revisionsOf(
  { published, updated, corrections }: Pick<Article, 'published' | 'updated' | 'corrections'>,
  timeZone: string,
): readonly number[] {
  const isShown = updated && isNoticeable(published, updated, timeZone);
  return [...(isShown ? [updated] : []), ...corrections.map(({ date }) => date)]
    .map((date) => afterPublication(date, published, timeZone).epochMs)
    .filter((epochMs) => epochMs > published.epochMs);
}

/**
 * A correction of the day on which its article came out, without a time: it came after it, and no
 * earlier moment than the next second is known.
 */
function afterPublication(
  date: EditorialDate,
  published: EditorialDate,
  timeZone: string,
): EditorialDate {
  if (date.precision !== 'day' || published.precision !== 'second') return date;
  return isSameDay(date, published, timeZone)
    ? { ...date, epochMs: published.epochMs + 1000 }
    : date;
}

/**
 * The one rule of drafts, embargoes and withdrawals, for every surface.
 * @param now epoch milliseconds; an article is out from its second on
 */
export function visible(
  article: Pick<Article, 'draft' | 'published' | 'withdrawn'>,
  now: number,
): Visibility {
  const { kind } = stageOf(article, now);
  return kind === 'live' || kind === 'withdrawn' ? kind : 'hidden';
}

/**
 * The instant from which readers may see an article or that it is gone; undefined for a draft.
 * The store keeps it as a number, so that SQL only compares.
 */
export function visibleFrom({
  draft,
  published,
}: Pick<Article, 'draft' | 'published'>): number | undefined {
  return draft ? undefined : published.epochMs;
}

/**
 * Every instant at which the clock alone changes what readers see of an article, in no order: when
 * it comes out, when an update or a correction is due, when it grows old. None for a draft.
 * @returns epoch milliseconds; some may change nothing, none is missing
 */
export function turnsOf(
  article: Pick<Article, 'draft' | 'published' | 'updated' | 'corrections'>,
): readonly number[] {
  if (article.draft) return [];
  const { published, updated, corrections } = article;
  const dates = [published, ...(updated ? [updated] : []), ...corrections.map(({ date }) => date)];
  return [
    published.epochMs + NEWS_MS + 1,
    ...dates.flatMap(({ epochMs }) => [epochMs, epochMs + OLD_AFTER_MS + 1]),
  ];
}

function stageOf(article: Pick<Article, 'draft' | 'published' | 'withdrawn'>, now: number): Stage {
  const from = visibleFrom(article);
  if (from === undefined) return { kind: 'draft' };
  if (from > now) return { kind: 'embargoed', until: article.published };
  const { withdrawn } = article;
  return withdrawn ? { kind: 'withdrawn', withdrawal: withdrawn } : { kind: 'live' };
}

function isNoticeable(published: EditorialDate, updated: EditorialDate, timeZone: string): boolean {
  if (published.precision === 'second' && updated.precision === 'second')
    return updated.epochMs - published.epochMs >= FIRST_LOOK_MS;
  return updated.epochMs > published.epochMs && !isSameDay(published, updated, timeZone);
}

function isSameDay(a: EditorialDate, b: EditorialDate, timeZone: string): boolean {
  const [one, other] = [calendarDayOf(a.epochMs, timeZone), calendarDayOf(b.epochMs, timeZone)];
  return one.day === other.day && one.month === other.month && one.year === other.year;
}
