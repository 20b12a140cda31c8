import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { answerPages, matchRoute, type Path } from '../site/routes';
import { type Topic, topics, topicsOf, topicsOfMissing } from '../site/topics';
import { createAtOnce } from './at-once';

/** The codings a document is kept in, the best first. */
export const codings = ['br', 'gzip', 'identity'] as const;

/** A coding of content, by its registered name (RFC 9110 §8.4.1). */
export type Coding = (typeof codings)[number];

/** One form of a document. */
export interface Representation {
  readonly body: Buffer;
  /** Strong: over the encoded bytes, one a coding (RFC 9110 §8.8.3.3). */
  readonly etag: string;
}

/** The forms of one document; a picture has no others than itself. */
export type Representations = { readonly identity: Representation } & {
  readonly [form in 'br' | 'gzip']?: Representation;
};

/** A finished answer, ready to be sent to anyone. */
export interface Document {
  readonly path: Path;
  readonly status: number;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly contentSecurityPolicy: string;
  readonly topics: readonly Topic[];
  /** When these bytes were first printed: epoch milliseconds, whole seconds. */
  readonly lastModified: number;
  /** Without brotli as long as that is being made: the first reader does not wait for it. */
  readonly representations: Representations;
  /** Bytes that it takes in memory, and on a disk. */
  readonly size: number;
  /** Absent when it was read from a disk. */
  readonly took?: Took;
}

/** How long the making of a document took, milliseconds. */
export interface Took {
  readonly render: number;
  /** Finishing and compressing. */
  readonly compress: number;
}

/** How a document came; shown in Server-Timing. */
export type Origin = 'memory' | 'disk' | 'rendered' | 'stale';

/** A document, and how it came. */
export interface Served {
  readonly document: Document;
  readonly origin: Origin;
  /** When it was rendered. */
  readonly took?: Took;
}

/** What is known of a document before its bytes are. */
export type Heading = Omit<Document, 'lastModified' | 'representations' | 'size' | 'took'>;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Half of the threads of Node.js: what readers wait for, gzip and files, finds the others free. */
const behindReaders = createAtOnce(2);

/**
 * Makes a document that can be sent at once. Brotli is left to `addBrotli`: it takes a hundred times
 * as long as gzip (20 ms of an article) and saves a tenth.
 * @param now when it was printed, epoch milliseconds
 */
export async function createDocument(
  heading: Heading,
  identity: Buffer,
  now: number,
): Promise<Document> {
  const bodies = isCompressible(heading.contentType)
    ? { identity, gzip: await toGzip(identity) }
    : { identity };
  return assembleDocument(heading, bodies, now - (now % 1000));
}

/** Whether compression is worth it: a picture is compressed already (standards.md 5.3). */
export function isCompressible(contentType: string): boolean {
  return !contentType.startsWith('image/');
}

/** Whether a document lacks a form that is still to be made. */
export function lacksBrotli({ contentType, representations }: Document): boolean {
  return isCompressible(contentType) && representations.br === undefined;
}

/** The same document with its brotli form, if it is to have one. */
export async function addBrotli(document: Document): Promise<Document> {
  if (!lacksBrotli(document)) return document;
  const { representations, size } = document;
  const br = represent(await behindReaders(() => toBrotli(representations.identity.body)));
  return {
    ...document,
    representations: { ...representations, br },
    size: size + br.body.byteLength,
  };
}

/**
 * Compresses what is sent once, off the event loop. Brotli of quality 5 takes half a millisecond of a
 * page of 17 KB, and the page a sixteenth less than gzip, which takes 0.3.
 */
export async function toLight(body: Buffer, coding: Coding): Promise<Buffer> {
  switch (coding) {
    case 'br':
      return await compressBrotli(body, { params: textOf(body, LIGHT_QUALITY) });
    case 'gzip':
      return await compressGzip(body);
    case 'identity':
      return body;
  }
}

const LIGHT_QUALITY = 5;

/** Compresses at the best quality, off the event loop. */
export async function toGzip(body: Buffer): Promise<Buffer> {
  return await compressGzip(body, { level: constants.Z_BEST_COMPRESSION });
}

/** Compresses at the best quality, off the event loop. */
export async function toBrotli(body: Buffer): Promise<Buffer> {
  return await compressBrotli(body, { params: textOf(body, constants.BROTLI_MAX_QUALITY) });
}

/** What brotli is told of a text. */
function textOf(body: Buffer, quality: number) {
  return {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
}

/** Puts a document together from bytes that are there already. */
export function assembleDocument(
  heading: Heading,
  bodies: { readonly identity: Buffer; readonly gzip?: Buffer; readonly br?: Buffer },
  lastModified: number,
): Document {
  const { br, gzip: gz, identity } = bodies;
  return {
    ...heading,
    lastModified,
    representations: {
      ...(br && { br: represent(br) }),
      ...(gz && { gzip: represent(gz) }),
      identity: represent(identity),
    },
    size: identity.byteLength + (br?.byteLength ?? 0) + (gz?.byteLength ?? 0),
  };
}

/**
 * The topics of the document that lies at a path.
 * @example topicsOfPath(paths.article('tin')) // ['site', 'article:tin']
 */
export function topicsOfPath(path: Path): readonly Topic[] {
  if (path === answerPages.missing) return topicsOfMissing;
  const route = matchRoute(path);
  return route ? topicsOf(route) : [topics.site];
}

function represent(body: Buffer): Representation {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
