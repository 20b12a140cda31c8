import { notFound } from 'next/navigation';
import { Band } from '@/app/_components/Band';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { Directory } from '@/app/_components/Directory';
import { ListHead } from '@/app/_components/ListHead';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { readYear } from '@/app/_parameters';
import { listGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { formatMonth } from '@/lib/vietnamese/dates';

interface Props {
  readonly params: Promise<{ readonly year: string }>;
}

export default async function YearPage({ params }: Props) {
  const year = readYear((await params).year);
  const edition = await currentEdition();
  const months = edition.months(year);
  if (months.length === 0) notFound();
  const crumbs: readonly Crumb[] = [{ name: strings.archive, path: paths.archive() }];
  const page = {
    title: strings.archiveOfYear(year),
    description: strings.articlesOfYear(year),
    path: paths.year(year),
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name: strings.yearHeading(year), crumbs })}
      crumbs={crumbs}
    >
      <ListHead title={strings.yearHeading(year)} sapo={strings.articlesOfYear(year)} />
      <Band id="cac_thang" heading={strings.months}>
        <Directory
          entries={months.map(({ entry: month, count }) => ({
            name: formatMonth(year, month),
            count,
            path: paths.month(year, month),
          }))}
        />
      </Band>
    </Page>
  );
}
