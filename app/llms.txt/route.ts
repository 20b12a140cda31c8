import { currentEdition } from '@/app/_edition';
import { llms } from '@/lib/feeds/llms';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

export async function GET(): Promise<Response> {
  const edition = await currentEdition();
  return new Response(llms(edition), {
    headers: { 'Content-Type': mediaTypeOf(paths.llms()) },
  });
}
