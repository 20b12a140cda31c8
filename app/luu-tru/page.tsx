import { Band } from '@/app/_components/Band';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { Directory } from '@/app/_components/Directory';
import { ListHead } from '@/app/_components/ListHead';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { listGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';

export default async function ArchivePage() {
  const edition = await currentEdition();
  const years = edition.years();
  const crumbs: readonly Crumb[] = [];
  const page = {
    title: strings.archive,
    description: strings.allYears,
    path: paths.archive(),
    isEmpty: years.length === 0,
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name: strings.archive, crumbs })}
      crumbs={crumbs}
    >
      <ListHead title={strings.archive} sapo={strings.allYears} />
      <Band id="cac_nam" heading={strings.years}>
        <Directory
          entries={years.map(({ entry: year, count }) => ({
            name: strings.yearHeading(year),
            count,
            path: paths.year(year),
          }))}
        />
      </Band>
    </Page>
  );
}
