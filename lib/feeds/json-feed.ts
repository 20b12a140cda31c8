import { withoutForbidden } from '../seo/xml';
import { formatDateTimeAttribute } from '../vietnamese/dates';
import type { Feed, FeedItem, Signer } from './feed';

/** A feed as JSON Feed. @see https://www.jsonfeed.org/version/1.1/ */
export function writeJsonFeed(feed: Feed): string {
  const { title, description, home, self, publisher, hub, timeZone, items } = feed;
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self.json,
    description,
    language: 'vi',
    authors: [authorOf(publisher)],
    hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
    items: items.map((item) => itemOf(item, timeZone)),
  };
  return JSON.stringify(written, clean);
}

function itemOf(item: FeedItem, timeZone: string) {
  const { id, link, title, summary, html, published, updated, authors, categories, picture } = item;
  return {
    id,
    url: link,
    title,
    content_html: html,
    summary,
    image: picture?.url,
    date_published: formatDateTimeAttribute(published, timeZone),
    date_modified: formatDateTimeAttribute(updated, timeZone),
    // Without them an item has those of the feed.
    authors: authors.length === 0 ? undefined : authors.map(authorOf),
    tags: categories,
  };
}

function authorOf({ name, address }: Signer) {
  return { name, url: address };
}

/** JSON knows ways to write what XML may not hold; the forms of a feed are to say the same. */
function clean(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? withoutForbidden(value) : value;
}
