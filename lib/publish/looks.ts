import { isShareable } from '../content/article-image';
import { lifeOf, NEWS_MS } from '../content/visible';
import type { ArticleSight } from '../store/changes';
import { isListOf, listOfSeries } from '../store/list-names';
import { archiveDayOf } from '../store/stretch';
import type { CalendarDay } from '../vietnamese/dates';

/**
 * What the pages of the site show of an article at one moment, each kind of page by itself, as text
 * that is only compared: where two looks are equal, so are the pages. Undefined: nothing at all.
 * A component that shows more of an article needs it here.
 */
export interface Looks {
  /** Its own page, or the word that it was withdrawn. */
  readonly page?: string;
  /** An item of a list: `ListItem`. */
  readonly item?: string;
  /** The first page, where it may be the lead: `Lead`, `News`, `SectionBand`, `ListItem`. */
  readonly front?: string;
  /** The pages of articles near it: `Related`, `Neighbours`, `SeriesParts`, the parts of a series. */
  readonly elsewhere?: string;
  /** The list of corrections: `CorrectionList`. */
  readonly corrections?: string;
  /** The feeds that hold it. */
  readonly feed?: string;
  /** The site map of its month; none for an article that says it is at home elsewhere. */
  readonly sitemap?: string;
  /** The news sitemap, while it is news. */
  readonly news?: string;
  /** Its social card; none where networks show its photograph. */
  readonly card?: string;
  /** By list: where in it, and how it writes the name of the list. */
  readonly places: Readonly<Record<string, string>>;
  /** By list: the page on which it stands. */
  readonly pages: Readonly<Record<string, number>>;
  /** Under which the archive files it. */
  readonly day?: CalendarDay;
}

/**
 * The looks of an article.
 * @param sight undefined for an article that is not there
 * @param moment epoch milliseconds
 * @param timeZone an IANA name, the site's
 */
export function looksOf(sight: ArticleSight | undefined, moment: number, timeZone: string): Looks {
  if (!sight) return nothing;
  const { article, body, listings } = sight;
  const { slug, title, description, section, published, series } = article;
  const { image, featured, authors, canonical } = article;
  const { stage, ...life } = lifeOf(article, moment, timeZone);
  if (stage.kind === 'withdrawn') return { ...nothing, page: textOf([section, stage.withdrawal]) };
  if (stage.kind !== 'live') return nothing;

  // What its page does not show, or only as far as `life` tells.
  const left = { aliases: undefined, featured: undefined, draft: undefined };
  const seen = { ...article, ...left, updated: undefined, corrections: undefined };
  // By none of its authors is an article close to another.
  const kin = Object.keys(listings).filter((list) => !isListOf('author', list));
  return {
    page: textOf([seen, body, life]),
    item: textOf([title, description, section, published]),
    front: textOf([title, description, section, published, image, featured, authors, body]),
    elsewhere: textOf([
      title,
      published,
      series && [listOfSeries(series.name), series.part],
      kin.sort(),
    ]),
    ...(life.corrections.length > 0 && { corrections: textOf([title, slug, life.corrections]) }),
    // By its first address a feed knows an article again.
    feed: textOf([seen, body, { ...life, isOld: undefined }, article.aliases]),
    ...(!canonical && {
      sitemap: textOf([published, life.changed, image?.file && image.src]),
      ...(moment - published.epochMs <= NEWS_MS && { news: textOf([title, published]) }),
    }),
    ...(!isShareable(image) && { card: textOf([title, section.name, published]) }),
    places: mapValues(listings, ({ label }) => textOf([published.epochMs, label])),
    pages: mapValues(listings, ({ page }) => page),
    day: archiveDayOf(published.epochMs, timeZone),
  };
}

const nothing: Looks = { places: {}, pages: {} };

const textOf = (shown: readonly unknown[]): string => JSON.stringify(shown);

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
