import { slugOfFile } from '../../content/article';
import { type Path, paths } from '../../site/routes';

/**
 * The address of what a Markdown file of the content folder holds.
 * @param file path inside the content folder
 * @returns undefined for a file that has no address of its own, as `site.yaml`
 * @example addressOfFile('authors/thu-trang.md') // '/tac-gia/thu-trang'
 */
export function addressOfFile(file: string): Path | undefined {
  const slug = slugOfFile(file);
  if (!/\.md$/i.test(file) || slug === '') return undefined;
  if (file.startsWith('authors/')) return paths.author(slug);
  if (file.startsWith('pages/')) return paths.sitePage(slug);
  return paths.article(slug);
}
