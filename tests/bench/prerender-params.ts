import { listPages } from '@/lib/publish/addresses';
import { pathOf, paths, type Route } from '@/lib/site/routes';
import { openStore } from '@/lib/store/open-store';

/** Of a folder `[...name]` the parts of a path. */
type Parameters = Readonly<Record<string, string | readonly string[]>>;

let listed: Promise<readonly string[]> | undefined;

/**
 * Parameters of all pages of a route, for `generateStaticParams`; stands in the copy of the
 * application that prerenders everything (prerender.ts).
 * @param folder of the route below `app/`
 * @example await paramsOf('chu-de/[tag]') // [{ tag: 'cho-lang' }, …]
 */
export async function paramsOf(folder: string): Promise<readonly Parameters[]> {
  listed ??= listPaths();
  const [, all] = /\[\.\.\.(\w+)\]$/.exec(folder) ?? [];
  const pattern = new RegExp(
    `^/${folder.replace(/\[\.\.\.(\w+)\]$/, '(?<$1>.+)').replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`,
  );
  return (await listed).flatMap((path): readonly Parameters[] => {
    const groups = pattern.exec(path)?.groups;
    if (!groups) return [];
    return [
      all === undefined ? { ...groups } : { ...groups, [all]: groups[all]?.split('/') ?? [] },
    ];
  });
}

async function listPaths(): Promise<readonly string[]> {
  const store = await openStore();
  const pages = [...listPages(store, store.edition(store.now()))].flat();
  // Routes without parameters have their own folders, and no need of any.
  const alone = new Set(['tags', 'authors', 'archive', 'corrections']);
  return pages
    .filter(({ route }) => !alone.has(route.kind) || ('page' in route && route.page > 1))
    .map(({ route }) => inApplication(route));
}

/** Where the application has a route: the text of an article is asked for by another name. */
function inApplication(route: Route): string {
  return route.kind === 'article-text' ? `${paths.article(route.slug)}/van-ban` : pathOf(route);
}
