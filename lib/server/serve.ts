import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import type { Problem } from '../content/problems/problems';
import { auditBetween } from '../publish/audit';
import { strings } from '../site/strings';
import { closeStore, openStore } from '../store/open-store';
import type { Store, StoreOptions } from '../store/store';
import type { SyncResult } from '../store/sync';
import { createDocuments } from './documents';
import { servePictures, servePublic } from './files';
import { createHandler } from './handler';
import { commonHeaders } from './headers';
import { createHealthCheck } from './health-check';
import { createPress } from './press';
import { createPreview } from './preview';
import { createPreviewHandler } from './preview-handler';
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
  const store = await openStore({ ...options, onTakenOut: () => documents.drop() });
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

  const health = createHealthCheck(store);
  const preview = isDevelopment ? createPreview() : undefined;
  const listener: RequestListener = preview
    ? createPreviewHandler({
        ...{ store, preview, health, reportFailure },
        servePicture: servePictures(store.contentDirectory, common),
        draw: handleByNext,
      })
    : createHandler({
        ...{ store, documents, health, common, reportFailure },
        press: createPress(createRenderer(handleByNext), reportFailure),
        servePublic: servePublic(join(applicationDirectory, 'public'), common),
        servePicture: servePictures(store.contentDirectory, common),
      });
  server.on('request', listener);

  const takeOver = ({ changed, removed }: SyncResult) => {
    // Also when nothing had changed: another server on the same data may have read it first.
    documents.drop();
    health.forget();
    preview?.changed();
    if (changed.length + removed === 0) return;
    log(strings.contentChanged(changed.length, removed));
    options.report(findBetweenFiles(store, changed));
  };
  let retry: NodeJS.Timeout | undefined;
  const syncSoon = (pause = FIRST_PAUSE_MS) => {
    clearTimeout(retry);
    store
      .sync()
      .then(takeOver)
      .catch((cause) => {
        logFailure(strings.contentUnread, cause);
        health.fail();
        // Nothing else would ask again: the file that was saved is not saved again.
        clearTimeout(retry);
        retry = setTimeout(syncSoon, pause, Math.min(2 * pause, LONGEST_PAUSE_MS));
        retry.unref();
      });
  };
  const watcher = watchFolder(
    store.contentDirectory,
    () => syncSoon(),
    (cause) => logFailure(strings.contentUnread, cause),
  );
  await listen(server, port, hostname);
  server.on('error', (cause) => logFailure(strings.connectionRefused, cause));
  const address = addressOf(server, hostname);
  log(strings.serving(address));
  const stop = async () => {
    // An open page would hold its connection, and with it the server.
    preview?.close();
    await close(server, watcher, () => app.close());
  };
  return { address, close: stop };
}

/** How long after a failure the content folder is read again; twice as long after each further one. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** More changed files than these are a pull: what shows between files is for the check to tell. */
const LOOKED_AT = 20;

/** What is wrong between changed files and the others; what is wrong with each was told before. */
function findBetweenFiles(store: Store, changed: readonly string[]): readonly Problem[] {
  return changed.length > LOOKED_AT ? [] : auditBetween(store, store.now(), changed);
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
  await closeStore();
}
