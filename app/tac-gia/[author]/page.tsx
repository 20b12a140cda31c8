import { notFound } from 'next/navigation';
import { ArticleList } from '@/app/_components/ArticleList';
import { AuthorHead } from '@/app/_components/AuthorHead';
import type { Crumb } from '@/app/_components/Breadcrumb';
import { NeverGood } from '@/app/_components/NeverGood';
import { Page } from '@/app/_components/Page';
import { PreviewPanel } from '@/app/_components/PreviewPanel';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { readPage } from '@/app/_parameters';
import { previewPageOf } from '@/app/_preview';
import { profileGraph } from '@/lib/seo/json-ld';
import { pageHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';

interface Props {
  readonly params: Promise<{ readonly author: string; readonly number?: string }>;
}

export default async function AuthorPage({ params }: Props) {
  const { author: key, number } = await params;
  const edition = await currentEdition();
  const author = edition.findAuthor(key);
  const list = author && edition.listAuthor(key, readPage(number));
  const preview = await previewPageOf(edition, 'author', key);
  if (!author && preview) return <NeverGood edition={edition} preview={preview} />;
  if (!list) notFound();
  const { timeZone } = edition.site;
  const crumbs: readonly Crumb[] = [{ name: strings.authors, path: paths.authors() }];
  const page = {
    title: strings.authorTitle(author.name),
    description: strings.articlesBy(author.name),
    path: paths.author(key, list.page),
    page: list.page,
    isEmpty: list.total === 0,
  };
  return (
    <Page
      frame={frameOf(edition)}
      head={pageHead(edition, page)}
      graph={profileGraph(edition, { ...page, name: author.name, crumbs }, author, list.articles)}
      crumbs={crumbs}
      preview={<PreviewPanel preview={preview} now={edition.now} timeZone={timeZone} />}
    >
      <AuthorHead author={author} list={list} timeZone={timeZone} />
      <ArticleList list={list} pathOf={(page) => paths.author(key, page)} timeZone={timeZone} />
    </Page>
  );
}
