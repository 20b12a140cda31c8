import { changedPages } from '../../publish/announced';
import type { IndexNow } from '../../site/configuration';
import type { Recipient } from './recipient';

/** The file by which search engines know that a key is ours. */
export interface KeyFile {
  /** In the case of the key. */
  readonly path: string;
  readonly text: string;
}

/** So many addresses one request may tell. */
const MOST_AT_ONCE = 10_000;

/**
 * Search engines that take part in IndexNow, which share what one of them is told.
 * @param siteUrl origin of absolute addresses, no slash at its end
 * @see https://www.indexnow.org/documentation
 */
export function createIndexNow(siteUrl: string, { key, endpoint }: IndexNow): Recipient {
  return {
    name: 'indexnow',
    to: endpoint,
    changedSince: changedPages,
    mostAtOnce: MOST_AT_ONCE,
    write: (addresses) => ({
      contentType: 'application/json; charset=utf-8',
      body: JSON.stringify({
        host: new URL(siteUrl).host,
        key,
        keyLocation: siteUrl + keyFileOf(key).path,
        urlList: addresses.map((path) => siteUrl + path),
      }),
    }),
  };
}

/** The key file of a key. @example keyFileOf('0a1b2c3d').path // '/0a1b2c3d.txt' */
export function keyFileOf(key: string): KeyFile {
  return { path: `/${key}.txt`, text: key };
}
