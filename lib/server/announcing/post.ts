import type { Message } from './recipient';

/** What became of a request. */
export type Reply =
  | { readonly kind: 'taken'; readonly status: number }
  /** Asked again it would be refused again. */
  | { readonly kind: 'refused'; readonly status: number }
  | {
      readonly kind: 'failed';
      readonly status?: number;
      readonly reason: string;
      /** Before then the other side wants to hear nothing, milliseconds. */
      readonly waitMs?: number;
    };

/** Statuses below 500 that are no judgement of what was sent (RFC 9110 §15.5.9, RFC 6585 §4). */
const mayPass: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Sends a message, within a time; it does not throw.
 * @param stop ends it early
 */
export async function post(
  to: string,
  { contentType, body }: Message,
  limitMs: number,
  stop: AbortSignal,
): Promise<Reply> {
  try {
    const response = await fetch(to, {
      ...{ method: 'POST', headers: { 'Content-Type': contentType }, body },
      // Followed, a POST that was moved would become a GET that tells nothing.
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(limitMs)]),
    });
    const { status, ok, headers } = response;
    // Whatever else it says may be without end.
    await response.body?.cancel();
    if (ok) return { kind: 'taken', status };
    if (status < 500 && !mayPass.has(status)) return { kind: 'refused', status };
    const seconds = Number(headers.get('retry-after') ?? '');
    const wait = seconds > 0 && { waitMs: seconds * 1_000 };
    return { kind: 'failed', status, reason: String(status), ...wait };
  } catch (cause) {
    return { kind: 'failed', reason: reasonOf(cause) };
  }
}

/** The name of what went wrong, for example ECONNREFUSED or TimeoutError. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { code } = (cause.cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : cause.name;
}
