import { randomBytes } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { mediaTypeOf } from '../../site/media-types';
import type { Path } from '../../site/routes';
import { systemClock } from '../../store/environment';
import {
  assembleDocument,
  createDocument,
  type Document,
  type Heading,
  isCompressible,
  topicsOfPath,
} from '../document';
import { sourcesOf } from '../finish';
import { cacheControl, contentSecurityPolicy, noSources } from '../headers';

/** The compressed forms beside a file, by the endings that nginx looks for. */
export const compressedForms = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
] as const;

/** Bytes as they lie on a disk, and when they were first printed, epoch milliseconds. */
export interface Printed {
  readonly body: Buffer;
  readonly lastModified: number;
}

/** How the name of a file under which it is written ends, until it is whole. */
export const unfinished = '.tmp';

/** Whether a document can be read back from its bytes and its name alone. */
export function isKeepable(document: Document): boolean {
  const heading = headingOf(document.path, document.representations.identity.body);
  return (
    document.status === heading.status &&
    document.contentType === heading.contentType &&
    document.cacheControl === heading.cacheControl &&
    document.contentSecurityPolicy === heading.contentSecurityPolicy
  );
}

/**
 * Reads a document from its file and the compressed forms beside it. A set of which a part is
 * missing, cut off or of another printing is no document.
 * @param file its plain file; it must be there
 */
export async function readDocument(file: string, path: Path): Promise<Document | undefined> {
  if (!isCompressible(mediaTypeOf(path))) return await readPicture(file, path);
  const [plain, br, gz] = await Promise.all([
    readPrinted(file, { noteUse: true }),
    readPrinted(`${file}.br`),
    readPrinted(`${file}.gz`),
  ]);
  const isOneSet = br.lastModified === plain.lastModified && gz.lastModified === plain.lastModified;
  if (!isOneSet || !(await isWhole(plain.body, br.body, gz.body))) return undefined;
  const bodies = { br: br.body, gzip: gz.body, identity: plain.body };
  return assembleDocument(headingOf(path, plain.body), bodies, plain.lastModified);
}

async function readPicture(file: string, path: Path): Promise<Document | undefined> {
  const { body, lastModified } = await readPrinted(file, { noteUse: true });
  if (!isWholePicture(body)) return undefined;
  return assembleDocument(headingOf(path, body), { identity: body }, lastModified);
}

function isWholePicture(body: Buffer): boolean {
  return body.subarray(-endOfPng.length).equals(endOfPng);
}

/** The last chunk of every PNG, which one that was cut off lacks (PNG 1.2 §4.1.4): length, type, checksum. */
const endOfPng = Buffer.from('0000000049454e44ae426082', 'hex');

/** A document from what was once printed for its path, whose compressed forms are gone; none from half a picture. */
export async function restoreDocument(
  path: Path,
  { body, lastModified }: Printed,
): Promise<Document | undefined> {
  const heading = headingOf(path, body);
  if (!isCompressible(heading.contentType) && !isWholePicture(body)) return undefined;
  return await createDocument(heading, body, lastModified);
}

/**
 * Reads a file with its time.
 * @param options `noteUse`: the disk shall know that it was used now, which many do not note
 */
export async function readPrinted(
  file: string,
  options: { readonly noteUse?: boolean } = {},
): Promise<Printed> {
  const handle = await open(file);
  try {
    const { mtime, mtimeMs } = await handle.stat();
    const body = await handle.readFile();
    // By the open file: another may have taken its name meanwhile, whose time is its own.
    if (options.noteUse) await handle.utimes(systemClock() / 1000, mtime).catch(() => undefined);
    return { body, lastModified: mtimeMs };
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file as a whole: whoever reads it sees it as it was or as it is.
 * @param lastModified epoch milliseconds, whole seconds; without it, the time of the disk
 */
export async function writeForm(file: string, body: Buffer, lastModified?: number): Promise<void> {
  const temporary = join(dirname(file), `.${randomBytes(6).toString('hex')}${unfinished}`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(body);
      if (lastModified !== undefined)
        await handle.utimes(systemClock() / 1000, lastModified / 1000);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    // What is left is of no use to anyone; that it cannot be taken away is the same failure.
    await unlink(temporary).catch(() => undefined);
    throw cause;
  }
}

const unpackBrotli = promisify(brotliDecompress);
const unpackGzip = promisify(gunzip);

/** Whether both compressed forms are of these bytes; a machine that lost its power leaves halves. */
async function isWhole(plain: Buffer, br: Buffer, gz: Buffer): Promise<boolean> {
  try {
    const [fromBr, fromGz] = await Promise.all([unpackBrotli(br), unpackGzip(gz)]);
    return fromBr.equals(plain) && fromGz.equals(plain);
  } catch {
    // What cannot be unpacked is not whole, whatever zlib calls it.
    return false;
  }
}

/** What was known of a document before its bytes were. */
function headingOf(path: Path, body: Buffer): Heading {
  const contentType = mediaTypeOf(path);
  const isPage = contentType.startsWith('text/html');
  const sources = isPage ? sourcesOf(body.toString('utf8')) : noSources;
  return {
    ...{ path, status: 200, contentType, cacheControl: cacheControl.document },
    contentSecurityPolicy: contentSecurityPolicy(sources),
    topics: topicsOfPath(path),
  };
}
