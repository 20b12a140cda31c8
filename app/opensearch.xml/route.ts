import { currentEdition } from '@/app/_edition';
import { openSearch, openSearchType } from '@/lib/seo/open-search';

export async function GET(): Promise<Response> {
  const edition = await currentEdition();
  return new Response(openSearch(edition), { headers: { 'Content-Type': openSearchType } });
}
