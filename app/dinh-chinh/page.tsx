import { notFound } from 'next/navigation';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { CorrectionList } from '@/app/_components/CorrectionList';
import { ListHead } from '@/app/_components/ListHead';
import { Page } from '@/app/_components/Page';
import { Pagination } from '@/app/_components/Pagination';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { readPage } from '@/app/_parameters';
import { listGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';

interface Props {
  readonly params: Promise<{ readonly number?: string }>;
}

export default async function CorrectionsPage({ params }: Props) {
  const { number } = await params;
  const edition = await currentEdition();
  const list = edition.corrections(readPage(number));
  if (!list) notFound();
  const crumbs: readonly Crumb[] = [];
  const page = {
    title: strings.corrections,
    description: strings.correctionsIntro,
    path: paths.corrections(list.page),
    page: list.page,
    isEmpty: list.total === 0,
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name: strings.corrections, crumbs })}
      crumbs={crumbs}
    >
      <ListHead title={strings.corrections} sapo={strings.correctionsIntro} />
      <CorrectionList entries={list.entries} timeZone={edition.site.timeZone} />
      <Pagination page={list.page} pageCount={list.pageCount} pathOf={paths.corrections} />
    </Page>
  );
}
