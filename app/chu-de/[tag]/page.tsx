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
  readonly params: Promise<{ readonly tag: string; readonly number?: string }>;
}

export default async function TagPage({ params }: Props) {
  const { tag: slug, number } = await params;
  const edition = await currentEdition();
  const tag = edition.findTag(slug);
  const list = tag && edition.listTag(slug, readPage(number));
  if (!list) notFound();
  const { timeZone } = edition.site;
  const crumbs: readonly Crumb[] = [{ name: strings.topics, path: paths.tags() }];
  const page = {
    title: strings.topicTitle(tag.name),
    description: tag.description ?? strings.articlesAbout(tag.name),
    path: paths.tag(slug, list.page),
    page: list.page,
    isEmpty: list.total === 0,
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name: tag.name, crumbs }, list.articles, list.page)}
      crumbs={crumbs}
    >
      <ListHead
        title={tag.name}
        sapo={tag.description}
        meta={<ListMeta list={list} timeZone={timeZone} />}
      />
      <ArticleList list={list} pathOf={(page) => paths.tag(slug, page)} timeZone={timeZone} />
    </Page>
  );
}
