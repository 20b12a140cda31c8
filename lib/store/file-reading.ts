import { type Article, type Newsroom, parseArticle } from '../content/article';
import { type Author, parseAuthorFile } from '../content/author-file';
import { mayBeSlow } from '../content/markdown/may-be-slow';
import { type RenderedBody, renderBody } from '../content/markdown/render';
import { searchableText } from '../content/markdown/searchable-text';
import type { Mention } from '../content/mentions';
import type { Problem } from '../content/problems/problems';
import { parseSiteFile, type Site } from '../content/site-file';
import { parseSitePageFile, type SitePage } from '../content/site-page-file';
import { parseTagsFile, type TagEntry } from '../content/tags-file';
import { type SearchableArticle, type SearchEntry, searchEntryOf } from '../search/terms';
import { addressOfPicture, paths } from '../site/routes';
import type { FileKind } from './content-tree';
import { type Photograph, readPhotograph } from './photographs';

/** What is read by: the newsroom as its other files make it, and the origin of the site. */
export interface ReadingContext {
  /** The content folder, absolute. */
  readonly directory: string;
  readonly newsroom: Newsroom;
  readonly siteUrl: string;
}

/** A file that is to be read. */
export interface FileToRead {
  readonly kind: FileKind;
  readonly path: string;
  /** Renders the body of an article at once; otherwise only one that may take long. */
  readonly withBody: boolean;
  /** Also gives what an article is found by. */
  readonly withSearch: boolean;
}

/** A body that is to be rendered. */
export interface BodyToRender {
  readonly path: string;
  /** Of an article: pictures beside it have an address under it. */
  readonly slug?: string | undefined;
  readonly markdown: string;
  readonly bodyLine: number;
}

/** What a sound file holds. */
export type FileContents =
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'tags'; readonly declared: readonly TagEntry[] }
  | { readonly kind: 'author'; readonly author: Author; readonly rendered: RenderedBody }
  | { readonly kind: 'page'; readonly page: SitePage; readonly rendered: RenderedBody }
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly body: string;
      readonly bodyLine: number;
      readonly rendered?: RenderedBody | undefined;
      readonly search?: SearchEntry | undefined;
      readonly photograph?: Photograph | undefined;
    };

/** What a file says, or what is wrong with it. Of a rendered body the problems stand with it. */
export type FileReading =
  | {
      readonly ok: true;
      readonly contents: FileContents;
      readonly mentions: readonly Mention[];
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a content file: the one way in, for the site, for development and for the check.
 * @param bytes the file as it lies on disk
 */
export function readContentFile(
  { kind, path, withBody, withSearch }: FileToRead,
  bytes: Uint8Array,
  { directory, newsroom, siteUrl }: ReadingContext,
): FileReading {
  switch (kind) {
    case 'site': {
      const parsed = parseSiteFile(bytes, path);
      if (!parsed.ok) return parsed;
      const { site, mentions, warnings } = parsed;
      return { ok: true, contents: { kind, site }, mentions, problems: warnings };
    }
    case 'tags': {
      const parsed = parseTagsFile(bytes, path);
      if (!parsed.ok) return parsed;
      const { declared, warnings } = parsed;
      return { ok: true, contents: { kind, declared }, mentions: [], problems: warnings };
    }
    case 'author': {
      const parsed = parseAuthorFile(bytes, path);
      if (!parsed.ok) return parsed;
      const { author, body, bodyLine, mentions, warnings } = parsed;
      const rendered = renderContentBody({ path, markdown: body, bodyLine }, siteUrl);
      return { ok: true, contents: { kind, author, rendered }, mentions, problems: warnings };
    }
    case 'page': {
      const parsed = parseSitePageFile(bytes, path);
      if (!parsed.ok) return parsed;
      const { page, body, bodyLine, mentions, warnings } = parsed;
      const rendered = renderContentBody({ path, markdown: body, bodyLine }, siteUrl);
      return { ok: true, contents: { kind, page, rendered }, mentions, problems: warnings };
    }
    case 'article': {
      const parsed = parseArticle(bytes, path, newsroom);
      if (!parsed.ok) return parsed;
      const { body, bodyLine, mentions, warnings } = parsed;
      const read = withoutOwnCanonical(parsed.article, siteUrl);
      const { article, photograph } = readPhotograph(directory, path, read);
      const rendered =
        withBody || mayBeSlow(body)
          ? renderContentBody({ path, slug: article.slug, markdown: body, bodyLine }, siteUrl)
          : undefined;
      const search = withSearch ? searchEntryOf(searchable(article, body)) : undefined;
      const contents = { kind, article, body, bodyLine, rendered, search, photograph };
      return { ok: true, contents, mentions, problems: warnings };
    }
  }
}

/** An article that says it is at home here is at home here. */
function withoutOwnCanonical({ canonical, ...article }: Article, siteUrl: string): Article {
  const isOwn = canonical === siteUrl + paths.article(article.slug);
  return canonical === undefined || isOwn ? article : { ...article, canonical };
}

function searchable({ title, description, section }: Article, body: string): SearchableArticle {
  return { title, texts: [description, searchableText(body)], section: section.key };
}

/** Renders the body of a content file. */
export function renderContentBody(
  { path, slug, markdown, bodyLine }: BodyToRender,
  siteUrl: string,
): RenderedBody {
  return renderBody(markdown, {
    file: path,
    bodyLine,
    siteUrl,
    pictureAddress: (picture) => (slug === undefined ? picture : addressOfPicture(slug, picture)),
  });
}
