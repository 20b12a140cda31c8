import { reservedNames } from '../site/routes';
import { readAliases } from './aliases';
import { slugOfFile } from './article';
import { parseMarkdownFile } from './markdown-file';
import type { Mention } from './mentions';
import { listProblems, type Refusal, refuse } from './problems/problem-list';
import { type Problem, problem } from './problems/problems';
import { isRefused, type Reading } from './reading';
import { sitePageSchema } from './schema/schema';

/** A page about the site itself. */
export interface SitePage {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly aliases: readonly string[];
}

/** A page and its Markdown, or what is wrong with the file. */
export type ParsedSitePage =
  | Refusal
  | {
      readonly ok: true;
      readonly page: SitePage;
      readonly body: string;
      readonly bodyLine: number;
      readonly warnings: readonly Problem[];
      readonly mentions: readonly Mention[];
    };

/** Reads a file of `pages/`. @param file its path inside the content folder; its name is the slug */
export function parseSitePageFile(bytes: Uint8Array, file: string): ParsedSitePage {
  const parsed = parseMarkdownFile(bytes, file, sitePageSchema);
  if (!parsed.ok) return parsed;
  const { front, sound, source, body, bodyLine } = parsed;
  const at = { file, line: 1, column: 1 };
  const problems = [...parsed.problems];
  const reading: Reading = { file, source, problems, mentions: [] };
  const aliases = readAliases(sound.aliases, reading, 'aliases');
  const slug = slugOfFile(file);
  if (slug === '') problems.push(problem('slug-empty', at, file));
  if (reservedNames.has(slug)) problems.push(problem('slug-reserved', at, slug));
  if (isRefused(problems)) return refuse(problems);
  if (!front) throw new Error(`${file}: refused without a problem`);
  const { title, description } = front;
  return {
    ok: true,
    page: { slug, title, description, aliases },
    body,
    bodyLine,
    warnings: listProblems(problems),
    mentions: reading.mentions,
  };
}
