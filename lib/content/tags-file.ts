import { fold } from '../vietnamese/fold';
import { slug as slugOf } from '../vietnamese/slug';
import { spellingKey } from '../vietnamese/spelling-key';
import { listProblems, type Refusal, refuse } from './problems/problem-list';
import { type Problem, problem } from './problems/problems';
import { isRefused, placeIn, type Reading } from './reading';
import { checkSchema } from './schema/check-schema';
import { tagsSchema } from './schema/schema';
import { schemaProblems } from './schema/schema-problems';
import { parseYaml } from './source/front-matter';
import { decodeText } from './source/source-text';

/** A tag as an article carries it. */
export interface Tag {
  readonly slug: string;
  readonly name: string;
}

/** A tag with a settled name. */
export interface DeclaredTag extends Tag {
  readonly description?: string;
}

/** The settled names, found by spelling key (of the name or a synonym) and by slug. */
export interface TagNames {
  readonly declared: readonly DeclaredTag[];
  readonly byKey: ReadonlyMap<string, DeclaredTag>;
  readonly bySlug: ReadonlyMap<string, DeclaredTag>;
  /** Every name and synonym, folded and as written. */
  readonly spellings: readonly { readonly folded: string; readonly written: string }[];
}

/** A tag with a settled name and the other ways to write it. */
export type TagEntry = DeclaredTag & { readonly synonyms: readonly string[] };

/** The tags of the site, or what is wrong with `tags.yaml`. */
export type ParsedTags =
  | Refusal
  | {
      readonly ok: true;
      readonly declared: readonly TagEntry[];
      readonly warnings: readonly Problem[];
    };

/** Reads `tags.yaml`. @param file the path that problems name */
export function parseTagsFile(bytes: Uint8Array, file: string): ParsedTags {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return refuse(decoded.problems);
  const yaml = parseYaml(decoded.text, file);
  if (!yaml.ok) return refuse(yaml.problems, decoded.warnings);
  const { source } = yaml;
  const problems = [...decoded.warnings, ...source.problems];
  const checked = checkSchema(tagsSchema, source.value ?? []);
  if (!checked.ok) {
    return refuse(schemaProblems(checked.mismatches, source, file), problems);
  }
  const declared = checked.value.map(({ name, synonyms, description }, index) => {
    const slug = slugOf(name);
    if (slug === '') {
      problems.push(
        problem('tag-without-letters', { file, ...source.positionOf([index, 'name']) }, name),
      );
    }
    return { slug, name, synonyms: synonyms ?? [], ...(description && { description }) };
  });
  if (isRefused(problems)) return refuse(problems);
  findRivals(declared, { file, source, problems, mentions: [] });
  return { ok: true, declared, warnings: listProblems(problems) };
}

/** Names and synonyms that two tags claim, and names that would share an address. */
function findRivals(declared: readonly TagEntry[], reading: Reading): void {
  const { problems } = reading;
  const names = new Map<string, TagEntry>();
  const addresses = new Map<string, TagEntry>();
  for (const [index, tag] of declared.entries()) {
    for (const [position, name] of [tag.name, ...tag.synonyms].entries()) {
      const key = spellingKey(name);
      const other = names.get(key);
      const where = position === 0 ? ['name'] : ['synonyms', position - 1];
      if (other && other !== tag) {
        const at = placeIn(reading, index, ...where);
        problems.push(problem('tag-declared-twice', at, name, other.name));
      }
      if (!other) names.set(key, tag);
    }
    const rival = addresses.get(tag.slug);
    if (rival && spellingKey(rival.name) !== spellingKey(tag.name)) {
      const at = placeIn(reading, index, 'name');
      problems.push(problem('tag-collision', at, tag.name, rival.name));
    }
    if (!rival) addresses.set(tag.slug, tag);
  }
}

/** Indexes declared tags for `resolveTag`; the first of two that claim one spelling has it. */
export function indexTagNames(tags: readonly TagEntry[]): TagNames {
  const byKey = new Map<string, DeclaredTag>();
  const bySlug = new Map<string, DeclaredTag>();
  const declared = tags.map(({ synonyms: _, ...tag }) => tag);
  for (const [index, tag] of declared.entries()) {
    if (!bySlug.has(tag.slug)) bySlug.set(tag.slug, tag);
    for (const name of [tag.name, ...(tags[index]?.synonyms ?? [])]) {
      const key = spellingKey(name);
      if (!byKey.has(key)) byKey.set(key, tag);
    }
  }
  const spellings = tags
    .flatMap(({ name, synonyms }) => [name, ...synonyms])
    .map((written) => ({ folded: fold(written), written }));
  return { declared, byKey, bySlug, spellings };
}

/**
 * The tag that a written name means: a declared one when its spelling key is that of its name or
 * of a synonym, else a tag of its own.
 * @returns `collidesWith`: the declared name that would share the address but is spelt otherwise
 */
export function resolveTag(
  written: string,
  names: TagNames,
): Tag & { readonly collidesWith?: string } {
  const declared = names.byKey.get(spellingKey(written));
  if (declared) return { slug: declared.slug, name: declared.name };
  const slug = slugOf(written);
  const other = names.bySlug.get(slug);
  return other ? { slug, name: other.name, collidesWith: other.name } : { slug, name: written };
}
