import type { Store } from '../store/store';
import { type Health, healthOf } from './health';

/** Knows how an instance is without looking through all its files at each question. */
export interface HealthCheck {
  readonly read: () => Health;
  /** The content has changed: the next question is looked into anew. */
  readonly forget: () => void;
  /** The content could not be read: degraded until it can. */
  readonly fail: () => void;
}

/** How long an answer holds when nothing but first renderings can change it. */
const HOLDS_MS = 60_000;

/**
 * Makes the health check of a store. It counts what is wrong with each file by itself; what shows
 * only between files takes seconds in a large archive, and the address is public.
 */
export function createHealthCheck(store: Store): HealthCheck {
  let known: { readonly health: Health; readonly until: number } | undefined;
  let hasFailed = false;
  return {
    read: () => {
      const now = store.now();
      if (!known || known.until <= now) {
        const articles = store.edition(now).listAll(1)?.total ?? 0;
        known = { health: healthOf(articles, store.problems()), until: now + HOLDS_MS };
      }
      return hasFailed ? { ...known.health, status: 'degraded' } : known.health;
    },
    forget: () => {
      known = undefined;
      hasFailed = false;
    },
    fail: () => {
      hasFailed = true;
    },
  };
}
