import { element, escapeXml, type Xml, xmlDocument } from '../seo/xml';
import { feedMediaTypes } from '../site/media-types';
import { formatRfc822Date } from '../vietnamese/dates';
import type { Feed, FeedItem } from './feed';
import type { FeedPicture } from './lead-picture';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
} as const;

/**
 * A feed as RSS 2.0.
 * @see https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile
 */
export function writeRss(feed: Feed): string {
  const { title, description, home, self, hub, updated, timeZone, items } = feed;
  const type = feedMediaTypes.rss;
  const channel = element('channel', {}, [
    element('title', {}, title),
    element('link', {}, home),
    element('description', {}, description),
    element('language', {}, 'vi'),
    ...(updated ? [element('lastBuildDate', {}, formatRfc822Date(updated, timeZone))] : []),
    element('atom:link', { rel: 'self', href: self.rss, type }),
    ...(hub === undefined ? [] : [element('atom:link', { rel: 'hub', href: hub })]),
    ...items.map((item) => itemElement(item, timeZone)),
  ]);
  return xmlDocument(element('rss', { version: '2.0', ...namespaces }, [channel]));
}

function itemElement(item: FeedItem, timeZone: string): Xml {
  const { id, link, title, summary, html, published, authors, categories, picture } = item;
  return element('item', {}, [
    element('title', {}, title),
    element('link', {}, link),
    element('guid', { isPermaLink: id === link ? undefined : 'false' }, id),
    element('pubDate', {}, formatRfc822Date(published, timeZone)),
    ...authors.map(({ name }) => element('dc:creator', {}, name)),
    ...categories.map((category) => element('category', {}, category)),
    // Readers take this for HTML, and the title for text (RSS Advisory Board, profile).
    element('description', {}, escapeXml(summary)),
    element('content:encoded', {}, html),
    ...(picture ? [mediaElement(picture)] : []),
  ]);
}

/** @see https://www.rssboard.org/media-rss */
function mediaElement({ url, alt, caption, credit, size, type }: FeedPicture): Xml {
  const words = caption || alt;
  return element('media:content', { url, medium: 'image', ...size, type }, [
    ...(words ? [element('media:description', {}, words)] : []),
    ...(credit ? [element('media:credit', {}, credit)] : []),
  ]);
}
