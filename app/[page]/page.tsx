import { notFound } from 'next/navigation';
import { Body } from '@/app/_components/Body';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { NeverGood } from '@/app/_components/NeverGood';
import { Page } from '@/app/_components/Page';
import { PreviewPanel } from '@/app/_components/PreviewPanel';
import { Story } from '@/app/_components/Story';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { previewPageOf } from '@/app/_preview';
import { sitePageGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';

interface Props {
  readonly params: Promise<{ readonly page: string }>;
}

export default async function SitePageRoute({ params }: Props) {
  const { page: slug } = await params;
  const edition = await currentEdition();
  const found = edition.findSitePage(slug);
  const preview = await previewPageOf(edition, 'site-page', slug);
  if (!found) return preview ? <NeverGood edition={edition} preview={preview} /> : notFound();
  const { title, description } = found.page;
  const crumbs: readonly Crumb[] = [];
  const page = { title, description, path: paths.sitePage(slug) };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={sitePageGraph(edition, { ...page, name: title, crumbs })}
      crumbs={crumbs}
      isStory
      preview={
        <PreviewPanel preview={preview} now={edition.now} timeZone={edition.site.timeZone} />
      }
    >
      <Story title={title} sapo={description}>
        <Body html={found.html} />
      </Story>
    </Page>
  );
}
