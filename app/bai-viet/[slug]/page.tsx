import { notFound } from 'next/navigation';
import { ArticleView } from '@/app/_components/ArticleView';
import { Page } from '@/app/_components/Page';
import { Withdrawal } from '@/app/_components/Withdrawal';
import { currentEdition } from '@/app/_edition';
import { frameOf } from '@/app/_frame';
import { visible } from '@/lib/content/visible';
import { answerHead, articleHead } from '@/lib/seo/metadata';
import { paths } from '@/lib/site/routes';
import { strings } from '@/lib/site/strings';

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
}

export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const edition = await currentEdition();
  const article = edition.findArticle(slug);
  if (!article) notFound();
  const { title, withdrawn, section } = article;
  const isWithdrawn = withdrawn && visible(article, edition.now) === 'withdrawn';
  return (
    <Page
      frame={frameOf(edition)}
      head={
        isWithdrawn
          ? answerHead(edition, {
              title: strings.withdrawnHead(title),
              description: withdrawn.reason,
            })
          : articleHead(edition, article)
      }
      crumbs={[{ name: section.name, path: paths.section(section.key) }]}
      section={section.key}
      isStory
    >
      {isWithdrawn ? (
        <Withdrawal title={title} withdrawn={withdrawn} timeZone={edition.site.timeZone} />
      ) : (
        <ArticleView
          article={article}
          html={edition.readBody(slug).html}
          authors={edition.authorsOf(article)}
          related={edition.related(article)}
          neighbours={edition.neighbours(article)}
          site={edition.site}
          address={edition.siteUrl + paths.article(slug)}
        />
      )}
    </Page>
  );
}
