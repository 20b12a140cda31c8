import { Answer } from '@/app/_components/Answer';
import { Newest } from '@/app/_components/Newest';
import { Page } from '@/app/_components/Page';
import { SearchForm } from '@/app/_components/SearchForm';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { answerHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';

export default async function MissingPage() {
  const edition = await currentEdition();
  const frame = frameOf(edition);
  const { site } = frame;
  const [title, sapo] = [strings.missingTitle, strings.missingText];
  const head = answerHead(edition, { title, description: sapo });
  return (
    <Page frame={frame} head={head}>
      <Answer
        frame={frame}
        kicker={strings.missingKicker}
        title={title}
        sapo={sapo}
        form={<SearchForm site={site.name} />}
      >
        <Newest articles={edition.listAll(1)?.articles ?? []} timeZone={site.timeZone} />
      </Answer>
    </Page>
  );
}
