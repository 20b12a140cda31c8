import { describeProblem, formatProblem } from '../content/problems';
import { readBuildId, readConfiguration, systemClock } from './environment';
import { createStore, type Store, type StoreOptions } from './store';

// The server, the pages and the route handlers each load a copy of this module; they meet here.
const place = Symbol.for('toa-soan');

interface Shared {
  [place]?: Store;
}

/**
 * The store of this process. Whoever asks first opens it; everyone else gets the same one.
 * @param options what the server opens it with; pages give none and get the environment's
 * @throws when the configuration, the content folder or the data folder is no good
 */
export function openStore(options?: StoreOptions): Store {
  const shared = globalThis as Shared;
  shared[place] ??= createStore(options ?? optionsOfEnvironment());
  return shared[place];
}

/** Lets go of the store, so that the next to ask opens a new one. */
export function closeStore(): void {
  const shared = globalThis as Shared;
  shared[place]?.close();
  delete shared[place];
}

function optionsOfEnvironment(): StoreOptions {
  const parsed = readConfiguration();
  if (!parsed.ok) throw new Error(describeProblem(parsed.code, parsed.written));
  return {
    configuration: parsed.configuration,
    now: systemClock,
    buildId: readBuildId(),
    report: (problems) => {
      for (const problem of problems) console.warn(formatProblem(problem));
    },
  };
}
