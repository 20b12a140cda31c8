import matter from 'gray-matter';
import type { Problem } from '../problems/problems';
import { findFenceFault } from './front-matter-fence';
import { type ParsedYaml, parseYaml, type YamlSource } from './yaml-source';

// Callers ask one file for YAML, fenced or by itself.
export { parseYaml, type YamlSource } from './yaml-source';

/** A file taken apart, or what is wrong with it. */
export type ParsedFrontMatter =
  | {
      readonly ok: true;
      readonly source: YamlSource;
      readonly body: string;
      /** Line of the file on which the body begins. */
      readonly bodyLine: number;
    }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

// gray-matter runs `---js` as code unless every engine it knows is replaced.
const refuse = () => {
  throw new Error('only YAML front matter is read');
};
const refusedEngines = { json: refuse, javascript: refuse, js: refuse, coffee: refuse };

/**
 * Splits a Markdown file into its front matter and its body.
 * @param text the whole file as `decodeText` gives it
 * @param file the path that problems name
 */
export function parseFrontMatter(text: string, file: string): ParsedFrontMatter {
  const fault = findFenceFault(text, file);
  if (fault) return { ok: false, problems: [fault] };
  let yaml: ParsedYaml = parseYaml('', file);
  const { content: body } = matter(text, {
    engines: {
      ...refusedEngines,
      yaml: (source: string) => {
        // The source begins at the end of the first line, so that its lines count as the file's.
        yaml = parseYaml(source, file);
        return {};
      },
    },
  });
  if (!yaml.ok) return yaml;
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return { ok: true, source: yaml.source, body, bodyLine };
}
