import { strings } from '@/lib/site/strings';
import type { ListPage } from '@/lib/store/edition';
import { Time } from './Time';

interface Props {
  readonly list: ListPage;
  readonly timeZone: string;
}

/** How much a list holds, how new it is, and which page of it this is. */
export function ListMeta({ list: { total, newest, page }, timeZone }: Props) {
  const count = strings.articleCount(total);
  if (page > 1) return strings.numbered(count, page);
  return (
    newest && (
      <>
        {strings.countAndNewest(count)} <Time date={newest} timeZone={timeZone} />
      </>
    )
  );
}
