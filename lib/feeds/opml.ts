import { element, type Xml, xmlDocument } from '../seo/xml';
import type { FeedSubject } from '../site/machine-routes';
import { type Path, paths } from '../site/routes';
import { strings } from '../site/strings';
import type { Edition } from '../store/edition';

/**
 * All feeds, to be taken over by a reader of feeds at once: each list by one of its forms, for who
 * takes them over takes all that are named.
 * @see http://opml.org/spec2.opml, "Subscription lists"
 */
export function opml(edition: Edition): string {
  const { site } = edition;
  const outline = (name: string, subject: FeedSubject, path: Path): Xml =>
    element('outline', {
      type: 'rss',
      text: name,
      title: name,
      xmlUrl: edition.siteUrl + paths.feed(subject, 'rss'),
      htmlUrl: edition.siteUrl + path,
    });
  const sections = edition
    .sections()
    .map(({ key, name }) => outline(name, { of: 'section', key }, paths.section(key)));
  const tags = edition
    .tags()
    .map(({ entry: { slug, name } }) => outline(name, { of: 'tag', key: slug }, paths.tag(slug)));
  const authors = edition
    .authors()
    .map(({ entry: { key, name } }) => outline(name, { of: 'author', key }, paths.author(key)));
  const root = element('opml', { version: '2.0' }, [
    element('head', {}, [element('title', {}, strings.feedsOf(site.name))]),
    element('body', {}, [
      outline(site.name, { of: 'site' }, paths.front()),
      ...group(strings.sections, sections),
      ...group(strings.topics, tags),
      ...group(strings.authors, authors),
    ]),
  ]);
  return xmlDocument(root);
}

function group(name: string, outlines: readonly Xml[]): readonly Xml[] {
  return outlines.length === 0 ? [] : [element('outline', { text: name, title: name }, outlines)];
}
