import type { Article } from '@/lib/content/article';
import type { Author } from '@/lib/content/author-file';
import type { Html } from '@/lib/content/markdown/render';
import type { Site } from '@/lib/content/site-file';
import { strings } from '@/lib/site/strings';
import styles from './ArticleView.module.css';
import { Body } from './Body';
import { Byline } from './Byline';
import { Corrections } from './Corrections';
import { LeadFigure } from './LeadFigure';
import { Neighbours, type NeighboursProps } from './Neighbours';
import { Related } from './Related';
import { Source } from './Source';
import { Story } from './Story';
import { Tags } from './Tags';

interface Props {
  readonly article: Article;
  readonly html: Html;
  readonly authors: readonly Pick<Author, 'key' | 'name'>[];
  readonly related: readonly Article[];
  readonly neighbours: NeighboursProps['neighbours'];
  readonly site: Site;
  /** The one address of the article, printed on paper. */
  readonly address: string;
}

/** An article from headline to what to read next. */
export function ArticleView({ article, html, authors, related, neighbours, site, address }: Props) {
  const { timeZone, publisher } = site;
  return (
    <Story
      title={article.title}
      sapo={article.description}
      series={article.series}
      byline={<Byline article={article} authors={authors} timeZone={timeZone} />}
      after={
        <>
          <Related articles={related} timeZone={timeZone} />
          <Neighbours neighbours={neighbours} />
        </>
      }
    >
      {article.image && <LeadFigure slug={article.slug} image={article.image} />}
      <Body html={html} />
      {article.source && <Source source={article.source} timeZone={timeZone} />}
      {authors.length > 0 && (
        <p className={styles.signature}>{authors.map(({ name }) => name).join(', ')}</p>
      )}
      <Corrections
        corrections={article.corrections}
        heading={site.correctionsHeading}
        timeZone={timeZone}
      />
      <Tags tags={article.tags} label={strings.topicsOfArticle} />
      {publisher.email && (
        <p>
          <a className={styles.report} href={reportAddress(publisher.email, article.title)}>
            {strings.reportMistake}
          </a>
        </p>
      )}
      <p className={styles.address}>{address}</p>
    </Story>
  );
}

function reportAddress(email: string, title: string): string {
  return `mailto:${email}?subject=${encodeURIComponent(strings.reportSubject(title))}`;
}
