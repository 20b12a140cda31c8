import type { RenderedBody } from '../content/markdown/render';
import type { Problem } from '../content/problems/problems';
import { removeArticle } from './article-rows';
import { findBody, keepRendering, listUnrendered } from './bodies';
import type { Database } from './database';
import type { BodyToRender, ReadingContext } from './file-reading';
import { loadNewsroom } from './load-newsroom';
import { type Reader, stopped } from './reader';

/** Bodies rendered at once. */
const BATCH = 500;

/** Renders bodies when they are first asked for, and keeps them. */
export interface Rendering {
  /** The body of an article; undefined when there is none, or it could not be rendered. */
  readonly readBody: (slug: string) => Promise<Pick<RenderedBody, 'html' | 'opening'> | undefined>;
  readonly renderAll: (onProgress?: (done: number, total: number) => void) => Promise<void>;
}

/** What bodies are rendered with. */
export interface RenderingSource {
  /** The database of now; it may be opened anew. */
  readonly database: () => Database;
  readonly reader: Reader;
  readonly siteUrl: string;
  /** The content folder. */
  readonly directory: string;
  readonly report: (problems: readonly Problem[]) => void;
  readonly onTakenOut: (path: string) => void;
}

/** Makes the rendering of a store. */
export function createRendering(source: RenderingSource): Rendering {
  const { reader, siteUrl, directory, report } = source;
  const underWay = new Map<string, ReturnType<Rendering['readBody']>>();
  const context = (): ReadingContext => ({
    newsroom: loadNewsroom(source.database(), directory),
    siteUrl,
    directory,
  });

  const render = async (bodies: readonly BodyToRender[]) => {
    const rendered = await reader.render(bodies, context());
    const takenOut: string[] = [];
    source.database().transaction(() => {
      for (const [index, body] of bodies.entries()) {
        if (!keep(source.database(), body, rendered[index], report)) takenOut.push(body.path);
      }
    });
    for (const path of takenOut) source.onTakenOut(path);
    return rendered;
  };

  return {
    readBody: (slug) => {
      const kept = findBody(source.database(), slug);
      if (!kept) return Promise.resolve(undefined);
      if (kept.isRendered) return Promise.resolve(kept.body);
      const asked = underWay.get(slug);
      if (asked) return asked;
      const rendering = render([kept.toRender])
        .then(([body]) => body)
        .finally(() => underWay.delete(slug));
      underWay.set(slug, rendering);
      return rendering;
    },
    renderAll: async (onProgress) => {
      const total = source.database().find('countUnrendered')?.number('count') ?? 0;
      for (let done = 0; done < total; ) {
        const bodies = listUnrendered(source.database(), BATCH);
        if (bodies.length === 0) return;
        await render(bodies);
        done += bodies.length;
        onProgress?.(Math.min(done, total), total);
      }
    },
  };
}

/**
 * Keeps a rendering; an article whose body had to be stopped is taken out, for it never was good.
 * @returns false when the article was taken out
 */
function keep(
  database: Database,
  { path, markdown }: BodyToRender,
  rendered: RenderedBody | undefined,
  report: (problems: readonly Problem[]) => void,
): boolean {
  if (rendered) {
    // What is wrong with a text that its file no longer holds concerns nobody.
    const isBroken = database.find('findLastGood', { path }) !== undefined;
    const concerns = isBroken ? { ...rendered, problems: [], mentions: [] } : rendered;
    keepRendering(database, path, markdown, concerns);
    report(concerns.problems);
    return true;
  }
  const problems = [stopped(path)];
  removeArticle(database, path);
  database.run('removeMentions', { file: path });
  database.run('keepProblems', { path, problems: JSON.stringify(problems) });
  report(problems);
  return false;
}
