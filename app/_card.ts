import { notFound } from 'next/navigation';
import { cardPicture } from '@/lib/cards/picture';
import { cardOf } from '@/lib/publish/card';
import type { CardSubject } from '@/lib/site/machine-routes';
import { mediaTypeOf } from '@/lib/site/media-types';
import { paths } from '@/lib/site/routes';
import { currentEdition } from './_edition';

/** Answers with a social card, or that there is none. */
export async function answerCard(subject: CardSubject): Promise<Response> {
  const card = cardOf(subject, await currentEdition());
  if (!card) notFound();
  const picture = await cardPicture(card);
  return new Response(new Uint8Array(picture), {
    headers: { 'Content-Type': mediaTypeOf(paths.card(subject)) },
  });
}
