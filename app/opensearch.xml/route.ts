import { currentEdition } from '@/app/_edition';
import { openSearch } from '@/lib/seo/open-search';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

export async function GET(): Promise<Response> {
  const edition = await currentEdition();
  return new Response(openSearch(edition), {
    headers: { 'Content-Type': mediaTypeOf(paths.openSearch()) },
  });
}
