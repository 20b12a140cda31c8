import { currentEdition } from '@/app/_edition';
import { robots } from '@/lib/seo/robots';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

export async function GET(): Promise<Response> {
  const { siteUrl } = await currentEdition();
  return new Response(robots(siteUrl), {
    headers: { 'Content-Type': mediaTypeOf(paths.robots()) },
  });
}
