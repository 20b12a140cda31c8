import { currentEdition } from '@/app/_edition';
import { newsSitemap } from '@/lib/seo/sitemaps';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

export async function GET(): Promise<Response> {
  const edition = await currentEdition();
  return new Response(newsSitemap(edition, edition.latestNews()), {
    headers: { 'Content-Type': mediaTypeOf(paths.newsSitemap()) },
  });
}
