import type { FeedFormat } from '../site/machine-routes';
import { writeAtom } from './atom';
import type { Feed } from './feed';
import { writeJsonFeed } from './json-feed';
import { writeRss } from './rss';

/** The text of a feed in one of its forms. */
export function writeFeed(feed: Feed, format: FeedFormat): string {
  return writers[format](feed);
}

const writers = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
} as const satisfies Record<FeedFormat, (feed: Feed) => string>;
