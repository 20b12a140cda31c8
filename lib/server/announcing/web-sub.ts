import { changedFeeds } from '../../publish/announced';
import type { Recipient } from './recipient';

/**
 * A hub of WebSub, which fetches a feed that it is told of and hands on what is new. How it is told
 * is left open by the recommendation; hubs take what PubSubHubbub 0.3 §7.1 wrote down.
 * @param siteUrl origin of absolute addresses, no slash at its end
 * @see https://www.w3.org/TR/websub/
 */
export function createWebSub(siteUrl: string, hub: string): Recipient {
  return {
    name: 'websub',
    to: hub,
    changedSince: changedFeeds,
    // Google's hub takes `hub.url` repeated, others read the last one alone.
    mostAtOnce: 1,
    write: (addresses) => ({
      contentType: 'application/x-www-form-urlencoded',
      body: new URLSearchParams([
        ['hub.mode', 'publish'],
        // Newer hubs look for the name that subscribers use.
        ...addresses.flatMap((path) => [
          ['hub.url', siteUrl + path],
          ['hub.topic', siteUrl + path],
        ]),
      ]).toString(),
    }),
  };
}
