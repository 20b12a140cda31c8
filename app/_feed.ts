import { notFound } from 'next/navigation';
import { feedOf } from '@/lib/feeds/feed';
import { writeFeed } from '@/lib/feeds/write-feed';
import { mediaTypeOf } from '@/lib/site/media-types';
import { matchRoute, pathOf } from '@/lib/site/routes';
import { currentEdition } from './_edition';

/** The feed at the address of a request, in the form that the address names. */
export async function answerWithFeed(request: Request): Promise<Response> {
  const edition = await currentEdition();
  const route = matchRoute(new URL(request.url).pathname);
  const feed = route?.kind === 'feed' ? await feedOf(edition, route.subject) : undefined;
  if (route?.kind !== 'feed' || !feed) notFound();
  return new Response(writeFeed(feed, route.format), {
    headers: { 'Content-Type': mediaTypeOf(pathOf(route)) },
  });
}
