import type { Card } from '../cards/card';
import type { CardSubject } from '../site/machine-routes';
import { strings } from '../site/strings';
import type { Edition } from '../store/edition';
import { formatShortDate } from '../vietnamese/dates';
import { hasCard } from './machine-addresses';

/** What the card of a subject says; undefined when it has none. */
export function cardOf(subject: CardSubject, edition: Edition): Card | undefined {
  if (!hasCard(subject, edition)) return undefined;
  const site = edition.site.name;
  switch (subject.of) {
    case 'site':
      return { site, title: edition.site.description };
    case 'section': {
      const section = edition.findSection(subject.key);
      return section && { site, kicker: strings.sections, title: section.name };
    }
    case 'tag': {
      const tag = edition.findTag(subject.key);
      return tag && { site, kicker: strings.topics, title: tag.name };
    }
    case 'article': {
      const article = edition.findArticle(subject.key);
      if (!article) return undefined;
      const date = formatShortDate(article.published, edition.site.timeZone);
      return { site, kicker: article.section.name, title: article.title, date };
    }
  }
}
