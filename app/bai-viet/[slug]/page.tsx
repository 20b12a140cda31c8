import { notFound } from 'next/navigation';
import { ArticleView } from '@/app/_components/ArticleView';
import { NeverGood } from '@/app/_components/NeverGood';
import { Page } from '@/app/_components/Page';
import { PreviewPanel } from '@/app/_components/PreviewPanel';
import { Withdrawal } from '@/app/_components/Withdrawal';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { previewArticle } from '@/app/_preview';
import { lifeOf } from '@/lib/content/visible';
import { articleGraph } from '@/lib/seo/article-graph';
import { articleHead, withdrawalHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
}

export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const edition = await currentEdition();
  const article = edition.findArticle(slug);
  const { now, site } = edition;
  const { timeZone } = site;
  const life = article && lifeOf(article, now, timeZone);
  const withdrawal = life?.stage.kind === 'withdrawn' ? life.stage.withdrawal : undefined;
  const body = article && !withdrawal ? await edition.readBody(slug) : undefined;
  const preview = await previewArticle(edition, slug, article);
  if (!article || !life || (!body && !withdrawal))
    return preview ? <NeverGood edition={edition} preview={preview} /> : notFound();
  const { published, section } = article;
  const authors = edition.authorsOf(article);
  return (
    <Page
      frame={frameOf(edition)}
      head={withdrawal ? withdrawalHead(edition, withdrawal) : articleHead(edition, article)}
      graph={body && articleGraph(edition, article, { authors, html: body.html })}
      crumbs={[{ name: section.name, path: paths.section(section.key) }]}
      section={section.key}
      isStory
      preview={<PreviewPanel {...{ preview, now, timeZone, published }} />}
    >
      {withdrawal ? (
        <Withdrawal withdrawn={withdrawal} timeZone={timeZone} />
      ) : (
        body && (
          <ArticleView
            article={article}
            life={life}
            html={body.html}
            authors={authors}
            related={edition.related(article)}
            neighbours={edition.neighbours(article)}
            series={edition.series(article)}
            site={site}
            address={edition.siteUrl + paths.article(slug)}
          />
        )
      )}
    </Page>
  );
}
