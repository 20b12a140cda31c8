import type { Article } from '../content/article';
import { lifeOf } from '../content/visible';
import { canonicalOf } from '../seo/canonical';
import { type FeedFormat, type FeedSubject, feedFormats } from '../site/machine-routes';
import { type Path, paths } from '../site/routes';
import type { Edition } from '../store/edition';
import type { EditorialDate } from '../vietnamese/dates';
import { contentOf } from './content';
import { firstPaths } from './identity';
import { type FeedPicture, pictureOf } from './lead-picture';
import { introduce } from './subject';

/** A list of articles for programs that tell their readers of new ones, in no form yet. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** By which readers know it for good: the first address of the page that lists the same. */
  readonly id: string;
  /** Of the page that lists the same, absolute. */
  readonly home: string;
  /** Of this feed in each of its forms, absolute. */
  readonly self: Readonly<Record<FeedFormat, string>>;
  /** The site, which publishes it. */
  readonly publisher: Signer;
  /** An IANA name: the zone in which its dates are written. */
  readonly timeZone: string;
  /** When the latest change of an editor to any of its articles was made; none when it is empty. */
  readonly updated?: EditorialDate;
  /** The hub that tells of what is new. */
  readonly hub?: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** An article in a feed. Addresses are absolute. */
export interface FeedItem {
  /** Its first address, for good, whatever it is called later. */
  readonly id: string;
  /** The address that search engines are told, too. */
  readonly link: string;
  readonly title: string;
  /** The sapo. */
  readonly summary: string;
  /** All of it, safe to be shown anywhere. */
  readonly html: string;
  readonly published: EditorialDate;
  /** Of an update or a correction, else of the publication; a slip that was mended moves nothing. */
  readonly updated: EditorialDate;
  readonly authors: readonly Signer[];
  /** Names of its section and tags. */
  readonly categories: readonly string[];
  readonly picture?: FeedPicture;
}

/** Somebody with a page. */
export interface Signer {
  readonly name: string;
  readonly address: string;
}

/** The feed of a list; undefined when there is no such list. */
export async function feedOf(edition: Edition, subject: FeedSubject): Promise<Feed | undefined> {
  const articles = edition.feedOf(subject);
  const introduction = introduce(edition, subject);
  if (!articles || !introduction) return undefined;
  const { siteUrl, site, webSubHub } = edition;
  const ids = firstPaths(articles, (slug) => edition.findArticle(slug) !== undefined);
  const read = await Promise.all(
    articles.map((article, index) => itemOf(edition, article, ids[index])),
  );
  const items = read.filter((item) => item !== undefined);
  const updated = latest(items.map((item) => item.updated));
  const self = feedFormats.map((format) => [format, siteUrl + paths.feed(subject, format)]);
  return {
    title: introduction.title,
    description: introduction.description,
    id: siteUrl + introduction.first,
    home: siteUrl + introduction.path,
    self: Object.fromEntries(self),
    publisher: { name: site.name, address: siteUrl + paths.front() },
    timeZone: site.timeZone,
    ...(updated && { updated }),
    ...(webSubHub !== undefined && { hub: webSubHub }),
    items,
  };
}

/** Undefined for an article whose text cannot be shown: it has no page either. */
async function itemOf(
  edition: Edition,
  article: Article,
  first: Path = paths.article(article.slug),
): Promise<FeedItem | undefined> {
  const { siteUrl, site, now } = edition;
  const { slug, title, description, published, section, tags } = article;
  const body = await edition.readBody(slug);
  const picture = pictureOf(edition.siteUrl, article);
  if (!body) return undefined;
  const { changed = published, corrections } = lifeOf(article, now, site.timeZone);
  const address = siteUrl + paths.article(slug);
  return {
    id: siteUrl + first,
    link: canonicalOf(article, siteUrl),
    title,
    summary: description,
    html: contentOf({ article, body: body.html, address, picture, corrections, site }),
    published: momentOf(published),
    updated: momentOf(changed),
    authors: edition
      .authorsOf(article)
      .map(({ key, name }) => ({ name, address: siteUrl + paths.author(key) })),
    categories: [...new Set([section.name, ...tags.map(({ name }) => name)])],
    ...(picture && { picture }),
  };
}

/** Feeds know no day without a time: it begins with its first second. */
function momentOf({ epochMs }: EditorialDate): EditorialDate {
  return { epochMs, precision: 'second' };
}

function latest(dates: readonly EditorialDate[]): EditorialDate | undefined {
  return dates.reduce<EditorialDate | undefined>(
    (last, date) => (last && last.epochMs >= date.epochMs ? last : date),
    undefined,
  );
}
