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
import { initialOf, initialOfPerson } from '@/lib/vietnamese/initials';

export default async function AuthorsPage() {
  const edition = await currentEdition();
  const authors = edition.authors();
  const crumbs: readonly Crumb[] = [];
  const page = {
    title: strings.authors,
    description: strings.allAuthors,
    path: paths.authors(),
    isEmpty: authors.length === 0,
  };
  const entriesOf = (kind: 'person' | 'desk') =>
    authors
      .filter(({ entry }) => entry.kind === kind)
      .map(({ entry: { key, name, role }, count }) => ({
        name,
        count,
        note: role,
        path: paths.author(key),
      }));
  const groups = [
    {
      id: 'nguoi_viet',
      label: strings.persons,
      entries: entriesOf('person'),
      initialOf: initialOfPerson,
    },
    { id: 'ban_bien_tap', label: strings.desks, entries: entriesOf('desk'), initialOf },
  ];
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={listGraph(edition, { ...page, name: strings.authors, crumbs })}
      crumbs={crumbs}
    >
      <ListHead title={strings.authors} sapo={strings.allAuthors} />
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map((group) => (
          <Band key={group.id} id={group.id} heading={group.label}>
            <NamesByInitial {...group} />
          </Band>
        ))}
    </Page>
  );
}
