import { findNearest } from '../vietnamese/nearest';
import { slug as slugOf } from '../vietnamese/slug';
import { spellingKey } from '../vietnamese/spelling-key';
import { findMisspelt } from './misspelt-tag';
import { problem } from './problems/problems';
import { mention, placeIn, type Reading } from './reading';
import type { Site } from './site-file';
import { resolveTag, type Tag, type TagNames } from './tags-file';

/** The section of an article. */
export interface SectionName {
  readonly key: string;
  readonly name: string;
}

/** Who signed: the key of an author, and the name as it stood when the article was read. */
export interface Signature {
  readonly key: string;
  readonly name: string;
}

/** Finds the section that an article names; without `site.yaml` it is what the articles write. */
export function readSection(
  written: string | undefined,
  { sections }: Site,
  reading: Reading,
): SectionName | undefined {
  if (written === undefined) return undefined;
  const at = placeIn(reading, 'section');
  if (sections.length === 0) {
    const key = slugOf(written);
    if (key !== '') return { key, name: written };
    reading.problems.push(problem('section-without-letters', at, written));
    return undefined;
  }
  const section = sections.find(({ key }) => key === written);
  if (section) return { key: section.key, name: section.name };
  const keys = sections.map(({ key }) => key);
  const named = sections.find(({ name }) => spellingKey(name) === spellingKey(written));
  const nearest = named?.key ?? findNearest(written, keys);
  reading.problems.push(problem('section-unknown', at, written, keys.join(', '), nearest));
  return undefined;
}

/** The tags that an article names, each once, in their order. */
export function readTags(
  written: readonly string[] | undefined,
  tagNames: TagNames,
  reading: Reading,
): readonly Tag[] {
  const tags = new Map<string, { readonly tag: Tag; readonly written: string }>();
  for (const [index, name] of (written ?? []).entries()) {
    const at = () => placeIn(reading, 'tags', index);
    const { collidesWith, ...tag } = resolveTag(name, tagNames);
    const isDeclared = tagNames.bySlug.has(tag.slug);
    if (tag.slug === '') {
      reading.problems.push(problem('tag-without-letters', at(), name));
      continue;
    }
    const earlier = tags.get(tag.slug);
    const isRespelt =
      earlier &&
      tag.name !== earlier.tag.name &&
      spellingKey(name) !== spellingKey(earlier.written);
    const other = collidesWith ?? (isRespelt ? earlier.written : undefined);
    if (other !== undefined) reading.problems.push(problem('tag-collision', at(), name, other));
    else if (isDeclared && spellingKey(name) !== spellingKey(tag.name)) {
      reading.problems.push(problem('tag-merged', at(), name, tag.name));
    }
    const meant = isDeclared ? undefined : findMisspelt(name, tagNames);
    if (meant !== undefined) reading.problems.push(problem('tag-misspelt', at(), name, meant));
    if (!isDeclared && !earlier) mention(reading, 'tag', name, 'tags', index);
    if (!earlier) tags.set(tag.slug, { tag, written: name });
  }
  return [...tags.values()].map(({ tag }) => tag);
}

/**
 * Who signed an article, each once, in their order.
 * @param authorNames names by key; undefined when there is no `authors/`: a key is its own name
 */
export function readAuthors(
  written: readonly string[] | undefined,
  authorNames: ReadonlyMap<string, string> | undefined,
  reading: Reading,
): readonly Signature[] {
  const authors = new Map<string, Signature>();
  for (const [index, name] of (written ?? []).entries()) {
    const at = placeIn(reading, 'authors', index);
    const slug = slugOf(name.replace(/\.md$/i, ''));
    const author = authorNames
      ? { key: name, name: authorNames.get(name) ?? '' }
      : { key: slug, name };
    if (author.key !== '' && author.name !== '') {
      if (!authors.has(author.key)) authors.set(author.key, author);
    } else if (slug === '') {
      reading.problems.push(problem('author-without-letters', at, name));
    } else {
      const nearest = findNearest(slug, authorNames?.keys() ?? []);
      reading.problems.push(problem('author-unknown', at, name, `authors/${slug}.md`, nearest));
    }
  }
  return [...authors.values()];
}
