import { notFound } from 'next/navigation';
import { ArticleList } from '@/app/_components/ArticleList';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { ListHead } from '@/app/_components/ListHead';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { readDay, readPage } from '@/app/_parameters';
import { listGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { formatLongDate, formatMonth, startOfDay } from '@/lib/vietnamese/dates';

interface Props {
  readonly params: Promise<Record<'year' | 'month' | 'day', string> & { readonly number?: string }>;
}

export default async function DayPage({ params }: Props) {
  const { number, ...written } = await params;
  const day = readDay(written);
  const edition = await currentEdition();
  const list = edition.listDay(day, readPage(number));
  if (!list || list.total === 0) notFound();
  const { timeZone } = edition.site;
  const name = formatLongDate({ epochMs: startOfDay(day, timeZone), precision: 'day' }, timeZone);
  const crumbs: readonly Crumb[] = [
    { name: strings.archive, path: paths.archive() },
    { name: strings.yearHeading(day.year), path: paths.year(day.year) },
    { name: formatMonth(day.year, day.month), path: paths.month(day.year, day.month) },
  ];
  const page = {
    title: strings.archiveOf(name),
    description: strings.articlesOf(name),
    path: paths.day(day, list.page),
    page: list.page,
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name, crumbs }, list.articles, list.page)}
      crumbs={crumbs}
    >
      <ListHead title={name} />
      <ArticleList
        list={list}
        pathOf={(page) => paths.day(day, page)}
        timeZone={timeZone}
        heading={strings.numbered(strings.articleCount(list.total), list.page)}
      />
    </Page>
  );
}
