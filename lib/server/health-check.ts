import type { Problem } from '../content/problems/problems';
import { audit } from '../publish/audit';
import type { Store } from '../store/store';
import { type Health, healthOf } from './health';

/** Knows how an instance is without looking through the whole archive at each question. */
export interface HealthCheck {
  readonly read: () => Health;
  /** The content has changed: the next question is looked into anew. */
  readonly forget: () => void;
}

/** How long an answer holds when nothing but the clock and first renderings can change it. */
const HOLDS_MS = 60_000;

/** Makes the health check of a store. */
export function createHealthCheck(store: Store): HealthCheck {
  let known: { readonly problems: readonly Problem[]; readonly until: number } | undefined;
  return {
    read: () => {
      const now = store.now();
      if (!known || known.until <= now) {
        known = { problems: audit(store, now), until: now + HOLDS_MS };
      }
      return healthOf(store.edition(now).listAll(1)?.total ?? 0, known.problems);
    },
    forget: () => {
      known = undefined;
    },
  };
}
