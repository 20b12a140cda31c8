import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { previewPaths } from '../site/routes';

/** Keeps open pages in step with the content folder while editors write; development only. */
export interface PreviewServer {
  /** Answers what pages ask of the preview; false when the request is for something else. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Tells open pages that what they show may have changed, for better or worse. */
  readonly changed: () => void;
  readonly close: () => void;
}

/** How soon a page asks again after the server went away, milliseconds. */
const RETRY_MS = 500;

const files: Readonly<Record<string, readonly [name: string, contentType: string]>> = {
  [previewPaths.style]: ['preview.css', 'text/css; charset=utf-8'],
  [previewPaths.script]: ['preview-client.js', 'text/javascript; charset=utf-8'],
};

/**
 * Makes the server of a preview. Pages hear the version of the content, which is another after
 * every change and every start, and load again when it is not the one they know.
 */
export function createPreview(): PreviewServer {
  const listeners = new Set<ServerResponse>();
  let version = randomUUID();
  const tell = (response: ServerResponse) => response.write(`data: ${version}\n\n`);

  const listen = (response: ServerResponse) => {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.write(`retry: ${RETRY_MS}\n`);
    tell(response);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };

  return {
    handle: ({ method, url = '' }, response) => {
      if (method !== 'GET') return false;
      const [path = ''] = url.split('?', 1);
      const file = files[path];
      if (path === previewPaths.events) listen(response);
      else if (file) sendFile(response, ...file);
      else return false;
      return true;
    },
    changed: () => {
      version = randomUUID();
      for (const listener of listeners) tell(listener);
    },
    close: () => {
      for (const listener of listeners) listener.end();
    },
  };
}

function sendFile(response: ServerResponse, name: string, contentType: string): void {
  const body = readFileSync(join(import.meta.dirname, name));
  response.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' }).end(body);
}
