import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { describeProblem, type ProblemCode, problem } from '../content/problems/problems';
import type { Configuration } from '../site/configuration';
import { strings } from '../site/strings';
import type { Store } from '../store/store';
import { createClientAddress, networkOf } from './client-address';
import { cacheControl } from './headers';
import { readBody } from './publishing/body';
import { createNotes, type TakenOver } from './publishing/notes';
import { claimOf } from './publishing/proofs';
import { createPull, PULL_SECONDS, type PullFault } from './publishing/pull';
import { reportPublished } from './publishing/report';
import { inTurns } from './publishing/turns';
import { createRateLimit } from './rate-limit';
import { sendJson } from './send-json';

export type { TakenOver } from './publishing/notes';

/** What publishing works with. */
export interface PublishingParts {
  readonly store: Store;
  readonly configuration: Pick<Configuration, 'publishSecret' | 'publishPulls' | 'trustProxy'>;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /**
   * Reads what has changed in the content folder, of these files or of all, and brings the documents
   * up to date. It ends when `noted` has been told of it, and of every one begun before.
   */
  readonly takeOver: (paths?: readonly string[]) => Promise<unknown>;
  /** Headers of every answer of this instance. */
  readonly common: Readonly<Record<string, string>>;
  readonly logFailure: (line: string, cause: unknown) => void;
  /** How much of a request is read, and for how long. */
  readonly limits?: { readonly maxBytes: number; readonly maxMs: number };
}

/** Publishing over the net. */
export interface Publishing {
  /** Answers whatever is asked of `publishPath`; without a secret there is no such address. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Is told of everything that was taken over, whoever noticed it: the next answer tells it. */
  readonly noted: (taken: TakenOver) => void;
}

/** GitHub sends no more than 25 MB. */
const usualLimits = { maxBytes: 25 * 1_048_576, maxMs: 30_000 };

/** Requests of one client a minute, and attempts without proof of all clients together. */
const PER_CLIENT = 10;
const UNPROVEN = 60;

/** More files than these are looked for in the whole folder. */
const MOST_NAMED = 1_000;

/** An answer, before it is written. */
interface Answer {
  readonly status: number;
  readonly body: object;
}

/** Makes what lets a newsroom publish by a request. */
export function createPublishing(parts: PublishingParts): Publishing {
  const { publishSecret: secret } = parts.configuration;
  // Without an address nobody asks, and nothing need be remembered.
  if (secret === undefined) return { noted: () => undefined };
  const { common, limits = usualLimits, now } = parts;
  const notes = createNotes();
  const publish = inTurns(createRun(parts, notes.take));
  const gate = createGate(parts.configuration.trustProxy, now);

  return {
    noted: notes.add,
    answer: async (request, response) => {
      const send = ({ status, body }: Answer, headers: OutgoingHttpHeaders = {}) =>
        sendJson(request, response, status, body, { ...common, ...headers });
      const refuse = (status: number, message: string, headers: OutgoingHttpHeaders = {}) =>
        send({ status, body: { message } }, headers);

      if (request.method === 'OPTIONS') {
        // A 204 has no length and no type (RFC 9110 §8.6).
        const headers = { ...common, Allow: 'POST', 'Cache-Control': cacheControl.failed };
        response.writeHead(204, headers).end();
        return;
      }
      if (request.method !== 'POST') return refuse(405, strings.publishByPost, { Allow: 'POST' });
      const { wait, settle } = gate.enter(request);
      if (wait > 0) return refuse(429, strings.publishTooOften(wait), { 'Retry-After': wait });
      const claim = claimOf(request, secret, now());
      const end = claim ? await readBody(request, limits, claim.add) : 'whole';
      if (end === 'broken-off') return;
      // What still comes is not waited for.
      if (end !== 'whole') {
        settle(false);
        const [status, message] = bodyRefusals[end];
        return refuse(status, message, { Connection: 'close' });
      }
      const isProven = claim?.isProven() ?? false;
      settle(isProven);
      if (!isProven) return refuse(401, strings.publishUnproven, { 'WWW-Authenticate': 'Bearer' });
      send(request.headers['x-github-event'] === 'ping' ? ponged : await publish());
    },
  };
}

const bodyRefusals = {
  'too-large': [413, strings.publishTooLarge],
  'too-slow': [408, strings.publishTooSlow],
} as const;

/** GitHub asks whether anyone is there when a web hook is made. */
const ponged: Answer = { status: 200, body: { message: strings.publishReady } };

interface Gate {
  readonly enter: (request: IncomingMessage) => {
    /** Seconds until this client may ask again; 0 when it may now. */
    readonly wait: number;
    /** Is told whether the client has proven that it may publish. */
    readonly settle: (isProven: boolean) => void;
  };
}

/** Counts requests before anything of them is read. Who has proven itself waits for no one else. */
function createGate(trustProxy: readonly string[], now: () => number): Gate {
  const clientAddress = createClientAddress(trustProxy);
  const ofClient = createRateLimit({ perMinute: PER_CLIENT, now });
  const unproven = createRateLimit({ perMinute: UNPROVEN, now, most: 1 });
  const proven = new LRUCache<string, true>({ max: 100 });
  return {
    enter: (request) => {
      const client = networkOf(clientAddress(request));
      return {
        wait: ofClient.take(client) || (proven.get(client) ? 0 : unproven.wait('')),
        settle: (isProven) => {
          if (isProven) proven.set(client, true);
          else unproven.take('');
        },
      };
    },
  };
}

/** One publishing, from pulling to what is told of it. */
function createRun(
  { store, configuration, now, takeOver, logFailure }: PublishingParts,
  takeNotes: () => TakenOver,
): () => Promise<Answer> {
  const puller = configuration.publishPulls ? createPull(store.contentDirectory) : undefined;
  const tell = ({ code, complaint }: PullFault) =>
    logFailure(describeProblem(code, `${PULL_SECONDS}`), complaint);
  puller?.findFault().then(
    (fault) => fault && tell(fault),
    (cause) => logFailure(strings.contentUnread, cause),
  );
  // What was pulled and not taken over is looked for with everything else; a pull that failed may
  // have brought something before.
  let owesAll = false;
  return async () => {
    try {
      const pulled = await puller?.pull();
      if (pulled?.ok === false) {
        owesAll = true;
        tell(pulled.fault);
        return failure(pulled.fault.code);
      }
      const paths = pulled?.paths ?? [];
      // Where nothing came somebody else may have pulled before, or have written here.
      const isNamed = !owesAll && paths.length > 0 && paths.length <= MOST_NAMED;
      owesAll = true;
      await (isNamed ? takeOver(paths) : takeOver());
      owesAll = false;
      return { status: 200, body: reportPublished(store, now(), takeNotes()) };
    } catch (cause) {
      logFailure(strings.contentUnread, cause);
      return failure('publish-failed');
    }
  };
}

/** What is wrong far away is not our fault (RFC 9110 §15.6). */
function failure(code: ProblemCode): Answer {
  const isFarAway = code === 'pull-unreachable' || code === 'pull-too-slow';
  const at = { file: '', line: 1, column: 1 };
  const { message, fix } = problem(code, at, `${PULL_SECONDS}`);
  return { status: isFarAway ? 502 : 500, body: { code, message, fix } };
}
