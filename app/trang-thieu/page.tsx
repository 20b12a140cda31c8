import { Answer } from '@/app/_components/Answer';
import { Band } from '@/app/_components/Band';
import { ListItem } from '@/app/_components/ListItem';
import { Page } from '@/app/_components/Page';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { answerHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';

const SHOWN = 5;

export default async function MissingPage() {
  const edition = await currentEdition();
  const frame = frameOf(edition);
  const newest = edition.listAll(1)?.articles.slice(0, SHOWN) ?? [];
  const [title, sapo] = [strings.missingTitle, strings.missingText];
  const head = answerHead(edition, { title, description: sapo });
  return (
    <Page frame={frame} head={head}>
      <Answer frame={frame} kicker={strings.missingKicker} title={title} sapo={sapo}>
        {newest.length > 0 && (
          <Band id="moi_nhat" heading={strings.newestArticles}>
            {newest.map((article) => (
              <ListItem key={article.slug} article={article} timeZone={edition.site.timeZone} />
            ))}
          </Band>
        )}
      </Answer>
    </Page>
  );
}
