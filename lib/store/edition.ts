import type { Article, Correction } from '../content/article';
import type { Author } from '../content/author-file';
import type { Html, RenderedBody } from '../content/markdown/render';
import type { Section, Site } from '../content/site-file';
import type { SitePage } from '../content/site-page-file';
import type { DeclaredTag } from '../content/tags-file';
import type { Outcome, SearchResult, Suggestions } from '../search/results';
import type { FeedSubject } from '../site/machine-routes';
import type { SearchRequest } from '../site/search-address';
import type { CalendarDay, EditorialDate } from '../vietnamese/dates';

/** One page of a list, newest first. `total` counts the whole list, `page` from 1. */
export interface ListPage {
  readonly articles: readonly Article[];
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
  /** When the newest article of the whole list was published. */
  readonly newest?: EditorialDate;
}

/** A name in a list of names, with how many articles carry it. */
export interface Counted<T> {
  readonly entry: T;
  readonly count: number;
}

/** A list in a list of lists. */
export interface CountedList<T> extends Counted<T> {
  /** When the newest article in it was published, epoch milliseconds. */
  readonly newest: number;
}

/** Someone who signs articles, with the text about them. Without a file: the key alone. */
export interface AuthorProfile
  extends Pick<Author, 'key' | 'name' | 'kind'>,
    Partial<Pick<Author, 'role' | 'email' | 'aliases'>> {
  readonly html: Html;
}

/** A correction with the article that it corrects. */
export interface CorrectedArticle {
  readonly article: Article;
  readonly correction: Correction;
}

/** One page of the corrections, newest first. */
export interface CorrectionsPage extends Omit<ListPage, 'articles' | 'newest'> {
  readonly entries: readonly CorrectedArticle[];
}

/** Where an article stands in its series. */
export interface PlaceInSeries {
  readonly name: string;
  readonly part: number;
  /** The highest part that readers may see. */
  readonly total: number;
  readonly previous?: Article;
  readonly next?: Article;
}

/** A month of which there is a site map. */
export interface SitemapMonth {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly parts: number;
  /** When an article in it last came out, was brought up to date or corrected; epoch milliseconds. */
  readonly modified: number;
}

/** What is in print at one moment: every question that a page may ask. */
export interface Edition {
  /** The moment, epoch milliseconds. */
  readonly now: number;
  readonly site: Site;
  /** Origin of absolute addresses, no slash at its end. */
  readonly siteUrl: string;
  /** False outside production: search engines are told to stay away. */
  readonly indexable: boolean;
  /** The hub that feeds name, which tells their readers of what is new (WebSub). */
  readonly webSubHub?: string;
  /** True in development: whoever writes sees what readers do not see yet. */
  readonly isPreview: boolean;

  /** The sections in the order of the site; without `site.yaml` those that articles name. */
  readonly sections: () => readonly Section[];
  /** By key of a section that has articles. */
  readonly sectionCounts: () => ReadonlyMap<string, CountedList<string>>;
  /** By title, in Vietnamese order. */
  readonly sitePages: () => readonly SitePage[];
  /** Publication date of the newest article of the site. */
  readonly newest: () => EditorialDate | undefined;

  /** An article that readers may see, or may see that it was withdrawn. */
  readonly findArticle: (slug: string) => Article | undefined;
  /** Drafts and articles under embargo, newest first; none but in a preview. */
  readonly unpublished: () => readonly Article[];
  /** The body of an article; undefined when it has none, or none that could be rendered. */
  readonly readBody: (slug: string) => Promise<Pick<RenderedBody, 'html' | 'opening'> | undefined>;
  readonly authorsOf: (article: Article) => readonly Pick<Author, 'key' | 'name' | 'kind'>[];
  /** Others that share its tags and section, closest first; never filled up with strangers. */
  readonly related: (article: Article) => readonly Article[];
  /** The articles just before and just after it in its section. */
  readonly neighbours: (article: Article) => {
    readonly previous?: Article;
    readonly next?: Article;
  };

  /** The place of an article in its series, among the parts that readers may see. */
  readonly series: (article: Article) => PlaceInSeries | undefined;

  /** Lists: undefined when the page is past the last one. A known, empty list has one page. */
  readonly listAll: (page: number) => ListPage | undefined;
  readonly listSection: (key: string, page: number) => ListPage | undefined;
  readonly listTag: (slug: string, page: number) => ListPage | undefined;
  readonly listAuthor: (key: string, page: number) => ListPage | undefined;
  readonly listMonth: (year: number, month: number, page: number) => ListPage | undefined;
  readonly listDay: (day: CalendarDay, page: number) => ListPage | undefined;

  readonly findSection: (key: string) => Section | undefined;
  readonly findTag: (slug: string) => DeclaredTag | undefined;
  readonly findAuthor: (key: string) => AuthorProfile | undefined;
  readonly findSitePage: (
    slug: string,
  ) => { readonly page: SitePage; readonly html: Html } | undefined;

  /** All tags that an article carries, in Vietnamese order. */
  readonly tags: () => readonly CountedList<DeclaredTag>[];
  /** All authors who signed an article; persons by given name, then desks. */
  readonly authors: () => readonly CountedList<Pick<Author, 'key' | 'name' | 'kind' | 'role'>>[];

  /** Archive, newest first; only years, months and days that have articles. */
  readonly years: () => readonly Counted<number>[];
  readonly months: (year: number) => readonly Counted<number>[];
  readonly days: (year: number, month: number) => readonly Counted<number>[];

  readonly corrections: (page: number) => CorrectionsPage | undefined;

  /** The newest articles of a list, at most 50; undefined when there is no such list. */
  readonly feedOf: (subject: FeedSubject) => readonly Article[] | undefined;
  /** The Markdown of an article's body, as its editor wrote it. */
  readonly readMarkdown: (slug: string) => string | undefined;

  /** Months that have a site map, newest first. */
  readonly sitemapMonths: () => readonly SitemapMonth[];
  /** How many parts the site map of a month has; 0 where there is none. */
  readonly partsOfSitemap: (year: number, month: number) => number;
  /** What one part of the site map of a month names, oldest first; none past the last part. */
  readonly articlesOfSitemap: (year: number, month: number, part: number) => readonly Article[];
  /** What the news sitemap names: the last 48 hours, newest first, at most 1,000. */
  readonly latestNews: () => readonly Article[];

  /**
   * Articles by their words, best or newest first. It runs in a process of its own, and is given up
   * when it takes too long. The same question within a second is answered from memory.
   */
  readonly search: (request: SearchRequest) => Promise<Outcome<SearchResult>>;
  /** What a reader who has typed this may mean. @param text as far as it was typed */
  readonly suggest: (text: string) => Promise<Outcome<Suggestions>>;
}
