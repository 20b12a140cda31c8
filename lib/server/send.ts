import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import type { CacheTagHeader, Configuration } from '../site/configuration';
import { speculationRulesPath } from '../site/routes';
import { type Coding, codings, type Document, type Representation } from './document';
import type { Served } from './documents';
import { cacheControl, cacheTags, cdnCacheControl, linkHeader, unindexed } from './headers';

/** An answer for one reader, which nobody keeps and which has no validators. */
export interface OneAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly contentSecurityPolicy: string;
  readonly coding: Coding;
  /** In this coding. */
  readonly body: Buffer;
  readonly timing: string;
}

/** What an instance adds to its documents. */
export interface Sending {
  /** Headers of every answer of this instance. */
  readonly common: Readonly<Record<string, string>>;
  /** Where shared caches look for the topics of a document; nowhere when it is not set. */
  readonly cacheTagHeader?: CacheTagHeader | undefined;
  /** What documents name that belongs to them; without it they name nothing. */
  readonly linked?: Pick<Configuration, 'siteUrl' | 'webSubHub'>;
}

type Headers = Readonly<Record<string, string | number>>;

const chosenOfAll = new LRUCache<string, Coding>({ max: 500 });
const chosenOfQuick = new LRUCache<string, Coding>({ max: 500 });
const prepared = new WeakMap<Representation, PreparedHeaders>();

/** The headers of a representation that comes from memory, made when it is first sent. */
interface PreparedHeaders {
  readonly full: Headers;
  readonly notModified: Headers;
  /** When its document was first printed, as its header writes it. */
  readonly lastModified: string;
}

/** Sends a document in the best coding the reader takes, or 304 when it is there already. */
export function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  sending: Sending,
): void {
  const { document } = served;
  const { representations } = document;
  const accepted = request.headers['accept-encoding'] ?? '';
  const chosen = chooseCoding(accepted, representations.br !== undefined);
  const coding = representations[chosen] ? chosen : 'identity';
  const representation = representations[coding] ?? representations.identity;
  const headers =
    prepared.get(representation) ?? prepare(document, coding, representation, sending);
  if (document.status === 200 && isThere(request, representation.etag, headers.lastModified)) {
    response.writeHead(304, withOrigin(headers.notModified, served)).end();
    return;
  }
  response.writeHead(document.status, withOrigin(headers.full, served));
  response.end(request.method === 'HEAD' ? undefined : representation.body);
}

/**
 * Sends an answer to the one reader who asked.
 * @param headers of every answer of this instance, and what else comes with this one
 */
export function sendOnce(
  request: IncomingMessage,
  response: ServerResponse,
  answer: OneAnswer,
  headers: Headers,
): void {
  const { status, contentType, coding, body } = answer;
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': body.byteLength,
    ...(coding !== 'identity' && { 'Content-Encoding': coding }),
    'Cache-Control': cacheControl.failed,
    Vary: 'Accept-Encoding',
    'Content-Security-Policy': answer.contentSecurityPolicy,
    ...(isPage(status, contentType) && { 'Speculation-Rules': speculationRules }),
    'Server-Timing': answer.timing,
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * The coding to answer with (RFC 9110 §12.5.3). Brotli only when it is named: some fetchers take
 * a wildcard for it and cannot read it.
 * @param hasBrotli false while that form is being made
 */
export function chooseCoding(acceptEncoding: string, hasBrotli = true): Coding {
  const chosen = hasBrotli ? chosenOfAll : chosenOfQuick;
  const known = chosen.get(acceptEncoding);
  if (known) return known;
  const offered =
    hasBrotli && /(?:^|,)\s*br\s*(?:[;,]|$)/i.test(acceptEncoding)
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

/**
 * Whether the reader has these bytes. If-None-Match outranks the date (RFC 9110 §13.1.3), and the
 * date must be this one, as with nginx: a later one may be that of another instance, with another
 * clock and other bytes, or from before an article was put back as it was.
 */
function isThere(request: IncomingMessage, etag: string, lastModified: string): boolean {
  const { 'if-none-match': ifNoneMatch, 'if-modified-since': ifModifiedSince } = request.headers;
  return ifNoneMatch === undefined ? ifModifiedSince === lastModified : matches(ifNoneMatch, etag);
}

function prepare(
  document: Document,
  coding: Coding,
  representation: Representation,
  { common, cacheTagHeader, linked }: Sending,
): PreparedHeaders {
  const { status, contentType, topics } = document;
  const lastModified = new Date(document.lastModified).toUTCString();
  const link = status === 200 && linked && linkHeader(document.path, linked);
  const notModified: Headers = {
    'Cache-Control': document.cacheControl,
    ...(status < 500 && { 'CDN-Cache-Control': cdnCacheControl }),
    ETag: representation.etag,
    ...(status === 200 && { 'Last-Modified': lastModified }),
    Vary: 'Accept-Encoding',
    'Content-Security-Policy': document.contentSecurityPolicy,
    ...(isPage(status, contentType) && { 'Speculation-Rules': speculationRules }),
    ...(link && { Link: link }),
    // Feeds, texts and site maps are for programs: in a list of results a reader finds the page.
    ...(status === 200 && !isPage(status, contentType) && unindexed),
    ...(cacheTagHeader && status < 500 && cacheTags(cacheTagHeader, topics)),
    'Server-Timing': timingFrom('memory'),
    ...common,
  };
  const full: Headers = {
    'Content-Type': contentType,
    'Content-Length': representation.body.byteLength,
    ...(coding !== 'identity' && { 'Content-Encoding': coding }),
    ...notModified,
  };
  const headers = { full, notModified, lastModified };
  prepared.set(representation, headers);
  return headers;
}

/** Whether there may be links in it that are worth fetching early. */
function isPage(status: number, contentType: string): boolean {
  return status === 200 && contentType.startsWith('text/html');
}

/** A list of structured strings (RFC 9651 §3.3.3): with its quotes. */
const speculationRules = `"${speculationRulesPath}"`;

function withOrigin(fromMemory: Headers, served: Served): Headers {
  if (served.origin === 'memory') return fromMemory;
  const headers: Headers = { ...fromMemory, 'Server-Timing': timingOf(served) };
  if (served.origin !== 'stale') return headers;
  // It is right to answer with it now, and wrong to keep it for a moment longer.
  const { 'CDN-Cache-Control': _, ...forNobody } = headers;
  return { ...forNobody, 'Cache-Control': cacheControl.failed };
}

/** How a document came about. */
function timingOf({ origin, took }: Served): string {
  return [timingFrom(origin), ...(took ? [durations({ ...took })] : [])].join(', ');
}

/**
 * What took how long, for Server-Timing (https://www.w3.org/TR/server-timing/).
 * @param took milliseconds by name
 * @example durations({ search: 3.14, render: 12 }) // 'search;dur=3.1, render;dur=12.0'
 */
export function durations(took: Readonly<Record<string, number>>): string {
  return Object.entries(took)
    .map(([name, ms]) => `${name};dur=${ms.toFixed(1)}`)
    .join(', ');
}

/** How a document came, for Server-Timing. */
export function timingFrom(origin: Served['origin']): string {
  return `document;desc="${origin}"`;
}
