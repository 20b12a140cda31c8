import { absoluteAddress } from '../content/addresses';
import type { Article } from '../content/article';
import { escapeMarkdown } from '../content/markdown/escape';
import { portableMarkdown } from '../content/markdown/portable';
import type { Site } from '../content/site-file';
import { type Life, lifeOf } from '../content/visible';
import { canonicalOf } from '../seo/canonical';
import { addressOfPicture, paths } from '../site/routes';
import { strings } from '../site/strings';
import type { Edition } from '../store/edition';
import { formatLongDate, formatShortDate } from '../vietnamese/dates';

/**
 * An article as text: a short head, then what its editor wrote, then its source and corrections.
 * @returns undefined for one that readers may not read
 */
export async function articleText(edition: Edition, slug: string): Promise<string | undefined> {
  const { siteUrl, site, now } = edition;
  const article = edition.findArticle(slug);
  const life = article && lifeOf(article, now, site.timeZone);
  if (life?.stage.kind !== 'live') return undefined;
  // The body is rendered first, where it is stopped when it takes too long: parsing it here is not.
  const isReadable = (await edition.readBody(slug)) !== undefined;
  const markdown = edition.readMarkdown(slug);
  if (!article || !isReadable || markdown === undefined) return undefined;
  const address = siteUrl + paths.article(slug);
  const pictureAddress = (source: string) => addressOfPicture(slug, source);
  const parts = [
    `# ${escapeMarkdown(article.title)}`,
    escapeMarkdown(article.description),
    headOf(edition, article, life),
    // Without it a list at the head of the text would go on with that of the head.
    '---',
    portableMarkdown(markdown, { address, siteUrl, pictureAddress }),
    article.source && sourceLine(article.source, address, site.timeZone),
    life.corrections.length > 0 && correctionsOf(life, site),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function headOf(edition: Edition, article: Article, life: Life): string {
  const { section, published } = article;
  const { timeZone } = edition.site;
  const authors = edition.authorsOf(article).map(({ name }) => name);
  const lines = [
    [strings.sections, section.name],
    [strings.publishedOn, formatLongDate(published, timeZone)],
    ...(life.updated ? [[strings.updatedOn, formatLongDate(life.updated, timeZone)]] : []),
    ...(authors.length > 0 ? [[strings.authors, authors.join(', ')]] : []),
  ];
  // An address is told as it is, to be copied.
  return [
    ...lines.map(([name = '', value = '']) => `- ${withColon(name)} ${escapeMarkdown(value)}`),
    `- ${strings.address(`<${canonicalOf(article, edition.siteUrl)}>`)}`,
  ].join('\n');
}

const withColon = (words: string): string => (words.endsWith(':') ? words : `${words}:`);

function sourceLine(
  { name, author, url, published }: NonNullable<Article['source']>,
  base: string,
  timeZone: string,
): string {
  const words = escapeMarkdown(strings.according(name, author));
  const href = url && absoluteAddress(url, base);
  const date = published ? ` – ${formatLongDate(published, timeZone)}` : '';
  return `${href ? `[${words}](<${href}>)` : words}${date}`;
}

function correctionsOf(
  { corrections }: Life,
  { timeZone, correctionsHeading }: Pick<Site, 'timeZone' | 'correctionsHeading'>,
): string {
  const dated = corrections.map(
    ({ date, text }) => `- ${formatShortDate(date, timeZone)}: ${escapeMarkdown(text)}`,
  );
  return `## ${escapeMarkdown(correctionsHeading)}\n\n${dated.join('\n')}`;
}
