import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTagsFile } from '../../content/tags-file';
import { visible } from '../../content/visible';
import { addressOfFile } from '../../publish/audit/address-of-file';
import { resolve } from '../../publish/resolve';
import { paths } from '../../site/routes';
import type { ContentFile } from '../../store/content-tree';
import type { Edition } from '../../store/edition';
import type { Store } from '../../store/store';
import { slug } from '../../vietnamese/slug';

/** An address that readers may have kept. */
export interface KeptAddress {
  /** Decoded, in canonical spelling. */
  readonly path: string;
  readonly kind: 'article' | 'section' | 'tag' | 'author' | 'page' | 'alias';
  /** The file of the content folder that gives it. */
  readonly file: string;
  /** Slug or key; of a synonym that of its tag, of an old address the path itself. */
  readonly key: string;
  /** The words that it stands for: a title, or a name. */
  readonly name: string;
}

/**
 * The addresses that a content folder answers: its articles, their sections, tags and authors, the
 * site's pages, and the old addresses and synonyms that lead to them. Each once.
 * @param files those of the folder
 */
export function listKeptAddresses(
  store: Store,
  edition: Edition,
  files: readonly ContentFile[],
): readonly KeptAddress[] {
  const all = [
    ...files.flatMap((file) => addressesOfFile(file, store, edition)),
    ...addressesOfNames(edition),
    ...addressesOfTags(store, files),
    ...store
      .mentions()
      .filter(({ kind }) => kind === 'alias')
      .map(
        ({ file, target }): KeptAddress => ({
          ...{ path: target, kind: 'alias', file, key: target, name: target },
        }),
      ),
  ];
  const once = new Map(all.toReversed().map((address) => [address.path, address]));
  return [...once.values()].reverse().filter(({ path }) => isAnswered(store, edition, path));
}

/**
 * Whether readers get something at an address: a page, the way to one, or word of a withdrawal.
 * @param path decoded
 */
export function isAnswered(store: Store, edition: Edition, path: string): boolean {
  return /^(?:document|moved|withdrawn)$/.test(resolve(store, edition, encodeURI(path)).kind);
}

function addressesOfFile(
  { path: file, kind }: ContentFile,
  store: Store,
  edition: Edition,
): readonly KeptAddress[] {
  const path = addressOfFile(file);
  if (path === undefined) return [];
  const key = path.slice(path.lastIndexOf('/') + 1);
  const give = (of: 'article' | 'author' | 'page', name: string | undefined) =>
    name === undefined ? [] : [{ path, kind: of, file, key, name }];
  switch (kind) {
    case 'article': {
      const article = store.articleOfFile(file);
      const isSeen = article && visible(article, edition.now) !== 'hidden';
      return give(kind, isSeen ? article.title : undefined);
    }
    case 'author':
      return give(kind, edition.findAuthor(key)?.name);
    case 'page':
      return give(kind, edition.findSitePage(key)?.page.title);
    case 'site':
    case 'tags':
      return [];
  }
}

/** Tags that are declared have an address though no article carries them; synonyms lead to it. */
function addressesOfTags(store: Store, files: readonly ContentFile[]): readonly KeptAddress[] {
  return files
    .filter(({ kind }) => kind === 'tags')
    .flatMap(({ path: file }) => {
      const parsed = parseTagsFile(readFileSync(join(store.contentDirectory, file)), file);
      const declared = parsed.ok ? parsed.declared : [];
      return declared.flatMap(({ slug: key, name: settled, synonyms }) =>
        [settled, ...synonyms].map(
          (name): KeptAddress => ({ path: paths.tag(slug(name)), kind: 'tag', file, key, name }),
        ),
      );
    });
}

/** What stands in several articles: they have an address as long as one carries them. */
function addressesOfNames(edition: Edition): readonly KeptAddress[] {
  return [
    ...edition.sections().map(
      ({ key, name }): KeptAddress => ({
        ...{ path: paths.section(key), kind: 'section', file: 'site.yaml', key, name },
      }),
    ),
    ...edition.tags().map(
      ({ entry: { slug: key, name } }): KeptAddress => ({
        ...{ path: paths.tag(key), kind: 'tag', file: 'tags.yaml', key, name },
      }),
    ),
    ...edition.authors().map(
      ({ entry: { key, name } }): KeptAddress => ({
        ...{ path: paths.author(key), kind: 'author', file: `authors/${key}.md`, key, name },
      }),
    ),
  ];
}
