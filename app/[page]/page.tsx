import { notFound } from 'next/navigation';
import { Body } from '@/app/_components/Body';
import { Page } from '@/app/_components/Page';
import { Story } from '@/app/_components/Story';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';

interface Props {
  readonly params: Promise<{ readonly page: string }>;
}

export default async function SitePageRoute({ params }: Props) {
  const { page: slug } = await params;
  const edition = await currentEdition();
  const found = edition.findSitePage(slug);
  if (!found) notFound();
  const { title, description } = found.page;
  const head = pageHead(edition, { title, description, path: paths.sitePage(slug) });
  return (
    <Page frame={frameOf(edition)} head={head} crumbs={[]} isStory>
      <Story title={title} sapo={description}>
        <Body html={found.html} />
      </Story>
    </Page>
  );
}
