import { answerPages, type Path } from '../site/routes';
import { monotonicClock } from '../store/environment';
import { createDocument, type Document, type Heading, topicsOfPath } from './document';
import type { Finish } from './finish';
import { cacheControl, contentSecurityPolicy, noSources, type PageSources } from './headers';
import type { Render, Rendered } from './renderer';

/** Makes documents from rendered pages. */
export interface Press {
  /** The document of a page; the page that says so when it cannot be made. */
  readonly printPage: (path: Path, status: 200 | 410) => Promise<Document>;
  readonly printMissing: () => Promise<Document>;
  /** The page for who looks for too much; with which status it is sent is for who sends it. */
  readonly printBusy: () => Promise<Document>;
  /** The page of a search, for the one reader who asked; the page that says so when it fails. */
  readonly drawSearch: (path: Path) => Promise<Drawn>;
  /** The page that says that something failed. */
  readonly drawFailure: () => Promise<Drawn>;
}

/** A page that has been drawn and finished. */
export interface Drawn {
  readonly heading: Heading;
  /** As they are sent, but for their compression. */
  readonly body: Buffer;
  /** Milliseconds. */
  readonly took: { readonly render: number; readonly finish: number };
}

/** Hears of a page that could not be rendered. */
export type ReportFailure = (path: string, cause: unknown) => void;

/**
 * How the HTML begins that Next.js sends when a rendering failed or was given up; with its `<`, for
 * an article may write about the rest.
 */
const failureMark = '<html id="__next_error__"';

/**
 * Makes a press around a renderer.
 * @param now the clock, epoch milliseconds
 */
export function createPress(
  render: Render,
  finish: Finish,
  reportFailure: ReportFailure,
  now: () => number,
): Press {
  const finishDrawn = (page: Page, rendered: Rendered, renderTook: number): Drawn => {
    const started = monotonicClock();
    const { contentType } = rendered;
    const { body, ...sources } = finishBody(rendered, finish);
    const heading = {
      ...{ path: page.path, status: page.status, contentType, cacheControl: page.caching },
      contentSecurityPolicy: contentSecurityPolicy(sources),
      topics: topicsOfPath(page.path),
    };
    return { heading, body, took: { render: renderTook, finish: monotonicClock() - started } };
  };
  const drawFailure = async (): Promise<Drawn> => {
    const page = { path: answerPages.failed, status: 500, caching: cacheControl.failed };
    try {
      const started = monotonicClock();
      const rendered = checked(await render(page.path));
      return finishDrawn(page, rendered, monotonicClock() - started);
    } catch (cause) {
      reportFailure(page.path, cause);
      return finishDrawn(page, lastResort, 0);
    }
  };
  const draw = async (page: Page): Promise<Drawn> => {
    try {
      const started = monotonicClock();
      const rendered = await render(page.path);
      // It went between the question whether it is there and the drawing of it.
      const isGone = rendered.status === 404 && page.path !== missingPage.path;
      if (isGone) return await draw(missingPage);
      return finishDrawn(page, checked(rendered), monotonicClock() - started);
    } catch (cause) {
      reportFailure(page.path, cause);
      return await drawFailure();
    }
  };
  const print = async (page: Page): Promise<Document> => {
    const { heading, body, took } = await draw(page);
    const started = monotonicClock();
    const document = await createDocument(heading, body, now());
    const compress = took.finish + monotonicClock() - started;
    return { ...document, took: { render: took.render, compress } };
  };
  return {
    printPage: (path, status) => print({ path, status, caching: cacheControl.document }),
    printMissing: () => print(missingPage),
    printBusy: () => print(busyPage),
    drawSearch: (path) => draw({ path, status: 200, caching: cacheControl.failed }),
    drawFailure,
  };
}

/** What is to be printed, and how it is answered. */
interface Page {
  readonly path: Path;
  readonly status: number;
  readonly caching: string;
}

const missingPage: Page = {
  path: answerPages.missing,
  status: 404,
  caching: cacheControl.missing,
};

const busyPage: Page = { path: answerPages.busy, status: 429, caching: cacheControl.failed };

/** Sent when even the page that tells of a failure fails. */
const lastResort: Rendered = {
  status: 500,
  contentType: 'text/html; charset=utf-8',
  body: Buffer.from(
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>500</title><p>500</p></html>',
  ),
};

/** What was rendered as it leaves the building; of what is no page, every byte as it is. */
export function finishBody(
  { contentType, body }: Rendered,
  finish: Finish,
): PageSources & { readonly body: Buffer } {
  if (!contentType.startsWith('text/html')) return { body, ...noSources };
  const { html, ...sources } = finish(body.toString('utf8'));
  return { body: Buffer.from(html, 'utf8'), ...sources };
}

/** What was rendered, when it is the page that was asked for. @throws when it is not */
export function checked(rendered: Rendered): Rendered {
  // Also the pages that answer for others: what their status is readers are told by us.
  if (rendered.status !== 200) throw new Error(`rendered with status ${rendered.status}`);
  // An article's Markdown may quote the same.
  const isPage = rendered.contentType.startsWith('text/html');
  if (isPage && rendered.body.includes(failureMark)) throw new Error('rendered as a failure');
  return rendered;
}
