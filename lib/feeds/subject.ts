import type { FeedSubject } from '../site/machine-routes';
import { matchRoute, type Path, paths } from '../site/routes';
import { strings } from '../site/strings';
import type { Edition } from '../store/edition';

/** A list of articles as its feeds introduce it. */
export interface Introduction {
  /** With the site's name. */
  readonly title: string;
  readonly description: string;
  /** Of the page that lists the same. */
  readonly path: Path;
  /** The first that it had, by which readers of feeds know the list for good. */
  readonly first: Path;
}

/** How the feeds of a list introduce it; undefined when there is no such list. */
export function introduce(edition: Edition, subject: FeedSubject): Introduction | undefined {
  const { site } = edition;
  switch (subject.of) {
    case 'site':
      return { title: site.name, description: site.description, ...at(paths.front()) };
    case 'section': {
      const section = edition.findSection(subject.key);
      return (
        section && {
          title: strings.titleOf(section.name, site.name),
          description: section.description ?? strings.articlesIn(section.name),
          ...at(paths.section(section.key), section.aliases),
        }
      );
    }
    case 'tag': {
      const tag = edition.findTag(subject.key);
      return (
        tag && {
          title: strings.titleOf(tag.name, site.name),
          description: tag.description ?? strings.articlesAbout(tag.name),
          ...at(paths.tag(tag.slug)),
        }
      );
    }
    case 'author': {
      const author = edition.findAuthor(subject.key);
      return (
        author && {
          title: strings.titleOf(author.name, site.name),
          description: strings.articlesBy(author.name),
          ...at(paths.author(author.key), author.aliases),
        }
      );
    }
  }
}

/** @param aliases old paths of the list, the oldest first */
function at(path: Path, aliases: readonly string[] = []): Pick<Introduction, 'path' | 'first'> {
  const { kind } = matchRoute(path) ?? {};
  const first = aliases.find((alias): alias is Path => matchRoute(alias)?.kind === kind);
  return { path, first: first ?? path };
}
