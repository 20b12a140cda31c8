import { answerPages, type Path } from '../site/routes';
import { monotonicClock } from '../store/environment';
import { createDocument, type Document, topicsOfPath } from './document';
import type { Finish } from './finish';
import { cacheControl, contentSecurityPolicy } from './headers';
import type { Render, Rendered } from './renderer';

/** Makes documents from rendered pages. */
export interface Press {
  /** The document of a page; the page that says so when it cannot be made. */
  readonly printPage: (path: Path, status: 200 | 410) => Promise<Document>;
  readonly printMissing: () => Promise<Document>;
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
  const print = async (page: Page, rendered: Rendered, renderTook: number): Promise<Document> => {
    const started = monotonicClock();
    const { contentType, body } = rendered;
    const { html, styleSources } = contentType.startsWith('text/html')
      ? finish(body)
      : { html: body, styleSources: [] };
    const heading = {
      ...{ path: page.path, status: page.status, contentType, cacheControl: page.caching },
      contentSecurityPolicy: contentSecurityPolicy(styleSources),
      topics: topicsOfPath(page.path),
    };
    const document = await createDocument(heading, html, now());
    return { ...document, took: { render: renderTook, compress: monotonicClock() - started } };
  };
  const printFailure = async (): Promise<Document> => {
    const page = { path: answerPages.failed, status: 500, caching: cacheControl.failed };
    try {
      const started = monotonicClock();
      const rendered = checked(await render(page.path));
      return await print(page, rendered, monotonicClock() - started);
    } catch (cause) {
      reportFailure(page.path, cause);
      return await print(page, lastResort, 0);
    }
  };
  const printGood = async (page: Page): Promise<Document> => {
    try {
      const started = monotonicClock();
      const rendered = await render(page.path);
      // It went between the question whether it is there and the drawing of it.
      const isGone = rendered.status === 404 && page.path !== answerPages.missing;
      if (isGone) return await printMissing();
      return await print(page, checked(rendered), monotonicClock() - started);
    } catch (cause) {
      reportFailure(page.path, cause);
      return await printFailure();
    }
  };
  const printMissing = () =>
    printGood({ path: answerPages.missing, status: 404, caching: cacheControl.missing });
  return {
    printPage: (path, status) => printGood({ path, status, caching: cacheControl.document }),
    printMissing,
  };
}

/** What is to be printed, and how it is answered. */
interface Page {
  readonly path: Path;
  readonly status: number;
  readonly caching: string;
}

/** Sent when even the page that tells of a failure fails. */
const lastResort: Rendered = {
  status: 500,
  contentType: 'text/html; charset=utf-8',
  body: '<!doctype html><html lang="vi"><meta charset="utf-8"><title>500</title><p>500</p></html>',
};

/** What was rendered, when it is the page that was asked for. @throws when it is not */
export function checked(rendered: Rendered): Rendered {
  // Also the pages that answer for others: what their status is readers are told by us.
  if (rendered.status !== 200) throw new Error(`rendered with status ${rendered.status}`);
  if (rendered.body.includes(failureMark)) throw new Error('rendered as a failure');
  return rendered;
}
