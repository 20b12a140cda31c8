import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { type Coding, codings, type Document, type Representation } from './document';

const chosen = new LRUCache<string, Coding>({ max: 500 });
const prepared = new WeakMap<Representation, PreparedHeaders>();

/** The headers of a representation, made when it is first sent. */
interface PreparedHeaders {
  readonly full: OutgoingHttpHeaders;
  readonly notModified: OutgoingHttpHeaders;
}

/**
 * Sends a document in the best coding the reader takes, or 304 when it is there already.
 * @param common headers of every answer of this instance
 */
export function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  document: Document,
  common: OutgoingHttpHeaders,
): void {
  const coding = chooseCoding(request.headers['accept-encoding'] ?? '');
  const representation = document.representations[coding];
  const { full, notModified } = headersFor(document, coding, representation, common);
  if (document.status === 200 && matches(request.headers['if-none-match'], representation.etag)) {
    response.writeHead(304, notModified).end();
    return;
  }
  response.writeHead(document.status, full);
  response.end(request.method === 'HEAD' ? undefined : representation.body);
}

/**
 * The coding to answer with (RFC 9110 §12.5.3). Brotli only when it is named: some fetchers take
 * a wildcard for it and cannot read it.
 */
export function chooseCoding(acceptEncoding: string): Coding {
  const known = chosen.get(acceptEncoding);
  if (known) return known;
  const offered = /(?:^|,)\s*br\s*(?:[;,]|$)/i.test(acceptEncoding)
    ? [...codings]
    : codings.filter((coding) => coding !== 'br');
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const preferred = negotiator.encodings(offered, { preferred: offered })[0];
  const coding = codings.find((name) => name === preferred) ?? 'identity';
  chosen.set(acceptEncoding, coding);
  return coding;
}

/** What negotiator 1 does with equal qualities, which its types do not yet say. */
interface Preferring {
  encodings: (
    available: readonly string[],
    options: { readonly preferred: readonly string[] },
  ) => string[];
}

/** Whether If-None-Match names a validator, by weak comparison (RFC 9110 §13.1.2). */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}

function headersFor(
  document: Document,
  coding: Coding,
  representation: Representation,
  common: OutgoingHttpHeaders,
): PreparedHeaders {
  const known = prepared.get(representation);
  if (known) return known;
  const notModified: OutgoingHttpHeaders = {
    'Cache-Control': document.cacheControl,
    ETag: representation.etag,
    Vary: 'Accept-Encoding',
    'Content-Security-Policy': document.contentSecurityPolicy,
    ...common,
  };
  const full: OutgoingHttpHeaders = {
    'Content-Type': document.contentType,
    'Content-Length': representation.body.byteLength,
    ...(coding !== 'identity' && { 'Content-Encoding': coding }),
    ...notModified,
  };
  const headers = { full, notModified };
  prepared.set(representation, headers);
  return headers;
}
