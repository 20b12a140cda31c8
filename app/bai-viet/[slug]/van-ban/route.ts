import { notFound } from 'next/navigation';
import { currentEdition } from '@/app/_edition';
import { articleText } from '@/lib/feeds/article-text';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';

interface Context {
  readonly params: Promise<{ readonly slug: string }>;
}

/** `/bai-viet/<slug>.md`, by the rewrite of `next.config.ts`: no folder of `app` ends like that. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const text = await articleText(await currentEdition(), slug);
  if (text === undefined) notFound();
  return new Response(text, {
    headers: { 'Content-Type': mediaTypeOf(paths.articleText(slug)) },
  });
}
