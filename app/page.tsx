import { notFound } from 'next/navigation';
import { arrangeFrontPage } from '@/lib/publish/front-page';
import { frontGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';
import { Empty } from './_components/Empty';
import { FrontMasthead } from './_components/FrontMasthead';
import { FrontPageView } from './_components/FrontPageView';
import { PreviewPanel } from './_components/PreviewPanel';
import { mainId, Shell } from './_components/Shell';
import { Unpublished } from './_components/Unpublished';
import { currentEdition } from './_edition';
import { frameOf } from './_frame';
import { previewFront } from './_preview';

export default async function Front() {
  const edition = await currentEdition();
  const list = edition.listAll(1);
  if (!list) notFound();
  const frame = frameOf(edition);
  const front = arrangeFrontPage(list.articles, frame.sections);
  const body = front && (await edition.readBody(front.lead.slug));
  const preview = await previewFront(edition);
  const { now } = edition;
  const { timeZone } = edition.site;
  const head = pageHead(edition, {
    description: edition.site.description,
    path: paths.front(),
    isEmpty: !front,
  });
  return (
    <Shell
      frame={frame}
      head={head}
      graph={frontGraph(edition, list.articles)}
      masthead={<FrontMasthead frame={frame} newest={list.newest} />}
      preview={<PreviewPanel {...{ preview, now, timeZone }} />}
    >
      <main id={mainId}>
        <Unpublished articles={edition.unpublished()} now={now} timeZone={timeZone} />
        {front ? (
          <FrontPageView
            frame={frame}
            front={front}
            opening={body?.opening}
            authors={edition.authorsOf(front.lead)}
            pageCount={list.pageCount}
          />
        ) : (
          <Empty>{strings.emptySite}</Empty>
        )}
      </main>
    </Shell>
  );
}
