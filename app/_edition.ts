import { connection } from 'next/server';
import type { Edition } from '@/lib/store/edition';
import { openStore } from '@/lib/store/open-store';

/** What is in print now. Waits for a request first: no page is ever made at build time. */
export async function currentEdition(): Promise<Edition> {
  await connection();
  const store = await openStore();
  return store.edition(store.now());
}
