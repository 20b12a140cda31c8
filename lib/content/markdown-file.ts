import type { z } from 'zod';
import { type Refusal, refuse } from './problems/problem-list';
import type { Problem } from './problems/problems';
import { checkSchema, soundKeys } from './schema/check-schema';
import { schemaProblems } from './schema/schema-problems';
import { parseFrontMatter, type YamlSource } from './source/front-matter';
import { findDeepNesting } from './source/nesting';
import { decodeText } from './source/source-text';

/** A Markdown file taken apart, or what makes that impossible. */
export type ParsedMarkdownFile<Shape extends z.ZodRawShape> =
  | Refusal
  | {
      readonly ok: true;
      /** The front matter; undefined when a key of it is missing, unknown or wrong. */
      readonly front: z.infer<z.ZodObject<Shape>> | undefined;
      /** Its sound keys: read as well, so that all problems of a file are named at once. */
      readonly sound: Partial<z.infer<z.ZodObject<Shape>>>;
      readonly problems: readonly Problem[];
      readonly source: YamlSource;
      readonly body: string;
      readonly bodyLine: number;
    };

/**
 * Takes a Markdown file apart and checks its front matter.
 * @param bytes the file as it lies on disk
 * @param file the path that problems name
 */
export function parseMarkdownFile<Shape extends z.ZodRawShape>(
  bytes: Uint8Array,
  file: string,
  schema: z.ZodObject<Shape>,
): ParsedMarkdownFile<Shape> {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return refuse(decoded.problems);
  const parsed = parseFrontMatter(decoded.text, file);
  if (!parsed.ok) return refuse(parsed.problems, decoded.warnings);
  const { source } = parsed;
  const problems = [...decoded.warnings, ...source.problems];
  const tooDeep = findDeepNesting(parsed.body, file, parsed.bodyLine);
  if (tooDeep) return refuse([tooDeep], problems);
  const value = source.value ?? {};
  const checked = checkSchema(schema, value);
  if (checked.ok) {
    return { ...parsed, front: checked.value, sound: checked.value, problems };
  }
  return {
    ...parsed,
    front: undefined,
    sound: soundKeys(schema, value, checked.mismatches),
    problems: [...schemaProblems(checked.mismatches, source, file), ...problems],
  };
}
