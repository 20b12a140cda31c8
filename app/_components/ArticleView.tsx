import type { Article } from '@/lib/content/article';
import type { Author } from '@/lib/content/author-file';
import type { Html } from '@/lib/content/markdown/render';
import type { Site } from '@/lib/content/site-file';
import type { Life } from '@/lib/content/visible';
import { strings } from '@/lib/site/strings';
import type { Edition } from '@/lib/store/edition';
import { AgeNotice } from './AgeNotice';
import styles from './ArticleView.module.css';
import { Body } from './Body';
import { Byline } from './Byline';
import { Corrections } from './Corrections';
import { LeadFigure } from './LeadFigure';
import { Neighbours, type Pair } from './Neighbours';
import { Related } from './Related';
import { SeriesParts } from './SeriesParts';
import { Source } from './Source';
import { Story } from './Story';
import { Tags } from './Tags';
import { Text } from './Text';

interface Props {
  readonly article: Article;
  readonly life: Life;
  readonly html: Html;
  readonly authors: readonly Pick<Author, 'key' | 'name'>[];
  readonly related: readonly Article[];
  readonly neighbours: Pair;
  readonly series: ReturnType<Edition['series']>;
  readonly site: Site;
  /** The one address of the article, printed on paper. */
  readonly address: string;
}

/** An article from headline to what to read next. */
export function ArticleView(props: Props) {
  const { article, life, html, authors, related, neighbours, series, site, address } = props;
  const { timeZone, publisher } = site;
  const { published } = article;
  // The parts on both sides stand under the text already.
  const isShown = (other: Article) =>
    [series?.previous?.slug, series?.next?.slug].includes(other.slug);
  return (
    <Story
      title={article.title}
      sapo={article.description}
      kicker={series && strings.series(series.name, series.part, series.total)}
      byline={
        <Byline
          published={published}
          updated={life.updated}
          authors={authors}
          timeZone={timeZone}
        />
      }
      after={
        <>
          <Related articles={related.filter((other) => !isShown(other))} timeZone={timeZone} />
          <Neighbours
            neighbours={without(neighbours, isShown)}
            label={strings.inSection}
            previousLabel={strings.previousInSection}
            nextLabel={strings.nextInSection}
          />
        </>
      }
    >
      {life.isOld && <AgeNotice published={published} timeZone={timeZone} />}
      {article.image && <LeadFigure slug={article.slug} image={article.image} />}
      <Body html={html} />
      {article.source && <Source source={article.source} timeZone={timeZone} />}
      {authors.length > 0 && (
        <p className={styles.signature}>
          <Text>{authors.map(({ name }) => name).join(', ')}</Text>
        </p>
      )}
      <Corrections
        corrections={life.corrections}
        heading={site.correctionsHeading}
        timeZone={timeZone}
      />
      {series && <SeriesParts series={series} />}
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

function without({ previous, next }: Pair, isShown: (article: Article) => boolean): Pair {
  return {
    ...(previous && !isShown(previous) && { previous }),
    ...(next && !isShown(next) && { next }),
  };
}

function reportAddress(email: string, title: string): string {
  return `mailto:${email}?subject=${encodeURIComponent(strings.reportSubject(title))}`;
}
