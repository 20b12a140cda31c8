import { answerPages, type Path } from '../site/routes';
import { createDocument, type Document } from './document';
import { finishPage } from './finish';
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

/** Makes a press around a renderer. */
export function createPress(render: Render, reportFailure: ReportFailure): Press {
  const printFailure = async (): Promise<Document> => {
    try {
      return await print(checked(await render(answerPages.failed), 200), 500, cacheControl.failed);
    } catch (cause) {
      reportFailure(answerPages.failed, cause);
      return await print(lastResort, 500, cacheControl.failed);
    }
  };
  const printGood = async (
    path: Path,
    expected: number,
    status: number,
    caching: string,
  ): Promise<Document> => {
    try {
      const rendered = await render(path);
      // It went between the question whether it is there and the drawing of it.
      if (rendered.status === 404 && expected !== 404) return await printMissing();
      return await print(checked(rendered, expected), status, caching);
    } catch (cause) {
      reportFailure(path, cause);
      return await printFailure();
    }
  };
  const printMissing = () => printGood(answerPages.missing, 404, 404, cacheControl.missing);
  return {
    printPage: (path, status) => printGood(path, 200, status, cacheControl.document),
    printMissing,
  };
}

/** Sent when even the page that tells of a failure fails. */
const lastResort: Rendered = {
  status: 500,
  contentType: 'text/html; charset=utf-8',
  body: '<!doctype html><html lang="vi"><meta charset="utf-8"><title>500</title><p>500</p></html>',
};

function checked(rendered: Rendered, expected: number): Rendered {
  if (rendered.status !== expected) throw new Error(`rendered with status ${rendered.status}`);
  if (rendered.body.includes(failureMark)) throw new Error('rendered as a failure');
  return rendered;
}

async function print(
  { contentType, body }: Rendered,
  status: number,
  caching: string,
): Promise<Document> {
  const { html, styleSources } = contentType.startsWith('text/html')
    ? finishPage(body)
    : { html: body, styleSources: [] };
  return createDocument(
    {
      status,
      contentType,
      cacheControl: caching,
      contentSecurityPolicy: contentSecurityPolicy(styleSources),
    },
    html,
  );
}
