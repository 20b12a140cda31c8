import { Band } from '@/app/_components/Band';
import { Directory } from '@/app/_components/Directory';
import { ListHead } from '@/app/_components/ListHead';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';

export default async function AuthorsPage() {
  const edition = await currentEdition();
  const authors = edition.authors();
  const head = pageHead(edition, {
    title: strings.authors,
    description: strings.allAuthors,
    path: paths.authors(),
    isEmpty: authors.length === 0,
  });
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
    { id: 'nguoi_viet', heading: strings.persons, entries: entriesOf('person') },
    { id: 'ban_bien_tap', heading: strings.desks, entries: entriesOf('desk') },
  ];
  return (
    <Page frame={frameOf(edition)} head={head} crumbs={[]}>
      <ListHead title={strings.authors} sapo={strings.allAuthors} />
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ id, heading, entries }) => (
          <Band key={id} id={id} heading={heading}>
            <Directory entries={entries} />
          </Band>
        ))}
    </Page>
  );
}
