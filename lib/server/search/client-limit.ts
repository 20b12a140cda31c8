import type { IncomingMessage } from 'node:http';
import { createClientAddress, networkOf } from '../client-address';
import { createRateLimit } from '../rate-limit';

/**
 * Searches of one client: so many at once, and so many a minute after that. Behind one IPv4 address of
 * a Vietnamese mobile network stand hundreds of readers, who look for something once in a while; at
 * 30 ms of a core each, one client can take no more than a fifteenth of it for long.
 */
export const SEARCHES_PER_MINUTE = 120;

/**
 * Suggestions of one client, likewise. Whoever types slowly asks ten times for one search; none of
 * them takes more than some milliseconds.
 */
export const SUGGESTIONS_PER_MINUTE = 600;

/**
 * After how many seconds to come again when a search was stopped, or so many wait that it was not
 * begun: what waits then is done long before.
 */
export const COMES_BACK_SECONDS = 5;

/** Counts a request. @returns seconds until its client may ask again; 0 when it may now */
export type ClientLimit = (request: IncomingMessage) => number;

/** What a limit of clients is made of. */
interface ClientLimitOptions {
  readonly perMinute: number;
  /** Addresses and networks whose word on a client's address is taken. */
  readonly trustProxy: readonly string[];
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
}

/** Makes a limit of what one client may ask for. */
export function createClientLimit({ perMinute, trustProxy, now }: ClientLimitOptions): ClientLimit {
  const clientAddress = createClientAddress(trustProxy);
  const limit = createRateLimit({ perMinute, now });
  return (request) => limit.take(networkOf(clientAddress(request)));
}
