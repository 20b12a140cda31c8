import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../content/article';
import { parseFrontMatter } from '../../content/source/front-matter';
import { decodeText } from '../../content/source/source-text';
import type { ContentFile } from '../../store/content-tree';
import type { Store } from '../../store/store';
import { spellingKey } from '../../vietnamese/spelling-key';

/** A content folder as it is, or as it was. */
export interface ReadFolder {
  readonly store: Store;
  readonly files: readonly ContentFile[];
}

/** Finds the file that took the place of one that is gone: of the same title, or the same body. */
export type FindSuccessor = (file: string) => string | undefined;

/** Shorter bodies are alike by chance. */
const MIN_BODY = 80;

/** Compares two states of the articles; what there is to compare with is read when first needed. */
export function createSuccessors(old: ReadFolder, current: ReadFolder): FindSuccessor {
  let newcomers: Newcomers | undefined;
  return (file) => {
    const article = old.store.articleOfFile(file);
    if (!article) return undefined;
    newcomers ??= readNewcomers(old, current);
    const sameTitle = newcomers.byTitle.get(spellingKey(article.title));
    return sameTitle ?? newcomers.byBody.get(bodyOf(old, file));
  };
}

interface Newcomers {
  readonly byTitle: ReadonlyMap<string, string>;
  readonly byBody: ReadonlyMap<string, string>;
}

function readNewcomers(old: ReadFolder, current: ReadFolder): Newcomers {
  const known = new Set(old.files.map(({ path }) => path));
  const byTitle = new Map<string, string>();
  const byBody = new Map<string, string>();
  for (const { path, kind } of current.files) {
    const article = kind === 'article' && !known.has(path) && current.store.articleOfFile(path);
    if (!article) continue;
    byTitle.set(spellingKey(article.title), path);
    const body = bodyOf(current, path);
    if (body.length >= MIN_BODY) byBody.set(body, path);
  }
  return { byTitle, byBody };
}

/** The words of a body, whatever the blanks between them; none of a file that cannot be read now. */
function bodyOf({ store }: ReadFolder, file: string): string {
  const decoded = decodeText(readFileSync(join(store.contentDirectory, file)), file);
  const parsed = decoded.ok ? parseFrontMatter(decoded.text, file) : decoded;
  return parsed.ok ? parsed.body.split(/\s+/).join(' ').trim() : '';
}

/**
 * The name that most of the articles have now which had another before.
 * @param articles as they were
 * @param namesOf of an article: the names that could have taken the other's place
 */
export function commonestName(
  articles: readonly Article[],
  { store }: ReadFolder,
  namesOf: (article: Article) => readonly string[],
): string | undefined {
  const counts = new Map<string, number>();
  for (const before of articles) {
    const file = store.findArticleFile(before.slug);
    const now = file === undefined ? undefined : store.articleOfFile(file);
    const kept = new Set(namesOf(before));
    for (const name of now ? namesOf(now) : []) {
      if (!kept.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
