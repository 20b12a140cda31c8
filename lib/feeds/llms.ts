import { escapeMarkdown } from '../content/markdown/escape';
import { feedFormats } from '../site/machine-routes';
import { type Path, paths } from '../site/routes';
import { strings } from '../site/strings';
import type { Edition } from '../store/edition';

/** One thing of a list: its name, where it is, a word about it. */
type Entry = readonly [name: string, path: Path, about?: string | undefined];

/** What the site has, for assistants: a proposal, kept small. @see https://llmstxt.org */
export function llms(edition: Edition): string {
  const { site } = edition;
  const list = (heading: string, entries: readonly Entry[]): readonly string[] =>
    entries.length === 0
      ? []
      : [`## ${escapeMarkdown(heading)}`, entries.map((entry) => line(edition, entry)).join('\n')];
  const newest = edition.listAll(1)?.articles ?? [];
  const { names } = strings.machineFiles;
  return `${[
    `# ${escapeMarkdown(site.name)}`,
    `> ${escapeMarkdown(site.description)}`,
    strings.howToGetText,
    ...list(
      strings.sections,
      edition
        .sections()
        .map(({ key, name, description }) => [name, paths.section(key), description]),
    ),
    ...list(
      strings.newestArticles,
      newest.map(({ slug, title, description }) => [title, paths.articleText(slug), description]),
    ),
    ...list(
      strings.about(site.name),
      edition
        .sitePages()
        .map(({ slug, title, description }) => [title, paths.sitePage(slug), description]),
    ),
    ...list(strings.machineFiles.heading, [
      ...feedFormats.map((format): Entry => [names[format], paths.feed({ of: 'site' }, format)]),
      [names.opml, paths.opml()],
      [names.sitemap, paths.sitemap()],
    ]),
  ].join('\n\n')}\n`;
}

function line({ siteUrl }: Edition, [name, path, about]: Entry): string {
  const link = `- [${escapeMarkdown(name)}](${siteUrl}${path})`;
  return about ? `${link}: ${escapeMarkdown(about)}` : link;
}
