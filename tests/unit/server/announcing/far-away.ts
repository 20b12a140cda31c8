import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';

/** What was sent to someone far away. */
interface Sent {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** An answer: a status with headers, or none at all for as long as the test runs. */
type Answer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'never';

/** Someone far away, whom the test plays over real HTTP. */
export interface FarAway {
  readonly origin: string;
  /** What has come, in its order. */
  readonly sent: readonly Sent[];
  /** What is answered from now on. */
  readonly answerWith: (answer: Answer) => void;
}

/** Listens on a port of the system's choice until the test has finished. */
export async function listenFarAway(first: Answer = { status: 200 }): Promise<FarAway> {
  const sent: Sent[] = [];
  let answer = first;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      const body = Buffer.concat(chunks).toString();
      sent.push({ method, path, contentType: headers['content-type'], body });
      if (answer !== 'never') response.writeHead(answer.status, answer.headers).end('generated');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...{ origin: `http://127.0.0.1:${port}`, sent },
    answerWith: (next) => {
      answer = next;
    },
  };
}

/** Long enough for a round that should not come. */
export const aWhile = () => setTimeout(150);

/** Waits until a check holds, however busy the machine is. */
export const eventually = <T>(check: () => T): Promise<T> => vi.waitFor(check, 20_000);
