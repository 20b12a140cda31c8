import { type ProblemReport, reportOf } from '../../content/problems/problem-report';
import type { Problem } from '../../content/problems/problems';
import { auditFiles } from '../../publish/audit';
import { resolve } from '../../publish/resolve';
import { mediaTypeOf } from '../../site/media-types';
import { type Path, paths } from '../../site/routes';
import { addressesOf, type Topic } from '../../site/topics';
import type { Store } from '../../store/store';
import type { TakenOver } from './notes';

/** What a newsroom is told when it has published. The shape is a contract; see README.md of lib/server. */
export interface PublishReport extends TakenOver, ProblemReport {
  /** Addresses that are new or have changed, and are up; a list of many pages by its first. */
  readonly fresh: readonly Path[];
}

/** Between more files than these problems are not looked for: it would take seconds. */
const MOST_JUDGED = 500;

/** So many problems are listed, and so many addresses. */
const MOST_LISTED = 1_000;

/**
 * Tells what publishing has brought.
 * @param now epoch milliseconds
 */
export function reportPublished(store: Store, now: number, taken: TakenOver): PublishReport {
  return {
    ...taken,
    ...reportOf(problemsOf(store, now, taken.changed), MOST_LISTED),
    fresh: freshAddresses(store, now, taken),
  };
}

function problemsOf(store: Store, now: number, files: readonly string[]): readonly Problem[] {
  return files.length > MOST_JUDGED
    ? files.flatMap((file) => store.problemsOfFile(file))
    : auditFiles(store, now, files);
}

function freshAddresses(
  store: Store,
  now: number,
  { changed, topics }: TakenOver,
): readonly Path[] {
  const edition = store.edition(now);
  const touched = topics === 'everything' ? addressesOfFiles(store, changed) : pathsOf(topics);
  const fresh: Path[] = [];
  for (const path of new Set(touched)) {
    if (fresh.length >= MOST_LISTED) break;
    const answer = resolve(store, edition, path);
    if (answer.kind === 'document' && answer.path === path) fresh.push(path);
  }
  return fresh;
}

function pathsOf(topics: readonly Topic[]): readonly Path[] {
  // What programs read is fresh as well, and nobody looks there whether it is up.
  return topics
    .flatMap((topic) => addressesOf(topic).map(({ path }) => path))
    .filter((path) => mediaTypeOf(path).startsWith('text/html'));
}

/** When everything has changed: the front page, and the articles whose files have. */
function addressesOfFiles(store: Store, files: readonly string[]): readonly Path[] {
  return [
    paths.front(),
    ...files.flatMap((file) => {
      const article = store.articleOfFile(file);
      return article ? paths.article(article.slug) : [];
    }),
  ];
}
