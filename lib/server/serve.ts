import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { strings } from '../site/strings';
import { closeStore, openStore } from '../store/open-store';
import type { StoreOptions } from '../store/store';
import { createDocuments } from './documents';
import { servePictures, servePublic } from './files';
import { createHandler } from './handler';
import { commonHeaders } from './headers';
import { createPress } from './press';
import { createRenderer } from './renderer';
import { type FolderWatch, watchFolder } from './watch';

/** A server that runs. */
export interface RunningServer {
  /** Where it listens, for example http://127.0.0.1:3000. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** What a server is started with. */
export interface ServeOptions extends StoreOptions {
  /** Folder of the application, with `.next` and `public`. */
  readonly applicationDirectory: string;
  /** Development: Next.js answers, with its scripts and its reloading, and nothing is kept. */
  readonly isDevelopment: boolean;
  readonly log: (line: string) => void;
  readonly logFailure: (line: string, cause: unknown) => void;
}

/**
 * Opens the store, starts Next.js and answers requests.
 * @throws when the store cannot be opened, or the address cannot be listened on
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { configuration, applicationDirectory, isDevelopment, log, logFailure } = options;
  const { hostname, port } = configuration;
  await tryAddress(port, hostname);
  const store = openStore(options);
  const documents = createDocuments(store.nextChange);
  const common = commonHeaders(configuration.indexable);
  const server = createServer();
  const app = next({
    dev: isDevelopment,
    dir: applicationDirectory,
    hostname,
    port,
    quiet: !isDevelopment,
    // Next.js answers upgrades of the server it knows; in production no request of a reader is its.
    ...(isDevelopment && { httpServer: server }),
  });
  await app.prepare();
  const handleByNext = app.getRequestHandler();
  const reportFailure = (path: string, cause: unknown) =>
    logFailure(strings.renderingFailed(path), cause);

  const listener: RequestListener = isDevelopment
    ? (request, response) => {
        handleByNext(request, response).catch((cause) => reportFailure(request.url ?? '', cause));
      }
    : createHandler({
        store,
        documents,
        press: createPress(createRenderer(handleByNext), reportFailure),
        servePublic: servePublic(join(applicationDirectory, 'public'), common),
        servePicture: servePictures(store.contentDirectory, common),
        common,
        reportFailure,
      });
  server.on('request', listener);

  const watcher = watchFolder(
    store.contentDirectory,
    () => {
      try {
        const { changed, removed } = store.sync();
        // Also when nothing had changed: another server on the same data may have read it first.
        documents.drop();
        if (changed + removed > 0) log(strings.contentChanged(changed, removed));
      } catch (cause) {
        logFailure(strings.contentUnread, cause);
      }
    },
    (cause) => logFailure(strings.contentUnread, cause),
  );
  await listen(server, port, hostname);
  server.on('error', (cause) => logFailure(strings.connectionRefused, cause));
  const address = addressOf(server, hostname);
  log(strings.serving(address));
  return { address, close: () => close(server, watcher, () => app.close()) };
}

/** An address that cannot be used is told before the archive is read, not minutes later. */
async function tryAddress(port: number, hostname: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, hostname);
  await new Promise((resolve) => probe.close(resolve));
}

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function addressOf(server: Server, hostname: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
}

async function close(
  server: Server,
  watcher: FolderWatch,
  closeNext: () => Promise<void>,
): Promise<void> {
  await watcher.close();
  server.closeIdleConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // A kept-open connection must not keep the server from stopping.
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
  await closeNext();
  closeStore();
}
