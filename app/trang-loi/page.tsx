import { Answer } from '@/app/_components/Answer';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { answerHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';

export default async function FailedPage() {
  const edition = await currentEdition();
  const frame = frameOf(edition);
  const [title, sapo] = [strings.failedTitle, strings.failedText];
  return (
    <Page frame={frame} head={answerHead(edition, { title, description: sapo })}>
      <Answer frame={frame} kicker={strings.failedKicker} title={title} sapo={sapo} />
    </Page>
  );
}
