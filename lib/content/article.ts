import type { EditorialDate } from '../vietnamese/dates';
import { slug as slugOf } from '../vietnamese/slug';
import { readAliases } from './aliases';
import { readCorrected, readDate, readUpdated } from './article-dates';
import { type LeadImage, readImage } from './article-image';
import {
  readAuthors,
  readSection,
  readTags,
  type SectionName,
  type Signature,
} from './article-names';
import { parseMarkdownFile } from './markdown-file';
import type { Mention } from './mentions';
import { listProblems, type Refusal, refuse } from './problems/problem-list';
import { type Problem, problem } from './problems/problems';
import { isRefused, mention, type Reading } from './reading';
import { type ArticleFrontMatter, articleSchema } from './schema/schema';
import type { Site } from './site-file';
import type { Tag, TagNames } from './tags-file';

// Callers ask one file for an article and all that it is made of.
export type { LeadImage, PictureFile } from './article-image';

/** A dated correction. */
export interface Correction {
  readonly date: EditorialDate;
  readonly text: string;
}

/** Where an article was first published. */
interface Origin {
  readonly name: string;
  readonly url?: string;
  readonly author?: string;
  readonly published?: EditorialDate;
}

/** An article as its editor wrote it, checked; whether readers may see it is for `visible`. */
export interface Article {
  readonly slug: string;
  readonly title: string;
  /** The standfirst (sapo). */
  readonly description: string;
  readonly section: SectionName;
  readonly published: EditorialDate;
  readonly updated?: EditorialDate;
  readonly tags: readonly Tag[];
  readonly authors: readonly Signature[];
  readonly image?: LeadImage;
  readonly corrections: readonly Correction[];
  readonly withdrawn?: { readonly date: EditorialDate; readonly reason: string };
  /** Old paths, in canonical spelling. */
  readonly aliases: readonly string[];
  readonly featured: boolean;
  readonly draft: boolean;
  readonly series?: { readonly name: string; readonly part: number };
  readonly source?: Origin;
  readonly canonical?: string;
}

/** What must be known of the other files to read one article. */
export interface Newsroom {
  readonly site: Site;
  readonly tagNames: TagNames;
  /** Names by key; undefined when the folder has no `authors/`, and a key then is its own name. */
  readonly authorNames?: ReadonlyMap<string, string>;
}

/** An article and its Markdown, or what keeps it from being published. */
export type ParsedArticle =
  | Refusal
  | {
      readonly ok: true;
      readonly article: Article;
      readonly body: string;
      readonly bodyLine: number;
      readonly warnings: readonly Problem[];
      readonly mentions: readonly Mention[];
    };

/**
 * Reads an article's file.
 * @param bytes the file as it lies on disk
 * @param file its path inside the content folder; its name gives the slug
 */
export function parseArticle(bytes: Uint8Array, file: string, newsroom: Newsroom): ParsedArticle {
  const parsed = parseMarkdownFile(bytes, file, articleSchema);
  if (!parsed.ok) return parsed;
  const { front, sound, source, body, bodyLine } = parsed;
  const problems = [...parsed.problems];
  const reading: Reading = { file, source, problems, mentions: [] };
  const slug = slugOfFile(file);
  if (slug === '') problems.push(problem('slug-empty', { file, line: 1, column: 1 }, file));
  const { published, section, ...values } = readValues(sound, newsroom, reading);
  if (isRefused(problems)) return refuse(problems);
  if (!front || !published || !section) throw new Error(`${file}: refused without a problem`);
  const { title, description, featured = false, draft = false } = front;
  const article = { slug, title, description, section, published, featured, draft, ...values };
  return {
    ok: true,
    article,
    body,
    bodyLine,
    warnings: listProblems(problems),
    mentions: reading.mentions,
  };
}

/**
 * The slug that a file's name gives.
 * @example slugOfFile('articles/2020/12/tin-moi.md') // 'tin-moi'
 */
export function slugOfFile(file: string): string {
  return slugOf(file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, ''));
}

/** What the keys mean that are there; those that mean nothing are problems. */
function readValues(
  written: Partial<ArticleFrontMatter>,
  { site, tagNames, authorNames }: Newsroom,
  reading: Reading,
) {
  const { timeZone } = site;
  const published = readPublished(written.date, timeZone, reading);
  const updated = readUpdated(written, published, timeZone, reading);
  const withdrawn = readDate(written.withdrawn?.date, timeZone, reading, 'withdrawn', 'date');
  const { image, series, canonical } = written;
  const source = written.source && readOrigin(written.source, timeZone, reading);
  return {
    published,
    ...(updated && { updated }),
    section: readSection(written.section, site, reading),
    tags: readTags(written.tags, tagNames, reading),
    authors: readAuthors(written.authors, authorNames, reading),
    ...(image && { image: readImage(image, reading) }),
    corrections: (written.corrections ?? []).flatMap(({ date, text }, index) => {
      const dates = { date: written.date, corrected: date };
      const corrected = readCorrected(dates, published, timeZone, reading, index);
      return corrected ? [{ date: corrected, text }] : [];
    }),
    ...(written.withdrawn &&
      withdrawn && { withdrawn: { date: withdrawn, reason: written.withdrawn.reason } }),
    aliases: readAliases(written.aliases, reading, 'aliases'),
    ...(series && { series: readSeries(series, reading) }),
    ...(source && { source }),
    ...(canonical && { canonical }),
  };
}

function readPublished(written: string | undefined, timeZone: string, reading: Reading) {
  const published = readDate(written, timeZone, reading, 'date');
  if (published?.precision === 'day') mention(reading, 'day', written ?? '', 'date');
  return published;
}

function readSeries(series: NonNullable<ArticleFrontMatter['series']>, reading: Reading) {
  mention(reading, 'series', `${series.part} ${series.name}`, 'series', 'part');
  return series;
}

function readOrigin(
  { name, url, author, publishedAt }: NonNullable<ArticleFrontMatter['source']>,
  timeZone: string,
  reading: Reading,
): Origin {
  const published = readDate(publishedAt, timeZone, reading, 'source', 'publishedAt');
  return { name, ...(url && { url }), ...(author && { author }), ...(published && { published }) };
}
