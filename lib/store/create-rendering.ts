import type { RenderedBody } from '../content/markdown/render';
import type { Problem } from '../content/problems/problems';
import { removeArticle } from './article-rows';
import { findBody, holdsBody, keepRendering } from './bodies';
import { beginEpoch } from './changes';
import type { Database } from './database';
import type { BodyToRender } from './file-reading';
import { type Reader, stopped } from './reader';

/** The body of an article; undefined when there is none, or it could not be rendered. */
export type ReadBody = (
  slug: string,
) => Promise<Pick<RenderedBody, 'html' | 'opening'> | undefined>;

/** What bodies are rendered with. */
export interface RenderingSource {
  /** The database of now; it may be opened anew. */
  readonly database: () => Database;
  readonly reader: Reader;
  readonly siteUrl: string;
  readonly report: (problems: readonly Problem[]) => void;
  /** Hears of an article that was taken out because its body could not be rendered. */
  readonly onTakenOut: (path: string) => void;
}

/** Renders bodies when they are first asked for, each once, and keeps them. */
export function createRendering(source: RenderingSource): ReadBody {
  const { reader, siteUrl } = source;
  const underWay = new Map<string, Promise<RenderedBody | undefined>>();

  const render = async (body: BodyToRender) => {
    const rendered = await reader.render(body, siteUrl);
    source.database().transaction(() => keep(source, body, rendered));
    return rendered;
  };

  return async (slug) => {
    const kept = findBody(source.database(), slug);
    if (!kept) return undefined;
    if (kept.isRendered) return kept.body;
    // The text belongs to the key: a file that changes meanwhile has another body.
    const key = `${slug}\n${kept.toRender.markdown}`;
    const rendering =
      underWay.get(key) ?? render(kept.toRender).finally(() => underWay.delete(key));
    underWay.set(key, rendering);
    return await rendering;
  };
}

/** Keeps a rendering; an article whose body had to be stopped is taken out, for it never was good. */
function keep(
  { database, report, onTakenOut }: RenderingSource,
  { path, markdown }: BodyToRender,
  rendered: RenderedBody | undefined,
): void {
  const store = database();
  // What a file no longer says concerns nobody.
  if (!holdsBody(store, path, markdown)) return;
  if (rendered) {
    const isBroken = store.find('findLastGood', { path }) !== undefined;
    const concerns = isBroken ? { ...rendered, problems: [], mentions: [] } : rendered;
    keepRendering(store, path, concerns);
    report(concerns.problems);
    return;
  }
  const problems = [stopped(path)];
  removeArticle(store, path);
  beginEpoch(store);
  store.run('removeMentions', { file: path });
  store.run('keepProblems', { path, problems: JSON.stringify(problems) });
  report(problems);
  onTakenOut(path);
}
