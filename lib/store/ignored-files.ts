import { findNearest } from '../vietnamese/nearest';

/** A file of the content folder that is read as nothing, though someone may think that it is. */
export interface IgnoredFile {
  readonly path: string;
  /**
   * What helps: another name, an ending that Windows does not show, another folder, writing it anew
   * as text, or to take it away.
   */
  readonly remedy: 'rename' | 'extension' | 'move' | 'retype' | 'remove';
  /** What the file should be called; of one to be moved, its path inside the content folder. */
  readonly meant?: string;
}

/** Pictures; manuals and licences; and what systems and programs leave behind without being asked. */
const expected =
  /\.(?:avif|gif|jpe?g|png|svg|webp)$|^readme\.md$|^licen[cs]e(?:\.\w+)?$|^(?:thumbs\.db|desktop\.ini)$|^~|~$/i;

const frameFile = /^(site|tags)\.ya?ml(?:\.txt)?$/i;
const markdown = /\.md$/i;
const textEnding = /\.(?:markdown|mdown|mkdn?|mdx|text|txt)$/i;
const wordEnding = /\.(?:docx?|odt|pages|rtf)$/i;

/**
 * What is to be said of a file that the site does not read.
 * @param path inside the content folder, with `/`
 * @param hasArticles whether articles lie in `articles/`
 * @returns undefined for what belongs beside the texts
 * @example ignoredFile('articles/tin.md.txt', true) // { …, remedy: 'extension', meant: 'tin.md' }
 */
export function ignoredFile(path: string, hasArticles: boolean): IgnoredFile | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (expected.test(name)) return undefined;
  const [, frame] = frameFile.exec(name) ?? [];
  if (frame !== undefined) {
    const meant = `${frame.toLowerCase()}.yaml`;
    return { path, remedy: path === name ? 'rename' : 'move', meant };
  }
  const stem = name.replace(wordEnding, '').replace(textEnding, '').replace(markdown, '');
  const meant = `${stem}.md`;
  if (wordEnding.test(name)) return { path, remedy: 'retype', meant };
  const folder = path.slice(0, -name.length);
  const place = placeOf(folder + meant, hasArticles);
  const isInPlace = place === folder + meant;
  const isText = markdown.test(name) || textEnding.test(name);
  if (!isText && !(isInPlace && stem === name && !name.includes('.')))
    return { path, remedy: 'remove' };
  if (!isInPlace) return { path, remedy: 'move', meant: place };
  const isDoubled = markdown.test(name.replace(textEnding, ''));
  return { path, remedy: isDoubled ? 'extension' : 'rename', meant };
}

/** Where a text would be read: in the folder whose name was slightly missed, or as an article. */
function placeOf(path: string, hasArticles: boolean): string {
  const [first = '', ...rest] = path.split('/');
  const folder = rest.length > 0 ? findNearest(first, ['articles', 'authors', 'pages']) : undefined;
  if (folder !== undefined) return [folder, ...rest].join('/');
  return hasArticles ? `articles/${path}` : path;
}
