import { readAliases } from './aliases';
import { slugOfFile } from './article';
import { parseMarkdownFile } from './markdown-file';
import type { Mention } from './mentions';
import { listProblems, type Refusal, refuse } from './problems/problem-list';
import { type Problem, problem } from './problems/problems';
import { isRefused, type Reading } from './reading';
import { type AuthorFrontMatter, authorSchema } from './schema/schema';

/** A person or a desk that signs articles. */
export interface Author {
  readonly key: string;
  readonly name: string;
  readonly kind: AuthorFrontMatter['kind'];
  readonly role?: string;
  readonly email?: string;
  readonly aliases: readonly string[];
}

/** An author and the Markdown about them, or what is wrong with the file. */
export type ParsedAuthor =
  | Refusal
  | {
      readonly ok: true;
      readonly author: Author;
      readonly body: string;
      readonly bodyLine: number;
      readonly warnings: readonly Problem[];
      readonly mentions: readonly Mention[];
    };

/** Reads a file of `authors/`. @param file its path inside the content folder; its name is the key */
export function parseAuthorFile(bytes: Uint8Array, file: string): ParsedAuthor {
  const parsed = parseMarkdownFile(bytes, file, authorSchema);
  if (!parsed.ok) return parsed;
  const { front, sound, source, body, bodyLine } = parsed;
  const problems = [...parsed.problems];
  const reading: Reading = { file, source, problems, mentions: [] };
  const aliases = readAliases(sound.aliases, reading, 'aliases');
  const key = slugOfFile(file);
  if (key === '') problems.push(problem('slug-empty', { file, line: 1, column: 1 }, file));
  if (isRefused(problems)) return refuse(problems);
  if (!front) throw new Error(`${file}: refused without a problem`);
  const { name, kind, role, email } = front;
  return {
    ok: true,
    author: { key, name, kind, aliases, ...(role && { role }), ...(email && { email }) },
    body,
    bodyLine,
    warnings: listProblems(problems),
    mentions: reading.mentions,
  };
}
