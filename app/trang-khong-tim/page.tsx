import { Answer } from '@/app/_components/Answer';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { answerHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';

/** What a copy of the site on a server of files has in place of the search. */
export default async function UnsearchablePage() {
  const edition = await currentEdition();
  const frame = frameOf(edition);
  const [title, sapo] = [strings.unsearchableTitle, strings.unsearchableText];
  return (
    <Page frame={frame} head={answerHead(edition, { title, description: sapo })}>
      <Answer frame={frame} kicker={strings.search} title={title} sapo={sapo} />
    </Page>
  );
}
