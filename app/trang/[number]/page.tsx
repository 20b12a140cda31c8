import { notFound } from 'next/navigation';
import { ArticleList } from '@/app/_components/ArticleList';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { ListHead } from '@/app/_components/ListHead';
import { ListMeta } from '@/app/_components/ListMeta';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { readPage } from '@/app/_parameters';
import { listGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';

interface Props {
  readonly params: Promise<{ readonly number: string }>;
}

export default async function NumberedFront({ params }: Props) {
  const { number } = await params;
  const edition = await currentEdition();
  const list = edition.listAll(readPage(number));
  if (!list) notFound();
  const { timeZone, description } = edition.site;
  const crumbs: readonly Crumb[] = [];
  const page = { description, path: paths.front(list.page), page: list.page };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(
        edition,
        { ...page, name: strings.newestArticles, crumbs },
        list.articles,
        list.page,
      )}
      crumbs={crumbs}
    >
      <ListHead
        title={strings.newestArticles}
        meta={<ListMeta list={list} timeZone={timeZone} />}
      />
      <ArticleList list={list} pathOf={paths.front} timeZone={timeZone} />
    </Page>
  );
}
