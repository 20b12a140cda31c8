import { Band } from '@/app/_components/Band';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { ListHead } from '@/app/_components/ListHead';
import { NamesByInitial } from '@/app/_components/NamesByInitial';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { listGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { initialOf } from '@/lib/vietnamese/initials';

export default async function TagsPage() {
  const edition = await currentEdition();
  const tags = edition.tags();
  const crumbs: readonly Crumb[] = [];
  const page = {
    title: strings.topics,
    description: strings.allTopics,
    path: paths.tags(),
    isEmpty: tags.length === 0,
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name: strings.topics, crumbs })}
      crumbs={crumbs}
    >
      <ListHead title={strings.topics} sapo={strings.allTopics} />
      <Band id="chu_de" heading={strings.topicCount(tags.length)}>
        <NamesByInitial
          id="chu_de"
          label={strings.topics}
          initialOf={initialOf}
          entries={tags.map(({ entry: { name, slug }, count }) => ({
            name,
            count,
            path: paths.tag(slug),
          }))}
        />
      </Band>
    </Page>
  );
}
