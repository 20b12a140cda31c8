import { listPages, type PageAddress } from '../../publish/addresses';
import { answerPages, fileOf, type Path, pathOf, paths } from '../../site/routes';
import { type Topic, topics, topicsOf, topicsOfMissing } from '../../site/topics';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';

/** A page to print, and the file that it goes into. */
export interface Job {
  readonly path: Path;
  /** Relative to the folder, with `/`. */
  readonly file: string;
}

/** A page of the export. */
export interface ExportPage extends Job {
  readonly status: 200 | 404 | 410;
  readonly topics: readonly Topic[];
}

/**
 * Every page of an export, in parts: those that answer 200; those of withdrawn articles, in a folder
 * of their own; the one for all that is missing; and what stands in place of the search.
 */
export function* listExportPages(store: Store, edition: Edition): Generator<readonly ExportPage[]> {
  yield [
    { path: answerPages.missing, file: '404.html', status: 404, topics: topicsOfMissing },
    {
      path: answerPages.unsearchable,
      file: fileOf(paths.search()),
      status: 200,
      topics: [topics.site],
    },
  ];
  for (const addresses of listPages(store, edition)) yield addresses.map(pageOf);
}

function pageOf({ route, status }: PageAddress): ExportPage {
  const path = pathOf(route);
  const file = `${status === 410 ? '410/' : ''}${fileOf(path)}`;
  return { path, file, status, topics: topicsOf(route) };
}
