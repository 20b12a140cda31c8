import { notFound } from 'next/navigation';
import { ArticleList } from '@/app/_components/ArticleList';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { ListHead } from '@/app/_components/ListHead';
import { Page } from '@/app/_components/Page';
import { Ways } from '@/app/_components/Ways';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { readMonth, readPage, readYear } from '@/app/_parameters';
import { listGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { formatMonth } from '@/lib/vietnamese/dates';

interface Props {
  readonly params: Promise<Record<'year' | 'month', string> & { readonly number?: string }>;
}

export default async function MonthPage({ params }: Props) {
  const written = await params;
  const [year, month] = [readYear(written.year), readMonth(written.month)];
  const edition = await currentEdition();
  const list = edition.listMonth(year, month, readPage(written.number));
  if (!list || list.total === 0) notFound();
  const name = formatMonth(year, month);
  const crumbs: readonly Crumb[] = [
    { name: strings.archive, path: paths.archive() },
    { name: strings.yearHeading(year), path: paths.year(year) },
  ];
  const page = {
    title: strings.archiveOf(name),
    description: strings.articlesOf(name),
    path: paths.month(year, month, list.page),
    page: list.page,
  };
  const days = edition.days(year, month).map(({ entry: day, count }) => ({
    name: strings.day(day),
    label: strings.dayAndCount(day, count),
    path: paths.day({ year, month, day }),
  }));
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name, crumbs }, list.articles, list.page)}
      crumbs={crumbs}
    >
      <ListHead title={name} sapo={strings.days}>
        <Ways label={strings.days} ways={days} />
      </ListHead>
      <ArticleList
        list={list}
        pathOf={(page) => paths.month(year, month, page)}
        timeZone={edition.site.timeZone}
        heading={strings.numbered(strings.articleCount(list.total), list.page)}
      />
    </Page>
  );
}
