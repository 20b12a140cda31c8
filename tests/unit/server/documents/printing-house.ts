import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Document } from '@/lib/server/document';
import { createDocuments, type Documents, type Served } from '@/lib/server/documents';
import { type DocumentDisk, openDocumentDisk } from '@/lib/server/documents/disk';
import { createPress } from '@/lib/server/press';
import type { Rendered } from '@/lib/server/renderer';
import { answerPages, matchRoute, type Path, type Route } from '@/lib/site/routes';
import type { Edition } from '@/lib/store/edition';
import type { Store } from '@/lib/store/store';
import { createNewsroom, NOON, type TestNewsroom } from '../../store/newsroom';
import { finish, linked } from '../own-finish';

/** How a printing house is set up. */
export interface HouseOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly memoryBytes?: number;
  /** Undefined: no disk. */
  readonly diskBytes?: number;
}

/** Documents of a real store; only the drawing of pages is ours. */
export interface House {
  readonly newsroom: TestNewsroom;
  readonly store: Store;
  readonly documents: Documents;
  /** Where the documents of the generation in service lie. */
  readonly folder: string;
  /** What was drawn, in order. */
  readonly drawn: string[];
  /** What the server has said on its console. */
  readonly said: string[];
  /** Paths whose drawing fails now. */
  readonly broken: Set<string>;
  /** Waits before a page is drawn, or after its store was asked. */
  readonly hold: (when: 'before' | 'after', path: string) => () => void;
  readonly ask: (path: Path) => Promise<Served>;
  readonly textOf: (path: Path) => Promise<string>;
  readonly edit: (path: string, text: string) => Promise<void>;
  readonly setClock: (moment: number) => void;
  /** Stops, and starts again on the same folders. */
  readonly restart: (own?: { readonly madeFrom?: string }) => Promise<House>;
  readonly close: () => Promise<void>;
}

/** Opens a printing house; it is closed when the test has finished. */
export async function openHouse(options: HouseOptions): Promise<House> {
  return await startHouse(options, createNewsroom(options.files), 'bản dựng 1');
}

/** Starts a server on a newsroom, beside others or after them. */
export async function startHouse(
  options: HouseOptions,
  newsroom: TestNewsroom,
  madeFrom: string,
): Promise<House> {
  let now = NOON;
  const store = await newsroom.open({ now: () => now });
  const drawn: string[] = [];
  const said: string[] = [];
  const broken = new Set<string>();
  const gates = new Map<string, Promise<void>>();
  const render = async (path: string): Promise<Rendered> => {
    drawn.push(path);
    await gates.get(`before ${path}`);
    if (broken.has(path)) throw new Error('hỏng');
    const text = drawPage(store.edition(now), path);
    await gates.get(`after ${path}`);
    return {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      body: Buffer.from(
        `<html><head><meta charset="utf-8"/>${linked('p{}')}</head><p>${text}</p></html>`,
      ),
    };
  };
  const press = createPress(
    render,
    finish,
    (path) => said.push(`không dựng được ${path}`),
    () => now,
  );
  const directory = join(newsroom.dataDirectory, 'documents');
  const disk: DocumentDisk | undefined =
    options.diskBytes === undefined
      ? undefined
      : await openDocumentDisk({
          ...{ store, directory, limitBytes: options.diskBytes, madeFrom: [madeFrom] },
          log: (line) => said.push(line),
        });
  const documents = createDocuments({
    ...{ store, press, disk },
    memoryBytes: options.memoryBytes ?? 64 * 1_048_576,
    reportFailure: (path, cause) => said.push(`${path}: ${cause}`),
  });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await documents.close();
    isOpen = false;
  };
  onTestFinished(close);
  const ask = async (path: Path) =>
    documents.find(path) ??
    (await documents.findOrMake(path, () =>
      path === answerPages.missing ? press.printMissing() : press.printPage(path, 200),
    ));
  return {
    ...{ newsroom, store, documents, drawn, said, broken, ask, close },
    folder: join(directory, 'current'),
    hold: (when, path) => {
      let open: () => void = () => undefined;
      gates.set(
        `${when} ${path}`,
        new Promise((resolve) => {
          open = () => {
            gates.delete(`${when} ${path}`);
            resolve();
          };
        }),
      );
      return open;
    },
    textOf: async (path) => shownIn((await ask(path)).document),
    edit: async (path, text) => {
      newsroom.write(path, text);
      await store.sync([path]);
    },
    setClock: (moment) => {
      now = moment;
    },
    restart: async (own = {}) => {
      await close();
      return await startHouse(options, newsroom, own.madeFrom ?? madeFrom);
    },
  };
}

/** The document of a path that was asked for, once it has its brotli form. */
export async function wholeOf({ documents }: House, path: Path): Promise<Document> {
  return await vi.waitFor(() => {
    const document = documents.find(path)?.document;
    if (!document?.representations.br) throw new Error(`${path}: no brotli form yet`);
    return document;
  });
}

/** What a drawn document says. */
export function shownIn(document: Document): string {
  return /<p>(.*)<\/p>/.exec(document.representations.identity.body.toString())?.[1] ?? '';
}

/** Enough of each page to see whether it is of today. */
function drawPage(edition: Edition, path: string): string {
  const route = matchRoute(path);
  const titles = (page: { articles: readonly { title: string }[] } | undefined) =>
    (page?.articles ?? []).map(({ title }) => title).join(', ');
  if (path === answerPages.missing) return `Không có; mới: ${titles(edition.listAll(1))}`;
  return route ? drawRoute(edition, route, titles) : `trang ${path}`;
}

function drawRoute(
  edition: Edition,
  route: Route,
  titles: (page: { articles: readonly { title: string }[] } | undefined) => string,
): string {
  switch (route.kind) {
    case 'front':
      return titles(edition.listAll(route.page));
    case 'article':
      return edition.findArticle(route.slug)?.title ?? 'không có';
    case 'section':
      return titles(edition.listSection(route.section, route.page));
    case 'tag':
      return titles(edition.listTag(route.tag, route.page));
    default:
      return `trang ${route.kind}`;
  }
}
