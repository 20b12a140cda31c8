import { notFound } from 'next/navigation';
import { currentEdition } from '@/app/_edition';
import { addressesOfYear, partOfLists } from '@/lib/publish/sitemap-addresses';
import { sitemapOfArticles, sitemapOfLists } from '@/lib/seo/sitemaps';
import { mediaTypeOf } from '@/lib/site/media-types';
import { matchRoute, pathOf, type Route } from '@/lib/site/routes';
import type { Edition } from '@/lib/store/edition';

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { file } = await params;
  const route = matchRoute(`/sitemap/${file}`);
  const text = route && textOf(await currentEdition(), route);
  if (!route || text === undefined) notFound();
  return new Response(text, { headers: { 'Content-Type': mediaTypeOf(pathOf(route)) } });
}

/** Undefined for a site map that would name nothing. */
function textOf(edition: Edition, route: Route): string | undefined {
  switch (route.kind) {
    case 'sitemap-month': {
      const articles = edition.articlesOfSitemap(route.year, route.month, route.part);
      return articles.length === 0 ? undefined : sitemapOfArticles(edition, articles);
    }
    case 'sitemap-year': {
      const pages = addressesOfYear(edition, route.year);
      return pages.length === 0 ? undefined : sitemapOfLists(edition, pages);
    }
    case 'sitemap-lists': {
      const pages = partOfLists(edition, route.lists, route.part);
      return pages.length === 0 ? undefined : sitemapOfLists(edition, pages);
    }
    default:
      return undefined;
  }
}
