import type { Article } from '../content/article';
import type { Section } from '../content/site-file';

/** Places for the articles of the first page; each article stands in one of them. */
export interface FrontPage {
  readonly lead: Article;
  /** Beside the lead. */
  readonly news: readonly Article[];
  /** The newest of one section that has much to show. */
  readonly band?: {
    readonly section: Section;
    readonly big: readonly Article[];
    readonly small: readonly Article[];
  };
  readonly others: readonly Article[];
}

const NEWS = 4;
const BIG_IN_BAND = 2;
const IN_BAND = 5;

/**
 * Lays out the first page: the lead is the newest featured article, or else the newest.
 * @param articles those of the page, newest first
 * @param sections in the order of the site; the first with enough left over has the band
 * @returns undefined when there is nothing to show
 */
export function arrangeFrontPage(
  articles: readonly Article[],
  sections: readonly Section[],
): FrontPage | undefined {
  const lead = articles.find(({ featured }) => featured) ?? articles[0];
  if (!lead) return undefined;
  const rest = articles.filter((article) => article !== lead);
  const remaining = rest.slice(NEWS);
  const band = findBand(remaining, sections);
  return {
    lead,
    news: rest.slice(0, NEWS),
    ...(band && { band }),
    others: remaining.filter(
      (article) => !band?.big.includes(article) && !band?.small.includes(article),
    ),
  };
}

function findBand(articles: readonly Article[], sections: readonly Section[]): FrontPage['band'] {
  for (const section of sections) {
    const inSection = articles.filter((article) => article.section.key === section.key);
    if (inSection.length >= IN_BAND) {
      return {
        section,
        big: inSection.slice(0, BIG_IN_BAND),
        small: inSection.slice(BIG_IN_BAND, IN_BAND),
      };
    }
  }
  return undefined;
}
