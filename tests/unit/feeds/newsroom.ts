import { type Feed, feedOf } from '@/lib/feeds/feed';
import type { FeedSubject } from '@/lib/site/machine-routes';
import type { Edition } from '@/lib/store/edition';
import { createNewsroom, NOON } from '../store/newsroom';

export const origin = 'https://vi-du.vn';

/** An edition of these files, at noon. */
export async function editionOf(files: Readonly<Record<string, string>>): Promise<Edition> {
  const store = await createNewsroom(files).open();
  return store.edition(NOON);
}

/** A feed that must be there, the site's own unless another is asked for. */
export async function feedIn(
  edition: Edition,
  subject: FeedSubject = { of: 'site' },
): Promise<Feed> {
  const feed = await feedOf(edition, subject);
  if (!feed) throw new Error(`no feed of ${JSON.stringify(subject)}`);
  return feed;
}

/** Generated text that is hard to write down in one form or the other, by what is hard about it. */
export const hostile: Readonly<Record<string, string>> = {
  'the end of a CDATA section': 'Tin ]]> sinh ra để thử',
  'a script and its end': '<script>alert(1)</script> & </script>',
  'quotes and references': '“Tin” "tin" \'tin\' &amp; &#8203; & tin',
  'marks of Markdown': '1. *Tin* [bài](/x) `mã` # _gạch_ <b>đậm</b> |ô|',
  'bidi marks': 'Tin \u202eđảo\u202c và \u200fdấu',
  emoji: 'Tin 😀 👩‍👩‍👧 🇻🇳',
  'three hundred characters': 'Tít dài sinh ra để thử '.repeat(13).trim(),
};

/** What no file of content may hold, but a mistake of ours could bring. */
export const forbidden: Readonly<Record<string, readonly [written: string, read: string]>> = {
  'control characters': ['Tin\u0000 \u0001bài\u001f \u000bmới\uffff', 'Tin bài mới'],
  'lone surrogates': ['Tin \ud83d bài \ude00 mới', 'Tin  bài  mới'],
};
