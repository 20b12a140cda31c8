import { Busy } from '@/app/_components/Busy';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { answerHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';

export default async function BusyPage() {
  const edition = await currentEdition();
  const frame = frameOf(edition);
  const [title, description] = [strings.busyTitle, strings.busyText];
  return (
    <Page frame={frame} head={answerHead(edition, { title, description })}>
      <Busy frame={frame} />
    </Page>
  );
}
