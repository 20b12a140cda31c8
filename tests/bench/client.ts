import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it travelled, not decoded. */
  readonly body: Buffer;
  /** From asking to the last byte, milliseconds. */
  readonly milliseconds: number;
}

/** A reader with one connection, who asks one thing after the other. */
export interface Client {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answered>;
  /** The brotli form of a page, which is made after the first reader was answered. */
  readonly getBrotli: (path: string) => Promise<Answered>;
  /** The text of a page. @throws unless it answers 200 */
  readonly read: (path: string) => Promise<string>;
  readonly close: () => void;
}

/** Makes a client that takes brotli, as browsers do. */
export function createClient(origin: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get: Client['get'] = async (path, headers = {}) => {
    const begun = performance.now();
    const outgoing = request(origin + path, {
      agent,
      headers: { 'accept-encoding': 'br, gzip', ...headers },
    });
    outgoing.end();
    const [incoming] = await once(outgoing, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const milliseconds = performance.now() - begun;
    return {
      status: incoming.statusCode ?? 0,
      headers: incoming.headers,
      body: Buffer.concat(chunks),
      milliseconds,
    };
  };
  return {
    get,
    getBrotli: async (path) => {
      for (;;) {
        const answered = await get(path);
        if (answered.headers['content-encoding'] === 'br') return answered;
        if (answered.status !== 200) throw new Error(`${path} answers ${answered.status}`);
        await sleep(20);
      }
    },
    read: async (path) => {
      const answered = await get(path);
      if (answered.status !== 200) throw new Error(`${path} answers ${answered.status}`);
      return textOf(answered);
    },
    close: () => agent.destroy(),
  };
}

/** The text of an answer. */
export function textOf({ headers, body }: Answered): string {
  switch (headers['content-encoding']) {
    case 'br':
      return brotliDecompressSync(body).toString('utf8');
    case 'gzip':
      return gunzipSync(body).toString('utf8');
    default:
      return body.toString('utf8');
  }
}
