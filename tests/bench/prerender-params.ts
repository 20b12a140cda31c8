import { listPages } from '@/lib/publish/addresses';
import { mediaTypeOf } from '@/lib/site/media-types';
import { pathOf } from '@/lib/site/routes';
import { openStore } from '@/lib/store/open-store';

type Parameters = Readonly<Record<string, string>>;

let listed: Promise<readonly string[]> | undefined;

/**
 * Parameters of all pages of a route, for `generateStaticParams`; stands in the copy of the
 * application that prerenders everything (prerender.ts).
 * @param folder of the route below `app/`
 * @example await paramsOf('chu-de/[tag]') // [{ tag: 'cho-lang' }, …]
 */
export async function paramsOf(folder: string): Promise<readonly Parameters[]> {
  listed ??= listPaths();
  const pattern = new RegExp(`^/${folder.replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')}$`);
  return (await listed).flatMap((path) => {
    const groups = pattern.exec(path)?.groups;
    return groups ? [{ ...groups }] : [];
  });
}

async function listPaths(): Promise<readonly string[]> {
  const store = await openStore();
  const pages = [...listPages(store, store.edition(store.now()))].flat();
  // Routes without parameters have their own folders, and no need of any.
  const alone = new Set(['tags', 'authors', 'archive', 'corrections']);
  return pages
    .filter(({ route }) => mediaTypeOf(pathOf(route)).startsWith('text/html'))
    .filter(({ route }) => !alone.has(route.kind) || ('page' in route && route.page > 1))
    .map(({ route }) => pathOf(route));
}
