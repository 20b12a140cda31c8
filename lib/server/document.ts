import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

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

/** A finished answer, ready to be sent to anyone. */
export interface Document {
  readonly status: number;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly contentSecurityPolicy: string;
  readonly representations: Readonly<Record<Coding, Representation>>;
  /** Bytes that it takes in memory. */
  readonly size: number;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Compresses a finished answer once, off the event loop, at the best qualities. */
export async function createDocument(
  answer: Pick<Document, 'status' | 'contentType' | 'cacheControl' | 'contentSecurityPolicy'>,
  text: string,
): Promise<Document> {
  const identity = Buffer.from(text, 'utf8');
  const [br, gz] = await Promise.all([
    compressBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.byteLength,
      },
    }),
    compressGzip(identity, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  const representations = { br: represent(br), gzip: represent(gz), identity: represent(identity) };
  return { ...answer, representations, size: identity.byteLength + br.byteLength + gz.byteLength };
}

function represent(body: Buffer): Representation {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
