import { currentEdition } from '@/app/_edition';
import { opml } from '@/lib/feeds/opml';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

export async function GET(): Promise<Response> {
  const edition = await currentEdition();
  return new Response(opml(edition), {
    headers: { 'Content-Type': mediaTypeOf(paths.opml()) },
  });
}
