import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { resolve } from '../publish/resolve';
import { healthPath, suggestionsPath } from '../site/routes';
import type { Store } from '../store/store';
import type { ServePicture } from './files';
import { sendHealth } from './health';
import type { HealthCheck } from './health-check';
import type { ReportFailure } from './press';
import type { PreviewServer } from './preview';
import type { AnswerSuggestions } from './search/suggestions';

/** What a request is answered from while someone writes. */
export interface PreviewParts {
  readonly store: Store;
  readonly preview: PreviewServer;
  readonly health: HealthCheck;
  readonly servePicture: ServePicture;
  readonly answerSuggestions: AnswerSuggestions;
  /** Next.js in development, which draws every page and reloads its code. */
  readonly draw: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly reportFailure: ReportFailure;
}

/** Answers requests in development: what no page is, as readers get it; every page by Next.js. */
export function createPreviewHandler(parts: PreviewParts): RequestListener {
  const { store, preview, health } = parts;

  const answer = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (path === suggestionsPath) return await parts.answerSuggestions(request, response);
    const found = resolve(store, store.edition(store.now()), request.url ?? '/');
    if (found.kind === 'picture' && (await parts.servePicture(found.file, request, response))) {
      return;
    }
    if (found.kind === 'moved') {
      // A browser would remember a permanent one, and an address that is being written may change.
      response.writeHead(307, { Location: found.location, 'Cache-Control': 'no-store' }).end();
      return;
    }
    await parts.draw(request, response);
  };

  return (request, response) => {
    if (preview.handle(request, response)) return;
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === healthPath) {
      health.forget();
      sendHealth(request, response, health.read(), {});
      return;
    }
    answer(request, response, path).catch((cause) => {
      parts.reportFailure(request.url ?? '', cause);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
}
