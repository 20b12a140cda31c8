import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  ServerResponse,
} from 'node:http';
import { showsPicture } from '../publish/picture-file';
import { type Answer, resolve, statusOf } from '../publish/resolve';
import {
  answerPages,
  healthPath,
  mayBeFile,
  type Path,
  paths,
  publishPath,
  suggestionsPath,
} from '../site/routes';
import { strings } from '../site/strings';
import type { Store } from '../store/store';
import type { KeyFile } from './announcing';
import type { Documents } from './documents';
import type { ServePicture, ServePublic } from './files';
import { cacheControl, unindexed } from './headers';
import { sendHealth } from './health';
import type { HealthCheck } from './health-check';
import type { Press } from './press';
import type { AnswerSearch } from './search/search-page';
import { readSearchTarget } from './search/search-target';
import type { AnswerSuggestions } from './search/suggestions';
import { type Sending, sendDocument } from './send';

/** What a request is answered from. */
export interface HandlerParts extends Sending {
  readonly store: Store;
  readonly documents: Documents;
  readonly press: Press;
  readonly health: HealthCheck;
  readonly servePublic: ServePublic;
  readonly servePicture: ServePicture;
  readonly answerSearch: AnswerSearch;
  readonly answerSuggestions: AnswerSuggestions;
  /** Answers whatever is asked of the address at which a newsroom publishes; without it there is none. */
  readonly publish?:
    | ((request: IncomingMessage, response: ServerResponse) => Promise<void>)
    | undefined;
  /** By which search engines know the key of this site; without it there is none. */
  readonly keyFile?: KeyFile | undefined;
  /** Hears of a request that broke off. */
  readonly reportFailure: (path: string, cause: unknown) => void;
}

/** Answers every request: from memory, from a file, or by resolving its address. */
export function createHandler(parts: HandlerParts): RequestListener {
  const { store, documents, press, common } = parts;

  const answerMissing = async (request: IncomingMessage, response: ServerResponse) => {
    const page = await documents.findOrMake(answerPages.missing, press.printMissing);
    sendDocument(request, response, page, parts);
  };
  const sendElsewhere = (
    request: IncomingMessage,
    response: ServerResponse,
    location: Path,
    caching: string,
  ) =>
    sendPlain(request, response, statusOf.moved, '', {
      ...common,
      Location: location,
      'Cache-Control': caching,
    });
  const answer = async (request: IncomingMessage, response: ServerResponse, found: Answer) => {
    switch (found.kind) {
      case 'document':
      case 'withdrawn': {
        const make = () => press.printPage(found.path, statusOf[found.kind]);
        sendDocument(request, response, await documents.findOrMake(found.path, make), parts);
        return;
      }
      case 'picture': {
        const isServed =
          (await isShown(store, found.slug, found.name)) &&
          (await parts.servePicture(found.file, request, response));
        if (!isServed) await answerMissing(request, response);
        return;
      }
      case 'moved':
        sendElsewhere(request, response, found.location, cacheControl.moved);
        return;
      case 'search':
        // In its one spelling it has been answered. Caches that leave out the query keep nothing of it.
        sendElsewhere(
          request,
          response,
          paths.search(readSearchTarget(request.url ?? '')),
          cacheControl.failed,
        );
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
    if (path === paths.search()) return await parts.answerSearch(request, response);
    if (path === suggestionsPath) return await parts.answerSuggestions(request, response);
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
    const target = originForm(request.url ?? '/');
    // What serves files reads the target from the request.
    request.url = target;
    const query = target.indexOf('?');
    const path = query === -1 ? target : target.slice(0, query);
    if (path === publishPath && parts.publish) {
      parts.publish(request, response).catch((cause) => fail(request, response, cause));
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(request, response, common);
      return;
    }
    // A key in capitals is no other spelling of anything.
    if (path === parts.keyFile?.path) {
      const headers = { ...common, ...unindexed, 'Cache-Control': cacheControl.file };
      sendPlain(request, response, 200, parts.keyFile.text, headers);
      return;
    }
    // Kept for who looks for too much; it is no page to ask for.
    const kept = path === answerPages.busy ? undefined : documents.find(path);
    if (kept) sendDocument(request, response, kept, parts);
    else answerFresh(request, response, path).catch((cause) => fail(request, response, cause));
  };
}

/** What a body shows is known when it has been rendered, and not forgotten: most need not be read. */
async function isShown(store: Store, slug: string, name: string): Promise<boolean> {
  if (showsPicture(store, slug, name)) return true;
  await store.edition(store.now()).readBody(slug);
  return showsPicture(store, slug, name);
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
