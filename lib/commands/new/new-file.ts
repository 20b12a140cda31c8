import { parseArticle } from '../../content/article';
import { parseAuthorFile } from '../../content/author-file';
import type { Problem } from '../../content/problems/problems';
import { parseSitePageFile } from '../../content/site-page-file';
import { formatFrontMatter } from '../../content/source/yaml-source';
import { type Path, paths } from '../../site/routes';
import { calendarDayOf, formatDateTimeAttribute, parseEditorialDate } from '../../vietnamese/dates';
import { slug as slugOf } from '../../vietnamese/slug';
import { spellingKey } from '../../vietnamese/spelling-key';
import type { ContentFolder } from './content-folder';
import { type NewKind, type NewOptions, type Question, questionsOf } from './new-options';

/** A file that could be written, and what the check says of it. */
export interface NewFile {
  /** '' when its title or name has no letter to make one from. */
  readonly slug: string;
  /** Path inside the content folder. */
  readonly file: string;
  /** Where readers will find it. */
  readonly path: Path;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Makes the text and the place of a new file from what its editor said.
 * @param now epoch milliseconds: the date of an article that has none
 */
export function composeFile(
  { kind, answers, draft, desk }: NewOptions,
  folder: ContentFolder,
  now: number,
): NewFile {
  const said = (question: Question) => onOneLine(answers[question] ?? '');
  const slug = slugOf(said(kind === 'author' ? 'name' : 'title'));
  const date = said('date') || minuteOf(now, folder.newsroom.site.timeZone);
  const written: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(questionsOf[kind].map((question) => [question, said(question)])),
    ...{ date, tags: settled(said('tags'), folder), authors: listOf(said('authors')), draft },
    kind: desk ? 'desk' : 'person',
  };
  const keys = keysOf[kind].map((key) => [key, written[key]] as const);
  const kept = keys.filter(([, value]) => value !== '' && value !== false);
  const text = `${formatFrontMatter(Object.fromEntries(kept))}\n`;
  const file = placeOf(kind, slug, date, folder);
  const path = { article: paths.article, author: paths.author, page: paths.sitePage }[kind](slug);
  return { slug, file, path, text, problems: findProblems(kind, text, file, folder) };
}

/** The keys of a new file, in this order; what has no value is left out. */
const keysOf = {
  article: ['title', 'date', 'description', 'section', 'tags', 'authors', 'draft'],
  author: ['name', 'kind', 'role', 'email'],
  page: ['title', 'description'],
} as const;

/** What the check says of a file by itself. */
function findProblems(
  kind: NewKind,
  text: string,
  file: string,
  { newsroom }: ContentFolder,
): readonly Problem[] {
  const bytes = new TextEncoder().encode(text);
  switch (kind) {
    case 'article': {
      const parsed = parseArticle(bytes, file, newsroom);
      return parsed.ok ? parsed.warnings : parsed.problems;
    }
    case 'author': {
      const parsed = parseAuthorFile(bytes, file);
      return parsed.ok ? [] : parsed.problems;
    }
    case 'page': {
      const parsed = parseSitePageFile(bytes, file);
      return parsed.ok ? [] : parsed.problems;
    }
  }
}

/** Articles lie by the month of their date in the site's zone; a date that is none is reported. */
function placeOf(kind: NewKind, slug: string, date: string, folder: ContentFolder): string {
  if (kind === 'author') return `authors/${slug}.md`;
  if (kind === 'page') return `pages/${slug}.md`;
  const { timeZone } = folder.newsroom.site;
  const parsed = parseEditorialDate(date, timeZone);
  if (!folder.hasArticles || !parsed.ok) return `${slug}.md`;
  const { year, month } = calendarDayOf(parsed.date.epochMs, timeZone);
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return `articles/${digits(year, 4)}/${digits(month, 2)}/${slug}.md`;
}

function minuteOf(now: number, timeZone: string): string {
  const second = formatDateTimeAttribute({ epochMs: now, precision: 'second' }, timeZone);
  return second.slice(0, '2020-12-24T16:30'.length).replace('T', ' ');
}

/** A value as a front matter holds it: NFC, on one line, without control characters. */
function onOneLine(answer: string): string {
  return answer
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Tags by the names that `tags.yaml` has settled; of two spellings of one the first counts. */
function settled(answer: string, { newsroom }: ContentFolder): readonly string[] | '' {
  const tags = listOf(answer);
  return (
    tags && [
      ...new Set(tags.map((tag) => newsroom.tagNames.byKey.get(spellingKey(tag))?.name ?? tag)),
    ]
  );
}

function listOf(answer = ''): readonly string[] | '' {
  const entries = answer.split(',').flatMap((entry) => entry.trim() || []);
  return entries.length > 0 ? entries : '';
}
