import { describeProblem, formatProblem } from '../content/problems/problems';
import { readConfiguration, readRulesVersion, systemClock } from './environment';
import { createStore, type Store, type StoreOptions } from './store';

// The server, the pages and the route handlers each load a copy of this module; they meet here.
const place = Symbol.for('toa-soan');

interface Shared {
  [place]?: Promise<Store>;
}

/**
 * The store of this process. Whoever asks first opens it; everyone else gets the same one.
 * @param options what the server opens it with; pages give none and get the environment's
 * The promise fails when the configuration, the content folder or the data folder is no good
 */
export function openStore(options?: StoreOptions): Promise<Store> {
  const shared = globalThis as Shared;
  shared[place] ??= open(options).catch((cause) => {
    // The next to ask may find the obstacle gone.
    delete shared[place];
    throw cause;
  });
  return shared[place];
}

/** Lets go of the store, so that the next to ask opens a new one. */
export async function closeStore(): Promise<void> {
  const shared = globalThis as Shared;
  const opened = shared[place];
  delete shared[place];
  (await opened)?.close();
}

async function open(options?: StoreOptions): Promise<Store> {
  return await createStore(options ?? optionsOfEnvironment());
}

function optionsOfEnvironment(): StoreOptions {
  const parsed = readConfiguration();
  if (!parsed.ok) throw new Error(describeProblem(parsed.code, parsed.written));
  return {
    configuration: parsed.configuration,
    now: systemClock,
    rulesVersion: readRulesVersion(),
    report: (problems) => {
      for (const problem of problems) console.warn(formatProblem(problem));
    },
  };
}
