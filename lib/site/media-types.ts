import { type FeedFormat, feedFormats, machinePaths } from './machine-routes';
import type { Path } from './path';

/**
 * The media type of a document by its path, with its charset: what `Content-Type` says. Pictures
 * beside articles and files of `public/` are no documents.
 * @example mediaTypeOf(paths.llms()) // 'text/plain; charset=utf-8'
 * @example mediaTypeOf(paths.front()) // 'text/html; charset=utf-8'
 */
export function mediaTypeOf(path: Path): string {
  const name = nameOf(path);
  const ending = /\.[a-z0-9]+$/.exec(name)?.[0] ?? '';
  return byName.get(name) ?? byEnding[ending] ?? 'text/html; charset=utf-8';
}

/**
 * Of feeds, as a page that names them says it too.
 * @see https://www.rssboard.org/rss-autodiscovery, RFC 4287 §7, https://www.jsonfeed.org/version/1.1/
 */
export const feedMediaTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;

const nameOf = (path: Path): string => path.slice(path.lastIndexOf('/') + 1);

const inUtf8 = (type: string): string => `${type}; charset=utf-8`;

/** A list of lists and a feed are XML or JSON as well, but are known by names of their own. */
const byName: ReadonlyMap<string, string> = new Map([
  ...feedFormats.map(
    (format) =>
      [nameOf(machinePaths.feed({ of: 'site' }, format)), inUtf8(feedMediaTypes[format])] as const,
  ),
  [nameOf(machinePaths.opml()), inUtf8('text/x-opml')],
  [nameOf(machinePaths.openSearch()), 'application/opensearchdescription+xml'],
]);

const byEnding: Readonly<Record<string, string>> = {
  '.xml': inUtf8('application/xml'),
  '.txt': inUtf8('text/plain'),
  '.md': inUtf8('text/markdown'),
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
