import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Coding, toBrotli, toGzip } from './document';
import { cacheControl } from './headers';
import { chooseCoding } from './send';

/** The forms of a script, by their codings. */
type Forms = Readonly<Record<Coding, Buffer>>;

/** At the head of the site, under a name that never stands for other bytes. */
const script = /^\/[a-z]+\.[0-9a-f]{8}\.js$/;

/**
 * Serves scripts of `public/` compressed, each from memory once it has been asked for; false, and
 * nothing sent, for anything else. Other files are sent as they are: most are compressed in themselves.
 * @param common headers of every answer of this instance
 */
export function servePackedScripts(
  directory: string,
  common: Readonly<Record<string, string>>,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const known = new Map<string, Promise<Forms | undefined>>();
  const find = (path: string) => {
    const forms = known.get(path) ?? pack(join(directory, path));
    known.set(path, forms);
    // Only what is there is remembered: names that are made up are without end.
    forms.then(
      (found) => found ?? known.delete(path),
      () => known.delete(path),
    );
    return forms;
  };
  return async (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const forms = script.test(path) ? await find(path) : undefined;
    if (!forms) return false;
    const coding = chooseCoding(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Length': forms[coding].byteLength,
      ...(coding !== 'identity' && { 'Content-Encoding': coding }),
      // No validator: who has it does not ask again.
      'Cache-Control': cacheControl.hashed,
      Vary: 'Accept-Encoding',
      ...common,
    });
    response.end(request.method === 'HEAD' ? undefined : forms[coding]);
    return true;
  };
}

async function pack(file: string): Promise<Forms | undefined> {
  const identity = await readFile(file).catch(absent);
  if (!identity) return undefined;
  const [br, gzip] = await Promise.all([toBrotli(identity), toGzip(identity)]);
  return { br, gzip, identity };
}

function absent(cause: NodeJS.ErrnoException): undefined {
  if (cause.code === 'ENOENT') return undefined;
  throw cause;
}
