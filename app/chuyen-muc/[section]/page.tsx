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
  readonly params: Promise<{ readonly section: string; readonly number?: string }>;
}

export default async function SectionPage({ params }: Props) {
  const { section: key, number } = await params;
  const edition = await currentEdition();
  const section = edition.findSection(key);
  const list = section && edition.listSection(key, readPage(number));
  if (!list) notFound();
  const { timeZone } = edition.site;
  const crumbs: readonly Crumb[] = [];
  const page = {
    title: section.name,
    description: section.description ?? strings.articlesIn(section.name),
    path: paths.section(key, list.page),
    page: list.page,
    isEmpty: list.total === 0,
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name: section.name, crumbs }, list.articles, list.page)}
      crumbs={crumbs}
      section={key}
    >
      <ListHead
        title={section.name}
        sapo={section.description}
        meta={<ListMeta list={list} timeZone={timeZone} />}
      />
      <ArticleList
        list={list}
        pathOf={(page) => paths.section(key, page)}
        timeZone={timeZone}
        hasKickers={false}
      />
    </Page>
  );
}
