import { currentEdition } from '@/app/_edition';
import { sitemapsOf } from '@/lib/publish/sitemap-addresses';
import { sitemapIndex } from '@/lib/seo/sitemaps';
import { mediaTypeOf } from '@/lib/site/media-types';
import { pathOf, paths } from '@/lib/site/routes';

export async function GET(): Promise<Response> {
  const edition = await currentEdition();
  const sitemaps = sitemapsOf(edition).map(({ route, modified }) => ({
    path: pathOf(route),
    modified,
  }));
  return new Response(sitemapIndex(edition, sitemaps), {
    headers: { 'Content-Type': mediaTypeOf(paths.sitemap()) },
  });
}
