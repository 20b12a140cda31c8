import { type Html, type RenderedBody, renderBody } from '../content/markdown/render';
import type { Problem } from '../content/problems';
import { addressOfPicture } from '../site/routes';
import type { Database, Row } from './database';

/** What bodies are rendered with. */
export interface BodySource {
  readonly database: Database;
  readonly siteUrl: string;
  /** Hears of problems in a body that was rendered for the first time. */
  readonly report: (problems: readonly Problem[]) => void;
}

/**
 * The body of an article; rendered when it is first asked for, and kept.
 * @throws when there is no such article: whoever asks has found it before
 */
export function readBody(source: BodySource, slug: string): RenderedBody {
  const { database, siteUrl, report } = source;
  const row = database.find('findBody', { slug });
  if (!row) throw new Error(`no body of ${slug}`);
  const html = row.textOrNull('html');
  const opening = row.textOrNull('opening');
  if (html !== null && opening !== null) {
    return { html: html as Html, opening: opening as Html, problems: [] };
  }
  const body = renderBody(row.text('markdown'), {
    file: row.text('path'),
    bodyLine: row.number('first_line'),
    siteUrl,
    pictureAddress: (picture) => addressOfPicture(slug, picture),
  });
  database.run('keepHtml', {
    article: row.number('article'),
    html: body.html,
    opening: body.opening,
  });
  report(body.problems);
  return body;
}

/** The text of an author's file or of a page; rendered each time, for they are few and short. */
export function renderText({ siteUrl }: BodySource, row: Row | undefined): Html {
  return renderBody(row?.text('markdown') ?? '', {
    file: row?.text('path') ?? '',
    bodyLine: row?.number('first_line') ?? 1,
    siteUrl,
    pictureAddress: (picture) => picture,
  }).html;
}
