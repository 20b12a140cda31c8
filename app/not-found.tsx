import { answerHead } from '@/lib/seo/metadata';
import { strings } from '@/lib/site/strings';
import { Answer } from './_components/Answer';
import { Band } from './_components/Band';
import { ListItem } from './_components/ListItem';
import { Page } from './_components/Page';
import { currentEdition } from './_edition';
import { frameOf } from './_frame';

const SHOWN = 5;

export default async function Missing() {
  const edition = await currentEdition();
  const frame = frameOf(edition);
  const newest = edition.listAll(1)?.articles.slice(0, SHOWN) ?? [];
  const [title, sapo] = [strings.missingTitle, strings.missingText];
  const answer = answerHead(edition, { title, description: sapo });
  // Next.js says `noindex` itself where nothing was found.
  const head = { ...answer, metas: answer.metas.filter((meta) => meta.content !== 'noindex') };
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
