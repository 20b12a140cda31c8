import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { createAtOnce } from './at-once';

/** What Next.js answered. */
export interface Rendered {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Renders the page of a canonical path. @throws when the renderer breaks off or is too slow */
export type Render = (path: string) => Promise<Rendered>;

/** A page that takes longer has failed; readers are told so instead of waiting. */
const TIMEOUT_MS = 20_000;

/**
 * Pages drawn at once; others wait their turn. Of two thousand at once none was done within its time,
 * and readers of finished pages waited too.
 */
const AT_ONCE = 8;

/**
 * Makes a renderer from Next's request handler. The request is ours, never a reader's: GET, the
 * canonical path, no header that Next could react to. It travels inside the process, so that
 * nobody else can reach the unfinished pages.
 * @param timeoutMs how long a page may take once its turn has come, milliseconds
 */
export function createRenderer(
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  timeoutMs = TIMEOUT_MS,
): Render {
  const inner = createServer((incoming, response) => {
    handler(incoming, response).catch((cause) => response.destroy(cause));
  });
  const inTurn = createAtOnce(AT_ONCE);
  const draw: Render = (path) =>
    new Promise((resolve, reject) => {
      const [ours, theirs] = duplexPair();
      // Neither end hears of the other's destruction, and a pair keeps no time (Node 20).
      const breakOff = (cause: unknown) => {
        clearTimeout(timer);
        theirs.destroy();
        outgoing.destroy();
        reject(cause);
      };
      const timer = setTimeout(
        () => breakOff(new Error(`no answer within ${timeoutMs} ms`)),
        timeoutMs,
      );
      theirs.once('close', () => {
        if (!theirs.writableFinished) breakOff(new Error('the renderer broke off'));
      });
      const outgoing = ask(path, ours, (rendered) => {
        clearTimeout(timer);
        resolve(rendered);
      });
      outgoing.on('error', breakOff);
      inner.emit('connection', theirs);
    });
  return (path) => inTurn(() => draw(path));
}

function ask(path: string, connection: Duplex, onAnswer: (rendered: Rendered) => void) {
  const outgoing = request({
    path,
    headers: { host: 'localhost' },
    createConnection: () => connection,
  });
  outgoing.on('response', (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('error', (cause) => outgoing.emit('error', cause));
    answer.on('end', () =>
      onAnswer({
        status: answer.statusCode ?? 500,
        contentType: answer.headers['content-type'] ?? 'application/octet-stream',
        body: Buffer.concat(chunks),
      }),
    );
  });
  return outgoing.end();
}
