import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { countsOf } from '../content/problems/problem-list';
import type { Problem } from '../content/problems/problems';
import { sendJson } from './send-json';

/**
 * How an instance is, for operators. The address is public: it counts, and names no file, no slug
 * and no word of what is not out yet.
 */
export interface Health {
  /** `degraded`: readers are served, and an editor has something to mend. */
  readonly status: 'ok' | 'degraded';
  /** How many articles are live. */
  readonly articles: number;
  readonly problems: {
    readonly errors: number;
    readonly warnings: number;
    /** How often each code, by name. */
    readonly codes: Readonly<Record<string, number>>;
  };
}

/**
 * The health of an instance.
 * @param articles how many are live
 * @param problems of all files; any error among them makes it degraded
 * @example healthOf(12, []) // { status: 'ok', articles: 12, problems: { errors: 0, warnings: 0, codes: {} } }
 */
export function healthOf(articles: number, problems: readonly Problem[]): Health {
  const { errors, warnings } = countsOf(problems);
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    status: errors > 0 ? 'degraded' : 'ok',
    articles,
    problems: { errors, warnings, codes },
  };
}

/**
 * Answers a question for the health of the instance; 200 in either state, for it does serve.
 * @param common headers of every answer of this instance
 */
export function sendHealth(
  request: IncomingMessage,
  response: ServerResponse,
  health: Health,
  common: OutgoingHttpHeaders,
): void {
  sendJson(request, response, 200, health, common);
}
