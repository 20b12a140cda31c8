import { absoluteAddress } from '../content/addresses';
import type { Article, Correction } from '../content/article';
import type { Html } from '../content/markdown/render';
import type { Site } from '../content/site-file';
import { element, escapeXml } from '../seo/xml';
import { strings } from '../site/strings';
import { formatDateTimeAttribute, formatLongDate, formatShortDate } from '../vietnamese/dates';
import type { FeedPicture } from './lead-picture';
import { portableHtml } from './portable-html';

/** What the content of an article is made of. */
interface Parts {
  readonly article: Pick<Article, 'source'>;
  readonly body: Html;
  /** Of its page, absolute. */
  readonly address: string;
  readonly picture: FeedPicture | undefined;
  /** Those that are due. */
  readonly corrections: readonly Correction[];
  readonly site: Pick<Site, 'timeZone' | 'correctionsHeading'>;
}

/**
 * The whole of an article as HTML for other programs, in the order of its page: lead picture, text,
 * source, corrections. Headline, sapo, dates and names have places of their own in a feed.
 */
export function contentOf({ article, body, address, picture, corrections, site }: Parts): string {
  return [
    picture && figure(picture),
    portableHtml(body, address),
    article.source && sourceLine(article.source, address, site.timeZone),
    corrections.length > 0 && correctionsOf(corrections, site),
  ]
    .filter(Boolean)
    .join('\n');
}

function figure({ url, alt, caption, credit, size }: FeedPicture): string {
  const words = [caption, credit && strings.credit(credit)].filter(Boolean).join(' ');
  return element('figure', {}, [
    element('img', { src: url, alt, ...size }),
    ...(words ? [element('figcaption', {}, words)] : []),
  ]);
}

function sourceLine(
  { name, author, url, published }: NonNullable<Article['source']>,
  base: string,
  timeZone: string,
): string {
  const words = strings.according(name, author);
  const href = url && absoluteAddress(url, base);
  const date = published ? ` – ${formatLongDate(published, timeZone)}` : '';
  return `<p>${href ? element('a', { href }, words) : escapeXml(words)}${escapeXml(date)}</p>`;
}

function correctionsOf(
  corrections: readonly Correction[],
  { timeZone, correctionsHeading }: Parts['site'],
): string {
  const dated = corrections.map(({ date, text }) => {
    const datetime = formatDateTimeAttribute(date, timeZone);
    const time = element('time', { datetime }, formatShortDate(date, timeZone));
    return `<p>${time}: ${escapeXml(text)}</p>`;
  });
  return [element('h2', {}, correctionsHeading), ...dated].join('\n');
}
