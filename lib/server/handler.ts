import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  ServerResponse,
} from 'node:http';
import { showsPicture } from '../publish/picture-file';
import { type Answer, resolve, statusOf } from '../publish/resolve';
import { answerPages, healthPath, mayBeFile } from '../site/routes';
import { strings } from '../site/strings';
import type { Store } from '../store/store';
import type { Documents } from './documents';
import type { ServePicture, ServePublic } from './files';
import { cacheControl } from './headers';
import { sendHealth } from './health';
import type { HealthCheck } from './health-check';
import type { Press } from './press';
import { sendDocument } from './send';

/** What a request is answered from. */
export interface HandlerParts {
  readonly store: Store;
  readonly documents: Documents;
  readonly press: Press;
  readonly health: HealthCheck;
  readonly servePublic: ServePublic;
  readonly servePicture: ServePicture;
  /** Headers of every answer of this instance. */
  readonly common: Readonly<Record<string, string>>;
  /** Hears of a request that broke off. */
  readonly reportFailure: (path: string, cause: unknown) => void;
}

/** Answers every request: from memory, from a file, or by resolving its address. */
export function createHandler(parts: HandlerParts): RequestListener {
  const { store, documents, press, common } = parts;

  const answerMissing = async (request: IncomingMessage, response: ServerResponse) => {
    const page = await documents.findOrMake(answerPages.missing, store.now(), press.printMissing);
    sendDocument(request, response, page, common);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse, found: Answer) => {
    switch (found.kind) {
      case 'document':
      case 'withdrawn': {
        const make = () => press.printPage(found.path, statusOf[found.kind]);
        const document = await documents.findOrMake(found.path, store.now(), make);
        sendDocument(request, response, document, common);
        return;
      }
      case 'picture':
        // What a body shows is known when it has been rendered.
        await store.edition(store.now()).readBody(found.slug);
        if (
          !showsPicture(store, found.slug, found.name) ||
          !(await parts.servePicture(found.file, request, response))
        )
          await answerMissing(request, response);
        return;
      case 'moved':
        sendPlain(request, response, statusOf.moved, '', {
          ...common,
          Location: found.location,
          'Cache-Control': cacheControl.moved,
        });
        return;
      case 'missing':
        await answerMissing(request, response);
        return;
      case 'malformed':
      case 'too-long':
        sendPlain(request, response, statusOf[found.kind], strings.malformed, {
          ...common,
          'Cache-Control': cacheControl.failed,
        });
        return;
    }
  };
  const answerFresh = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (path === healthPath) {
      sendHealth(request, response, parts.health.read(), common);
      return;
    }
    if (mayBeFile(path) && (await parts.servePublic(request, response))) return;
    await answer(request, response, resolve(store, store.edition(store.now()), path));
  };
  const fail = (request: IncomingMessage, response: ServerResponse, cause: unknown) => {
    parts.reportFailure(request.url ?? '', cause);
    if (response.headersSent) response.destroy();
    else
      sendPlain(request, response, 500, strings.failedTitle, {
        ...common,
        'Cache-Control': cacheControl.failed,
      });
  };

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(request, response, common);
      return;
    }
    const target = originForm(request.url ?? '/');
    // What serves files reads the target from the request.
    request.url = target;
    const query = target.indexOf('?');
    const path = query === -1 ? target : target.slice(0, query);
    const kept = documents.find(path, store.now());
    if (kept) sendDocument(request, response, kept, common);
    else answerFresh(request, response, path).catch((cause) => fail(request, response, cause));
  };
}

/** The target without scheme and host, which a client may write too (RFC 9112 §3.2.2). */
function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '');
  return path === target || path.startsWith('/') ? path : `/${path}`;
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  common: Readonly<Record<string, string>>,
): void {
  const headers = { ...common, Allow: 'GET, HEAD, OPTIONS', 'Cache-Control': cacheControl.failed };
  // A 204 has no length and no type (RFC 9110 §8.6).
  if (request.method === 'OPTIONS') response.writeHead(204, headers).end();
  else sendPlain(request, response, 405, strings.notAllowed, headers);
}

function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders,
): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
