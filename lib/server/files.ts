import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join, relative, sep } from 'node:path';
import send from 'send';
import { speculationRulesPath } from '../site/routes';
import { cacheControl } from './headers';
import { servePackedScripts } from './packed-script';

/** Serves a public file by the address asked for; false, and nothing sent, when there is none. */
export type ServePublic = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Serves a file of the content folder; false, and nothing sent, when it is not there. */
export type ServePicture = (
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>;

type Headers = Readonly<Record<string, string>>;

/** A name that carries a hash of its content never stands for other bytes. */
const hashedName = /\.[0-9a-f]{8,}\.[a-z0-9]+$/;

/**
 * Serves the files of `public/`.
 * @param common headers of every answer of this instance
 */
export function servePublic(directory: string, common: Headers): ServePublic {
  const servePacked = servePackedScripts(directory, common);
  return async (request, response) => {
    if (await servePacked(request, response)) return true;
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    return await sendFile(request, response, path, directory, { ...common, ...ownHeaders(path) });
  };
}

function ownHeaders(path: string): Headers {
  // Browsers take no rules of another type (HTML, "The Speculation-Rules header").
  if (path === speculationRulesPath)
    return {
      'Cache-Control': cacheControl.rules,
      'Content-Type': 'application/speculationrules+json',
    };
  return { 'Cache-Control': hashedName.test(path) ? cacheControl.hashed : cacheControl.file };
}

/**
 * Serves pictures that lie beside articles; `resolve` has said which files those are.
 * @param common headers of every answer of this instance
 */
export function servePictures(contentDirectory: string, common: Headers): ServePicture {
  const headers = { ...common, 'Cache-Control': cacheControl.file };
  return async (file, request, response) => {
    const found = await findFile(contentDirectory, file);
    if (found === undefined) return false;
    const path = found.split(sep).map(encodeURIComponent).join('/');
    return await sendFile(request, response, path, contentDirectory, headers);
  };
}

/** Path inside the folder of a file that is really there, with no symbolic link on the way. */
export async function findFile(directory: string, file: string): Promise<string | undefined> {
  const root = await realpath(directory);
  // Systems that keep names decomposed (UAX #15) hand them on to others in archives.
  const decomposed = join(dirname(file), basename(file).normalize('NFD'));
  for (const spelling of [file, decomposed]) {
    const inside = relative(directory, spelling);
    const isItself = (await realpath(spelling).catch(absent)) === join(root, inside);
    // Anything but a file, a pipe for one, could be waited for without end.
    if (isItself && (await stat(spelling).catch(absent))?.isFile()) return inside;
  }
  return undefined;
}

/** A file that cannot be reached is none; anything else is a broken machine. */
function absent(cause: NodeJS.ErrnoException): undefined {
  if (/^(ENOENT|ENOTDIR|EACCES|ENAMETOOLONG|ELOOP)$/.test(cause.code ?? '')) return undefined;
  throw cause;
}

/** @param path encoded, inside the folder; what leads out of it or begins with a dot is not there */
function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  root: string,
  headers: Headers,
): Promise<boolean> {
  // Our validators are weak, and If-Range wants a strong one (RFC 9110 §13.1.5): the whole, then.
  // And a part is for GET alone (§14.2).
  if (request.headers['if-range'] !== undefined || request.method === 'HEAD')
    delete request.headers.range;
  return new Promise((settle) => {
    send(request, path, { root, cacheControl: false, index: false, dotfiles: 'ignore' })
      .on('headers', () => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      })
      .on('directory', () => settle(false))
      .on('error', ({ status, headers: own }: HttpError) => {
        if (status !== 412 && status !== 416) settle(false);
        else {
          const caching = { 'Cache-Control': cacheControl.failed, 'Content-Length': '0' };
          response.removeHeader('Content-Type');
          response.writeHead(status, { ...headers, ...own, ...caching }).end();
        }
      })
      .pipe(response);
    response.once('close', () => settle(true));
  });
}

/** What `send` says of a request that it cannot grant. */
interface HttpError {
  readonly status: number;
  readonly headers?: Headers;
}
