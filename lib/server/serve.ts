import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import type { Problem } from '../content/problems/problems';
import { auditBetween } from '../publish/audit';
import { strings } from '../site/strings';
import { closeStore, openStore } from '../store/open-store';
import type { Store, StoreOptions } from '../store/store';
import { type Announcing, keyFileOf, startAnnouncing } from './announcing';
import { withBodiesAhead } from './bodies-ahead';
import { createDocuments, type Documents } from './documents';
import { openDocumentDisk } from './documents/disk';
import { takeOutOfService } from './documents/generations';
import { watchEarly } from './early-watch';
import { servePictures, servePublic } from './files';
import { createFinishOfBuild } from './finish';
import { createHandler } from './handler';
import { commonHeaders } from './headers';
import { createHealthCheck } from './health-check';
import { createFreshKeeper } from './keep-fresh';
import { closeServer, listen, tryAddress } from './listen';
import { createPress, type Press } from './press';
import { createPreview } from './preview';
import { createPreviewHandler } from './preview-handler';
import { createPublishing } from './publishing';
import { createRenderer } from './renderer';
import { createSearchPage } from './search/search-page';
import { createSuggestions } from './search/suggestions';

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
  /** Changes with all that documents are made by, beside content and configuration. */
  readonly documentsVersion: string;
  readonly log: (line: string) => void;
  readonly logFailure: (line: string, cause: unknown) => void;
}

/**
 * Opens the store, starts Next.js and answers requests. What changed while no server ran is taken
 * over before the first of them.
 * @throws when the store cannot be opened, or the address cannot be listened on
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { configuration, applicationDirectory, isDevelopment, log, logFailure } = options;
  const { hostname, port } = configuration;
  await tryAddress(port, hostname);
  let documents: Documents | undefined;
  let announcing: Announcing | undefined;
  const catchUp = async () => (await documents?.catchUp()) ?? { topics: [], printed: [] };
  const reportFailure = (path: string, cause: unknown) =>
    logFailure(strings.renderingFailed(path), cause);
  const watch = await watchEarly(configuration.contentDirectory, (cause) =>
    logFailure(strings.contentUnread, cause),
  );
  const store = await openStore({
    ...options,
    onTakenOut: (path) => catchUp().catch((cause) => reportFailure(path, cause)),
  });
  const common = commonHeaders(configuration.indexable);
  const server = createServer();
  // tsx turns them on, and Node.js would read the map of every file of the build.
  if (!isDevelopment) process.setSourceMapsEnabled(false);
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
  const draw = app.getRequestHandler();
  const health = createHealthCheck(store);
  const preview = createPreview();
  const finish = createFinishOfBuild(applicationDirectory);
  const press = withBodiesAhead(
    createPress(createRenderer(draw), finish, reportFailure, store.now),
    store,
  );
  if (!isDevelopment) documents = await openDocuments(options, store, press, reportFailure);
  const keeper = createFreshKeeper({
    ...{ store, catchUp, logFailure },
    onTakenOver: (taken, { changed, removed }) => {
      publishing.noted(taken);
      health.forget();
      preview.changed();
      announcing?.noted();
      if (changed.length + removed === 0) return;
      log(strings.contentChanged(changed.length, removed));
      options.report(findBetweenFiles(store, changed));
    },
    onFailure: health.fail,
  });
  const publishing = createPublishing({
    ...{ store, configuration, common, logFailure },
    now: store.now,
    takeOver: keeper.takeOver,
  });
  const { trustProxy, indexNow } = configuration;
  const answerSuggestions = createSuggestions({ store, common, trustProxy });
  const parts = { store, health, reportFailure, answerSuggestions };
  const servePicture = servePictures(store.contentDirectory, common);
  const listener: RequestListener = documents
    ? createHandler({
        ...{ ...parts, documents, press, common, servePicture },
        answerSearch: createSearchPage({ ...parts, documents, press, common, trustProxy }),
        servePublic: servePublic(join(applicationDirectory, 'public'), common),
        publish: publishing.answer,
        cacheTagHeader: configuration.cacheTagHeader,
        linked: configuration,
        keyFile: indexNow && keyFileOf(indexNow.key),
      })
    : createPreviewHandler({ ...parts, preview, servePicture, draw });
  server.on('request', listener);
  keeper.follow(watch);
  await listen(server, port, hostname);
  server.on('error', (cause) => logFailure(strings.connectionRefused, cause));
  const address = addressOf(server, hostname);
  log(strings.serving(address));
  // Only now: who is told of a page comes to fetch it.
  if (!isDevelopment) announcing = startAnnouncing({ store, configuration, log, logFailure });
  store.warmSearch();
  const close = async () => {
    // An open page would hold its connection, and with it the server.
    preview.close();
    await Promise.all([keeper.close(), announcing?.close(), closeServer(server)]);
    await documents?.close();
    await app.close();
    await closeStore();
  };
  return { address, close };
}

async function openDocuments(
  options: ServeOptions,
  store: Store,
  press: Press,
  reportFailure: (path: string, cause: unknown) => void,
): Promise<Documents> {
  const { configuration, documentsVersion, log } = options;
  const { dataDirectory, documentsDiskMb, documentsMemoryMb, indexable, siteUrl } = configuration;
  const directory = join(dataDirectory, 'documents');
  const madeFrom = [
    ...[documentsVersion, siteUrl, String(indexable), store.contentDirectory],
    configuration.webSubHub ?? '',
  ];
  const limitBytes = documentsDiskMb * MEGABYTE;
  // A link that stayed would have servers of files send what nobody keeps fresh.
  if (limitBytes === 0) await takeOutOfService(directory);
  const disk =
    limitBytes === 0
      ? undefined
      : await openDocumentDisk({ ...{ store, directory, limitBytes, madeFrom, log } });
  return createDocuments({
    ...{ store, press, disk, reportFailure },
    memoryBytes: documentsMemoryMb * MEGABYTE,
  });
}

const MEGABYTE = 1_048_576;

/** More changed files than these are a pull: what shows between files is for the check to tell. */
const LOOKED_AT = 20;

/** What is wrong between changed files and the others; what is wrong with each was told before. */
function findBetweenFiles(store: Store, changed: readonly string[]): readonly Problem[] {
  return changed.length > LOOKED_AT ? [] : auditBetween(store, store.now(), changed);
}

function addressOf(server: Server, hostname: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
}
