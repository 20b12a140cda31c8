import { createServer, type Server } from 'node:http';

/** An address that cannot be used is told before the archive is read, not minutes later. */
export async function tryAddress(port: number, hostname: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, hostname);
  await new Promise((resolve) => probe.close(resolve));
}

/**
 * Listens on an address.
 * @throws when it cannot be listened on
 */
export function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Takes no more requests; a connection that is kept open does not keep the server from stopping. */
export async function closeServer(server: Server): Promise<void> {
  server.closeIdleConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
}
