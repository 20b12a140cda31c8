import type { Html, RenderedBody } from '../content/markdown/render';
import type { Problem } from '../content/problems/problems';
import type { Database, Row } from './database';
import type { BodyToRender } from './file-reading';
import { keepMentions } from './mention-rows';

/** Whether the article of a file has this body, still. */
export function holdsBody(database: Database, path: string, markdown: string): boolean {
  return database.find('findBodyOfFile', { path })?.text('markdown') === markdown;
}

/** Keeps what the body of a file was rendered to. */
export function keepRendering(
  database: Database,
  path: string,
  { html, opening, problems, mentions, anchors }: RenderedBody,
): void {
  database.run('keepRendering', {
    path,
    html,
    opening,
    problems: JSON.stringify(problems),
    anchors: JSON.stringify(anchors),
  });
  database.run('removeMentionsOfBody', { file: path });
  keepMentions(database, path, mentions, true);
}

/** What a body was rendered to, or what there is to render. */
export type KeptBody =
  | { readonly isRendered: true; readonly body: Pick<RenderedBody, 'html' | 'opening'> }
  | { readonly isRendered: false; readonly toRender: BodyToRender };

/** The body of an article as the store knows it. */
export function findBody(database: Database, slug: string): KeptBody | undefined {
  const row = database.find('findBody', { slug });
  if (!row) return undefined;
  const html = row.textOrNull('html');
  const opening = row.textOrNull('opening');
  return html === null || opening === null
    ? { isRendered: false, toRender: toRender(row) }
    : { isRendered: true, body: { html: html as Html, opening: opening as Html } };
}

/** Ids in an article's body that a link may lead to; undefined when it is not rendered yet. */
export function anchorsOf(database: Database, slug: string): readonly string[] | undefined {
  const anchors = database.find('findAnchors', { slug })?.textOrNull('anchors');
  return anchors === null || anchors === undefined ? undefined : (JSON.parse(anchors) as string[]);
}

/** Problems of a row that carries those of a file and of its body. */
export function problemsOf(row: Row): readonly Problem[] {
  const ofFile = JSON.parse(row.text('problems')) as Problem[];
  const ofBody = JSON.parse(row.textOrNull('body_problems') ?? '[]') as Problem[];
  return [...ofFile, ...ofBody];
}

function toRender(row: Row): BodyToRender {
  return {
    path: row.text('path'),
    slug: row.text('slug'),
    markdown: row.text('markdown'),
    bodyLine: row.number('first_line'),
  };
}
