import type { Article } from '@/lib/content/article';
import type { Problem } from '@/lib/content/problems/problems';
import { isRefused } from '@/lib/content/reading';
import { lifeOf, type Stage } from '@/lib/content/visible';
import { auditFile } from '@/lib/publish/audit';
import { addressOfFile } from '@/lib/publish/audit/address-of-file';
import { type Path, paths } from '@/lib/site/routes';
import type { Edition } from '@/lib/store/edition';
import { openStore } from '@/lib/store/open-store';
import type { Store } from '@/lib/store/store';

/** What an editor is told beside a page while writing. */
export interface Preview {
  /** Where the article of the page stands; undefined for other pages. */
  readonly stage?: Stage;
  readonly hasCorrectionsToCome?: boolean;
  /** An update that was written down and is not shown. */
  readonly hasUnshownUpdate?: boolean;
  /** The file cannot be read as it is now: the page shows what it held before. */
  readonly isLastGood: boolean;
  /** What `check` says of the files of the page. */
  readonly problems: readonly Problem[];
}

/** Kinds of pages beside articles that a file makes, and their addresses. */
const addressOf = { author: (key: string) => paths.author(key), 'site-page': paths.sitePage };

/**
 * What to tell beside the page of an article, or beside what stands in its place when its file
 * never was good. Undefined for readers, and when no file has this name. Ask after the body has
 * been rendered: its problems are known from then on.
 */
export async function previewArticle(
  edition: Edition,
  slug: string,
  article: Article | undefined,
): Promise<Preview | undefined> {
  if (!edition.isPreview) return undefined;
  const store = await openStore();
  const shown = store.findArticleFile(slug);
  const preview = previewFile(store, edition.now, paths.article(slug), shown);
  // An edition leaves out what is dated later; the file has it.
  const written = shown === undefined ? undefined : store.articleOfFile(shown);
  if (!article || !written || !preview) return preview;
  const life = lifeOf(written, edition.now, edition.site.timeZone);
  return {
    ...preview,
    stage: life.stage,
    hasCorrectionsToCome: life.corrections.length < written.corrections.length,
    hasUnshownUpdate: written.updated !== undefined && life.updated === undefined,
  };
}

/** As `previewArticle`, for the page of an author or a page about the site. */
export async function previewPageOf(
  edition: Edition,
  kind: keyof typeof addressOf,
  slug: string,
): Promise<Preview | undefined> {
  if (!edition.isPreview) return undefined;
  return previewFile(await openStore(), edition.now, addressOf[kind](slug));
}

/** For the front page: every file that makes no page now, and all that is wrong with the frame. */
export async function previewFront(edition: Edition): Promise<Preview | undefined> {
  if (!edition.isPreview) return undefined;
  const store = await openStore();
  const problems = store
    .problems()
    .filter(
      ({ file, severity, code }) =>
        severity === 'error' || code === 'file-ignored' || /^(site|tags)\.yaml$/.test(file),
    );
  return { isLastGood: false, problems };
}

/**
 * @param address of the page: its files are, or would be, of it by their names
 * @param shown the file that the page is made of, where the store knows
 */
function previewFile(
  store: Store,
  now: number,
  address: Path,
  shown?: string,
): Preview | undefined {
  const isOfPage = ({ file }: { readonly file: string }) =>
    file === shown || addressOfFile(file) === address;
  const written = store.problems().filter(isOfPage);
  // A sound file can still say something that is wrong beside the others.
  const heard = [...written, ...store.mentions().filter(isOfPage)].map(({ file }) => file);
  const named = [...new Set([...(shown === undefined ? [] : [shown]), ...heard])];
  if (named.length === 0) return undefined;
  return {
    // An error of a file by itself is one that keeps it from being published.
    isLastGood: isRefused(written.filter(({ file }) => shown === undefined || file === shown)),
    problems: named.flatMap((file) => auditFile(store, now, file)),
  };
}
