import { Page } from '@/app/_components/Page';
import { SearchView } from '@/app/_components/SearchView';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { type QueryParameters, readSearch } from '@/app/_parameters';
import { searchHead } from '@/lib/seo/metadata';

interface Props {
  readonly searchParams: Promise<QueryParameters>;
}

export default async function SearchPage({ searchParams }: Props) {
  const request = readSearch(await searchParams);
  const edition = await currentEdition();
  const outcome = request.text === '' ? undefined : await edition.search(request);
  const frame = frameOf(edition);
  const page = outcome?.kind === 'found' ? outcome.found.page : 1;
  return (
    <Page frame={frame} head={searchHead(edition, { text: request.text, page })}>
      <SearchView
        frame={frame}
        request={request}
        outcome={outcome}
        years={edition.years().map(({ entry }) => entry)}
        newest={edition.listAll(1)?.articles ?? []}
      />
    </Page>
  );
}
