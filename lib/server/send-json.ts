import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { cacheControl } from './headers';

/**
 * Answers a program in JSON, for this moment: nobody keeps it.
 * @param headers of every answer of this instance, and what else comes with this one
 */
export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: object,
  headers: OutgoingHttpHeaders,
): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': cacheControl.failed,
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
