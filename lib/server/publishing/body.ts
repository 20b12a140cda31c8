import type { IncomingMessage } from 'node:http';

/** How the reading of a body ended. */
export type BodyEnd = 'whole' | 'too-large' | 'too-slow' | 'broken-off';

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly maxMs: number;
}

/**
 * Reads the body of a request and keeps nothing of it.
 * @param take is given each part as it comes
 */
export function readBody(
  request: IncomingMessage,
  { maxBytes, maxMs }: BodyLimits,
  take: (chunk: Buffer) => void,
): Promise<BodyEnd> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    return Promise.resolve('too-large');
  }
  return new Promise((settle) => {
    let bytes = 0;
    const end = (how: BodyEnd) => () => {
      clearTimeout(timer);
      request.off('data', read);
      settle(how);
    };
    const read = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) end('too-large')();
      else take(chunk);
    };
    const timer = setTimeout(end('too-slow'), maxMs);
    request.on('data', read);
    request.once('end', end('whole'));
    // Behind a whole body too; what was settled first holds.
    request.once('close', end('broken-off'));
    request.once('error', end('broken-off'));
  });
}
