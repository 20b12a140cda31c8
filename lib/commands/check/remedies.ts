import type { Article } from '../../content/article';
import { visible } from '../../content/visible';
import { addressOfFile } from '../../publish/audit/address-of-file';
import { matchRoute } from '../../site/routes';
import { strings } from '../../site/strings';
import type { Edition } from '../../store/edition';
import type { KeptAddress } from './kept-addresses';
import { commonestName, type FindSuccessor, type ReadFolder } from './successors';

/** What brings a vanished address back: the file where the mend goes, and what to write there. */
export interface Remedy {
  readonly file: string;
  readonly words: string;
}

/** What remedies are found by. */
export interface Comparison {
  readonly old: ReadFolder;
  readonly oldEdition: Edition;
  readonly current: ReadFolder;
  readonly edition: Edition;
  readonly findSuccessor: FindSuccessor;
}

const words = strings.checkRemedies;

/** What to do about an address that was answered before and is not now. */
export function remedyFor(address: KeptAddress, comparison: Comparison): Remedy {
  const { current, oldEdition, edition } = comparison;
  const { path, file, key, name } = address;
  if (isBrokenFrame(file, current)) return { file, words: words.broken(file) };
  switch (address.kind) {
    case 'article':
      return remedyForArticle(address, comparison);
    case 'section': {
      const renamed = edition.sections().find((section) => section.name === name)?.name;
      const before = oldEdition.listSection(key, 1)?.articles ?? [];
      const heir = renamed ?? commonestName(before, current, ({ section }) => [section.name]);
      return { file: 'site.yaml', words: words.section(path, heir) };
    }
    case 'tag': {
      // The tag of a synonym may still be there.
      const stays = edition.findTag(key)?.name;
      const before = oldEdition.listTag(key, 1)?.articles ?? [];
      const heir =
        stays ?? commonestName(before, current, ({ tags }) => tags.map((tag) => tag.name));
      return { file: 'tags.yaml', words: words.tag(name, heir) };
    }
    case 'author':
    case 'page':
      return remedyForFile(address, comparison);
    case 'alias':
      return remedyForAlias(address, comparison);
  }
}

/** Whether nothing of `site.yaml` or `tags.yaml` is read now, so that all that it gave is gone. */
function isBrokenFrame(file: string, { store }: ReadFolder): boolean {
  return (
    /^(?:site|tags)\.yaml$/.test(file) &&
    store.problemsOfFile(file).some(({ severity }) => severity === 'error')
  );
}

function remedyForArticle(address: KeptAddress, comparison: Comparison): Remedy {
  const { current, findSuccessor } = comparison;
  const { path, file, key } = address;
  const stays = current.files.find((other) => addressOfFile(other.path) === path)?.path;
  if (stays !== undefined) {
    const article = current.store.articleOfFile(stays);
    if (!article) return { file: stays, words: words.broken(stays) };
    return { file: stays, words: article.draft ? words.draft : words.embargoed };
  }
  const heir = findSuccessor(file) ?? fileOfAlias(comparison, key);
  return heir === undefined
    ? { file, words: words.articleGone(path, file) }
    : remedyByAlias(path, heir, comparison);
}

function remedyByAlias(path: string, heir: string, { current, edition }: Comparison): Remedy {
  const article: Article | undefined = current.store.articleOfFile(heir);
  const isHidden = article && visible(article, edition.now) === 'hidden';
  return {
    file: heir,
    words: isHidden ? words.movedHidden(path, heir) : words.moved(path, heir),
  };
}

/** The file that claims an article's address already, though it cannot answer it. */
function fileOfAlias({ current }: Comparison, slug: string): string | undefined {
  return current.store
    .mentions()
    .find(({ kind, target }) => kind === 'alias' && matchesArticle(target, slug))?.file;
}

function matchesArticle(path: string, slug: string): boolean {
  const route = matchRoute(path);
  return route?.kind === 'article' && route.slug === slug;
}

/** An author or a page: another file of the kind with the same name has taken its place. */
function remedyForFile(
  { path, kind, file, name }: KeptAddress,
  { current, edition }: Comparison,
): Remedy {
  const stays = current.files.some((other) => other.path === file);
  if (stays) return { file, words: words.broken(file) };
  const heir = current.files.find((other) => {
    const slug = addressOfFile(other.path)?.split('/').at(-1) ?? '';
    if (other.kind !== kind) return false;
    const newName =
      kind === 'author' ? edition.findAuthor(slug)?.name : edition.findSitePage(slug)?.page.title;
    return newName === name;
  });
  return heir
    ? { file: heir.path, words: words.moved(path, heir.path) }
    : { file, words: words.fileGone(path, file) };
}

/** An old address was declared in a file that gave it up, or that is gone. */
function remedyForAlias({ path, file }: KeptAddress, comparison: Comparison): Remedy {
  const { current, findSuccessor } = comparison;
  if (file === 'site.yaml') return { file, words: words.section(path) };
  const stays = current.files.some((other) => other.path === file);
  const heir = stays ? file : findSuccessor(file);
  return heir === undefined
    ? { file, words: words.aliasGone(path) }
    : remedyByAlias(path, heir, comparison);
}
