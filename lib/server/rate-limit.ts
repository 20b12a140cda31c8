import { LRUCache } from 'lru-cache';

/** How much is let through, by whatever a caller counts. */
export interface RateLimit {
  /** Takes one if there is one. @returns seconds until there will be one; 0 when it was taken */
  readonly take: (key: string) => number;
  /** Takes none. @returns seconds until there will be one; 0 when there is */
  readonly wait: (key: string) => number;
}

/** What a limit is made of. */
interface RateLimitOptions {
  /** So many at once, and so many a minute after that. */
  readonly perMinute: number;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** So many keys are remembered; those that came longest ago are forgotten first. */
  readonly most?: number;
}

/** Makes a token bucket for each key. */
export function createRateLimit({ perMinute, now, most = 10_000 }: RateLimitOptions): RateLimit {
  const msPerToken = 60_000 / perMinute;
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: most });
  const fill = (key: string) => {
    const moment = now();
    const { tokens, at } = buckets.get(key) ?? { tokens: perMinute, at: moment };
    // A clock that was set back gives nothing and takes nothing.
    const gained = Math.max(0, moment - at) / msPerToken;
    return { tokens: Math.min(perMinute, tokens + gained), at: moment };
  };
  const secondsFor = (tokens: number) => Math.ceil(((1 - tokens) * msPerToken) / 1000);
  return {
    take: (key) => {
      const { tokens, at } = fill(key);
      const isThere = tokens >= 1;
      buckets.set(key, { tokens: isThere ? tokens - 1 : tokens, at });
      return isThere ? 0 : secondsFor(tokens);
    },
    wait: (key) => {
      const { tokens } = fill(key);
      return tokens >= 1 ? 0 : secondsFor(tokens);
    },
  };
}
