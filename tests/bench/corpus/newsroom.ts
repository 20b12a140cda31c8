import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AUTHORS, generateArticle, tagNames } from './article';
import { sections } from './words';

/** Path of the file of an article inside its content folder. */
export function fileOfArticle({ slug, date }: { readonly slug: string; readonly date: string }) {
  return `articles/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug}.md`;
}

/**
 * Writes a newsroom of generated articles: the same bytes every time, and each text marked as
 * generated. Eight sections, 400 tags of which a few are on most articles, 30 authors, twenty years.
 * @param count how many articles
 */
export function writeNewsroom(directory: string, count: number): void {
  const made = new Set<string>();
  const write = (path: string, text: string) => {
    const file = join(directory, path);
    const folder = dirname(file);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(file, text);
  };
  write('site.yaml', siteFile());
  write(
    'tags.yaml',
    tagNames.map((name) => `- { name: ${name}, description: Chủ đề dựng tự động. }\n`).join(''),
  );
  for (let author = 1; author <= AUTHORS; author += 1) {
    write(
      `authors/nguoi-viet-${author}.md`,
      `---\nname: Người Viết ${author}\n---\n\nTác giả dựng tự động, không có thật.\n`,
    );
  }
  write(
    'pages/gioi-thieu.md',
    '---\ntitle: Giới thiệu\ndescription: Trang dựng tự động.\n---\n\nTòa soạn này dựng tự động.\n',
  );
  for (let n = 0; n < count; n += 1) {
    const article = generateArticle(n, count);
    write(fileOfArticle(article), article.text);
  }
}

function siteFile(): string {
  const list = sections.map(([key, name]) => `  - { key: ${key}, name: ${name} }\n`).join('');
  return `name: Báo Dựng Tự Động\ndescription: Trang dựng tự động để đo tốc độ; không có tin thật.\nsections:\n${list}`;
}
