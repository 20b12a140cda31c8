import { element, type Xml, xmlDocument } from '../seo/xml';
import { feedMediaTypes } from '../site/media-types';
import { formatDateTimeAttribute } from '../vietnamese/dates';
import type { Feed, FeedItem, Signer } from './feed';

/** Atom asks when a feed was changed, and one without articles never was: the beginning of time. */
const never = '1970-01-01T00:00:00Z';

/** A feed as Atom. @see https://www.rfc-editor.org/rfc/rfc4287 §4 */
export function writeAtom(feed: Feed): string {
  const { id, title, description, home, self, publisher, hub, updated, timeZone, items } = feed;
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'vi' };
  const root = element('feed', attributes, [
    element('id', {}, id),
    element('title', {}, title),
    element('subtitle', {}, description),
    element('updated', {}, updated ? formatDateTimeAttribute(updated, timeZone) : never),
    element('link', { rel: 'self', type: feedMediaTypes.atom, href: self.atom }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    ...(hub === undefined ? [] : [element('link', { rel: 'hub', href: hub })]),
    authorElement(publisher),
    ...items.map((item) => entryElement(item, timeZone)),
  ]);
  return xmlDocument(root);
}

function entryElement(item: FeedItem, timeZone: string): Xml {
  const { id, link, title, summary, html, published, updated, authors, categories } = item;
  return element('entry', {}, [
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, formatDateTimeAttribute(updated, timeZone)),
    element('published', {}, formatDateTimeAttribute(published, timeZone)),
    element('link', { rel: 'alternate', type: 'text/html', href: link }),
    ...authors.map(authorElement),
    ...categories.map((term) => element('category', { term })),
    element('summary', {}, summary),
    element('content', { type: 'html' }, html),
  ]);
}

function authorElement({ name, address }: Signer): Xml {
  return element('author', {}, [element('name', {}, name), element('uri', {}, address)]);
}
